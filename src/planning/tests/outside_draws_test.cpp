// SPDX-License-Identifier: Apache-2.0
// Draws held on another platform, and what of a draw is given to one, on both databases.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/planning/drawn.hpp>
#include <anping/planning/endpoints.hpp>
#include <anping/planning/projection.hpp>
#include <anping/registry/located.hpp>
#include <anping/registry/testing.hpp>

#include "exchange_sheet.hpp"

namespace anping::planning {
namespace {

using access::Role;
using api::testing::body_of;
using registry::testing::of_bureau;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::unique_ptr<ledger::Projection>> rows() {
    std::vector<std::unique_ptr<ledger::Projection>> out;
    out.push_back(make_projection());
    return out;
}
field::Date day(char const* text) { return field::parse_date(text).value(); }

class OutsideDrawn : public ::testing::TestWithParam<db::Backend> {
protected:
    http::Response post(access::Principal const& who, std::string const& path, json::value const& body) {
        return caller.post(who, "/api/v1/outside-draws" + path, body);
    }
    std::string id_of(http::Response const& response) {
        EXPECT_EQ(response.status, 201) << response.body;
        return std::string(body_of(response).at("result").at("id").as_string());
    }
    json::value view(std::string const& id) { return body_of(caller.get(clerk, "/api/v1/outside-draws/" + id)); }
    static vault::Table::Row row(std::int64_t number, std::vector<std::string> const& texts) {
        vault::Table::Row out{number, {}};
        for (auto const& text : texts) out.cells.push_back({text, false});
        return out;
    }
    static RecordOutsideDraw drawn() {
        RecordOutsideDraw out;
        out.title = {"自治区四季度双随机抽查"};
        out.basis = {"年度抽查计划"};
        out.platform = {"自治区双随机平台"};
        out.number = {"2026-Q4-017"};
        out.drawn_on = day("2026-11-20");
        out.rows = {{{"天山安评"}, Text<1, 40>{"91510100MA61T42C93"}, true, Text<1, 300>{"第 1 名"}},
                    {{"别处安评"}, std::nullopt, false, std::nullopt}};
        return out;
    }

