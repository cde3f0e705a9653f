// SPDX-License-Identifier: Apache-2.0
// The text of to_json(value), written at once: an answer is made without a tree of values in between.
#pragma once

#include <charconv>
#include <string>
#include <string_view>

#include <anping/base/codec.hpp>
#include <anping/base/id.hpp>
#include <anping/base/json.hpp>
#include <anping/base/time.hpp>

namespace anping {

// A described value kept as the JSON text it was stored as: handed on as it is, read by who needs what is inside.
template <class T>
struct Stored {
    std::string text;
    T value() const { return from_trusted_json<T>(json::parse(text)); }
};

template <class T>
struct Codec<Stored<T>> {
    static json::value write(Stored<T> const& stored) { return json::parse(stored.text); }
    static Stored<T> read(json::value const& value, FieldReader& in) {
        return {canonical(to_json(Codec<T>::read(value, in)))};
    }
    static json::object schema() { return Codec<T>::schema(); }
};

// With quotes and escapes.
void append_json_string(std::string& out, std::string_view text);
// What comes before a member's value: '{' or ',', its name, which needs no escapes, and the colon.
void append_json_name(std::string& out, char before, std::string_view name);

template <class T>
void append_json(std::string& out, T const& value);

namespace detail {

template <class T>
void append_members(std::string& out, T const& value) {
    char before = '{';
    boost::mp11::mp_for_each<typename Codec<T>::Members>([&](auto d) {
        auto const& member = value.*d.pointer;
        if constexpr (IsOptional<std::remove_cvref_t<decltype(member)>>::value)
            if (!member) return;
        append_json_name(out, before, d.name);
        append_json(out, member);
        before = ',';
    });
    if (before == '{') out += before;
    out += '}';
}

template <class T>
void append_items(std::string& out, std::vector<T> const& values) {
    out += '[';
    for (auto const& value : values) {
        if (&value != &values.front()) out += ',';
        append_json(out, value);
    }
    out += ']';
}

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsStored : std::false_type {};
template <class T>
struct IsStored<Stored<T>> : std::true_type {};

template <class T>
concept Described = requires { typename Codec<T>::Members; };

// What is written as the text it holds, without a value in between.
template <class Tag>
std::string_view text_of(Id<Tag> const& id) {
    return id.text;
}
template <std::size_t Min, std::size_t Max>
std::string_view text_of(Text<Min, Max> const& text) {
    return text.value;
}
inline std::string_view text_of(std::string const& text) { return text; }
inline std::string text_of(Timestamp at) { return to_string(at); }

template <class T>
concept Textual = requires(T const& value) { text_of(value); };

inline void append_number(std::string& out, std::int64_t value) {
    char digits[24];
    auto const end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out.append(digits, end);
}

}  // namespace detail

template <class T>
void append_json(std::string& out, T const& value) {
    if constexpr (detail::Described<T>) detail::append_members(out, value);
    else if constexpr (detail::IsVector<T>::value) detail::append_items(out, value);
    else if constexpr (detail::IsStored<T>::value) out += value.text;
    else if constexpr (detail::Textual<T>) append_json_string(out, detail::text_of(value));
    else if constexpr (std::is_same_v<T, bool>) out += value ? "true" : "false";
    else if constexpr (std::is_same_v<T, std::int64_t>) detail::append_number(out, value);
    else if constexpr (IsOptional<T>::value) {
        if (value) append_json(out, *value);
        else out += "null";
    } else {
        auto const written = Codec<T>::write(value);
        if (auto const* text = written.if_string()) append_json_string(out, *text);
        else out += json::serialize(written);
    }
}

template <class T>
std::string to_text(T const& value) {
    std::string out;
    out.reserve(8192);
    append_json(out, value);
    return out;
}

}  // namespace anping
