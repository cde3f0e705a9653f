// SPDX-License-Identifier: Apache-2.0
#include "rules.hpp"

#include <gtest/gtest.h>

namespace anping::legal {
namespace {

rulebook::Law const& books() {
    static rulebook::Law const law = *rulebook::load(ANPING_SOURCE_DIR "/rulebooks").law;
    return law;
}

ConfirmClause asking(char const* clause) {
    auto const* found = books().by_id(clause);
    return {{clause}, {found == nullptr ? std::string(64, '0') : found->content}, {"与公布文本逐字核对"}};
}

TEST(LegalRules, AnOfficersWordHoldsInTheInnerRegion) {
    auto const& regions = books().regions();
    auto const held = [&](char const* book, char const* officer) {
        return holds_in({book}, {officer}, regions)->digits;
    };
    EXPECT_EQ(held("000000", "650000"), "650000") << "a province and the nation's book";
    EXPECT_EQ(held("650000", "650000"), "650000");
    EXPECT_EQ(held("652301", "650000"), "652301") << "a book below the officer";
    EXPECT_EQ(held("650000", "652301"), "652301");
    EXPECT_FALSE(holds_in({"320412"}, {"650000"}, regions)) << "no word of theirs";
}

TEST(LegalRules, WhatInformsOnlyCanBeConfirmed) {
    auto const confirmable = [](char const* clause) { return is_confirmable(books(), *books().by_id(clause)); };
    EXPECT_TRUE(confirmable("XJ-calendar"));
    EXPECT_TRUE(confirmable("CN-O1-19")) << "seen, but revised since: bridged";
    EXPECT_FALSE(confirmable("XJ-13a")) << "seen, and in force";
    for (auto const* clause : books().all())
        if (clause->citation.mark == rulebook::Mark::missing) { EXPECT_FALSE(confirmable(clause->id.c_str())); }
}

TEST(LegalRules, AConfirmationKeepsWhatItWasOf) {
    auto const event = decide_confirmation(asking("XJ-calendar"), {"650000"}, std::nullopt, books());
    ASSERT_TRUE(event);
    EXPECT_EQ(event->type, "legal.clause_confirmed");
    EXPECT_EQ(event->subject, "XJ-calendar");
    auto const said = from_trusted_json<ClauseConfirmed>(event->data);
    EXPECT_EQ(said.content.value, books().by_id("XJ-calendar")->content);
    EXPECT_EQ(said.book_digest, books().by_id("XJ-calendar")->citation.digest);
    EXPECT_EQ(said.region.digits, "650000");
}

TEST(LegalRules, AConfirmationIsRefusedWhereItWouldMeanNothing) {
    auto const key = [](ConfirmClause const& in, std::optional<std::string> const& standing = std::nullopt) {
        auto const event = decide_confirmation(in, {"650000"}, standing, books());
        return event ? std::string() : event.error().key;
    };
    EXPECT_EQ(key(asking("XJ-99")), "legal.no_clause");
    EXPECT_EQ(key(asking("XJ-13a")), "legal.binds_already");
    auto other = asking("XJ-calendar");
    EXPECT_EQ(key(other, other.digest.value), "legal.confirmed_already");
    EXPECT_EQ(key(other, std::string(64, 'a')), "") << "the text changed since";
    other.digest = {std::string(64, '0')};
    EXPECT_EQ(key(other), "legal.clause_changed");
    for (auto const* clause : books().all())
        if (clause->citation.mark == rulebook::Mark::missing) {
            EXPECT_EQ(key({{clause->id}, {clause->content}, {"已核对"}}), "legal.text_missing");
            break;
        }
}

TEST(LegalRules, OnlyWhatStandsIsWithdrawn) {
    EXPECT_EQ(decide_withdrawal("XJ-calendar", {{"核对有误"}}, {"650000"}, std::nullopt).error().key,
              "legal.not_confirmed");
    auto const event = decide_withdrawal("XJ-calendar", {{"核对有误"}}, {"650000"}, "abc");
    ASSERT_TRUE(event);
    EXPECT_EQ(event->type, "legal.confirmation_withdrawn");
}

}  // namespace
}  // namespace anping::legal
