// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/shared_data.hpp"

#include <anping/field/identifiers.hpp>

namespace anping::field {
namespace {

using testing::day;
using testing::text;

boost::json::value const& vectors() {
    static auto const read = testing::shared_json("vectors/vectors.json");
    return read;
}

TEST(CreditCode, AcceptsEveryValidVectorAndRefusesEveryInvalidOne) {
    auto const& uscc = vectors().at("uscc");
    for (auto const& code : uscc.at("valid").as_array())
        EXPECT_EQ(parse_credit_code(text(code)).value_or(CreditCode{}).text, text(code));
    for (auto const& entry : uscc.at("invalid").as_array())
        EXPECT_FALSE(parse_credit_code(text(entry.at("code"))))
            << text(entry.at("code")) << " " << text(entry.at("why"));
    EXPECT_EQ(uscc.at("valid").as_array().size(), 60U);
    EXPECT_EQ(uscc.at("invalid").as_array().size(), 140U);
}

TEST(CreditCode, AcceptsRealCodesAndRefusesMisprintedOnes) {
    for (auto const& entry : vectors().at("uscc").at("real").as_array())
        EXPECT_EQ(parse_credit_code(text(entry.at("code"))).has_value(), entry.at("valid").as_bool());
    EXPECT_TRUE(parse_credit_code("91510100MA61T42C93"));
    EXPECT_TRUE(parse_credit_code("91510107749749603G"));
}

TEST(CreditCode, CatchesEverySingleWrongCharacter) {
    std::string const code = "91510100MA61T42C93";
    for (std::size_t i = 0; i < code.size(); ++i) {
        for (char c : std::string("0123456789ABCDEFGHJKLMNPQRTUWXY")) {
            auto changed = code;
            changed[i] = c;
            EXPECT_EQ(parse_credit_code(changed).has_value(), c == code[i]) << changed;
        }
    }
}

TEST(CreditCode, ChecksTheOrganisationCodeInsideIt) {
    // Outer check digit recomputed for a wrong inner one.
    EXPECT_TRUE(parse_credit_code("91510107749749603G"));
    int accepted = 0;
    for (char outer : std::string("0123456789ABCDEFGHJKLMNPQRTUWXY"))
        accepted += parse_credit_code(std::string("91510107749749604") + outer) ? 1 : 0;
    EXPECT_EQ(accepted, 0);
}

TEST(CreditCode, TellsThePersonWhatIsWrong) {
    auto const wrong = [](std::string_view code) {
        auto const result = from_json<CreditCode>(boost::json::value(code));
        return result ? std::string() : result.error().fields.at(0).rule + " " + result.error().fields.at(0).text;
    };
    EXPECT_NE(wrong("9151010774974960").find("18 位"), std::string::npos);
    EXPECT_NE(wrong("91510107749749603g").find("大写"), std::string::npos);
    EXPECT_NE(wrong("9151A107749749603G").find("行政区划"), std::string::npos);
    EXPECT_EQ(wrong("91510107749749603H").find("credit_code "), 0U);
    EXPECT_NE(wrong("91510107749749603H").find("校验"), std::string::npos);
    EXPECT_EQ(from_json<CreditCode>(" 91510107749749603G ").value().text, "91510107749749603G");
    EXPECT_EQ(from_json<CreditCode>(1).error().fields.at(0).rule, "string");
}

TEST(IdentityNumber, AcceptsEveryValidVectorAndRefusesEveryInvalidOne) {
    auto const& ids = vectors().at("resident_id");
    auto const today = day("2026-11-20");
    for (auto const& id : ids.at("valid").as_array())
        EXPECT_EQ(parse_identity_number(text(id), today).value_or(IdentityNumber{}).text, text(id));
    for (auto const& entry : ids.at("invalid").as_array())
        EXPECT_FALSE(parse_identity_number(text(entry.at("id")), today)) << text(entry.at("why"));
}

TEST(IdentityNumber, AcceptsALowerCaseCheckCharacterAndWritesItUpperCase) {
    EXPECT_EQ(parse_identity_number("11010519491231002x", day("2026-11-20"))->text, "11010519491231002X");
}

TEST(IdentityNumber, CatchesEverySingleWrongDigit) {
    std::string const number = "11010519491231002X";
    for (std::size_t i = 0; i < 17; ++i) {
        for (char c = '0'; c <= '9'; ++c) {
            auto changed = number;
            changed[i] = c;
            EXPECT_EQ(parse_identity_number(changed, day("2026-11-20")).has_value(), c == number[i]) << changed;
        }
    }
}

TEST(IdentityNumber, NobodyIsBornTomorrow) {
    EXPECT_TRUE(parse_identity_number("652301200111139438", day("2001-11-13")));
    EXPECT_FALSE(parse_identity_number("652301200111139438", day("2001-11-12")));
}

TEST(IdentityNumber, IsMaskedForThePage) {
    EXPECT_EQ(masked({"652301200111139438"}), "652***********9438");
    EXPECT_EQ(masked({"short"}), "*****");
    EXPECT_EQ(masked({""}), "");
}

}  // namespace
}  // namespace anping::field
