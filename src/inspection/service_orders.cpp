// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <anping/inspection/service.hpp>

#include "queries.hpp"
#include "service_change.hpp"

namespace anping::inspection {
namespace {

template <class Decide>
Decision on_order(OrderId id, Decide decide) {
    return [id = std::move(id), decide = std::move(decide)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const state = queries::order_state(tx.session(), id);
        if (!state) return unknown_order();
        return decided(decide(*state, tx));
    };
}

}  // namespace

Decision Service::issue(access::Principal who, IssueOrder in) const {
    return [this, who = std::move(who), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto& session = tx.session();
        auto const law = with_.law();
        Book const book(*law, {who.region, who.authority}, in.issued_on);
        OrderGrounds with{{fmt::format("ZG-{:08}", tx.next_seq())}, who, day_of(tx), book};
        if (in.inspection) {
            auto found = queries::state(session, *in.inspection);
            if (found && found->task.bureau.text == who.unit) with.inspection = std::move(*found);
        }
        with.institution = in.institution && with_.directory.institution(session, *in.institution);
        with.enterprise = in.enterprise && with_.directory.enterprise(session, *in.enterprise);
        for (auto const& item : in.items)
            with.responsible.push_back(item.responsible ? std::optional(with_.personal.put(
                                                              tx, with.id.text, "responsible", item.responsible->value))
                                                        : std::nullopt);
        return decided(inspection::issue(in, with));
    };
}

Decision Service::give_proof(access::Principal who, OrderId id, GiveProof in) const {
    return on_order(std::move(id),
                    [this, who = std::move(who), in = std::move(in)](OrderKnown const& state,
                                                                     ledger::Transaction& tx) -> Result<Events> {
                        auto files = exhibits(who, in.files, "/files");
                        if (!files) return unexpected<Error>(std::move(files.error()));
                        std::optional<ledger::Commitment> responsible;
                        if (in.responsible)
                            responsible = with_.personal.put(tx, state.id.text, "responsible", in.responsible->value);
                        auto const law = with_.law();
                        return inspection::give_proof(in, state, Book(*law, state.place(), day_of(tx)),
                                                      std::move(responsible), std::move(*files));
                    });
}

Decision Service::recheck(access::Principal who, OrderId id, RecheckItem in) const {
    return on_order(std::move(id),
                    [this, who = std::move(who), in = std::move(in)](OrderKnown const& state,
                                                                     ledger::Transaction& tx) -> Result<Events> {
                        auto files = exhibits(who, in.files, "/files");
                        if (!files) return unexpected<Error>(std::move(files.error()));
                        auto const officers = with_.directory.officers_of(tx.session(), state.issued.bureau, in.on);
                        return inspection::recheck(in, state, officers, day_of(tx), std::move(*files));
                    });
}

Decision Service::extend(OrderId id, ExtendDeadline in) const {
    return on_order(std::move(id), [in = std::move(in)](OrderKnown const& state, ledger::Transaction&) {
        return inspection::extend(in, state);
    });
}

Decision Service::withdraw(OrderId id, WithdrawOrder in) const {
    return on_order(std::move(id), [in = std::move(in)](OrderKnown const& state, ledger::Transaction&) {
        return inspection::withdraw(in, state);
    });
}

}  // namespace anping::inspection
