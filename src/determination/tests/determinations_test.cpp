// SPDX-License-Identifier: Apache-2.0
// The determination desk asked through its endpoints, on both databases; the report is invented.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/determination/endpoints.hpp>
#include <anping/determination/projection.hpp>
#include <anping/registry/testing.hpp>

namespace anping::determination {
namespace {

using access::Role;
using api::testing::body_of;
using registry::testing::of_bureau;
using registry::testing::of_institution;
using ::testing::IsEmpty;

std::vector<std::unique_ptr<ledger::Projection>> rows() {
    std::vector<std::unique_ptr<ledger::Projection>> out;
    out.push_back(make_projection());
    return out;
}

// One report, of a project in Changji.
class OneReport final : public practice::Reports {
public:
    explicit OneReport(std::string institution) {
        report_.id = {"BG-1"};
        report_.project = {"XM-1"};
        report_.institution = {std::move(institution)};
        report_.enterprise = {"Q-1"};
        report_.title = "安全现状评价报告";
        report_.target.region = {"652301"};
        report_.filed_at = parse_timestamp("2026-01-20T09:00:00+08:00").value();
    }
    std::vector<practice::FiledReport> filed_after(db::Session&, std::int64_t, std::size_t) const override {
        return {};
    }
    std::int64_t filed_between(db::Session&, std::int64_t, std::int64_t) const override { return 0; }
    std::vector<practice::FiledReport> filed_about(db::Session&, registry::EnterpriseId const&, Timestamp,
                                                   std::size_t) const override {
        return {};
    }
    std::optional<practice::FiledReport> report(db::Session&, practice::ReportId const& id) const override {
        return id == report_.id ? std::optional(report_) : std::nullopt;
    }
    Result<practice::ProjectView> project(db::Session&, practice::ProjectId const&) const override {
        return unexpected<Error>(access::not_found());
    }
    Result<practice::ProjectView> project(ledger::Transaction&, practice::ProjectId const&) const override {
        return unexpected<Error>(access::not_found());
    }
    Result<access::Target> target(db::Session&, practice::ProjectId const&) const override { return report_.target; }

private:
    practice::FiledReport report_;
};

class Desk : public ::testing::TestWithParam<db::Backend> {
protected:
    http::Response post(access::Principal const& who, std::string const& path, json::value const& body) {
        return caller.post(who, "/api/v1/determinations" + path, body);
    }
    std::string id_of(http::Response const& response) {
        EXPECT_EQ(response.status, 201) << response.body;
        return std::string(body_of(response).at("result").at("id").as_string());
    }
    OpenDetermination asked() const {
        return {{"BG-1"}, ReportFault::untrue,    {"CN-99-1"},
                {"7"},    {"现场所见与报告不符"}, {{{"线索"}, {"XS-1"}, {"报告核查"}}}};
    }
    std::string opened() { return id_of(post(clerk, "", to_json(asked()))); }
    int judge(std::string const& id, char const* element, Holds holds = Holds::yes) {
        JudgeElement const in{{element}, holds, {"现场检查所见"}, {{{"检查"}, {"JC-1"}, {"现场检查记录"}}}};
        return post(clerk, "/" + id + "/elements", to_json(in)).status;
    }
    json::value view(access::Principal const& who, std::string const& id) {
        return body_of(caller.get(who, "/api/v1/determinations/" + id));
    }

