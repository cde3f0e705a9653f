// SPDX-License-Identifier: Apache-2.0
#include <anping/ledger/replay.hpp>
#include <anping/ledger/verify.hpp>

#include "house.hpp"

namespace anping::licensing {
namespace {

using practice::testing::at;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class WaitingApplications : public Applications {
protected:
    static std::vector<std::string> told(std::vector<WaitingApplication> const& found) {
        std::vector<std::string> out;
        for (auto const& row : found)
            out.push_back(std::string(boost::describe::enum_to_string(row.waiting.kind, "")) + " " + row.waiting.text);
        return out;
    }
    std::vector<std::string> desk_is_told(char const* region = "652301") {
        return told(service.waiting(*house.pool.lease(), registry::bureau_of({region}, {}), Hand::desk, 100));
    }
    std::vector<WaitingApplication> institution_is_asked() {
        return service.waiting(*house.pool.lease(), house.institution, 100);
    }
    void demanded(std::string const& id) {
        EXPECT_EQ(
            post(desk, "/" + id + "/corrections", to_json(DemandCorrection{project, {{"上传合同"}, {"上传票据"}}}))
                .status,
            201);
    }
    void closed(std::string const& id) {
        EXPECT_EQ(post(desk, "/" + id + "/correction-closings", to_json(CloseCorrection{1, {"已核对"}})).status, 201);
    }
    void on_day(char const* day) { house.clock.set(at((std::string(day) + "T09:00:00+08:00").c_str())); }
    PermitCount counted(char const* region = "650000") {
        auto found = service.counts(*house.pool.lease(), {region});
        EXPECT_EQ(found.size(), 1U);
        return found.empty() ? PermitCount{} : found.front();
    }
    void replays() {
        EXPECT_TRUE(ledger::verify_state(house.database.address(), house.projections, {ledger::Personal::schema()})
                        .findings.empty());
    }
};
INSTANTIATE_TEST_SUITE_P(Db, WaitingApplications, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(WaitingApplications, AreTheDesksOfTheirOwnPlace) {
    received();
    EXPECT_THAT(desk_is_told(), ElementsAre("examine 审核所依据的报告，有 1 份未审核"));
    EXPECT_THAT(desk_is_told("652302"), IsEmpty());
    EXPECT_THAT(desk_is_told("650000"), IsEmpty());
    EXPECT_THAT(told(service.waiting(*house.pool.lease(), registry::bureau_of({"652301"}, field::Authority::corps),
                                     Hand::desk, 100)),
                IsEmpty());
    EXPECT_EQ(
        service.waiting(*house.pool.lease(), registry::bureau_of({"652301"}, {}), Hand::desk, 100)[0].enterprise_name,
        "昌吉化工");
}

TEST_P(WaitingApplications, ComeInTheOrderOfTheirLimitUpToWhatIsAskedFor) {
    auto const later = received();
    ReceiveApplication first{house.enterprise,  {"chemical_production"}, {"先到期"},
                             day("2026-02-24"), day("2026-02-24"),       {{project}}};
    EXPECT_EQ(post(desk, "", to_json(first)).status, 201);
    auto const found = service.waiting(*house.pool.lease(), registry::bureau_of({"652301"}, {}), Hand::desk, 1);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].title, "先到期");
    EXPECT_EQ(service.waiting(*house.pool.lease(), registry::bureau_of({"652301"}, {}), Hand::desk, 100).size(), 2U);
    EXPECT_NE(found[0].application.text, later);
}

TEST_P(WaitingApplications, AskTheInstitutionUntilItAnswersAndTellTheApplicantUntilItIsClosed) {
    auto const id = received();
    demanded(id);
    auto const asked = institution_is_asked();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].waiting.text, "补正：上传合同 等 2 项");
    EXPECT_EQ(asked[0].waiting.due, day("2026-03-09"));
    EXPECT_EQ(asked[0].working_days_left, 5);
    EXPECT_EQ(asked[0].waiting.why->clause, "XJ-14.correction");
    EXPECT_THAT(told(service.waiting(*house.pool.lease(), house.enterprise, 100)),
                ElementsAre("correction_copy 机构须补正：上传合同 等 2 项"));
    EXPECT_EQ(post(house.leader(), "/" + id + "/correction-answers", to_json(AnswerCorrection{1, {"已上传"}})).status,
              201);
    EXPECT_THAT(institution_is_asked(), IsEmpty());
    EXPECT_THAT(desk_is_told(), ElementsAre("correction_answered 核对机构的答复，办结补正"));
    EXPECT_EQ(service.waiting(*house.pool.lease(), house.enterprise, 100).size(), 1U);
    closed(id);
    EXPECT_THAT(service.waiting(*house.pool.lease(), house.enterprise, 100), IsEmpty());
}

TEST_P(WaitingApplications, AreTheLeadersNearTheLimit) {
    auto const id = received();
    demanded(id);
    on_day("2026-03-23");
    auto const found = service.waiting(*house.pool.lease(), registry::bureau_of({"652301"}, {}), Hand::leader, 100);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].application.text, id);
    EXPECT_EQ(found[0].working_days_left, 5);
    EXPECT_THAT(found[0].waiting.text, HasSubstr("逾期未完成"));
}