    registry::testing::Ground ground{GetParam(), rows(), {kept_schema()}, "2026-11-29T09:00:00+08:00"};
    std::string const institution = ground.institution("91510100MA61T42C93", "天山安评");
    vault::Table table;
    OutsideDraws service{{*ground.registry,
                          [](db::Session& session, std::string const& code, std::string const& name) {
                              return registry::institution_with(session, code, name);
                          },
                          [](auto&, std::string const& account) { return "名 " + account; }}};
    api::testing::Caller caller{
        outside_draw_endpoints(service, *ground.writer, *ground.pool,
                               [this](std::string_view) -> Result<vault::Table> { return table; }),
        ground.policy, ground.clock};
    access::Principal const clerk = of_bureau("A-1");
};

INSTANTIATE_TEST_SUITE_P(Db, OutsideDrawn, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(OutsideDrawn, AreRecordedAsGivenAndMatchedWithTheRegisterAndNobodyReplaysThem) {
    auto const id = id_of(post(clerk, "", to_json(drawn())));
    auto const seen = view(id);
    EXPECT_EQ(seen.at("summary").at("number"), "2026-Q4-017");
    EXPECT_EQ(seen.at("summary").at("drawn_on"), "2026-11-20");
    EXPECT_EQ(seen.at("summary").at("candidates"), 2);
    EXPECT_EQ(seen.at("summary").at("drawn"), 1);
    EXPECT_EQ(seen.at("replayable"), false);
    auto const by = drawn_by(*ground.pool->lease(), id);
    ASSERT_EQ(by->sendings.size(), 1U);
    EXPECT_EQ(by->sendings.front().institution.text, institution);
    EXPECT_TRUE(by->sendings.front().certificates.empty()) << "who is sent is not said there";
    EXPECT_EQ(seen.at("recorded_by"), "名 A-1");
    EXPECT_EQ(seen.at("rows").at(0).at("institution"), json::string(institution));
    EXPECT_EQ(seen.at("rows").at(0).at("row").at("note"), "第 1 名");
    EXPECT_FALSE(seen.at("rows").at(1).as_object().contains("institution")) << "nobody of the register";
    EXPECT_EQ(body_of(caller.get(clerk, "/api/v1/outside-draws")).at("items").as_array().size(), 1U);
    EXPECT_THAT(ground.findings(), IsEmpty());
}

TEST_P(OutsideDrawn, AreRecordedOnceUntilTheyAreWithdrawn) {
    auto const id = id_of(post(clerk, "", to_json(drawn())));
    EXPECT_EQ(post(clerk, "", to_json(drawn())).status, 409);
    id_of(post(clerk, "/" + id + "/withdrawal", to_json(WithdrawOutsideDraw{{"名单有误"}})));
    EXPECT_EQ(view(id).at("withdrawn"), "名单有误");
    EXPECT_FALSE(drawn_by(*ground.pool->lease(), id)) << "no inspection comes from it any more";
    EXPECT_EQ(post(clerk, "/" + id + "/withdrawal", to_json(WithdrawOutsideDraw{{"再撤一次"}})).status, 409);
    id_of(post(clerk, "", to_json(drawn())));
    EXPECT_THAT(ground.findings(), IsEmpty());
}

TEST_P(OutsideDrawn, ThatSayNothingAreRefusedAtTheirFields) {
    auto in = drawn();
    in.rows[0].drawn = false;
    EXPECT_EQ(post(clerk, "", to_json(in)).status, 400) << "nobody was drawn";
    in = drawn();
    in.rows.push_back(in.rows[1]);
    EXPECT_EQ(post(clerk, "", to_json(in)).status, 400) << "twice the same";
    in = drawn();
    in.drawn_on = day("2026-11-30");
    EXPECT_EQ(post(clerk, "", to_json(in)).status, 400) << "tomorrow";
    in = drawn();
    in.source = SourceFile{{"名单.xlsx"}, {std::string(64, 'X')}};
    EXPECT_EQ(post(clerk, "", to_json(in)).status, 400);
}

TEST_P(OutsideDrawn, AreOfTheBureauAndSeenAboveIt) {
    auto const id = id_of(post(clerk, "", to_json(drawn())));
    auto const province = of_bureau("A-3", Role::leader, "650000");
    EXPECT_EQ(caller.get(province, "/api/v1/outside-draws/" + id).status, 200);
    EXPECT_EQ(post(province, "/" + id + "/withdrawal", to_json(WithdrawOutsideDraw{{"不办"}})).status, 404);
    EXPECT_EQ(caller.get(of_bureau("A-4", Role::clerk, "652302"), "/api/v1/outside-draws/" + id).status, 404);
    EXPECT_EQ(caller.get(registry::testing::of_institution(institution), "/api/v1/outside-draws").status, 403);
}

TEST_P(OutsideDrawn, AreReadFromAWorkbookRowByRow) {
    table.rows = {row(1, {"机构名称", "统一社会信用代码", "是否抽中", "序号"}),
                  row(2, {"天山安评", "91510100MA61T42C93", "抽中", "1"}), row(3, {"别处安评", "", "", "2"}),
                  row(4, {"又一家", "", "大概", "3"})};
    auto const answer = post(clerk, "/sheet-preview", json::object{{"content", "eA=="}});
    EXPECT_EQ(answer.status, 200) << answer.body;
    auto const read = body_of(answer);
    ASSERT_EQ(read.at("rows").as_array().size(), 2U);
    EXPECT_EQ(read.at("rows").at(0).at("row").at("drawn"), true);
    EXPECT_EQ(read.at("rows").at(0).at("institution_name"), "天山安评");
    EXPECT_EQ(read.at("rows").at(1).at("row").at("drawn"), false);
    EXPECT_EQ(read.at("problems").as_array().size(), 1U);
    EXPECT_EQ(read.at("ignored").at(0), "序号");
    EXPECT_EQ(read.at("sm3").as_string().size(), 64U);
    EXPECT_EQ(post(clerk, "/sheet-preview", json::object{{"content", "?"}}).status, 400);
    EXPECT_EQ(caller.get(clerk, "/api/v1/outside-draw-blank-sheet").status, 200);
}

TEST(Exchange, HasTheListThoseLeftOutAndTheResultInAWorkbook) {
    DrawExchange draw;
    draw.identities = {{{"J-1"}, "天山安评", "91510100MA61T42C93"}, {{"J-2"}, "天池安评", ""}};
    draw.plan.candidates = {{{"J-1"}, {"天山安评"}, {"全部"}, 2}};
    draw.plan.left_out = {{{"J-2"}, {"天池安评"}, {"资质已注销"}}};
    EXPECT_EQ(exchange_sheets(draw).size(), 2U) << "not held so far";
    draw.plan.pools = {{{"执法人员"}, 2, 0, {{{"XJ-1"}, {"马执法"}}}, {}}};
    draw.held.emplace();
    draw.held->outcome = {{{"全部"}, {{{"J-1"}, {{{"执法人员"}, {{"XJ-1"}}, {}}}}}, {}}};
    auto const sheets = exchange_sheets(draw);
    ASSERT_EQ(sheets.size(), 3U);
    EXPECT_THAT(sheets[0].rows, ElementsAre(std::vector<documents::Cell>{
                                    std::int64_t(1), std::string("J-1"), std::string("天山安评"),
                                    std::string("91510100MA61T42C93"), std::string("全部"), std::int64_t(2)}));
    EXPECT_EQ(std::get<std::string>(sheets[1].rows.at(0).at(4)), "资质已注销");
    EXPECT_EQ(std::get<std::string>(sheets[2].rows.at(0).at(6)), "马执法");
    draw.plan.candidates.push_back({{"J-3"}, {"北疆安评"}, {"差"}, 1});
    draw.plan.strata = {{{"全部"}, 1, 0}, {{"差"}, 1, 2}};
    auto const split = exchange_sheets(draw);
    ASSERT_EQ(split.size(), 4U) << "and one of the strata";
    EXPECT_THAT(split[1].rows.at(1), ElementsAre(documents::Cell{std::int64_t(2)}, documents::Cell{std::string("差")},
                                                 documents::Cell{std::int64_t(1)}, documents::Cell{std::int64_t(1)},
                                                 documents::Cell{std::int64_t(2)}));
}

}  // namespace
}  // namespace anping::planning
