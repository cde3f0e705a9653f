// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/cases/followups.hpp>
#include <anping/cases/views.hpp>

namespace anping::cases {

struct ListingSummary {
    ListingId id;
    registry::BureauId bureau;
    std::string bureau_name;
    CaseId of;
    registry::InstitutionId institution;
    std::string institution_name;
    std::string person;  // "" where the institution itself is listed
    std::string situation;
    ListingStep stage = ListingStep::told;
    field::Date told_on;
    std::optional<field::Date> listed_on;
    std::optional<field::Date> publicised_on;
    std::optional<field::Date> ends_on;  // of the years it lasts
    std::optional<field::Date> removed_on;
    bool in_force = false;
    std::int64_t overdue = 0;  // of the bureau's own days
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(ListingSummary, (),
                      (id, bureau, bureau_name, of, institution, institution_name, person, situation, stage, told_on,
                       listed_on, publicised_on, ends_on, removed_on, in_force, overdue, entry))

struct ListingStepView {
    std::int64_t number = 0;
    ListingStep step = ListingStep::told;
    field::Date on;
    std::string text;
    std::vector<Document> documents;
    std::vector<Remark> remarks;
    bool own = false;  // the institution's, from its own account
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(ListingStepView, (), (number, step, on, text, documents, remarks, own, entry))

// One condition of early removal 信用修复 as it stands today: the platform sees that it is met or missing, or the
// institution has handed in what the bureau will verify.
enum class RepairStanding { met, missing, shown };
BOOST_DESCRIBE_ENUM(RepairStanding, met, missing, shown)

struct RepairCondition {
    std::string code;
    std::string name;
    rulebook::Mark mark = rulebook::Mark::unconfirmed;
    RepairStanding standing = RepairStanding::missing;
    std::string why;
};
BOOST_DESCRIBE_STRUCT(RepairCondition, (), (code, name, mark, standing, why))

// What a listing brings with it while it lives; a hint, nothing is held by it.
struct ListingEffect {
    std::string code;
    std::string name;
    std::string text;
    rulebook::Mark mark = rulebook::Mark::unconfirmed;
    std::vector<std::string> places;  // where it is shown: "supervision", "licensing", "choosing"
};
BOOST_DESCRIBE_STRUCT(ListingEffect, (), (code, name, text, mark, places))

// A listing in force, as it concerns whoever deals with the institution.
struct ListingInForce {
    ListingId id;
    registry::InstitutionId institution;
    std::string institution_name;
    std::string person;  // "" where the institution itself is listed
    std::string bureau_name;
    std::string situation;
    field::Date listed_on;
    std::optional<field::Date> ends_on;
    std::vector<ListingEffect> effects;
    std::optional<rulebook::Citation> clause;  // of the effects
};
BOOST_DESCRIBE_STRUCT(ListingInForce, (),
                      (id, institution, institution_name, person, bureau_name, situation, listed_on, ends_on, effects,
                       clause))

struct ListingView {
    ListingSummary summary;
    std::string grounds;
    std::vector<ListingStepView> steps;
    std::vector<LimitView> limits;
    std::vector<ListingStep> next;
    std::vector<RepairCondition> conditions;           // of early removal, while it is in force
    std::optional<rulebook::Citation> conditions_why;  // their clause
    bool may_answer = false;                           // by its institution: a statement
    bool may_ask = false;                              // and early removal
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ListingView, (),
                      (summary, grounds, steps, limits, next, conditions, conditions_why, may_answer, may_ask))

struct TalkRemarkView {
    registry::InstitutionId institution;
    std::string institution_name;
    std::string text;
    Timestamp at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(TalkRemarkView, (), (institution, institution_name, text, at, entry))

struct TalkView {
    TalkId id;
    registry::BureauId bureau;
    std::string bureau_name;
    TalkKind kind = TalkKind::interview;
    std::string title;
    std::vector<std::string> institutions;  // ids
    std::vector<std::string> institution_names;
    std::optional<CaseId> of;
    std::string basis;
    std::string facts;
    field::Date on;
    std::optional<std::string> demands;
    std::optional<field::Date> due;
    std::vector<OfficerView> officers;
    std::vector<Document> documents;
    std::optional<field::Date> closed_on;
    std::optional<std::string> outcome;
    std::optional<InvitationId> invitation;
    std::vector<TalkRemarkView> remarks;  // of the institutions
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(TalkView, (),
                      (id, bureau, bureau_name, kind, title, institutions, institution_names, of, basis, facts, on,
                       demands, due, officers, documents, closed_on, outcome, invitation, remarks, entry))

}  // namespace anping::cases
