// SPDX-License-Identifier: Apache-2.0
// The part of codec.hpp that reads declarations; included by it.
#pragma once

#include <anping/base/codec.hpp>

namespace anping {

// Enums described with BOOST_DESCRIBE_ENUM: by name.
template <class E>
struct Codec<E, std::enable_if_t<boost::describe::has_describe_enumerators<E>::value>> {
    static boost::json::value write(E value) { return boost::json::value(boost::describe::enum_to_string(value, "?")); }
    static E read(boost::json::value const& value, FieldReader& in) {
        E out{};
        auto const text = in.string(value, 1, 64);
        if (!text.empty() && !boost::describe::enum_from_string(text.c_str(), out)) in.unknown_choice(names());
        return out;
    }
    static boost::json::object schema() {
        boost::json::array choices;
        for (auto const& name : names()) choices.push_back(boost::json::value(name));
        return {{"type", "string"}, {"enum", std::move(choices)}};
    }
    static std::vector<std::string> names() {
        std::vector<std::string> out;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) { out.emplace_back(d.name); });
        return out;
    }
};

// Structs described with BOOST_DESCRIBE_STRUCT: members by name, unknown members refused.
template <class S>
struct Codec<S, std::enable_if_t<boost::describe::has_describe_members<S>::value && !std::is_union_v<S>>> {
    using Members = boost::describe::describe_members<S, boost::describe::mod_public | boost::describe::mod_inherited>;

    static boost::json::value write(S const& value) {
        boost::json::object out;
        boost::mp11::mp_for_each<Members>([&](auto d) {
            using Member = std::remove_cvref_t<decltype(value.*d.pointer)>;
            auto member = Codec<Member>::write(value.*d.pointer);
            if (!IsOptional<Member>::value || !member.is_null()) out.emplace(d.name, std::move(member));
        });
        return out;
    }
    static S read(boost::json::value const& value, FieldReader& in) {
        S out{};
        auto const* object = in.object(value);
        if (object == nullptr) return out;
        std::vector<std::string_view> known;
        boost::mp11::mp_for_each<Members>([&](auto d) {
            using Member = std::remove_cvref_t<decltype(out.*d.pointer)>;
            known.emplace_back(d.name);
            auto scope = in.enter(d.name);
            auto const* member = object->if_contains(d.name);
            if (member != nullptr && !member->is_null()) out.*d.pointer = Codec<Member>::read(*member, in);
            else if constexpr (!IsOptional<Member>::value) in.required();
        });
        in.refuse_others(*object, known);
        return out;
    }
    static boost::json::object schema() {
        boost::json::object properties;
        boost::json::array required;
        boost::mp11::mp_for_each<Members>([&](auto d) {
            using Member = std::remove_cvref_t<decltype(std::declval<S&>().*d.pointer)>;
            properties.emplace(d.name, Codec<Member>::schema());
            if (!IsOptional<Member>::value) required.push_back(boost::json::value(d.name));
        });
        boost::json::object out{{"type", "object"}, {"additionalProperties", false}};
        out.emplace("properties", std::move(properties));
        if (!required.empty()) out.emplace("required", std::move(required));
        return out;
    }
};

}  // namespace anping
