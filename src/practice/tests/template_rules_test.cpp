// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <anping/api/answer.hpp>

#include "../rules_template.hpp"

namespace anping::practice {
namespace {

using access::UnitKind;
using ::testing::HasSubstr;

TemplateFile file(std::string type = api::kDocx, std::string problem = {}) {
    TemplateFile out;
    out.file_name = "风险分析.docx";
    out.blob.sm3 = std::string(64, 'a');
    out.blob.size = 20'000;
    out.blob.reading.media_type = std::move(type);
    out.blob.reading.problem = std::move(problem);
    out.known = {"项目名称"};
    return out;
}
Result<std::vector<ledger::Event>> given(TemplateFile const& of, PaperKind kind = PaperKind::risk_analysis,
                                         UnitKind unit = UnitKind::institution) {
    return set_paper_template({kind, {"U-1"}, {}}, "J-1", unit, of);
}
std::string rule(Result<std::vector<ledger::Event>> const& result) {
    return result ? "" : result.error().fields.at(0).rule;
}
std::string said(Result<std::vector<ledger::Event>> const& result) {
    return result ? "" : result.error().fields.at(0).text;
}

TEST(TemplateRules, AnInstitutionsOwnDocxIsRecordedWithItsDigestAndWhatItFills) {
    auto const events = given(file());
    ASSERT_TRUE(events);
    EXPECT_EQ(events->front().subject, "J-1");
    auto const in = from_trusted_json<PaperTemplateSet>(events->front().data);
    EXPECT_EQ(in.kind, PaperKind::risk_analysis);
    EXPECT_EQ(in.blob.sm3, std::string(64, 'a'));
    EXPECT_THAT(in.names, ::testing::ElementsAre("项目名称"));
}

TEST(TemplateRules, APaperWithNoPlaceToFillIsTakenAsItIs) {
    auto plain = file();
    plain.known.clear();
    EXPECT_TRUE(given(plain));
}

TEST(TemplateRules, WhatIsNoDocxIsRefusedWithTheReason) {
    EXPECT_EQ(rule(given(file("application/pdf"))), "docx");
    EXPECT_EQ(rule(given(file("application/msword"))), "docx");
    EXPECT_THAT(said(given(file("image/jpeg"))), HasSubstr("DOCX"));
    EXPECT_EQ(rule(given(file("application/vnd.ms-word.document.macroEnabled.12"))), "macros");
    for (auto const* problem : {"damaged", "unsafe", "encrypted", "too_large", "timeout", "unavailable"})
        EXPECT_EQ(rule(given(file(api::kDocx, problem))), problem);
    auto large = file();
    large.blob.size = (5 << 20) + 1;
    EXPECT_EQ(rule(given(large)), "max_size");
}

TEST(TemplateRules, PlacesNoSuchPaperHasAreNamedEveryOne) {
    auto wrong = file();
    wrong.unknown = {"项目名", "审核日期"};
    auto const refused = given(wrong);
    EXPECT_EQ(rule(refused), "placeholder");
    EXPECT_THAT(said(refused), HasSubstr("{{项目名}}、{{审核日期}}"));
    EXPECT_THAT(said(refused), HasSubstr("项目风险分析记录"));
}

TEST(TemplateRules, APaperIsItsOwnersAlone) {
    EXPECT_EQ(rule(given(file(), PaperKind::notice_receipt)), "choice");
    EXPECT_EQ(rule(given(file(), PaperKind::risk_analysis, UnitKind::bureau)), "choice");
    EXPECT_EQ(rule(given(file(), PaperKind::risk_analysis, UnitKind::enterprise)), "choice");
    EXPECT_TRUE(given(file(), PaperKind::notice_receipt, UnitKind::bureau));
}

TEST(TemplateRules, OnlyWhatIsInForceIsTakenBack) {
    WithdrawPaperTemplate const in{PaperKind::risk_analysis, {"改用平台表式"}};
    auto const back = withdraw_paper_template(in, "J-1", UnitKind::institution, true);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->front().type, PaperTemplateWithdrawn::kType);
    auto const none = withdraw_paper_template(in, "J-1", UnitKind::institution, false);
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::conflict);
}

TEST(TemplateRules, WhatIsRecordedKeepsItsForm) {
    auto in = file();
    in.blob = {"a", "b", 1, {}};
    in.blob.reading.media_type = api::kDocx;
    auto const set =
        set_paper_template({PaperKind::team_plan, {"U-1"}, Text<2, 500>{"换版"}}, "J-1", UnitKind::institution, in);
    EXPECT_EQ(
        canonical(set.value().front().data),
        R"({"blob":{"reading":{"camera":"","height":0,"latitude":"","longitude":"","media_type":")" +
            std::string(api::kDocx) +
            R"(","pages":0,"problem":"","taken_at":"","width":0},"sha256":"b","size":1,"sm3":"a"},"file_name":"风险分析.docx","kind":"team_plan","names":["项目名称"],"reason":"换版"})");
    EXPECT_EQ(canonical(to_json(PaperTemplateWithdrawn{PaperKind::raw_record, {"停用"}})),
              R"({"kind":"raw_record","reason":"停用"})");
}

}  // namespace
}  // namespace anping::practice
