// SPDX-License-Identifier: Apache-2.0
// Every kind the books have: its fields, its template, and what a filled one says. References lie in tests/references;
// ANPING_WRITE_REFERENCES=1 writes them anew.
#include "forms.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include <anping/documents/template.hpp>
#include <anping/documents/testing.hpp>

#include "room.hpp"

namespace anping::official {
namespace {

rulebook::Law const& law() {
    static auto const books = *rulebook::load(ANPING_SOURCE_DIR "/rulebooks").law;
    return books;
}
Statute statute(char const* day = "2026-11-30") { return {law(), {{"652301"}}, field::parse_date(day).value()}; }
std::vector<std::string> codes() {
    std::vector<std::string> out;
    for (auto const& kind : kinds(statute())) out.push_back(kind.kind);
    return out;
}

// Something in every field.
json::object filled(DocumentForm const& form) {
    json::object out;
    for (auto const& field : form.fields) {
        if (field.input == FieldInput::sign) continue;
        if (field.input == FieldInput::date) out[field.code] = "2026-03-02";
        else if (field.input == FieldInput::number) out[field.code] = "12";
        else if (field.input != FieldInput::rows) out[field.code] = "［" + field.code + "］";
        else {
            json::array rows;
            for (int i = 1; i <= 2; ++i) {
                json::object row;
                for (auto const& column : field.columns) row[column.code] = column.code + std::to_string(i);
                rows.emplace_back(std::move(row));
            }
            out[field.code] = std::move(rows);
        }
    }
    return out;
}
Around around() {
    return {"昌吉市应急管理局",
            "天山安评",
            "（昌吉）应急责改〔2026〕1号",
            field::parse_date("2026-11-30").value(),
            "https://anping.test/check/d/0123456789abcdef01234567",
            limits(statute())};
}
std::string text_of(std::string const& docx) {
    return documents::testing::text_of(documents::testing::part(docx, "word/document.xml"));
}
std::string said(std::string const& kind) {
    auto const form = form_of(statute(), kind).value();
    return text_of(written(default_template(form), template_values(form, filled(form), around())).value());
}

std::string reference(std::string const& kind) {
    return std::string(ANPING_SOURCE_DIR "/src/official/tests/references/") + kind + ".txt";
}
// One paragraph a line.
std::string in_lines(std::string text) {
    std::replace(text.begin(), text.end(), '|', '\n');
    return text;
}

class EveryKind : public ::testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(Of, EveryKind, ::testing::ValuesIn(codes()), [](auto const& of) { return of.param; });

TEST_P(EveryKind, FilledInSaysWhatItsReferenceSays) {
    auto const now = in_lines(said(GetParam()));
    if (std::getenv("ANPING_WRITE_REFERENCES") != nullptr) std::ofstream(reference(GetParam())) << now;
    std::ifstream in(reference(GetParam()));
    std::ostringstream kept;
    kept << in.rdbuf();
    EXPECT_EQ(now, kept.str());
}

TEST_P(EveryKind, HasAPlaceForEachOfItsFieldsInATemplateThatIsAdmitted) {
    auto const form = form_of(statute(), GetParam()).value();
    auto const docx = default_template(form);
    EXPECT_TRUE(documents::admit(docx));
    documents::Placed const code{kCodePicture, "x"};
    auto const made = documents::fill(docx, template_values(form, filled(form), around()), {&code, 1});
    ASSERT_TRUE(made);
    EXPECT_EQ(made->unknown, std::vector<std::string>());
    EXPECT_EQ(made->missing, std::vector<std::string>());
    for (auto const& field : form.fields) {
        auto const& asked = field.input == FieldInput::rows ? field.columns.front().code : field.code;
        EXPECT_NE(std::ranges::find(made->known, asked), made->known.end()) << field.code;
    }
    auto const known = places(form);
    for (auto const& name : made->known)
        EXPECT_TRUE(std::ranges::find(known, name) != known.end() || name == "期限") << name;
}

TEST_P(EveryKind, WithNothingFilledInLeavesRoomToWrite) {
    auto const form = form_of(statute(), GetParam()).value();
    auto const text = text_of(written(default_template(form), template_values(form, {}, around())).value());
    EXPECT_EQ(text.find("{{"), std::string::npos) << text;
}

TEST(TheBooks, HaveTheKindsOfTheList) {
    std::vector<std::string> const wanted{"立案审批表",
                                          "现场检查方案",
                                          "现场检查记录",
                                          "现场处理措施决定书",
                                          "责令限期整改指令书",
                                          "整改复查意见书",
                                          "询问通知书",
                                          "询问笔录",
                                          "勘验笔录",
                                          "抽样取证凭证",
                                          "行政处罚告知书",
                                          "当事人陈述申辩笔录",
                                          "行政处罚听证告知书",
                                          "行政处罚听证会通知书",
                                          "听证笔录",
                                          "案件处理呈批表",
                                          "行政处罚集体讨论记录",
                                          "行政处罚决定书（单位）",
                                          "文书送达回执",
                                          "案件移送审批表",
                                          "案件移送书",
                                          "结案审批表"};
    std::vector<std::string> names;
    for (auto const& kind : kinds(statute())) names.push_back(kind.name);
    EXPECT_EQ(names, wanted);
}

TEST(TheNoticeOfAHearing, NamesTheDaysOfTheLawInForce) {
    EXPECT_NE(said("hearing_notice").find("之日起5个工作日内"), std::string::npos);
    EXPECT_EQ(limits(statute()).at("复议"), "60日");
    EXPECT_EQ(limits(statute()).at("诉讼"), "6个月");
    EXPECT_EQ(limits(statute("2015-01-01")).at("听证"), "法定期限") << "no clause of that day is in the books";
}

TEST(Fields, AreThoseOfTheForm) {
    auto const form = form_of(statute(), "rectification_order").value();
    auto const wrong = checked_fields(form, {{"问题", json::array{{{"内容", "一"}, {"别的", "二"}}}},
                                             {"整改日期", "下周"},
                                             {"负责人", "王"},
                                             {"执法人员签名1", "王"}});
    ASSERT_FALSE(wrong);
    std::vector<std::string> at;
    for (auto const& field : wrong.error().fields) at.push_back(field.pointer);
    std::ranges::sort(at);
    EXPECT_EQ(at, (std::vector<std::string>{"/fields/执法人员签名1", "/fields/整改日期", "/fields/负责人",
                                            "/fields/问题/0/别的"}));
    auto const fine = checked_fields(
        form, {{"问题", json::array{{{"内容", "一"}}, json::object()}}, {"整改日期", nullptr}, {"第几项", ""}});
    EXPECT_EQ(fine.value(), (json::object{{"问题", json::array{{{"内容", "一"}}}}}));
    EXPECT_EQ(missing_fields(form, fine.value()), (std::vector<std::string>{"被检查单位", "整改日期"}));
}

TEST(ADocumentsText, IsNeverMarkup) {
    auto const form = form_of(statute(), "rectification_order").value();
    auto const docx =
        written(default_template(form), template_values(form, {{"被检查单位", "<w:p/>{{机关}}&"}}, around())).value();
    EXPECT_NE(text_of(docx).find("<w:p/>{{机关}}&"), std::string::npos);
}

}  // namespace
}  // namespace anping::official
