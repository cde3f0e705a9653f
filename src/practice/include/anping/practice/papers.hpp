// SPDX-License-Identifier: Apache-2.0
// Papers of a project that are filled from its facts: the bureau's notice and receipt, the institution's own records of
// its process control. Each has places to fill under names that its owner's DOCX may use, {{项目名称}}.
#pragma once

#include <string>
#include <vector>

#include <anping/base/codec.hpp>

namespace anping::practice {

// The last four are the testing template's (XJ-4b).
enum class PaperKind {
    notice_form,
    notice_receipt,
    risk_analysis,
    contract_review,
    team_plan,
    survey_record,
    internal_review,
    technical_review,
    process_review,
    raw_record,
    check_record,
    review_record,
    approval_record
};
BOOST_DESCRIBE_ENUM(PaperKind, notice_form, notice_receipt, risk_analysis, contract_review, team_plan, survey_record,
                    internal_review, technical_review, process_review, raw_record, check_record, review_record,
                    approval_record)

constexpr bool of_bureau(PaperKind kind) { return kind == PaperKind::notice_form || kind == PaperKind::notice_receipt; }

struct PaperField {
    std::string name;
    std::string meaning;
    std::string example;
    bool roomy = false;  // takes several lines, by hand too
};

// A table's row that stands once for each: {{#name}} ... {{/name}} in one row.
struct PaperList {
    std::string name;
    std::string meaning;
    std::vector<PaperField> columns;
};

struct PaperShape {
    PaperKind kind = PaperKind::notice_form;
    std::string title;
    std::vector<PaperField> fields;
    std::vector<PaperList> lists;
    std::vector<std::string> signatures;  // who signs by hand, on the platform's own form
};

PaperShape const& shape_of(PaperKind kind);
std::vector<PaperKind> const& paper_kinds();

}  // namespace anping::practice
