// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <anping/field/money.hpp>
#include <anping/field/scope.hpp>

namespace anping::field {
namespace {

TEST(Money, IsWrittenInYuanToTheFen) {
    EXPECT_EQ(to_yuan({0}), "0.00");
    EXPECT_EQ(to_yuan({5}), "0.05");
    EXPECT_EQ(to_yuan({12345678}), "123456.78");
    EXPECT_EQ(to_yuan({1'000'000'000'000}), "10000000000.00");
}

TEST(Money, IsRoundedHalfUpInTenThousands) {
    EXPECT_EQ(to_ten_thousand({12'345'678}), "12.35");
    EXPECT_EQ(to_ten_thousand({12'345'000}), "12.35");
    EXPECT_EQ(to_ten_thousand({12'344'999}), "12.34");
    EXPECT_EQ(to_ten_thousand({4'999}), "0.00");
    EXPECT_EQ(to_ten_thousand({5'000}), "0.01");
    EXPECT_EQ(to_ten_thousand({1'000'000'000'000}), "1000000.00");
}

TEST(Money, IsNeverNegativeFractionalOrBeyondTenBillion) {
    EXPECT_EQ(from_json<Money>(1'000'000'000'000).value().fen, 1'000'000'000'000);
    EXPECT_EQ(from_json<Money>(0).value().fen, 0);
    EXPECT_EQ(from_json<Money>(-1).error().fields.at(0).rule, "money");
    EXPECT_EQ(from_json<Money>(1'000'000'000'001).error().fields.at(0).rule, "money");
    EXPECT_EQ(from_json<Money>(1.5).error().fields.at(0).rule, "integer");
    EXPECT_EQ(from_json<Money>("100").error().fields.at(0).rule, "integer");
    EXPECT_EQ(to_json(Money{250}), boost::json::value(250));
}

TEST(Scope, IsALowerCaseCode) {
    EXPECT_EQ(from_json<Scope>("assess.1").value().code, "assess.1");
    EXPECT_EQ(from_json<Scope>("test.coal_mine").value().code, "test.coal_mine");
    for (auto const* bad : {"Assess.1", "assess 1", "评价", "assess-1"})
        EXPECT_EQ(from_json<Scope>(bad).error().fields.at(0).rule, "scope") << bad;
    EXPECT_EQ(from_json<Scope>(std::string(41, 'a').c_str()).error().fields.at(0).rule, "max_length");
    EXPECT_EQ(from_json<Scope>("").error().fields.at(0).rule, "required");
    EXPECT_EQ(to_json(Scope{"assess.2"}), boost::json::value("assess.2"));
}

}  // namespace
}  // namespace anping::field
