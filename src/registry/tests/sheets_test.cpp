// SPDX-License-Identifier: Apache-2.0
#include "house.hpp"

namespace anping::registry {
namespace {

using ::testing::HasSubstr;
using Given = vault::Table::Cell;

class Sheets : public Registry {
protected:
    // Sets what the next workbook holds.
    void holds(std::vector<std::string> header, std::vector<std::vector<Given>> given) {
        table = {};
        auto& first = table.rows.emplace_back();
        first.number = 1;
        for (auto& title : header) first.cells.push_back({std::move(title)});
        for (auto& cells : given)
            table.rows.push_back({static_cast<std::int64_t>(table.rows.size()) + 1, std::move(cells)});
    }
    static json::value workbook() { return json::object{{"content", "eA=="}}; }
    json::object preview(access::Principal const& who, std::string const& path) {
        auto const response = post(who, path + "/sheet-preview", workbook());
        EXPECT_EQ(response.status, 200) << response.body;
        return api::testing::body_of(response).as_object();
    }
    std::string take_in(access::Principal const& who, std::string const& path) {
        auto const response = post(who, path + "/sheet", workbook());
        EXPECT_EQ(response.status, 200) << response.body;
        return canonical(api::testing::body_of(response).at("result"));
    }
    static std::string people_of(std::string const& id) { return "/api/v1/institutions/" + id + "/people"; }
    static std::string instruments_of(std::string const& id) { return "/api/v1/institutions/" + id + "/instruments"; }
    // "row state column:text ..." of each row
    static std::vector<std::string> told(json::object const& preview) {
        std::vector<std::string> out;
        for (auto const& row : preview.at("rows").as_array()) {
            auto line = std::to_string(row.at("row").as_int64()) + " " + std::string(row.at("state").as_string());
            for (auto const& one : row.at("problems").as_array())
                line += " " + std::string(one.at("column").as_string()) + ":" + std::string(one.at("text").as_string());
            if (auto const& note = row.at("note").as_string(); !note.empty()) line += " " + std::string(note);
            out.push_back(line);
        }
        return out;
    }
    std::vector<std::string> const kPeople{
        "姓名",         "安全评价师等级", "专业",     "评价师证书编号", "评价师证书有效期至", "其他证件种类",
        "其他证件等级", "其他证件专业",   "合同种类", "专职或兼职",     "合同起始日",         "合同截止日"};
};
INSTANTIATE_TEST_SUITE_P(Db, Sheets, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(Sheets, PeopleComeWithTheirCertificatesCredentialsAndContracts) {
    auto const id = institution();
    holds(kPeople, {{{"王组长"},
                     {"二级"},
                     {"安全"},
                     {"ＺＳ－００１"},
                     {"46387", true},
                     {"注册安全工程师"},
                     {"中级"},
                     {"化工安全"},
                     {"劳动合同"},
                     {"专职"},
                     {"2024年3月1日"},
                     {""}},
                    {{"李工"}, {""}, {"机械"}}});
    auto const shown = preview(admin_of(id), people_of(id));
    EXPECT_THAT(told(shown), ElementsAre("2 added", "3 added"));
    EXPECT_EQ(shown.at("rows").at(0).at("values").at(3), "ZS-001");
    EXPECT_EQ(shown.at("rows").at(0).at("values").at(4), "2026-12-31");
    EXPECT_TRUE(names(admin_of(id), people_of(id)).empty()) << "a preview records nothing";
    EXPECT_EQ(take_in(admin_of(id), people_of(id)), R"({"added":2,"known":0,"wrong":0})");
    auto const people = items(admin_of(id), people_of(id));
    ASSERT_EQ(people.size(), 2U);
    EXPECT_EQ(people.at(0).at("name"), "王组长");
    EXPECT_EQ(people.at(0).at("certificate_until"), "2026-12-31");
    EXPECT_EQ(people.at(0).at("employed_from"), "2024-03-01");
    EXPECT_EQ(people.at(0).at("specialties"), (json::array{"化工安全", "安全"}));
    EXPECT_EQ(people.at(1).at("level"), "none");
    EXPECT_EQ(findings(), std::vector<std::string>{});
}

TEST_P(Sheets, WhoIsKnownIsSkippedAndNeverDoubled) {
    auto const id = institution();
    holds(kPeople, {{{"王组长"}, {"二级"}, {"安全"}, {"ZS-1"}},
                    {{"王组长"}, {"二级"}, {"机械"}, {"ZS-1"}},
                    {{"王组长"}, {"二级"}, {"机械"}, {"ZS-2"}},
                    {{"李工"}, {""}, {"机械"}}});
    EXPECT_THAT(told(preview(admin_of(id), people_of(id))),
                ElementsAre("2 added", "3 known 与第 2 行相同，跳过", "4 added", "5 added"));
    EXPECT_EQ(take_in(admin_of(id), people_of(id)), R"({"added":3,"known":1,"wrong":0})");
    EXPECT_EQ(take_in(admin_of(id), people_of(id)), R"({"added":0,"known":4,"wrong":0})");
    EXPECT_EQ(names(admin_of(id), people_of(id)), (std::vector<std::string>{"王组长", "王组长", "李工"}));
    EXPECT_THAT(told(preview(admin_of(id), people_of(id))).at(3), "5 known 已登记，跳过");
}

TEST_P(Sheets, WrongRowsSayTheFieldsRuleAndTheOthersAreAdded) {
    auto const id = institution();
    holds(kPeople, {{{"王组长"}, {"特级"}, {""}, {""}, {"长期"}},
                    {{"李工"}, {"二级"}, {"机械"}, {""}, {""}, {"学历学位"}, {"高级"}, {"机械"}},
                    {{"张工"}, {"二级"}, {"机械"}, {""}, {""}, {"学历学位"}, {""}, {""}},
                    {{"赵工"},
                     {"二级"},
                     {"电气"},
                     {""},
                     {""},
                     {""},
                     {""},
                     {""},
                     {"劳动合同"},
                     {"专职"},
                     {"2026-03-01"},
                     {"2025-01-01"}},
                    {{"孙工"}, {"一级"}, {"安全"}}});
    auto const shown = preview(admin_of(id), people_of(id));
    EXPECT_THAT(told(shown), ElementsAre("2 wrong 安全评价师等级:一级、二级、三级或无；不填为无 "
                                         "评价师证书有效期至:应为日期，例如 2026-03-01 或 2026年3月1日 专业:必填",
                                         "3 wrong 其他证件等级:这一等级不属于这种证件",
                                         "4 wrong 其他证件等级:必填 其他证件专业:必填",
                                         "5 wrong 合同截止日:截止日不能早于起始日", "6 added"));
    EXPECT_THAT(std::string(shown.at("workbook").as_string()), HasSubstr("UEsDB")) << "a workbook";
    EXPECT_EQ(take_in(admin_of(id), people_of(id)), R"({"added":1,"known":0,"wrong":4})");
    EXPECT_EQ(names(admin_of(id), people_of(id)), std::vector<std::string>{"孙工"});
    EXPECT_EQ(findings(), std::vector<std::string>{});
}

TEST_P(Sheets, ARetryIsAnsweredAgainAndAddsNothing) {
    auto const id = institution();
    holds({"姓名", "专业"}, {{{"王组长"}, {"安全"}}});
    auto const send = [&] {
        return caller.post(admin_of(id), people_of(id) + "/sheet", workbook(), {{"idempotency-key", "k1"}});
    };
    auto const first = send();
    auto const second = send();
    EXPECT_EQ(first.body, second.body);
    EXPECT_EQ(api::testing::body_of(second).at("result").at("added"), 1);
    EXPECT_EQ(names(admin_of(id), people_of(id)).size(), 1U);
}

TEST_P(Sheets, InstrumentsComeWithTheirCalibration) {
    auto const id = institution();
    std::vector<std::string> const header{"出厂编号",     "仪器名称",     "型号规格",         "检定校准证书编号",
                                          "检定校准单位", "检定校准日期", "检定校准有效期至", "所在分支机构"};
    holds(header, {{{"2023001", true}, {"气体检测仪"}, {"GX-6000"}, {"JZ-1"}, {"计量院"}, {"2026/1/5"}, {"2027/1/4"}},
                   {{"2023001"}, {"气体检测仪"}, {"GX-6000"}},
                   {{"2023002"}, {"声级计"}, {"AWA"}, {"JZ-2"}, {""}, {"2026/1/5"}, {"2025/1/4"}},
                   {{"2023003"}, {"声级计"}, {"AWA"}, {""}, {""}, {""}, {""}, {"昌吉分公司"}}});
    EXPECT_THAT(told(preview(admin_of(id), instruments_of(id))),
                ElementsAre("2 added", "3 known 与第 2 行相同，跳过", "4 wrong 检定校准单位:必填",
                            "5 wrong 所在分支机构:没有登记分支机构，请留空"));
    EXPECT_EQ(take_in(admin_of(id), instruments_of(id)), R"({"added":1,"known":1,"wrong":2})");
    auto const kept = items(admin_of(id), instruments_of(id));
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept.at(0).at("serial"), "2023001");
    EXPECT_EQ(kept.at(0).at("calibration").at("until"), "2027-01-04");
    EXPECT_EQ(take_in(admin_of(id), instruments_of(id)), R"({"added":0,"known":2,"wrong":2})");
}

TEST_P(Sheets, EnterprisesAreRegisteredWhereTheAskerMay) {
    std::vector<std::string> const header{"企业名称", "统一社会信用代码", "所在地", "地址", "行业", "监管层级"};
    std::string const path = "/api/v1/enterprises";
    holds(header,
          {{{"昌吉化工"}, {"91510107749749603G"}, {"652301"}, {"工业园"}, {"化学原料和化学制品制造业"}, {"县级"}},
           {{"哈密矿业"}, {"91650100MA775E3P5A"}, {"650502"}, {"伊州区"}},
           {{"错码公司"}, {"91650100MA775E3P5B"}, {"昌吉市"}, {"某路"}},
           {{"昌吉化工"}, {"91510107749749603G"}, {"652301"}, {"工业园"}}});
    EXPECT_THAT(told(preview(county, path)),
                ElementsAre("2 added", "3 wrong 所在地:企业所在地不在本单位登记企业的范围内",
                            HasSubstr("4 wrong 统一社会信用代码:"), "5 known 与第 2 行相同，跳过"));
    EXPECT_EQ(take_in(county, path), R"({"added":1,"known":1,"wrong":2})");
    auto const kept = items(county, path);
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept.at(0).at("industry"), "26");
    EXPECT_EQ(kept.at(0).at("supervision_level"), "county");
    EXPECT_EQ(findings(), std::vector<std::string>{});
}

TEST_P(Sheets, ExpertsAreListedInTheAskersOwnPool) {
    std::string const path = "/api/v1/experts";
    holds({"姓名", "职称", "专业", "工作单位", "曾任职单位", "入库日期", "聘期截止日"},
          {{{"钱专家"}, {"高级工程师"}, {"化工；电气"}, {"某设计院"}, {"天山安评\n甲公司"}, {"2026/1/5"}, {""}},
           {{"孙专家"}, {"教授"}, {"矿山"}, {"某大学"}, {""}, {"2026-01-05"}, {"2028-01-04"}},
           {{"钱专家"}, {"高级工程师"}, {"化工"}, {"某设计院"}, {""}, {"2026/1/5"}},
           {{"李专家"}, {"工程师"}, {"、"}, {"某公司"}, {""}, {"2026/1/5"}},
           {{"周专家"}, {"工程师"}, {"化工"}, {"某公司"}, {""}, {"2999/1/5"}}});
    EXPECT_THAT(told(preview(county, path)),
                ElementsAre("2 added", "3 added", "4 known 与第 2 行相同，跳过", "5 wrong 专业:应填写1至10个专业",
                            "6 wrong 入库日期:入库日期不能晚于今天"));
    EXPECT_THAT(names(county, path), ::testing::IsEmpty()) << "a preview records nothing";
    EXPECT_EQ(take_in(county, path), R"({"added":2,"known":1,"wrong":2})");
    auto const kept = items(county, path);
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept.at(0).at("fields"), (json::array{"化工", "电气"}));
    EXPECT_EQ(kept.at(0).at("employers_before"), (json::array{"天山安评", "甲公司"}));
    EXPECT_EQ(kept.at(1).at("until"), "2028-01-04");
    EXPECT_EQ(take_in(county, path), R"({"added":0,"known":3,"wrong":2})");
    EXPECT_THAT(told(preview(province, path)).front(), "2 added") << "another bureau's pool is another";
    EXPECT_EQ(post(admin_of(institution()), path + "/sheet", workbook()).status, 403);
    EXPECT_EQ(findings(), std::vector<std::string>{});
    auto const list = caller.get(county, "/api/v1/expert-list?q=矿山");
    EXPECT_EQ(list.status, 200);
    EXPECT_TRUE(list.body.starts_with("PK"));
    EXPECT_EQ(caller.get(county, "/api/v1/expert-list?state=gone").status, 400);
    EXPECT_TRUE(caller.get(county, "/api/v1/expert-blank-sheet").body.starts_with("PK"));
}

