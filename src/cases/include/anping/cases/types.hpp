// SPDX-License-Identifier: Apache-2.0
// A case of administrative penalty: what it is of, and the steps it goes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/base/codec.hpp>
#include <anping/base/id.hpp>
#include <anping/field/date.hpp>
#include <anping/field/money.hpp>
#include <anping/registry/types.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::cases {

struct CaseTag {
    static constexpr char const* name = "案件";
};
using CaseId = Id<CaseTag>;

// Where the case is run: the bureau's enforcement system, or here.
enum class CaseMode { external, here };
BOOST_DESCRIBE_ENUM(CaseMode, external, here)

enum class CaseStage { open, decided, closed };
BOOST_DESCRIBE_ENUM(CaseStage, open, decided, closed)

enum class PartyKind {
    institution,
    enterprise,
    person,
    unit  // a firm that is in no register: it assesses without a qualification
};
BOOST_DESCRIBE_ENUM(PartyKind, institution, enterprise, person, unit)

// In the order they usually come. `decision` is recorded by its own act.
enum class StepKind {
    pushed,               // clues and evidence handed to the enforcement system
    investigation,        // 调查取证
    evidence_registered,  // 先行登记保存
    evidence_handled,
    suspension,  // of the 90 days
    resumption,
    extension,       // of the case, approved
    proposal,        // 调查终结，处理建议
    legal_review,    // 法制审核
    notice,          // 行政处罚告知
    defence,         // 陈述、申辩
    hearing_notice,  // 听证告知
    hearing_requested,
    hearing_waived,
    hearing_announced,
    hearing_held,
    discussion,  // 集体讨论
    decision,
    no_penalty,  // 不予处罚、撤销案件
    delivery,    // 送达
    publication,
    instalments,  // 延期、分期
    payment,
    surcharge,  // 加处罚款
    review_applied,
    review_decided,
    suit_filed,
    judgment,
    demand,  // 催告
    enforcement_applied,
    enforced,
    annulment,  // of the decision: changed, withdrawn, held unlawful
    publication_withdrawn,
    police_reported,
    police_approved,
    police_refused,
    police_sent,
    referred,  // to the province, or the authority that granted the qualification
    closing
};
BOOST_DESCRIBE_ENUM(StepKind, pushed, investigation, evidence_registered, evidence_handled, suspension, resumption,
                    extension, proposal, legal_review, notice, defence, hearing_notice, hearing_requested,
                    hearing_waived, hearing_announced, hearing_held, discussion, decision, no_penalty, delivery,
                    publication, instalments, payment, surcharge, review_applied, review_decided, suit_filed, judgment,
                    demand, enforcement_applied, enforced, annulment, publication_withdrawn, police_reported,
                    police_approved, police_refused, police_sent, referred, closing)

// Where a case came from: a clue, problem, finding, tip of another module.
struct Source {
    Text<1, 30> kind;
    std::optional<Text<1, 64>> id;
    Text<1, 500> text;
};
BOOST_DESCRIBE_STRUCT(Source, (), (kind, id, text))

// A document of the case: which of the forms it is, its number, and its bytes by SM3.
struct Document {
    std::string kind;  // "A34": number of the list of forms
    std::string number;
    std::optional<std::string> file;
};
BOOST_DESCRIBE_STRUCT(Document, (), (kind, number, file))

// The sheet of the enforcement system that something was taken in from; the file itself is kept.
struct Imported {
    std::string sheet;  // SM3
    std::string file_name;
    std::int64_t row = 0;  // as a spreadsheet shows it
};
BOOST_DESCRIBE_STRUCT(Imported, (), (sheet, file_name, row))

// A document the bureau made here, and its delivery, that a step rests on: taken over, not typed again.
struct PaperNoted {
    std::string document;
    std::string kind;
    std::optional<std::string> number;
    std::optional<std::string> sm3;           // of the file that was issued
    std::optional<std::int64_t> delivery;     // entry
    std::optional<field::Date> delivered_on;  // what later limits count from
};
BOOST_DESCRIBE_STRUCT(PaperNoted, (), (document, kind, number, sm3, delivery, delivered_on))

struct Instalment {
    field::Date due;
    field::Money amount;
};
BOOST_DESCRIBE_STRUCT(Instalment, (), (due, amount))

// What a payment is of.
enum class PaymentOf { fine, confiscation, surcharge };
BOOST_DESCRIBE_ENUM(PaymentOf, fine, confiscation, surcharge)

// A day of the law that a step set, as it was counted then. Without a day: the calendar is not published so far.
struct Limit {
    std::string duty;
    std::string owes;  // "bureau", "institution"
    std::optional<field::Date> due;
    std::string count;
    rulebook::Citation citation;
    json::object facts;
    std::string calendar;
    std::optional<Timestamp> due_at = {};  // of one that runs by the hour; `due` is its day
};
BOOST_DESCRIBE_STRUCT(Limit, (), (duty, owes, due, count, citation, facts, calendar, due_at))

// Something about a step that whoever reads the file should know. It holds nothing.
struct Remark {
    std::string
        code;  // "late", "order", "officers", "reviewer", "hearing", "review", "discussion", "limitation", "paper"
    std::string text;
    std::optional<rulebook::Citation> clause;
};
BOOST_DESCRIBE_STRUCT(Remark, (), (code, text, clause))

}  // namespace anping::cases
