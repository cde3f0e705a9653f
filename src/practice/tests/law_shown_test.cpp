// SPDX-License-Identifier: Apache-2.0
// Whatever is flagged, due, held or refused shows its clause as the book has it, how sure that is, and the facts.
#include <set>

#include "story.hpp"

namespace anping::practice {
namespace {

class Shown : public Story {
protected:
    // What stands in an event about a clause, against the book itself.
    void agrees(rulebook::Citation const& shown) {
        SCOPED_TRACE(shown.book + "/" + shown.clause);
        auto const here = house.law->at({{"652301"}});
        auto const* clause = here.by_id(shown.clause, field::beijing_date(house.clock.now()));
        ASSERT_NE(clause, nullptr) << "no clause of that number";
        EXPECT_EQ(shown.book, clause->book);
        EXPECT_FALSE(shown.text.empty());
        EXPECT_EQ(shown.text, clause->citation.text);
        EXPECT_EQ(shown.title, clause->citation.title);
        EXPECT_EQ(shown.source, clause->citation.source);
        EXPECT_EQ(shown.mark, clause->citation.mark);
        EXPECT_EQ(shown.binding, clause->citation.binding) << "confirmed, or only recalled";
        EXPECT_EQ(shown.digest, clause->citation.digest) << "which text was applied";
    }
    // In a condition it stands in quotes, in a sentence in braces.
    static bool names(std::string const& clause, std::string const& fact) {
        return clause.find('"' + fact + '"') != std::string::npos || clause.find('{' + fact) != std::string::npos;
    }
    // The facts shown are those the clause itself names, and none of them is missing.
    void agrees(rulebook::Flag const& flag) {
        agrees(flag.citation);
        SCOPED_TRACE(flag.watch);
        auto const* clause = house.law->by_id(flag.citation.clause);
        ASSERT_NE(clause, nullptr);
        auto const written = json::serialize(clause->body);
        EXPECT_FALSE(flag.facts.empty());
        for (auto const& [name, value] : flag.facts)
            EXPECT_TRUE(names(written, name)) << name << " is not of the clause";
        EXPECT_FALSE(flag.text.empty());
        EXPECT_EQ(flag.text.find('{'), std::string::npos) << "a fact was not filled in: " << flag.text;
        EXPECT_FALSE(flag.clears.empty()) << "nobody would know what to do about it";
        if (flag.severity == "finding") { EXPECT_TRUE(flag.citation.binding) << "only a confirmed clause accuses"; }
        seen.insert(flag.watch);
    }
    void all_of(ProjectId const& id) {
        auto const page = view(id);
        for (auto const& row : page.flags) agrees(row.flag.value());
        for (auto const& row : page.deadlines) {
            auto const deadline = row.deadline.value();
            agrees(deadline.citation);
            EXPECT_FALSE(deadline.facts.empty());
            EXPECT_FALSE(deadline.count.empty());
        }
    }
    // Every clause a refusal names is there to be read.
    void refused(Result<ledger::Written> const& answer, std::string const& by) {
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().key, by);
        EXPECT_FALSE(answer.error().clauses.empty()) << by;
        for (auto const& clause : answer.error().clauses) {
            auto const* known = house.law->by_id(clause.substr(clause.find('/') + 1));
            ASSERT_NE(known, nullptr) << clause;
            EXPECT_FALSE(known->citation.text.empty());
        }
    }
    std::set<std::string> seen;
};
INSTANTIATE_TEST_SUITE_P(Db, Shown, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Shown, IsEveryFlagAndDeadlineOfAWholeProject) {
    all_of(whole());
    EXPECT_FALSE(seen.empty());
}

TEST_P(Shown, IsEveryFlagOfAProjectThatGoesWrong) {
    go_to("2026-03-30T09:00:00+08:00");
    auto in = house.contract();
    in.scope = {"assess.1"};
    in.risk.reset();
    in.terms = Terms{{"两个阶段"}, {{"pre"}, {"acceptance"}}, true, Text<1, 500>{"取得许可后付款"}};
    auto const id = opened(in);
    surveyed(id);
    notified(id, "2026-03-31", "2026-03-31");
    reported(id, "%PDF report");
    all_of(id);
    EXPECT_THAT(seen, ::testing::IsSupersetOf({"scope_exceeded", "notice_late", "team_missing"}));
}

TEST_P(Shown, IsTheClauseOfEveryHold) {
    using enum ReviewStep;
    auto const id = opened();
    auto const sm3 = reported(id, "%PDF report");
    refused(publish(id, sm3), "practice.not_reviewed");
    refused(sign(id, technical_lead, sm3), "practice.review_order");
    auto const author = house.of_institution(access::Role::internal_reviewer, "A-leader");
    refused(
        house.act(author, house.service.sign_review(author, id, house.confirming(author, id, internal_review, sm3))),
        "practice.own_report");
    auto const who = reviewer(internal_review);
    refused(house.act(who, house.service.sign_review(who, id, {internal_review, {sm3}, {"同意"}, {}})),
            "practice.key_needed");
}

}  // namespace
}  // namespace anping::practice
