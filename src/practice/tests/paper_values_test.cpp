// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include <anping/documents/template.hpp>
#include <anping/documents/testing.hpp>
#include <anping/practice/testing_law.hpp>

#include "../paper_values.hpp"

namespace anping::practice {
namespace {

using practice::testing::at;
using practice::testing::day;
using ::testing::HasSubstr;
using ::testing::Not;

std::string text_of(std::string const& docx) {
    return documents::testing::text_of(documents::testing::part(docx, "word/document.xml"));
}

template <class T>
Stored<T> stored(T const& value) {
    return {canonical(to_json(value))};
}

ProjectPaper nothing_yet() {
    ProjectPaper out;
    out.project.id = {"P-1"};
    out.project.title = "甲醇装置评价";
    out.project.enterprise_name = "昌吉化工";
    out.institution.name = "天山安评";
    return out;
}

ProjectPaper worked_on() {
    auto out = nothing_yet();
    auto& project = out.project;
    project.leader = {"R-1"};
    project.leader_name = "王组长";
    project.risk =
        stored(RiskAnalysis{day("2026-02-26"), true, false, true, Text<1, 500>{"自动化 1 人"}, {"可以承接"}});
    project.contract = stored(Contract{{"HT-1"}, day("2026-02-27"), day("2026-06-30"), {12'000'000}});
    SurveyView survey;
    survey.id = {"S-2"};
    survey.started_at = at("2026-03-23T10:00:00+08:00");
    survey.ended_at = at("2026-03-23T18:00:00+08:00");
    survey.place = "罐区";
    survey.member_names = {"王组长", "赵评价"};
    survey.leader_on_site = true;
    survey.findings = "完好";
    survey.checklist = Checklist{{"checklist_x"}, {{{"a"}, Finding::fails, Text<1, 500>{"漏"}}}};
    auto earlier = survey;
    earlier.id = {"S-1"};
    earlier.place = "配电室";
    project.surveys = {survey, earlier};
    EvidenceView photo;
    photo.survey = SurveyId{"S-2"};
    photo.exhibit = stored(Exhibit{{"gate"}, "大门.jpg", {"sm3-of-it", "", 1, {}}, {}});
    auto other = photo;
    other.survey = SurveyId{"S-1"};
    other.exhibit = stored(Exhibit{{"gate"}, "配电.jpg", {"", "", 1, {}}, {}});
    project.evidence = {photo, other};
    ReportView report;
    report.title = "评价报告";
    report.reviews = {{ReviewStep::internal_review, "A-1", "同意", at("2026-04-11T15:20:00+08:00"), 1, "key", false}};
    report.opinions = {{1, {}, ReviewStep::internal_review, "补记录", at("2026-04-10T16:00:00+08:00"), "已补"},
                       {2, {}, ReviewStep::technical_lead, "核数据", at("2026-04-10T17:00:00+08:00"), {}}};
    project.reports = {report};
    return out;
}

json::object record(PaperKind kind, ProjectPaper const& of, std::optional<SurveyId> survey = {}) {
    PaperNames names;
    names.items = {{"a", "报警完好"}};
    names.evidence = {{"gate", "大门照片"}};
    return record_values(kind, of, names, day("2026-03-02"), survey);
}

TEST(PaperShapes, EveryKindHasATitleAndNoNameTwice) {
    EXPECT_EQ(paper_kinds().size(), 13U);
    for (auto const kind : paper_kinds()) {
        auto const& shape = shape_of(kind);
        std::set<std::string> names;
        for (auto const& field : shape.fields) {
            EXPECT_TRUE(names.insert(field.name).second) << shape.title << " " << field.name;
            EXPECT_FALSE(field.meaning.empty() || field.example.empty()) << field.name;
        }
        for (auto const& list : shape.lists) EXPECT_TRUE(names.insert(list.name).second) << list.name;
        EXPECT_FALSE(shape.title.empty());
    }
}

TEST(PaperShapes, TheSampleFillsEveryPlace) {
    for (auto const kind : paper_kinds())
        for (auto const& [name, value] : sample_values(kind)) EXPECT_FALSE(value.is_null()) << std::string(name);
}

TEST(PaperValues, OfAProjectThatHasNothingYetOnlyWhatIsKnownIsFilled) {
    for (auto const kind : paper_kinds()) {
        if (of_bureau(kind)) continue;
        auto const values = record(kind, nothing_yet());
        EXPECT_EQ(values.at("项目名称"), "甲醇装置评价");
        EXPECT_EQ(values.at("填表日期"), "2026年3月2日");
        EXPECT_TRUE(values.at("合同编号").is_null());
        EXPECT_TRUE(values.at("承担单位").is_null());
    }
    EXPECT_TRUE(record(PaperKind::risk_analysis, nothing_yet()).at("需要外聘专家").is_null());
    EXPECT_TRUE(record(PaperKind::team_plan, nothing_yet()).at("计划进场日期").is_null());
    EXPECT_TRUE(record(PaperKind::survey_record, nothing_yet()).at("检查项").as_array().empty());
}

TEST(PaperValues, TheRiskAnalysisStandsAsItWasMade) {
    auto const values = record(PaperKind::risk_analysis, worked_on());
    EXPECT_EQ(values.at("分析日期"), "2026年2月26日");
    EXPECT_EQ(values.at("人员满足要求"), "否");
    EXPECT_EQ(values.at("外聘专家说明"), "自动化 1 人");
}

TEST(PaperValues, ThePriceIsBlankWhereTheContractIsKeptFromTheReader) {
    auto of = worked_on();
    EXPECT_EQ(record(PaperKind::contract_review, of).at("合同价款"), "120000.00 元");
    of.project.contract.reset();
    EXPECT_TRUE(record(PaperKind::contract_review, of).at("合同价款").is_null());
}

TEST(PaperValues, ASurveyRecordIsOfTheLastSurveyOrOfTheOneNamed) {
    auto const last = record(PaperKind::survey_record, worked_on());
    EXPECT_EQ(last.at("勘验地点"), "罐区");
    EXPECT_EQ(last.at("到场人员"), "王组长、赵评价");
    EXPECT_EQ(last.at("检查项").at(0).at("检查内容"), "报警完好");
    EXPECT_EQ(last.at("检查项").at(0).at("检查结果"), "不符合");
    ASSERT_EQ(last.at("现场材料").as_array().size(), 1U);
    EXPECT_EQ(last.at("现场材料").at(0).at("文件名"), "大门.jpg");
    EXPECT_EQ(record(PaperKind::raw_record, worked_on(), SurveyId{"S-1"}).at("勘验地点"), "配电室");
}

TEST(PaperValues, AReviewHasItsOwnStepsWordsAndOpinionsAlone) {
    auto const own = record(PaperKind::internal_review, worked_on());
    EXPECT_EQ(own.at("审核结论"), "同意");
    EXPECT_EQ(own.at("确认方式"), "本人签名密钥");
    ASSERT_EQ(own.at("审核意见").as_array().size(), 1U);
    EXPECT_EQ(own.at("审核意见").at(0).at("答复"), "已补");
    auto const next = record(PaperKind::technical_review, worked_on());
    EXPECT_TRUE(next.at("审核结论").is_null());
    EXPECT_EQ(next.at("审核意见").at(0).at("意见内容"), "核数据");
    EXPECT_TRUE(next.at("审核意见").at(0).at("答复").is_null());
    EXPECT_TRUE(record(PaperKind::approval_record, worked_on()).at("审核意见").as_array().empty());
}

TEST(PaperValues, ABlankOfAnOwnTemplateIsALineToWriteOnButInARowABlankCell) {
    documents::Form form;
    form.title = "风险";
    form.blocks = {documents::Paragraph{"[{{分析日期}}]"}};
    auto const filled =
        documents::fill(documents::docx(form), with_lines(record(PaperKind::risk_analysis, nothing_yet())));
    ASSERT_TRUE(filled);
    EXPECT_THAT(text_of(filled->docx), HasSubstr("[＿＿＿＿＿＿＿＿]"));
    auto const lined = with_lines(record(PaperKind::technical_review, worked_on()));
    EXPECT_TRUE(lined.at("审核意见").at(0).at("答复").is_null());
}

TEST(PaperForms, ThePlatformsFormHasTheFactsRowsToWriteInAndWhoSigns) {
    auto const text = text_of(documents::docx(
        record_form(shape_of(PaperKind::survey_record), record(PaperKind::survey_record, worked_on()))));
    for (auto const* expected : {"现场勘验记录", "昌吉化工", "罐区", "报警完好", "企业陪同人员（签字）"})
        EXPECT_THAT(text, HasSubstr(expected));
    auto const blank = record_form(shape_of(PaperKind::team_plan), record(PaperKind::team_plan, nothing_yet()));
    EXPECT_EQ(std::get<documents::Table>(blank.blocks.at(1)).rows.size(), 3U);
    EXPECT_THAT(text_of(documents::docx(blank)), Not(HasSubstr("null")));
    auto const planned = record_form(shape_of(PaperKind::team_plan), sample_values(PaperKind::team_plan));
    EXPECT_EQ(std::get<documents::Table>(planned.blocks.at(1)).rows.size(), 1U);  // the team
    EXPECT_EQ(std::get<documents::Table>(planned.blocks.at(5)).rows.size(), 4U);  // the plan
}

}  // namespace
}  // namespace anping::practice
