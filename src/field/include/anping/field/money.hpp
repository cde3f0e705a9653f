// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include <anping/base/codec.hpp>

namespace anping::field {

// Yuan in fen, never negative, at most 10 billion yuan. JSON: the integer number of fen.
struct Money {
    std::int64_t fen = 0;
    auto operator<=>(Money const&) const = default;
};

std::string to_yuan(Money money);          // "123456.78"
std::string to_ten_thousand(Money money);  // "12.35", 万元, rounded half up

}  // namespace anping::field

namespace anping {
template <>
struct Codec<field::Money> {
    static boost::json::value write(field::Money money) { return money.fen; }
    static field::Money read(boost::json::value const& value, FieldReader& in);
    static boost::json::object schema() {
        return {{"type", "integer"}, {"minimum", 0}, {"maximum", 1'000'000'000'000}, {"description", "人民币，分"}};
    }
};
}  // namespace anping
