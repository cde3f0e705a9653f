// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/planning/events/draws.hpp>
#include <anping/planning/views/bureau_checks.hpp>
#include <anping/planning/views/year_plan.hpp>

namespace anping::planning {

struct DrawSummary {
    DrawId id;
    std::string title;
    registry::BureauId bureau;
    std::string bureau_name;
    DrawForm form = DrawForm::everyday;
    DrawScope scope = DrawScope::local;
    DrawStage stage = DrawStage::planned;
    std::int64_t candidates = 0;
    std::int64_t take = 0;
    Timestamp planned_at;
    std::optional<Timestamp> held_at;
    std::optional<Timestamp> published_at;
    std::int64_t entry = 0;  // of the plan
};
BOOST_DESCRIBE_STRUCT(DrawSummary, (),
                      (id, title, bureau, bureau_name, form, scope, stage, candidates, take, planned_at, held_at,
                       published_at, entry))

struct ParticipantView {
    std::int64_t number = 1;
    std::string by;
    std::optional<std::string> commitment;
    std::optional<std::string> share;
};
BOOST_DESCRIBE_STRUCT(ParticipantView, (), (number, by, commitment, share))

struct NumberView {
    std::string by;  // the officer's name
    std::string number;
};
BOOST_DESCRIBE_STRUCT(NumberView, (), (by, number))

struct DrawView {
    DrawSummary summary;
    std::string planned_by;  // the officer's name
    std::optional<std::string> held_by;
    std::string basis;
    DrawScope scope = DrawScope::local;
    std::optional<field::Date> since;
    std::vector<Weigh> weights;
    std::vector<TicketsSuggested> suggested;
    std::optional<SplitFrom> split;
    draw::Plan plan;
    std::string plan_digest;
    std::optional<std::string> announced;
    std::vector<ParticipantView> participants;
    std::vector<NumberView> numbers;
    std::optional<std::string> head;
    std::vector<draw::StratumDrawn> outcome;
    std::optional<std::string> seed;
    std::optional<std::string> voided;    // why
    std::vector<BureauCheckView> checks;  // of bureaus that were drawn
    bool yours_to_hold = false;           // the everyday form waits for somebody else than who planned it
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(DrawView, (),
                      (summary, planned_by, held_by, basis, scope, since, weights, suggested, split, plan, plan_digest,
                       announced, participants, numbers, head, outcome, seed, voided, checks, yours_to_hold))

struct PublicStratum {
    std::string name;
    std::int64_t candidates = 0;
    std::int64_t take = 0;
};

// What everybody may know of a draw; names of who was drawn once they are published.
struct PublicDraw {
    DrawSummary summary;
    std::string plan_digest;
    std::optional<std::string> seed;
    std::vector<std::string> drawn;  // names
    std::optional<std::string> voided;
    std::vector<PublicStratum> strata = {};  // none of a list that is not split
};

// Whom a plan would draw from today.
struct CandidateView {
    registry::InstitutionId institution;
    std::string name;
    std::int64_t tickets = 1;               // as the book suggests
    std::vector<SuggestionReason> reasons;  // for more than one
};
BOOST_DESCRIBE_STRUCT(CandidateView, (), (institution, name, tickets, reasons))

struct SeedView {
    std::string digest;
    Timestamp announced_at;
    std::int64_t entry = 0;
    std::optional<DrawId> used_by;
};
BOOST_DESCRIBE_STRUCT(SeedView, (), (digest, announced_at, entry, used_by))

}  // namespace anping::planning
