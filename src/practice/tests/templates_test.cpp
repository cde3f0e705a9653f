// SPDX-License-Identifier: Apache-2.0
// Own templates from the upload to the paper.
#include <anping/api/testing.hpp>
#include <anping/documents/form.hpp>
#include <anping/documents/testing.hpp>

#include "story.hpp"

namespace anping::practice {
namespace {

using access::Role;
using api::testing::body_of;
using ::testing::HasSubstr;
using ::testing::Not;

std::string docx_saying(std::string const& text) {
    documents::Form form;
    form.title = "本单位表";
    form.blocks = {documents::Paragraph{text}};
    return documents::docx(form);
}
std::string text_of(http::Response const& response) {
    return documents::testing::text_of(documents::testing::part(response.body, "word/document.xml"));
}

class OwnTemplates : public Story {
protected:
    http::Response give(access::Principal const& who, char const* kind, std::string const& bytes,
                        std::string const& name = "表样.docx") {
        auto const upload = house.upload(who, name, bytes);
        return caller.post(who, "/api/v1/paper-templates", {{"kind", kind}, {"upload", upload.text}});
    }
    static std::string field_text(http::Response const& refused) {
        return std::string(body_of(refused).at("errors").at(0).at("text").as_string());
    }
    json::value papers(access::Principal const& who) {
        return body_of(caller.get(who, "/api/v1/paper-templates")).at("items");
    }
    json::value paper(access::Principal const& who, char const* kind) {
        auto const all = papers(who);
        for (auto const& one : all.as_array())
            if (one.at("kind") == kind) return one;
        return {};
    }
    access::Principal admin() const { return house.of_institution(Role::institution_admin, "A-admin"); }
    api::testing::Caller caller{endpoints(house.rooms), house.policy, house.clock};
};
INSTANTIATE_TEST_SUITE_P(Db, OwnTemplates, ::testing::ValuesIn(db::scratch_backends()), db::BackendName{});

TEST_P(OwnTemplates, ARecordIsFilledInTheInstitutionsOwnDocxAndTakenBackIntoThePlatformsForm) {
    auto const id = opened();
    auto const path = "/api/v1/projects/" + id.text + "/papers/risk_analysis";
    EXPECT_THAT(text_of(caller.get(house.leader(), path)), HasSubstr("项目风险分析记录"));
    auto const made = give(admin(), "risk_analysis", docx_saying("{{项目名称}}：{{风险分析结论}}；{{外聘专家说明}}"));
    ASSERT_EQ(made.status, 201) << made.body;
    auto const filled = text_of(caller.get(house.leader(), path));
    EXPECT_THAT(filled, HasSubstr("昌吉化工安全现状评价：可以承接；＿＿＿＿"));
    EXPECT_THAT(filled, Not(HasSubstr("项目风险分析记录")));
    auto const shown = paper(house.leader(), "risk_analysis");
    EXPECT_TRUE(shown.at("own").as_bool());
    EXPECT_EQ(shown.at("history").at(0).at("file_name"), "表样.docx");
    EXPECT_EQ(shown.at("history").at(0).at("account"), "A-admin");
    EXPECT_EQ(shown.at("history").at(0).at("names").as_array().size(), 3U);
    auto const back = caller.post(admin(), "/api/v1/paper-templates/withdrawal",
                                  {{"kind", "risk_analysis"}, {"reason", "改用平台表式"}});
    EXPECT_EQ(back.status, 201) << back.body;
    EXPECT_THAT(text_of(caller.get(house.leader(), path)), HasSubstr("项目风险分析记录"));
    EXPECT_EQ(paper(house.leader(), "risk_analysis").at("history").as_array().size(), 2U);
    EXPECT_EQ(caller.get(admin(), "/api/v1/paper-templates/file?kind=risk_analysis").status, 409);
}

TEST_P(OwnTemplates, ANewOneReplacesTheOldAndItsBytesComeBackAsTheyWere) {
    give(admin(), "team_plan", docx_saying("一 {{项目名称}}"));
    auto const second = docx_saying("二 {{项目名称}}");
    give(admin(), "team_plan", second, "二版.docx");
    EXPECT_EQ(caller.get(admin(), "/api/v1/paper-templates/file?kind=team_plan").body, second);
    auto const sample = text_of(caller.get(admin(), "/api/v1/paper-templates/sample?kind=team_plan"));
    EXPECT_THAT(sample, HasSubstr("二 昌吉化工安全现状评价"));
    EXPECT_THAT(text_of(caller.get(admin(), "/api/v1/paper-templates/sample?kind=raw_record")), HasSubstr("（示例）"));
}

TEST_P(OwnTemplates, WhatIsWrongWithAFileIsSaidAndNothingIsRecorded) {
    auto const unknown = give(admin(), "risk_analysis", docx_saying("{{项目名}}{{项目名称}}{{审核意见}}"));
    EXPECT_EQ(unknown.status, 400) << unknown.body;
    EXPECT_THAT(unknown.body, HasSubstr("{{项目名}}、{{审核意见}}"));
    EXPECT_EQ(give(admin(), "risk_analysis", "%PDF-1.7", "表.docx").status, 400);
    EXPECT_THAT(give(admin(), "risk_analysis", "PK broken").body, HasSubstr("documents.not_docx"));
    auto parts = documents::testing::unzip(docx_saying("{{项目名称}}"));
    parts["word/_rels/settings.xml.rels"] =
        R"(<Relationships><Relationship Id="a" Type="x/attachedTemplate" Target="http://192.0.2.1/x.dotm" TargetMode="External"/></Relationships>)";
    auto const linked = give(admin(), "risk_analysis", documents::testing::zip({parts.begin(), parts.end()}));
    EXPECT_EQ(linked.status, 400);
    EXPECT_THAT(linked.body, HasSubstr("192.0.2.1"));
    parts.erase("word/_rels/settings.xml.rels");
    parts["word/vbaProject.bin"] = "x";
    EXPECT_THAT(give(admin(), "risk_analysis", documents::testing::zip({parts.begin(), parts.end()})).body,
                HasSubstr("宏"));
    EXPECT_FALSE(paper(admin(), "risk_analysis").at("own").as_bool());
}

TEST_P(OwnTemplates, EachUnitHasItsOwnPapersAndGivesThemItself) {
    EXPECT_EQ(papers(admin()).as_array().size(), 11U);
    EXPECT_EQ(papers(house.county()).as_array().size(), 2U);
    EXPECT_EQ(give(house.leader(), "risk_analysis", docx_saying("x")).status, 403);
    EXPECT_EQ(give(house.of_bureau(Role::leader, "652301", "A-b"), "notice_receipt", docx_saying("x")).status, 403);
    EXPECT_EQ(give(admin(), "notice_receipt", docx_saying("x")).status, 400);
    EXPECT_EQ(caller.get(house.the_enterprise(), "/api/v1/paper-templates").status, 403);
    EXPECT_EQ(caller.get(admin(), "/api/v1/paper-templates/sample?kind=notice_form").status, 400);
    auto const upload = house.upload(admin(), "a.docx", docx_saying("x"));
    auto const others = caller.post(house.of_institution(Role::process_lead, "A-process"), "/api/v1/paper-templates",
                                    {{"kind", "team_plan"}, {"upload", upload.text}});
    EXPECT_EQ(others.status, 400);
}

TEST_P(OwnTemplates, APaperIsForWhoMaySeeTheProjectAndThePriceForWhoMaySeeIt) {
    auto const id = opened();
    auto const path = "/api/v1/projects/" + id.text + "/papers/contract_review";
    EXPECT_THAT(text_of(caller.get(house.leader(), path)), HasSubstr("120000.00 元"));
    auto const county = caller.get(house.county(), path);
    EXPECT_EQ(county.status, 200);
    EXPECT_THAT(text_of(county), Not(HasSubstr("120000")));
    EXPECT_EQ(caller.get(house.of_bureau(Role::clerk, "652302", "A-b"), path).status, 404);
    EXPECT_EQ(caller.get(house.leader(), "/api/v1/projects/" + id.text + "/papers/nothing").status, 400);
    EXPECT_EQ(caller.get(house.leader(), "/api/v1/projects/" + id.text + "/papers/notice_form").status, 409);
    EXPECT_EQ(caller.get(house.leader(), "/api/v1/projects/" + id.text + "/papers/survey_record?survey=S-9").status,
              400);
    EXPECT_EQ(caller.get(house.leader(), "/api/v1/projects/P-404/papers/risk_analysis").status, 404);
}

TEST_P(OwnTemplates, EveryRecordOfAWholeProjectIsFilled) {
    auto const id = whole();
    auto const text = [&](char const* kind) {
        return text_of(caller.get(house.leader(), "/api/v1/projects/" + id.text + "/papers/" + kind));
    };
    EXPECT_THAT(text("team_plan"), HasSubstr("钱专家"));
    EXPECT_THAT(text("team_plan"), HasSubstr("赵评价"));
    EXPECT_THAT(text("survey_record"), HasSubstr("照片-gate.jpg"));
    EXPECT_THAT(text("internal_review"), HasSubstr("同意"));
    EXPECT_THAT(text("process_review"), HasSubstr("安全现状评价报告"));
    EXPECT_THAT(text("raw_record"), HasSubstr("甲醇罐区"));
    EXPECT_THAT(text("notice_form"), HasSubstr("从业告知书"));
}

TEST_P(OwnTemplates, ABureausReceiptIsItsOwnOneByOneAndByTheBatch) {
    auto const id = opened();
    notified(id);
    notified(id, "2026-04-06", "2026-04-07");
    ASSERT_EQ(give(house.county(), "notice_receipt", docx_saying("县局回执 {{回执编号}} {{收到部门}}")).status, 201);
    auto const path = "/api/v1/projects/" + id.text + "/papers/notice_receipt";
    EXPECT_THAT(text_of(caller.get(house.leader(), path + "?bureau=B-652301")), HasSubstr("县局回执 HZ-"));
    EXPECT_THAT(text_of(caller.get(house.county(), path)), HasSubstr("县局回执 HZ-"));
    EXPECT_THAT(text_of(caller.get(house.leader(), path + "?bureau=B-650000")), HasSubstr("从业告知收讫回执"));
    EXPECT_EQ(caller.get(house.leader(), path + "?bureau=B-110000").status, 400);
    std::string ids;
    for (auto const& notice : view(id).notices) ids += notice.id.text + ",";
    auto const batch = text_of(caller.get(house.county(), "/api/v1/notices/receipts?ids=" + ids));
    std::size_t count = 0;
    for (auto at = batch.find("县局回执 HZ-"); at != std::string::npos; at = batch.find("县局回执 HZ-", at + 1))
        ++count;
    EXPECT_EQ(count, 2U);
}

}  // namespace
}  // namespace anping::practice
