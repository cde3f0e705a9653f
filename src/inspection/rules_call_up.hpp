// SPDX-License-Identifier: Apache-2.0
// Decisions about a called-up report: what is known of it, command, day in; events or a refusal out. Pure.
#pragma once

#include <anping/access/colleagues.hpp>
#include <anping/inspection/call_ups.hpp>
#include <anping/practice/reports.hpp>
#include <anping/registry/views.hpp>

#include "rules.hpp"

namespace anping::inspection {

struct KnownReviewer {
    std::int64_t number = 1;
    Seat seat;
    bool relieved = false;
    bool asked_again = false;
    std::vector<GiveOpinion> opinions = {};
    bool recused = false;  // relieved because bound to a party

    bool counts() const noexcept { return !opinions.empty() && !recused; }
    bool owes() const noexcept { return !relieved && (opinions.empty() || asked_again); }
};

struct CallUpKnown {
    CallUpId id;
    ReportCalledUp called;
    CallUpStage stage = CallUpStage::called;
    std::vector<KnownReviewer> reviewers = {};

    bool over() const noexcept { return stage == CallUpStage::concluded || stage == CallUpStage::withdrawn; }
};

// Who is to review, as register and accounts have them.
struct Candidate {
    Seat seat;
    std::optional<registry::ExpertView> expert = {};  // in a pool that day
    std::optional<access::Colleague> account = {};
    bool of_intermediary = false;  // the employer is an assessment or testing institution
    bool on_team = false;          // of the project
    bool reviewed_before = false;
};

// What an expert may have to do with.
struct Concerned {
    std::string institution;  // names
    std::string enterprise;
};

Result<Events> call_up(CallUpReport const& in, CallUpId const& id, access::Principal const& who,
                       practice::FiledReport const& report, field::Date today);
Result<Events> hand_in(HandInMaterial const& in, CallUpKnown const& state, Exhibits files);
// Two at least, none bound to the institution; what else speaks against one stands beside the name.
Result<Events> assign(std::vector<Candidate> const& candidates, CallUpKnown const& state, Concerned const& by);
// What was said stays. After an opinion the ground is named: nobody picks among opinions by sending their authors home.
Result<Events> relieve(RelieveReviewer const& in, CallUpKnown const& state);
Result<Events> ask_again(AskAgain const& in, CallUpKnown const& state);
Result<Events> give_opinion(GiveOpinion const& in, CallUpKnown const& state, access::AccountId const& account);
Result<Events> conclude(ConcludeCallUp const& in, CallUpKnown const& state);
Result<Events> withdraw(WithdrawCallUp const& in, CallUpKnown const& state);

}  // namespace anping::inspection
