// SPDX-License-Identifier: Apache-2.0
// One declaration of a struct (BOOST_DESCRIBE_STRUCT) is its input validation, its JSON form and its schema.
// Codec<T> does this for one type; every value type of the field specialises it beside its definition.
#pragma once

#include <algorithm>
#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include <anping/base/field_reader.hpp>
#include <anping/base/result.hpp>
#include <anping/base/time.hpp>

namespace anping {

// Specialisations offer: write(T const&) -> json::value; read(json::value const&, FieldReader&) -> T (a T in any
// case; problems go to the reader); schema() -> json::object (JSON Schema 2020-12).
template <class T, class = void>
struct Codec;

template <class T>
boost::json::value to_json(T const& value) {
    return Codec<T>::write(value);
}

template <class T>
boost::json::object schema_of() {
    return Codec<T>::schema();
}

// Reads input; every problem is reported, not only the first.
template <class T>
Result<T> from_json(boost::json::value const& value) {
    FieldReader in;
    T result = Codec<T>::read(value, in);
    if (in.ok()) return result;
    return unexpected<Error>(in.error());
}

// Reads what this program wrote itself (events, kept answers); throws std::runtime_error if it is not that.
template <class T>
T from_trusted_json(boost::json::value const& value) {
    FieldReader in;
    T result = Codec<T>::read(value, in);
    if (!in.ok()) throw_untrusted(in);
    return result;
}

template <>
struct Codec<std::string> {
    static boost::json::value write(std::string const& value) { return boost::json::value(value); }
    static std::string read(boost::json::value const& value, FieldReader& in) { return in.string(value, 0, 20'000); }
    static boost::json::object schema() { return {{"type", "string"}}; }
};

// A line or text with at least Min and at most Max characters (code points), trimmed.
template <std::size_t Min, std::size_t Max>
struct Text {
    std::string value;
    auto operator<=>(Text const&) const = default;
    bool operator==(Text const&) const = default;
};

template <std::size_t Min, std::size_t Max>
struct Codec<Text<Min, Max>> {
    static boost::json::value write(Text<Min, Max> const& text) { return boost::json::value(text.value); }
    static Text<Min, Max> read(boost::json::value const& value, FieldReader& in) {
        return {in.string(value, Min, Max)};
    }
    static boost::json::object schema() { return {{"type", "string"}, {"minLength", Min}, {"maxLength", Max}}; }
};

template <>
struct Codec<bool> {
    static boost::json::value write(bool value) { return value; }
    static bool read(boost::json::value const& value, FieldReader& in) { return in.boolean(value); }
    static boost::json::object schema() { return {{"type", "boolean"}}; }
};

template <>
struct Codec<std::int64_t> {
    static boost::json::value write(std::int64_t value) { return value; }
    static std::int64_t read(boost::json::value const& value, FieldReader& in) { return in.integer(value); }
    static boost::json::object schema() { return {{"type", "integer"}, {"format", "int64"}}; }
};

template <>
struct Codec<Timestamp> {
    static boost::json::value write(Timestamp value) { return boost::json::value(to_string(value)); }
    static Timestamp read(boost::json::value const& value, FieldReader& in);
    static boost::json::object schema() { return {{"type", "string"}, {"format", "date-time"}}; }
};

// Free JSON, e.g. the facts a decision rests on.
template <>
struct Codec<boost::json::value> {
    static boost::json::value write(boost::json::value const& value) { return value; }
    static boost::json::value read(boost::json::value const& value, FieldReader&) { return value; }
    static boost::json::object schema() { return {}; }
};

template <>
struct Codec<boost::json::object> {
    static boost::json::value write(boost::json::object const& value) { return value; }
    static boost::json::object read(boost::json::value const& value, FieldReader& in) {
        if (auto const* object = in.object(value)) return *object;
        return {};
    }
    static boost::json::object schema() { return {{"type", "object"}}; }
};

template <class T>
struct Codec<std::vector<T>> {
    static constexpr std::size_t kMax = 1000;
    static boost::json::value write(std::vector<T> const& values) {
        boost::json::array out;
        out.reserve(values.size());
        for (T const& value : values) out.push_back(Codec<T>::write(value));
        return out;
    }
    static std::vector<T> read(boost::json::value const& value, FieldReader& in) {
        std::vector<T> out;
        auto const* items = in.array(value, kMax);
        if (items == nullptr) return out;
        for (std::size_t i = 0; i < items->size(); ++i) {
            auto scope = in.enter(i);
            out.push_back(Codec<T>::read((*items)[i], in));
        }
        return out;
    }
    static boost::json::object schema() {
        return {{"type", "array"}, {"maxItems", kMax}, {"items", Codec<T>::schema()}};
    }
};

// A missing member and null are the same: the optional is empty, and nothing is written.
template <class T>
struct Codec<std::optional<T>> {
    static boost::json::value write(std::optional<T> const& value) {
        return value ? Codec<T>::write(*value) : boost::json::value(nullptr);
    }
    static std::optional<T> read(boost::json::value const& value, FieldReader& in) {
        if (value.is_null()) return std::nullopt;
        return Codec<T>::read(value, in);
    }
    static boost::json::object schema() { return Codec<T>::schema(); }
};

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};

}  // namespace anping

#include <anping/base/codec_described.hpp>