TEST_P(WaitingApplications, AreThoseOfWhateverDeskTookThemIn) {
    desk = bureau(Role::permit_officer, "652300");
    auto const id = received();
    EXPECT_THAT(desk_is_told("652300"), ElementsAre("examine 审核所依据的报告，有 1 份未审核"));
    EXPECT_THAT(desk_is_told(), IsEmpty());
    EXPECT_EQ(view(desk, id).at("summary").at("bureau").as_string(), registry::bureau_of({"652300"}, {}).text);
    EXPECT_EQ(view(desk, id).at("summary").at("region"), "652301");
    replays();
}

TEST_P(WaitingApplications, TellAnInstitutionNothingOfWhatIsHeldAgainstAnothersReport) {
    auto const id = received();
    auto const opinion = to_json(ReviewReport{project, ReviewResult::to_correct, {"没有上传合同"}});
    EXPECT_EQ(post(desk, "/" + id + "/report-reviews", opinion).status, 201);
    demanded(id);
    auto const seen = [&](registry::InstitutionId const& reader) {
        auto lease = house.pool.lease();
        auto const view = service.application(*lease, {id}, reader).value();
        std::vector<std::string> out;
        for (auto const& report : view.reports)
            out.push_back(report.institution_name + report.opinion.value_or("") + (report.result ? "!" : ""));
        for (auto const& one : view.corrections) out.push_back(std::to_string(one.number));
        for (auto const& item : service.history(*lease, {id}, reader)) out.push_back(item.type);
        return out;
    };
    EXPECT_THAT(seen(house.institution), ElementsAre("天山安评没有上传合同!", "1", "licensing.correction_demanded",
                                                     "licensing.report_reviewed", "licensing.application_received"));
    EXPECT_THAT(seen({"J-other"}), ElementsAre("天山安评", "licensing.application_received"));
    replays();
}

TEST_P(WaitingApplications, TellAllThatHappenedNewestFirstWithWhoWhenAndTheClause) {
    auto const id = received();
    demanded(id);
    on_day("2026-03-12");
    post(house.leader(), "/" + id + "/correction-answers", to_json(AnswerCorrection{1, {"已上传"}}));
    closed(id);
    std::vector<std::string> told;
    auto const body =
        api::testing::body_of(caller.get(house.the_enterprise(), "/api/v1/applications/" + id + "/timeline"));
    for (auto const& item : body.at("items").as_array())
        told.push_back(std::string(item.at("at").as_string()).substr(0, 10) + " " +
                       std::string(item.at("type").as_string()) + " " + std::string(item.at("role").as_string()));
    EXPECT_THAT(told, ElementsAre("2026-03-12 licensing.correction_closed permit_officer",
                                  "2026-03-12 licensing.correction_answered project_leader", "2026-03-10 held ",
                                  "2026-03-02 licensing.correction_demanded permit_officer",
                                  "2026-03-02 licensing.application_received permit_officer"));
    auto const& held = body.at("items").at(2).as_object();
    EXPECT_FALSE(held.contains("entry")) << "nobody's act";
    EXPECT_EQ(held.at("clauses").at(0), "XJ-14.agenda");
    EXPECT_EQ(body.at("items").at(1).at("unit_name"), "天山安评");
    EXPECT_EQ(body.at("items").at(3).at("clauses").at(0), "XJ-14.correction");
    EXPECT_THAT(std::string(body.at("items").at(3).at("text").as_string()), HasSubstr("上传合同；上传票据"));
    auto const stranger = bureau(Role::clerk, "652302");
    EXPECT_EQ(caller.get(stranger, "/api/v1/applications/" + id + "/timeline").status, 404);
    replays();
}

TEST_P(WaitingApplications, AreCountedOnceAsHeldWhetherTheyStillAreOrWere) {
    auto const id = received();
    demanded(id);
    on_day("2026-03-09");
    EXPECT_EQ(counted().held, 0);
    on_day("2026-03-10");
    EXPECT_EQ(counted().held, 1);
    EXPECT_EQ(counted().received, 1);
    EXPECT_EQ(counted().hold->clause, "XJ-14.agenda");
    closed(id);
    EXPECT_EQ(counted().held, 1);
    demanded(id);
    on_day("2026-03-20");
    EXPECT_EQ(counted().held, 1) << "held a second time";
    EXPECT_EQ(counted().escalated, 0);
    on_day("2026-03-23");
    EXPECT_EQ(counted().escalated, 1);
    EXPECT_EQ(counted("652300").region.digits, "652301");
    EXPECT_EQ(counted("652301").region.digits, "652301");
    EXPECT_THAT(service.counts(*house.pool.lease(), {"320000"}), IsEmpty());
    replays();
}

TEST_P(WaitingApplications, ThatWereWithdrawnAreNotDecisions) {
    auto const id = received();
    on_day("2026-03-03");
    Decide const in{Outcome::withdrawn, day("2026-03-03"), std::nullopt, {"申请人撤回"}};
    EXPECT_EQ(post(bureau(Role::leader), "/" + id + "/decision", to_json(in)).status, 201);
    EXPECT_EQ(counted().received, 1);
    EXPECT_EQ(counted().decided, 0);
    EXPECT_EQ(caller.get({}, "/api/v1/permit-counts?region=65").status, 400);
}

}  // namespace
}  // namespace anping::licensing