    registry::testing::Ground ground{GetParam(), rows(), {}, "2026-02-06T09:00:00+08:00"};
    std::string const institution = ground.institution("91510100MA61T42C93", "天山安评");
    OneReport reports{institution};
    Service service{{[] { return registry::testing::books(); }, reports, *ground.registry,
                     [](auto&, std::string const& account) { return "名 " + account; }, ground.clock}};
    api::testing::Caller caller{endpoints(service, *ground.writer, *ground.pool), ground.policy, ground.clock};
    access::Principal const clerk = of_bureau("A-1");
    access::Principal const leader = of_bureau("A-2", Role::leader);
};

INSTANTIATE_TEST_SUITE_P(Db, Desk, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Desk, EstablishesElementByElementAfterTheInstitutionWasHeard) {
    auto const id = opened();
    auto const whose = of_institution(institution);
    EXPECT_EQ(caller.get(whose, "/api/v1/determinations/" + id).status, 404) << "not told so far";
    EXPECT_EQ(judge(id, "exists"), 201);
    auto const decision = to_json(Decide{true, {"两项均成立"}});
    EXPECT_EQ(post(leader, "/" + id + "/decision", decision).status, 422);
    EXPECT_EQ(judge(id, "omitted"), 201);
    id_of(post(clerk, "/" + id + "/telling", json::object()));
    EXPECT_EQ(view(whose, id).at("elements").as_array().size(), 2U);
    EXPECT_EQ(view(whose, id).at("elements").at(0).at("by"), "名 A-1");
    EXPECT_EQ(post(leader, "/" + id + "/decision", decision).status, 422) << "its time is not over";
    id_of(post(whose, "/" + id + "/answers", to_json(AnswerDetermination{{"该隐患当时不存在"}})));
    EXPECT_EQ(post(clerk, "/" + id + "/decision", decision).status, 403);
    id_of(post(leader, "/" + id + "/decision", decision));
    auto const done = view(clerk, id);
    EXPECT_EQ(done.at("summary").at("stage"), "established");
    EXPECT_EQ(done.at("answers").at(0).at("text"), "该隐患当时不存在");
    EXPECT_EQ(post(leader, "/" + id + "/annulment", to_json(Annul{{"复议撤销"}})).status, 201);
    EXPECT_THAT(ground.findings(), IsEmpty());
}

TEST_P(Desk, ClearsAReportWithReasonsAlone) {
    auto const id = opened();
    EXPECT_EQ(judge(id, "omitted", Holds::no), 201);
    id_of(post(leader, "/" + id + "/decision", to_json(Decide{false, {"报告第八章评价了该隐患"}})));
    EXPECT_EQ(view(clerk, id).at("summary").at("stage"), "not_established");
    EXPECT_EQ(caller.get(of_institution(institution), "/api/v1/determinations/" + id).status, 404)
        << "what was cleared before it was told stays with the bureau";
    EXPECT_EQ(judge(id, "exists"), 409);
}

TEST_P(Desk, AsksToTellAgainWhatWasJudgedAfterwards) {
    auto const id = opened();
    judge(id, "exists");
    judge(id, "omitted");
    id_of(post(clerk, "/" + id + "/telling", json::object()));
    EXPECT_EQ(post(clerk, "/" + id + "/telling", json::object()).status, 409);
    id_of(post(of_institution(institution), "/" + id + "/answers", to_json(AnswerDetermination{{"不同意"}})));
    judge(id, "exists");
    EXPECT_EQ(post(leader, "/" + id + "/decision", to_json(Decide{true, {"成立"}})).status, 422);
    id_of(post(clerk, "/" + id + "/telling", json::object()));
    EXPECT_EQ(view(clerk, id).at("in_the_way").as_array().size(), 1U) << "and may be answered again";
    EXPECT_THAT(ground.findings(), IsEmpty());
}

TEST_P(Desk, IsTheBureausOwnAndOfReportsInItsRegion) {
    EXPECT_EQ(post(of_bureau("A-3", Role::clerk, "652302"), "", to_json(asked())).status, 400)
        << "a neighbour's report";
    auto other = asked();
    other.report = {"BG-2"};
    EXPECT_EQ(post(clerk, "", to_json(other)).status, 400);
    auto const id = opened();
    EXPECT_EQ(caller.get(of_bureau("A-4", Role::clerk, "650000"), "/api/v1/determinations/" + id).status, 200);
    EXPECT_EQ(
        post(of_bureau("A-4", Role::leader, "650000"), "/" + id + "/decision", to_json(Decide{false, {"不办"}})).status,
        404);
    auto const found = body_of(caller.get(clerk, "/api/v1/determination-situations?report=BG-1"));
    EXPECT_EQ(found.at("items").as_array().size(), 21U);
    EXPECT_EQ(caller.get(clerk, "/api/v1/determination-situations?report=BG-9").status, 404);
    EXPECT_EQ(
        post(clerk, "/" + id + "/opinions",
             to_json(AttachOpinion{{"Z-none"}, Stance::supports, {"同意"}, field::parse_date("2026-02-01").value()}))
            .status,
        400)
        << "nobody of the pool";
}

}  // namespace
}  // namespace anping::determination
