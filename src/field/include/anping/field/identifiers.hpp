// SPDX-License-Identifier: Apache-2.0
// Numbers with a check digit: unified social credit code (GB 32100-2015), citizen identity number (GB 11643-1999).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <anping/base/codec.hpp>
#include <anping/field/date.hpp>

namespace anping::field {

// 18 characters, upper case, check digits right (its own and that of the organisation code inside it, GB 11714).
struct CreditCode {
    std::string text;
    auto operator<=>(CreditCode const&) const = default;
    bool operator==(CreditCode const&) const = default;
};
std::optional<CreditCode> parse_credit_code(std::string_view text);

// 18 characters, birth date real and not in the future of `today`, check digit right. Personal data: never in the
// ledger, masked on the page. The region may be an abolished one.
struct IdentityNumber {
    std::string text;
    auto operator<=>(IdentityNumber const&) const = default;
    bool operator==(IdentityNumber const&) const = default;
};
std::optional<IdentityNumber> parse_identity_number(std::string_view text, Date today);
std::string masked(IdentityNumber const& number);  // "650***********1234"

}  // namespace anping::field

namespace anping {
template <>
struct Codec<field::CreditCode> {
    static boost::json::value write(field::CreditCode const& code) { return boost::json::value(code.text); }
    static field::CreditCode read(boost::json::value const& value, FieldReader& in);
    static boost::json::object schema() { return {{"type", "string"}, {"pattern", "^[0-9A-HJ-NPQRTUWXY]{18}$"}}; }
};
}  // namespace anping
