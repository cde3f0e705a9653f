// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <anping/field/money.hpp>

namespace anping::field {

std::string to_yuan(Money money) { return fmt::format("{}.{:02}", money.fen / 100, money.fen % 100); }

std::string to_ten_thousand(Money money) {
    auto const hundredths = (money.fen + 5'000) / 10'000;
    return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
}

}  // namespace anping::field

namespace anping {

field::Money Codec<field::Money>::read(boost::json::value const& value, FieldReader& in) {
    auto const fen = in.integer(value);
    if (fen < 0) in.problem("money", "金额不能为负");
    if (fen > 1'000'000'000'000) in.problem("money", "金额不能超过 100 亿元");
    return {fen};
}

}  // namespace anping
