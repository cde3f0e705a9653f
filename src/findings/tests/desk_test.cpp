// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <anping/api/testing.hpp>
#include <anping/findings/endpoints.hpp>
#include <anping/findings/events.hpp>
#include <anping/ledger/replay.hpp>
#include <anping/ledger/verify.hpp>

#include "house.hpp"

namespace anping::findings {
namespace {

using access::Role;
using api::testing::body_of;

std::string encoded(std::string const& utf8) {
    std::string out;
    for (auto const c : utf8) out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    return out;
}

class Desk : public ::testing::TestWithParam<db::Backend> {
protected:
    Desk() {
        auto const passage = house.original(400);
        house.file(theirs, house.open(theirs), house.original(600) + passage);
        report = house.file(ours, house.open(ours), house.original(500) + passage);
        auto const screener = house.screener();
        while (screener->next().value()) {}
    }
    access::Principal bureau(Role role, std::string const& region = "652301") const {
        return house.practice.of_bureau(role, region, "A-" + region);
    }
    std::string finding(access::Principal const& who) {
        auto const page = body_of(caller.get(who, "/api/v1/findings?report=" + report.text));
        return page.at("items").as_array().empty() ? "" : std::string(page.at("items").at(0).at("id").as_string());
    }
    int decide(access::Principal const& who, std::string const& id, Outcome outcome) {
        return caller.post(who, "/api/v1/findings/" + id + "/decisions", to_json(DecideFinding{outcome, {"已经核对"}}))
            .status;
    }
    int answer(access::Principal const& who, std::string const& id) {
        return caller.post(who, "/api/v1/findings/" + id + "/answers", to_json(AnswerFinding{{"两份报告同一来源"}}))
            .status;
    }
    std::string project() {
        return std::string(body_of(caller.get(bureau(Role::clerk), "/api/v1/reports/" + report.text + "/screening"))
                               .at("project")
                               .as_string());
    }
    int hold(access::Principal const& who, char const* until) {
        return caller
            .post(who, "/api/v1/projects/" + project() + "/finding-holds",
                  to_json(HoldBack{field::parse_date(until).value(), {"举报核实期间"}}))
            .status;
    }
    json::array holds() {
        auto const path = "/api/v1/projects/" + project() + "/finding-holds";
        return body_of(caller.get(bureau(Role::clerk), path)).at("items").as_array();
    }
    std::string state(std::string const& id) {
        return std::string(
            body_of(caller.get(bureau(Role::clerk), "/api/v1/findings/" + id)).at("summary").at("state").as_string());
    }

