// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/planning/commands/draw_strata.hpp>
#include <anping/registry/officers.hpp>

namespace anping::planning {

struct LeaveOut {
    registry::InstitutionId institution;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(LeaveOut, (), (institution, reason))

// Other tickets than the book suggests; where it suggests nothing, than one.
struct Weigh {
    registry::InstitutionId institution;
    std::int64_t weight = 1;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(Weigh, (), (institution, weight, reason))

struct PlanDraw {
    Text<2, 200> title;
    Text<2, 300> basis;  // the plan, campaign or task it is for
    DrawForm form = DrawForm::everyday;
    DrawScope scope = DrawScope::local;
    std::optional<field::Date> since;  // of "served"
    std::vector<LeaveOut> left_out;
    std::vector<Weigh> weights;
    std::int64_t take = 1;
    std::int64_t reserve = 0;
    std::vector<registry::OfficerId> officers;  // who may be sent
    std::int64_t officers_each = 2;             // to one who is drawn
    std::vector<registry::ExpertId> experts;
    std::int64_t experts_each = 0;
    std::vector<Text<1, 60>> participants;  // of a ceremony
    std::optional<Text<2, 200>> source;     // of its public number
    std::optional<Split> split = {};        // `take` and `reserve` are then the sums of its strata's
};
BOOST_DESCRIBE_STRUCT(PlanDraw, (),
                      (title, basis, form, scope, since, left_out, weights, take, reserve, officers, officers_each,
                       experts, experts_each, participants, source, split))

// Made in the participant's browser; see draw::commitment.
struct CommitShare {
    std::int64_t participant = 0;  // from 1
    Text<64, 64> commitment;
};
BOOST_DESCRIBE_STRUCT(CommitShare, (), (participant, commitment))

struct RevealShare {
    std::int64_t participant = 0;
    Text<64, 64> share;
};
BOOST_DESCRIBE_STRUCT(RevealShare, (), (participant, share))

struct EnterNumber {
    Text<1, 100> number;
};
BOOST_DESCRIBE_STRUCT(EnterNumber, (), (number))

// Of the everyday form: the second person's share. Of a ceremony without a number: none.
struct HoldDraw {
    std::optional<Text<64, 64>> share;
};
BOOST_DESCRIBE_STRUCT(HoldDraw, (), (share))

struct VoidDraw {
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(VoidDraw, (), (reason))

}  // namespace anping::planning
