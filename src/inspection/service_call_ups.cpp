// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include <anping/inspection/call_up_service.hpp>

#include "queries_call_ups.hpp"
#include "service_change.hpp"

namespace anping::inspection {
namespace {

template <class Decide>
Decision on_call_up(CallUpId id, Decide decide) {
    return [id = std::move(id), decide = std::move(decide)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const state = queries::call_up_state(tx.session(), id);
        if (!state) return unknown_call_up();
        return decided(decide(*state, tx));
    };
}

// A change whose rule needs nothing but what is known of the call-up.
template <class In>
Decision ruled(CallUpId id, In in, Result<Events> (*rule)(In const&, CallUpKnown const&)) {
    return on_call_up(std::move(id), [in = std::move(in), rule](CallUpKnown const& state, ledger::Transaction&) {
        return rule(in, state);
    });
}

bool is_in_region(access::Principal const& who, practice::FiledReport const& report, field::Regions const& regions) {
    return report.target.authority == who.authority && regions.contains(who.region, report.target.region);
}

bool was_on(std::optional<practice::TeamView> const& team, registry::ExpertView const& expert) {
    if (!team) return false;
    return std::ranges::any_of(team->experts, [&](practice::OutsideExpert const& one) {
        return one.listed == expert.id || (one.name.value == expert.name && one.employer.value == expert.employer);
    });
}

}  // namespace

Decision CallUps::call_up(access::Principal who, CallUpReport in) const {
    return [this, who = std::move(who), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const report = with_.reports.report(tx.session(), in.report);
        auto const law = with_.law();
        if (!report || !is_in_region(who, *report, law->regions())) return unknown_report();
        CallUpId const id{fmt::format("DY-{:08}", tx.next_seq())};
        return decided(inspection::call_up(in, id, who, *report, day_of(tx)));
    };
}

Decision CallUps::hand_in(access::Principal who, CallUpId id, HandInMaterial in) const {
    return on_call_up(std::move(id),
                      [this, who = std::move(who), in = std::move(in)](CallUpKnown const& state,
                                                                       ledger::Transaction&) -> Result<Events> {
                          auto files = exhibits_of(with_.vault, who, in.files, "/files");
                          if (!files) return unexpected<Error>(std::move(files.error()));
                          return inspection::hand_in(in, state, std::move(*files));
                      });
}

Decision CallUps::assign(access::Principal, CallUpId id, AssignReviewers in) const {
    return on_call_up(
        std::move(id), [this, in = std::move(in)](CallUpKnown const& state, ledger::Transaction& tx) -> Result<Events> {
            auto const& called = state.called;
            auto const report = with_.reports.report(tx.session(), called.asked.report);
            auto const project = with_.reports.project(tx, called.project);
            if (!report || !project) return unknown_report();
            std::vector<Candidate> candidates;
            for (auto const& seat : in.seats) {
                Candidate one{seat, with_.expert(tx.session(), seat.expert, day_of(tx)),
                              with_.colleagues.find(tx.session(), seat.account)};
                if (one.expert && !one.expert->current) one.expert.reset();
                if (one.expert) {
                    one.of_intermediary = with_.is_institution(tx.session(), one.expert->employer);
                    one.on_team = was_on(project->team, *one.expert);
                    one.reviewed_before =
                        queries::has_reviewed(tx.session(), called.bureau, called.institution, seat.expert);
                }
                candidates.push_back(std::move(one));
            }
            return inspection::assign(candidates, state, {report->institution_name, report->enterprise_name});
        });
}

Decision CallUps::give_opinion(access::Principal who, CallUpId id, GiveOpinion in) const {
    return on_call_up(std::move(id), [account = std::move(who.account), in = std::move(in)](CallUpKnown const& state,
                                                                                            ledger::Transaction&) {
        return inspection::give_opinion(in, state, account);
    });
}

Decision CallUps::relieve(access::Principal, CallUpId id, RelieveReviewer in) const {
    return ruled(std::move(id), std::move(in), inspection::relieve);
}

Decision CallUps::ask_again(access::Principal, CallUpId id, AskAgain in) const {
    return ruled(std::move(id), std::move(in), inspection::ask_again);
}

Decision CallUps::conclude(access::Principal, CallUpId id, ConcludeCallUp in) const {
    return ruled<ConcludeCallUp>(std::move(id), std::move(in), inspection::conclude);
}

Decision CallUps::withdraw(access::Principal, CallUpId id, WithdrawCallUp in) const {
    return ruled<WithdrawCallUp>(std::move(id), std::move(in), inspection::withdraw);
}

}  // namespace anping::inspection