    testing::House house{GetParam()};
    testing::House::Author const ours = house.ours();
    testing::House::Author const theirs = house.theirs();
    practice::ReportId report;
    Service const service{{[this] { return house.practice.law; }, house.practice.service, house.practice.registry,
                           house.practice.vault, house.practice.policy, house.practice.clock,
                           [] { return Progress(); }}};
    api::testing::Caller const caller{endpoints(service, house.practice.writer, house.practice.pool),
                                      house.practice.policy, house.practice.clock};
};

TEST_P(Desk, OfficersOfThePlaceAndTheInstitutionItselfSeeAFindingAndNobodyElse) {
    auto const id = finding(bureau(Role::clerk));
    ASSERT_NE(id, "");
    EXPECT_EQ(finding(bureau(Role::leader, "650000")), id);
    EXPECT_EQ(finding(ours.leader), id);
    for (auto const& who : {bureau(Role::clerk, "652302"), theirs.leader, house.practice.the_enterprise()}) {
        auto const status = caller.get(who, "/api/v1/findings/" + id).status;
        EXPECT_TRUE(status == 404 || status == 403) << status;
        EXPECT_NE(caller.get(who, "/api/v1/reports/" + report.text + "/screening").status, 200);
        EXPECT_NE(caller.get(who, "/api/v1/reports/" + report.text + "/reading").status, 200);
    }
    EXPECT_EQ(finding(theirs.leader), "");
    EXPECT_EQ(caller.get(bureau(Role::clerk), "/api/v1/findings/XS-404").status, 404);
}

TEST_P(Desk, AFindingGoesFromTheQuestionToTheAnswerToTheDecision) {
    auto const id = finding(bureau(Role::clerk));
    EXPECT_EQ(decide(bureau(Role::clerk), id, Outcome::asked), 201);
    EXPECT_EQ(state(id), "asked");
    EXPECT_EQ(answer(ours.leader, id), 201);
    EXPECT_EQ(state(id), "answered");
    EXPECT_EQ(decide(bureau(Role::section_head), id, Outcome::accepted), 201);
    EXPECT_EQ(state(id), "accepted");
    EXPECT_EQ(decide(bureau(Role::section_head), id, Outcome::accepted), 409);
    EXPECT_EQ(answer(ours.leader, id), 201);
    EXPECT_EQ(state(id), "accepted") << "what is said later opens nothing";
    auto const view = body_of(caller.get(ours.leader, "/api/v1/findings/" + id));
    ASSERT_EQ(view.at("acts").as_array().size(), 4U);
    EXPECT_EQ(view.at("acts").at(1).at("unit_name"), "天山安评");
    EXPECT_EQ(view.at("source").at("institution_name"), "");
    EXPECT_EQ(view.at("clause").at("clause"), "CN-DETECT");
}

TEST_P(Desk, OfficersDecideInstitutionsAnswerAndNobodyDoesTheOthersPart) {
    auto const id = finding(bureau(Role::clerk));
    EXPECT_EQ(decide(ours.leader, id, Outcome::dismissed), 403);
    EXPECT_EQ(answer(bureau(Role::clerk), id), 403);
    EXPECT_EQ(answer(theirs.leader, id), 404);
    EXPECT_EQ(decide(bureau(Role::clerk, "652302"), id, Outcome::dismissed), 404);
    EXPECT_EQ(state(id), "open");
}

TEST_P(Desk, WhatIsHeldBackIsForTheInstitutionAsIfNothingHadBeenFound) {
    auto const id = finding(bureau(Role::clerk));
    EXPECT_EQ(hold(bureau(Role::clerk), "2026-03-20"), 403) << "a section head's to say";
    EXPECT_EQ(hold(bureau(Role::section_head), "2027-03-20"), 400) << "longer than the book has it";
    EXPECT_EQ(hold(bureau(Role::section_head), "2026-03-20"), 201);
    EXPECT_EQ(hold(bureau(Role::section_head), "2026-03-21"), 409);
    EXPECT_EQ(finding(ours.leader), "");
    EXPECT_EQ(caller.get(ours.leader, "/api/v1/findings/" + id).status, 404);
    EXPECT_EQ(answer(ours.leader, id), 404);
    auto const screening = body_of(caller.get(ours.leader, "/api/v1/reports/" + report.text + "/screening"));
    EXPECT_EQ(screening.at("state"), "waiting");
    EXPECT_TRUE(screening.at("sources").as_array().empty());
    EXPECT_EQ(caller.get(ours.leader, "/api/v1/reports/" + report.text + "/reading").status, 409);
    auto const seen = body_of(caller.get(bureau(Role::clerk), "/api/v1/findings/" + id));
    EXPECT_EQ(seen.at("hold").at("until"), "2026-03-20");
}

TEST_P(Desk, NothingAdverseIsDecidedBeforeTheInstitutionIsTold) {
    auto const id = finding(bureau(Role::clerk));
    EXPECT_EQ(hold(bureau(Role::section_head), "2026-03-20"), 201);
    EXPECT_EQ(decide(bureau(Role::section_head), id, Outcome::accepted), 409);
    EXPECT_EQ(decide(bureau(Role::section_head), id, Outcome::asked), 409);
    auto const held = holds().at(0).at("id").as_string();
    auto const end = "/api/v1/finding-holds/" + std::string(held) + "/end";
    EXPECT_EQ(caller.post(bureau(Role::section_head), end, to_json(EndHold{{"可以告知"}})).status, 201);
    EXPECT_EQ(caller.post(bureau(Role::section_head), end, to_json(EndHold{{"可以告知"}})).status, 409);
    EXPECT_EQ(finding(ours.leader), id);
    EXPECT_EQ(decide(bureau(Role::section_head), id, Outcome::accepted), 201);
}

TEST_P(Desk, WhatATipSaysIsAFindingLikeAnyOther) {
    auto const path = "/api/v1/reports/" + report.text + "/findings";
    auto const in = to_json(EnterFinding{Told::tip, {"现场没有见到评价人员"}, {{"JB-12"}}});
    EXPECT_EQ(caller.post(ours.leader, path, in).status, 403);
    EXPECT_EQ(caller.post(bureau(Role::clerk, "652302"), path, in).status, 404);
    auto const written = caller.post(bureau(Role::clerk), path, in);
    ASSERT_EQ(written.status, 201) << written.body;
    std::string const id(body_of(written).at("result").at("id").as_string());
    auto const seen = body_of(caller.get(ours.leader, "/api/v1/findings/" + id));
    EXPECT_EQ(seen.at("summary").at("detector_name"), "举报");
    EXPECT_EQ(seen.at("facts").at(0).at("value"), "JB-12");
    EXPECT_EQ(house.practice.act(bureau(Role::clerk), service.ask_screening(report, {{"再查一次"}})).has_value(), true);
    auto const screener = house.screener();
    while (screener->next().value()) {}
    EXPECT_EQ(answer(ours.leader, id), 201);
    EXPECT_EQ(decide(bureau(Role::clerk), id, Outcome::dismissed), 201);
    auto const listed = body_of(caller.get(bureau(Role::clerk), "/api/v1/findings?detector=told.tip"));
    EXPECT_EQ(listed.at("items").as_array().size(), 1U) << "screening again leaves it";
}

TEST_P(Desk, FromAnAccidentBackToTheReportsThatShouldHaveNamedTheHazard) {
    auto const page = [&](char const* before, std::string const& words) {
        return body_of(caller.get(bureau(Role::clerk), "/api/v1/report-traces?enterprise=" + ours.enterprise.text +
                                                           "&before=" + before + "&words=" + words))
            .at("items")
            .as_array();
    };
    auto const text = house.original(300);
    auto const project = house.open(ours);
    auto const named = house.file(ours, project, text);
    auto const screener = house.screener();
    while (screener->next().value()) {}
    std::string const words = text.substr(30, 12);
    auto const rows = page("2026-03-03", encoded(words));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(std::string(rows.at(0).at("report").as_string()), named.text);
    EXPECT_GE(rows.at(0).at("times").as_int64(), 1);
    EXPECT_NE(rows.at(0).at("around").as_string().find(words), std::string::npos);
    EXPECT_TRUE(rows.at(1).at("readable").as_bool());
    EXPECT_EQ(rows.at(1).at("times"), 0) << "should have named it and does not";
    EXPECT_TRUE(page("2026-03-02", encoded(words)).empty()) << "filed on the day itself";
    EXPECT_EQ(caller.get(bureau(Role::clerk), "/api/v1/report-traces?enterprise=Q-1").status, 400);
    EXPECT_EQ(caller.get(ours.leader, "/api/v1/report-traces?enterprise=Q-1&before=2026-03-03").status, 403);
}

TEST_P(Desk, AnInnocentLookAlikeIsClearedWithoutTheInstitutionEverHearingOfIt) {
    auto const id = finding(bureau(Role::clerk));
    EXPECT_EQ(hold(bureau(Role::section_head), "2026-03-20"), 201);
    EXPECT_EQ(decide(bureau(Role::clerk), id, Outcome::dismissed), 201);
}

TEST_P(Desk, AHoldEndsByItselfWhenItsDayHasPassedAndWhenTheArchiveIsSealed) {
    auto const id = finding(bureau(Role::clerk));
    EXPECT_EQ(hold(bureau(Role::section_head), "2026-03-20"), 201);
    house.practice.clock.set(parse_timestamp("2026-03-21T00:00:01+08:00").value());
    EXPECT_EQ(finding(ours.leader), id);
    EXPECT_EQ(hold(bureau(Role::section_head), "2026-03-25"), 201);
    EXPECT_EQ(finding(ours.leader), "");
    house.practice.act(ours.leader, [&](ledger::Transaction&) -> Result<ledger::Decided> {
        return ledger::Decided{{ledger::event(project(), practice::ProjectArchived{})}, {}};
    });
    EXPECT_EQ(finding(ours.leader), id);
    EXPECT_FALSE(holds().at(0).at("holds").as_bool());
}

TEST_P(Desk, WhatIsDismissedCountsAgainstItsDetector) {
    auto const id = finding(bureau(Role::clerk));
    EXPECT_EQ(decide(bureau(Role::clerk), id, Outcome::dismissed), 201);
    auto const record = body_of(caller.get(bureau(Role::clerk), "/api/v1/findings/" + id)).at("record");
    EXPECT_EQ(record.at("raised"), 1);
    EXPECT_EQ(record.at("dismissed"), 1);
    EXPECT_EQ(record.at("name"), "与其他报告文字相同");
    auto const records = body_of(caller.get(bureau(Role::clerk), "/api/v1/finding-records"));
    EXPECT_EQ(records.at("items").as_array().size(), 1U);
}

TEST_P(Desk, ListsAreNarrowedAndCountedAlike) {
    auto const count = [&](std::string const& query) {
        auto const clerk = bureau(Role::clerk);
        auto const listed = body_of(caller.get(clerk, "/api/v1/findings?" + query)).at("items").as_array().size();
        EXPECT_EQ(body_of(caller.get(clerk, "/api/v1/finding-count?" + query)).at("count").as_int64(), listed) << query;
        return listed;
    };
    for (auto const* query : {"state=open", "detector=copied_passages", "strength=established", "region=652300"})
        EXPECT_EQ(count(query), 1U) << query;
    EXPECT_EQ(count("institution=" + ours.leader.unit), 1U);
    for (auto const* query :
         {"state=accepted", "detector=hidden_text", "strength=lead", "region=652302", "project=P-1"})
        EXPECT_EQ(count(query), 0U) << query;
    EXPECT_EQ(caller.get(bureau(Role::clerk), "/api/v1/findings?state=lost").status, 400);
}

TEST_P(Desk, APassageJudgedIsInTheListOfFamiliesForOfficers) {
    auto const id = finding(bureau(Role::clerk));
    auto const at = body_of(caller.get(bureau(Role::clerk), "/api/v1/reports/" + report.text + "/screening"))
                        .at("passages")
                        .at(0)
                        .at("passages")
                        .at(0)
                        .at("a_from")
                        .as_int64();
    json::object const in{{"at", at}, {"as", "common"}, {"reason", "行业通用"}};
    auto const address = "/api/v1/findings/" + id + "/families";
    EXPECT_EQ(caller.post(bureau(Role::clerk), address, in).status, 403);
    EXPECT_EQ(caller.post(bureau(Role::section_head), address, in).status, 201);
    auto const families = body_of(caller.get(bureau(Role::clerk), "/api/v1/families")).at("items");
    ASSERT_EQ(families.as_array().size(), 1U);
    EXPECT_EQ(families.at(0).at("judged"), "common");
    EXPECT_EQ(caller.get(ours.leader, "/api/v1/families").status, 403);
    json::object const nowhere{{"at", at + 1}, {"as", "common"}, {"reason", "行业通用"}};
    EXPECT_EQ(caller.post(bureau(Role::section_head), address, nowhere).status, 409);
}

TEST_P(Desk, ReportsThatShareTextAreAGraph) {
    auto const view = body_of(caller.get(bureau(Role::clerk), "/api/v1/clusters?least=100"));
    EXPECT_EQ(view.at("reports").as_array().size(), 2U);
    ASSERT_EQ(view.at("shares").as_array().size(), 1U);
    EXPECT_EQ(view.at("shares").at(0).at("later").as_string(), report.text);
    EXPECT_EQ(body_of(caller.get(bureau(Role::clerk), "/api/v1/clusters")).at("shares").as_array().size(), 0U);
    EXPECT_EQ(caller.get(bureau(Role::clerk), "/api/v1/clusters?least=-1").status, 400);
}

TEST_P(Desk, TheTablesAreWhatTheLedgerSays) {
    auto const id = finding(bureau(Role::clerk));
    EXPECT_EQ(answer(ours.leader, id), 201);
    EXPECT_EQ(decide(bureau(Role::clerk), id, Outcome::dismissed), 201);
    EXPECT_TRUE(ledger::verify_state(house.practice.database.address(), house.practice.projections,
                                     {ledger::Personal::schema()})
                    .findings.empty());
}

INSTANTIATE_TEST_SUITE_P(Everywhere, Desk, ::testing::ValuesIn(db::scratch_backends()), db::BackendName());

}  // namespace
}  // namespace anping::findings