TEST_P(Sheets, OthersMayNotTakeInAndTheBlankTableIsAWorkbook) {
    auto const id = institution();
    holds({"姓名", "专业"}, {{{"王组长"}, {"安全"}}});
    EXPECT_EQ(post(county, people_of(id) + "/sheet", workbook()).status, 403);
    EXPECT_EQ(post(admin_of("J-other"), people_of(id) + "/sheet-preview", workbook()).status, 404);
    EXPECT_EQ(post(admin_of(id), people_of(id) + "/sheet-preview", json::object{{"content", "???"}}).status, 400);
    for (auto const& path : {people_of(id) + "/blank-sheet", instruments_of(id) + "/blank-sheet",
                             std::string("/api/v1/enterprise-blank-sheet")}) {
        auto const blank = caller.get(admin_of(id), path);
        EXPECT_EQ(blank.status, 200) << blank.body;
        EXPECT_TRUE(blank.body.starts_with("PK"));
    }
    holds({"名字"}, {});
    auto const refused = post(admin_of(id), people_of(id) + "/sheet-preview", workbook());
    EXPECT_EQ(refused.status, 400);
    EXPECT_THAT(refused.body, HasSubstr("缺少栏目：姓名、专业"));
}

}  // namespace
}  // namespace anping::registry
