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
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(ListingStepView, (), (number, step, on, text, documents, remarks, entry))

struct ListingView {
    ListingSummary summary;
    std::string grounds;
    std::vector<ListingStepView> steps;
    std::vector<LimitView> limits;
    std::vector<ListingStep> next;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ListingView, (), (summary, grounds, steps, limits, next))

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
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(TalkView, (),
                      (id, bureau, bureau_name, kind, title, institutions, institution_names, of, basis, facts, on,
                       demands, due, officers, documents, closed_on, outcome, entry))

}  // namespace anping::cases
