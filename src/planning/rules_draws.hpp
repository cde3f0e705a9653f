// SPDX-License-Identifier: Apache-2.0
// Decisions: state, command, day in; events or a refusal out. Pure.
#pragma once

#include <anping/access/identity.hpp>
#include <anping/base/result.hpp>
#include <anping/ledger/entry.hpp>

#include "state_draws.hpp"

namespace anping::planning {

using Events = std::vector<ledger::Event>;

// The ledger up to an entry: its leaf, which holds the one before, and so on.
struct Head {
    std::string leaf;  // hex
    std::int64_t size = 0;
};

struct Listed {
    registry::InstitutionId institution;
    std::string name;
    std::int64_t tickets = 1;  // as the book suggests, and
    std::string why = {};
    std::string clause = {};
    std::string stratum = {};  // of a list that is split
};

// Who may be sent, as the register has them.
struct ExpertKnown {
    registry::ExpertId id;
    std::string name;
    std::string employer;
    std::vector<std::string> employers_before;
    std::vector<std::string> interests;  // held shares of, or done business with
    bool of_an_institution = false;      // the employer is an assessment or testing institution (ZZ-13)
};

// Sent to somebody by the bureau's last draw.
struct Pair {
    std::string member;
    std::string candidate;
};

// What a plan is made from besides what was asked.
struct Grounds {
    DrawId id;
    access::Principal const& who;
    field::Date today;
    std::vector<Listed> listed;  // of the scope, in no order
    std::optional<std::string> announced = {};
    std::vector<registry::OfficerView> officers = {};  // those who were named
    std::vector<ExpertKnown> experts = {};             // the same
    std::vector<Pair> pairs = {};
};

// A member of the first is named by the certificate, of the second by the id.
inline constexpr char const* kOfficersPool = "执法人员";
inline constexpr char const* kExpertsPool = "专家";
// rules_draw_pools.cpp: who may be sent, and who not where, by what the register says.
Result<std::vector<draw::Pool>> pools_of(PlanDraw const& in, Grounds const& with);

// rules_draw_plan.cpp
Result<Events> plan(PlanDraw const& in, Grounds const& with);

Result<Events> commit(CommitShare const& in, State const& state);
Result<Events> begin_revealing(State const& state, Head const& head);
Result<Events> reveal(RevealShare const& in, State const& state);
Result<Events> enter_number(EnterNumber const& in, State const& state, std::string const& account);
// Of the everyday form: the secret of the seed that was announced, and the ledger up to the plan. A later head would be
// one the keeper of the ledger could still try after seeing the share.
Result<Events> hold(HoldDraw const& in, State const& state, access::Principal const& who, std::string const& secret,
                    Head const& head);
Result<Events> give_up(VoidDraw const& in, State const& state);
Result<Events> publish(State const& state);

}  // namespace anping::planning
