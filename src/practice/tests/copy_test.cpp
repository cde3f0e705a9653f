// SPDX-License-Identifier: Apache-2.0
// A redacted copy on the portal.
#include <anping/api/testing.hpp>

#include "cases.hpp"
#include "story.hpp"

namespace anping::practice {
namespace {

using api::testing::body_of;

State published() {
    auto out = project();
    out.report = ReportId{"B-00000007"};
    out.edition = 1;
    out.report_sm3 = std::string(64, 'b');
    out.published = true;
    return out;
}
PublishCopy copy() { return {{std::string(64, 'b')}, {"u"}, {{{"coordinates"}, 12, {"厂址坐标"}}}, true}; }
std::string asked(PublishCopy const& in, State const& state = published()) {
    return refused(
        publish_copy(in, state, exhibit("report", "application/pdf"), {{"ref", "digest"}}, on("2026-04-11")));
}

TEST(Copy, IsOfAPublishedReportWithWhatIsCoveredNamed) {
    EXPECT_EQ(asked(copy()), "");
    auto in = copy();
    in.unclassified = false;
    EXPECT_EQ(asked(in), "/unclassified");
    in = copy();
    in.redactions.clear();
    EXPECT_EQ(asked(in), "/redactions");
    in = copy();
    in.redactions[0].part = {"conclusion"};
    EXPECT_EQ(asked(in), "/redactions/0/part");
    in = copy();
    in.redactions[0].page = 0;
    EXPECT_EQ(asked(in), "/redactions/0/page");
    auto state = published();
    state.published = false;
    EXPECT_EQ(asked(copy(), state), "practice.not_published");
    state = published();
    state.report_sm3 = exhibit("report").blob.sm3;
    in = copy();
    in.report_sm3 = {state.report_sm3};
    EXPECT_EQ(asked(in, state), "/upload");
    EXPECT_EQ(refused(withdraw_copy({{"误传"}}, published())), "practice.no_copy_yet");
}

class Copies : public Story {
protected:
    api::testing::Caller caller{endpoints(house.rooms), house.policy, house.clock};
};
INSTANTIATE_TEST_SUITE_P(Db, Copies, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Copies, AreFoundByAnybodyAndProvenByWhoMaySeeTheOriginal) {
    auto const id = whole();
    auto const report = view(id).reports.front();
    auto const where = "/api/v1/projects/" + id.text;
    PublishCopy in{{report.file.blob.sm3},
                   house.upload(house.leader(), "副本.pdf", "%PDF covered"),
                   {{{"coordinates"}, 12, {"厂址坐标 87.3, 44.0"}}, {{"phones"}, 3, {"联系电话"}}},
                   true};
    auto const made = caller.post(house.leader(), where + "/copy", to_json(in));
    ASSERT_EQ(made.status, 201) << made.body;
    auto const shown = check(*report.number).front().copy.value();
    EXPECT_EQ(shown.covered.size(), 2U);
    EXPECT_EQ(shown.covered[0].page, 12);
    auto const open = body_of(caller.get(house.county(), where + "/redactions")).at("items").at(0);
    ledger::Opening const opening{std::string(open.at("opening").at("ref").as_string()),
                                  std::string(open.at("opening").at("salt").as_string()),
                                  std::string(open.at("opening").at("value").as_string())};
    EXPECT_EQ(ledger::commitment_digest(opening), shown.covered[0].commitment.digest);
    EXPECT_EQ(opening.value,
              "{\"covered\":\"厂址坐标 87.3, 44.0\",\"page\":12,\"part\":\"coordinates\",\"report_sm3\":\"" +
                  report.file.blob.sm3 + "\"}");
    auto const path = "/api/v1/report-copies/" + *report.number;
    EXPECT_EQ(caller.get({}, path).status, 200);
    EXPECT_EQ(caller.get({}, where + "/redactions").status, 401);
    EXPECT_EQ(caller.get({}, path + "x").status, 404);
    EXPECT_EQ(caller.post(house.leader(), where + "/copy-withdrawal", json::object{{"reason", "误传"}}).status, 201);
    EXPECT_EQ(caller.get({}, path).status, 404);
    EXPECT_FALSE(check(*report.number).front().copy);
}

TEST_P(Copies, GoWithTheReportTheyAreOf) {
    auto const id = whole();
    auto const report = view(id).reports.front();
    PublishCopy in{{report.file.blob.sm3},
                   house.upload(house.leader(), "副本.pdf", "%PDF covered"),
                   {{{"phones"}, 3, {"联系电话"}}},
                   true};
    house.done(house.leader(), house.service.publish_copy(house.leader(), id, in));
    EXPECT_EQ(caller.get({}, "/api/v1/report-copies/" + *report.number).status, 200);
    house.done(house.leader(), house.service.withdraw_report(id, {{report.file.blob.sm3}, {"结论有误"}}));
    EXPECT_EQ(caller.get({}, "/api/v1/report-copies/" + *report.number).status, 404);
}

}  // namespace
}  // namespace anping::practice
