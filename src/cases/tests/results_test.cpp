// SPDX-License-Identifier: Apache-2.0
// A sheet of the enforcement system taken in, on both databases.
#include "results.hpp"
#include "house.hpp"

namespace anping::cases {
namespace {

constexpr char const* kHeader = "案号,执法系统案号,事项,日期,文书种类,文号,处罚种类,被处罚人,金额（元）,结果,备注\n";

class Results : public House {
protected:
    std::string external() {
        id_of(post(leader, "/case-mode", json::object{{"mode", "external"}, {"system", "应急管理执法系统"}}));
        auto in = opening("2026-02-02");
        in["external_number"] = "ZF-1";
        return id_of(post(clerk, "/cases", in));
    }
    json::value preview(std::string const& lines) {
        keep(kHeader + lines);
        auto const response = post(clerk, "/case-results/sheet-preview", given);
        EXPECT_EQ(response.status, 200) << response.body;
        return body_of(response);
    }
    json::value take_in() {
        auto const response = post(clerk, "/case-results/sheet", given);
        EXPECT_EQ(response.status, 200) << response.body;
        return body_of(response).at("result");
    }
    static std::string told(json::value const& preview) {
        std::string out;
        for (auto const& row : preview.at("rows").as_array()) {
            out += std::to_string(row.at("row").as_int64()) + " " + std::string(row.at("state").as_string());
            for (auto const& one : row.at("problems").as_array())
                out += " " + std::string(one.at("column").as_string());
            out += "\n";
        }
        return out;
    }
    json::object const given{{"upload", "U-1"}, {"file_name", "结果.csv"}};
};

INSTANTIATE_TEST_SUITE_P(Db, Results, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Results, AreShownRecordedAndNotRecordedTwice) {
    auto const id = external();
    auto const lines = id + ",,行政处罚告知,2026-02-12,A24,告1号,,,,已告知\n" +
                       ",ZF-1,处罚决定,2026/3/2,A34,罚1号,罚款（单位）,某机构,\"100,000\",事实清楚\n" +
                       ",ZF-1,处罚决定,2026年3月2日,A34,罚1号,吊销资格（人员）,赵负责,,\n" + id +
                       ",,缴纳罚款,2026-03-10,,,,,100000,\n" + "AJ-99999999,,结案,2026-03-10,,,,,,\n" + id +
                       ",,没有的事项,三月,,,,,,\n";
    auto const shown = preview(lines);
    EXPECT_EQ(told(shown), "2 added\n3 added\n4 added\n5 added\n6 wrong 案号\n7 wrong 事项 日期\n");
    EXPECT_EQ(shown.at("ignored").at(0), "备注");
    EXPECT_TRUE(get(clerk, "/cases/" + id).at("steps").as_array().empty()) << "a preview records nothing";
    EXPECT_EQ(take_in().at("added"), 4);
    auto const view = get(clerk, "/cases/" + id);
    ASSERT_EQ(view.at("steps").as_array().size(), 3U) << "one decision of two rows";
    EXPECT_EQ(view.at("steps").at(0).at("imported").at("row"), 2);
    EXPECT_EQ(view.at("steps").at(0).at("imported").at("file_name"), "结果.csv");
    EXPECT_EQ(view.at("steps").at(0).at("documents").at(0).at("number"), "告1号");
    EXPECT_EQ(view.at("steps").at(1).at("kind"), "decision");
    EXPECT_EQ(view.at("decision").at("penalties").at(0).at("amount"), 10'000'000);
    EXPECT_EQ(view.at("decision").at("penalties").at(1).at("who"), "赵负责");
    EXPECT_EQ(view.at("decision").at("paid"), 10'000'000);
    for (auto const& remark : view.at("steps").at(2).at("remarks").as_array())
        EXPECT_NE(remark.at("code"), "officers") << "they stand in the enforcement system";
    EXPECT_EQ(take_in().at("known"), 4) << "the same sheet again";
    EXPECT_EQ(told(preview(lines)), "2 known\n3 known\n4 known\n5 known\n6 wrong 案号\n7 wrong 事项 日期\n");
    EXPECT_EQ(get(clerk, "/cases/" + id).at("steps").as_array().size(), 3U);
    stands();
}

TEST_P(Results, KeepTheirSheetForTheBureauAlone) {
    auto const id = external();
    preview(id + ",,行政处罚告知,2026-02-12,A24,告1号,,,,已告知\n");
    take_in();
    auto const file = "/api/v1/cases/" + id + "/document-file?sm3=" + received;
    EXPECT_EQ(caller.get(clerk, file).status, 200);
    EXPECT_EQ(caller.get(province, file).status, 400) << "it holds other cases besides";
}

TEST_P(Results, OfOneDecisionAreNotRecordedByHalf) {
    auto const id = external();
    auto const shown = preview(
        ",ZF-1,处罚决定,2026-03-02,A34,罚1号,罚款（单位）,,100000,\n"
        ",ZF-1,处罚决定,2026-03-02,A34,罚1号,没收违法所得,,许多,\n"
        ",ZF-1,处罚决定,2026-03-02,A34,,警告,,,\n");
    EXPECT_EQ(told(shown), "2 wrong \n3 wrong 金额（元）\n4 wrong 文号\n");
    EXPECT_EQ(take_in().at("added"), 0);
    EXPECT_FALSE(get(clerk, "/cases/" + id).as_object().contains("decision"));
}

TEST_P(Results, OfADecisionThatIsRecordedAreHeldAgainstIt) {
    external();
    auto const first = std::string(",ZF-1,处罚决定,2026-03-02,A34,罚1号,罚款（单位）,,100000,\n");
    preview(first);
    take_in();
    auto const shown = preview(first + ",ZF-1,处罚决定,2026-03-02,A34,罚1号,吊销资质,,,\n");
    EXPECT_EQ(told(shown), "2 known\n3 wrong 处罚种类\n") << "nothing is passed over in silence";
}

TEST_P(Results, OfCasesThatRunHereOrElsewhereAreRefused) {
    auto const here = open();
    EXPECT_EQ(told(preview(here + ",,结案,2026-03-10,,,,,,\n,ZF-404,结案,2026-03-10,,,,,,\n")),
              "2 wrong 案号\n3 wrong 执法系统案号\n");
    auto const home = of_bureau("A-5", Role::clerk, "230000");
    auto const response = post(home, "/case-results/sheet", given);
    ASSERT_EQ(response.status, 200) << response.body;
    EXPECT_EQ(body_of(response).at("result").at("wrong"), 2) << "another bureau's case";
    EXPECT_EQ(post(clerk, "/case-results/sheet", json::object{{"upload", "U-2"}, {"file_name", "x"}}).status, 400);
    keep("甲,乙\n1,2\n");
    auto const other = post(clerk, "/case-results/sheet", json::object{{"upload", "U-1"}, {"file_name", "x.csv"}});
    EXPECT_EQ(other.status, 400);
    EXPECT_EQ(body_of(other).at("errors").at(0).at("pointer"), "/upload");
    EXPECT_EQ(post(of_institution("J-1"), "/case-results/sheet", given).status, 403);
}

TEST(Sums, AreReadAsPeopleWriteThem) {
    EXPECT_EQ(money_of("12,345.60")->fen, 1'234'560);
    EXPECT_EQ(money_of("￥300000元")->fen, 30'000'000);
    EXPECT_EQ(money_of("0.5")->fen, 50);
    for (auto const* text : {"", "许多", "-1", "1.234", "12345678901", "."}) EXPECT_FALSE(money_of(text)) << text;
}

}  // namespace
}  // namespace anping::cases
