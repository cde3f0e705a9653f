// SPDX-License-Identifier: Apache-2.0
// Business scopes an institution can be certified for. Codes are stable; names and staffing are rulebook data
// (Order No. 1 of 2019, annex 1).
#pragma once

#include <compare>
#include <string>

#include <anping/base/codec.hpp>

namespace anping::field {

// "assess.1" .. "assess.7" and testing scopes "test.*"; 1 to 40 characters of [a-z0-9._].
struct Scope {
    std::string code;
    auto operator<=>(Scope const&) const = default;
    bool operator==(Scope const&) const = default;
};

}  // namespace anping::field

namespace anping {
template <>
struct Codec<field::Scope> {
    static boost::json::value write(field::Scope const& scope) { return boost::json::value(scope.code); }
    static field::Scope read(boost::json::value const& value, FieldReader& in);
    static boost::json::object schema() { return {{"type", "string"}, {"pattern", "^[a-z0-9._]{1,40}$"}}; }
};
}  // namespace anping
