// SPDX-License-Identifier: Apache-2.0
// Deputies, and what the bureau itself is late with.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/ledger/verify.hpp>

#include "house.hpp"

namespace anping::circulation {
namespace {

using access::Role;
using testing::at;
using testing::day;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Desks : public ::testing::TestWithParam<db::Backend> {
protected:
    std::string sent(access::Principal const& from, access::Principal const& to, char const* text, char const* due) {
        SendSlip in;
        in.matters = {house.matter()};
        in.to = {{{to.unit}, from.unit == to.unit ? std::optional(to.account) : std::nullopt}};
        in.text = Text<1, 2000>{text};
        in.due = day(due);
        return house.sent(from, in);
    }
    int named(access::Principal const& by, NameDeputy const& in) {
        return house.post(by, "/deputies", to_json(in)).status;
    }
    // "bureau what officer days flags" of what is late.
    std::vector<std::string> late(access::Principal const& who) {
        std::vector<std::string> out;
        for (auto const& one : house.rows(who, "/oversight", "overdue"))
            out.push_back(testing::House::text_of(one, "bureau") + " " + testing::House::text_of(one, "what") +
                          testing::House::text_of(one, "officer_name") + " " +
                          std::to_string(one.at("days").to_number<std::int64_t>()) + " " +
                          std::to_string(one.at("flags").as_array().size()));
        return out;
    }
    void is(char const* when) { house.practice.clock.set(at(when)); }
    static json::value answer(Outcome outcome) { return to_json(AnswerSlip{outcome, Text<1, 2000>{"已办"}, {}}); }

    testing::House house{GetParam()};
    access::Principal clerk = house.officer("张经办", Role::clerk, "652301");
    access::Principal colleague = house.officer("李经办", Role::clerk, "652301");
    access::Principal head = house.officer("王科长", Role::section_head, "652301");
    access::Principal above = house.officer("州科长", Role::section_head, "652300");
    access::Principal beside = house.officer("邻县科长", Role::section_head, "652302");
    access::Principal province = house.officer("区局长", Role::leader, "650000");
};
INSTANTIATE_TEST_SUITE_P(Db, Desks, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Desks, OfAnAbsentOfficerReachTheDeputyOnTheirDaysAndSaySo) {
    auto const id = sent(clerk, colleague, "请核对", "2026-03-06");
    NameDeputy const in{{}, head.account, day("2026-03-03"), day("2026-03-04"), {"外出培训"}};
    EXPECT_EQ(named(colleague, in), 201);
    EXPECT_THAT(house.waiting(head), IsEmpty());
    is("2026-03-03T08:00:00+08:00");
    EXPECT_THAT(house.waiting(head), ElementsAre("transfer 请核对"));
    EXPECT_THAT(house.waiting(colleague), ElementsAre("transfer 请核对"));
    EXPECT_EQ(house.read(head, "/slips").at("items").at(0).at("lines").at(0).at("deputy_for"), "李经办");
    EXPECT_EQ(house.post(head, "/slips/" + id + "/answers", answer(Outcome::finished)).status, 201);
    auto const line = house.read(clerk, "/slips?box=sent").at("items").at(0).at("lines").at(0);
    EXPECT_EQ(line.at("answered_by"), "王科长");
    EXPECT_EQ(line.at("answered_for"), "李经办");
    sent(clerk, colleague, "再核对", "2026-03-06");
    is("2026-03-05T08:00:00+08:00");
    EXPECT_THAT(house.waiting(head), IsEmpty());
    EXPECT_EQ(house.read(head, "/deputies").at("items").at(0).at("now"), false);
}

TEST_P(Desks, AreDeputisedByTheirOfficerOrWhoAnswersForTheSection) {
    NameDeputy in{colleague.account, clerk.account, day("2026-03-02"), day("2026-03-06"), {"病假"}};
    EXPECT_EQ(named(clerk, in), 400);
    EXPECT_EQ(named(head, in), 201);
    in.deputy = above.account;
    EXPECT_EQ(named(head, in), 400);
    in.deputy = colleague.account;
    EXPECT_EQ(named(head, in), 400);
    in.deputy = clerk.account;
    in.from = day("2026-03-01");
    EXPECT_EQ(named(head, in), 400);
    in.from = day("2026-03-07");
    EXPECT_EQ(named(head, in), 400);
    in.officer = above.account;
    EXPECT_EQ(named(head, in), 400);
}

TEST_P(Desks, AreTheirOfficersAgainOnceTheDeputyIsEnded) {
    sent(clerk, colleague, "请核对", "2026-03-06");
    named(colleague, {{}, head.account, day("2026-03-02"), day("2026-03-06"), {"出差"}});
    EXPECT_THAT(house.waiting(head), ElementsAre("transfer 请核对"));
    auto const id = std::string(house.read(colleague, "/deputies").at("items").at(0).at("id").as_string());
    auto const end = [&](access::Principal const& who) {
        return house.post(who, "/deputies/" + id + "/ending", to_json(EndDeputy{{"提前回来"}})).status;
    };
    EXPECT_EQ(end(clerk), 409);
    EXPECT_EQ(end(above), 404);
    EXPECT_EQ(end(colleague), 201);
    EXPECT_EQ(end(colleague), 409);
    EXPECT_THAT(house.waiting(head), IsEmpty());
    auto const seen = house.read(colleague, "/deputies").at("items").at(0);
    EXPECT_EQ(seen.at("ended_by"), "李经办");
    EXPECT_EQ(seen.at("ended_reason"), "提前回来");
    EXPECT_TRUE(ledger::verify_state(house.practice.database.address(), house.practice.projections,
                                     {ledger::Personal::schema()})
                    .findings.empty());
}

TEST_P(Desks, GiveTheDeputyNoRightToSeeMoreThanTheirOwn) {
    // A colleague whose office reads no enterprise still reads projects; an expert of the bureau reads neither.
    auto const expert = house.officer("专家", Role::expert, "652301");
    sent(clerk, colleague, "请核对", "2026-03-06");
    EXPECT_EQ(named(colleague, {{}, expert.account, day("2026-03-02"), day("2026-03-06"), {"出差"}}), 201);
    EXPECT_EQ(house.caller.get(expert, "/api/v1/slips").status, 403);
    auto lease = house.practice.pool.lease();
    EXPECT_THAT(house.service.waiting(*lease, expert, 10), IsEmpty());
}

TEST_P(Desks, ThatAreLateShowToTheSectionHeadAndFiveWorkingDaysOnToTheBureausAbove) {
    sent(clerk, colleague, "请核对", "2026-03-06");
    is("2026-03-06T18:00:00+08:00");
    EXPECT_THAT(late(head), IsEmpty());
    is("2026-03-09T08:00:00+08:00");  // the Monday after
    EXPECT_THAT(late(head), ElementsAre("B-652301 转办李经办 1 1"));
    EXPECT_THAT(late(above), IsEmpty());
    is("2026-03-13T08:00:00+08:00");
    EXPECT_THAT(late(head), ElementsAre("B-652301 转办李经办 5 2"));
    EXPECT_THAT(late(above), ElementsAre("B-652301 转办李经办 5 2"));
    EXPECT_THAT(late(province), ElementsAre("B-652301 转办李经办 5 2"));
    EXPECT_THAT(late(beside), IsEmpty());
    auto const flag = house.read(above, "/oversight").at("overdue").at(0).at("flags").at(1);
    EXPECT_EQ(flag.at("citation").at("clause"), "CN-BUREAU-2");
    EXPECT_EQ(flag.at("facts").at("bureau.due"), "2026-03-06");
}

TEST_P(Desks, OfABureauBelowAreLateThereAndNotWhereTheSlipCameFrom) {
    sent(above, clerk, "请县局核查", "2026-03-06");
    is("2026-03-09T08:00:00+08:00");
    EXPECT_THAT(late(head), ElementsAre("B-652301 转办 1 1"));
    EXPECT_THAT(late(above), IsEmpty());
}

TEST_P(Desks, ShowWhatTheLawSetTheBureauADayForBesideTheirOwnSlips) {
    house.matters.decision_due = day("2026-03-06");
    house.matters.decided_about = house.matter();
    is("2026-03-13T08:00:00+08:00");
    EXPECT_THAT(late(above), ElementsAre("B-652301 作出许可决定 5 2"));
}

TEST_P(Desks, ShowWhatRunsByTheHourOnceItsHourIsPast) {
    house.matters.due_at = parse_timestamp("2026-03-06T10:00:00+08:00");
    house.matters.decided_about = house.matter();
    is("2026-03-06T10:30:00+08:00");
    EXPECT_THAT(late(head), ElementsAre("B-652301 批准后移送公安机关 1 1"));
    EXPECT_THAT(late(above), IsEmpty());
}

TEST_P(Desks, AreCountedForEachBureauBesideItsInstitutions) {
    sent(clerk, colleague, "请核对", "2026-03-06");
    // Of this one no notice is given.
    house.practice.done(house.practice.leader(),
                        house.practice.service.open_project(house.practice.leader(), house.practice.contract()));
    is("2026-06-01T08:00:00+08:00");
    auto const county = house.read(head, "/oversight");
    EXPECT_EQ(county.at("bureaus").at(0).at("open"), 1);
    EXPECT_EQ(county.at("bureaus").at(0).at("own_overdue"), 1);
    EXPECT_EQ(county.at("bureaus").at(0).at("institutions_overdue"), 1);
    EXPECT_EQ(county.at("lying").as_array().size(), 1U);
    auto const prefecture = house.read(above, "/oversight").at("bureaus").as_array();
    ASSERT_EQ(prefecture.size(), 2U);
    EXPECT_EQ(prefecture.at(0).at("bureau"), "B-652300");
    EXPECT_EQ(prefecture.at(1).at("bureau"), "B-652301");
    EXPECT_EQ(prefecture.at(1).at("own_overdue"), 1);
    EXPECT_EQ(house.caller.get(clerk, "/api/v1/oversight").status, 403);
}

}  // namespace
}  // namespace anping::circulation
