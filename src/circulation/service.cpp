// SPDX-License-Identifier: Apache-2.0
#include <anping/circulation/service.hpp>

#include <fmt/format.h>

#include "bureaus.hpp"
#include "errors.hpp"
#include "queries.hpp"
#include "rules.hpp"

namespace anping::circulation {
namespace {

Result<ledger::Decided> decided(Result<Events> events) {
    if (!events) return unexpected<Error>(std::move(events.error()));
    json::object answer{{"id", events->front().subject}, {"count", static_cast<std::int64_t>(events->size())}};
    return ledger::Decided{std::move(*events), std::move(answer)};
}

Hand today(db::Session& session, access::Principal who, field::Date day) {
    auto stands_in_for = queries::stood_in_for(session, who.account, day);
    return {std::move(who), std::move(stands_in_for)};
}

// A change of one slip: its state is loaded, the rule decides.
template <class Decide>
Decision on_slip(LawSource law, access::Principal who, SlipId id, Decide decide) {
    return [law = std::move(law), who = std::move(who), id = std::move(id),
            decide = std::move(decide)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const state = queries::state(tx.session(), id);
        if (!state) return unknown_slip();
        auto const books = law();
        auto const day = field::beijing_date(tx.now());
        return decided(decide(*state, today(tx.session(), who, day), Circumstances{*books, day, tx.next_seq()}));
    };
}

}  // namespace

bool Service::may_see(access::Principal const& who, MatterFacts const& facts) const {
    return with_.policy.decide(who, facts.view, facts.target).has_value() &&
           with_.policy.decide(who, access::Action::matter_view, facts.target).has_value();
}

// As whom the one who is asked would read: the officer, or a clerk of the bureau.
Result<access::Principal> Service::reader_of(db::Session& session, access::Principal const& who, Recipient const& to,
                                             std::string const& pointer) const {
    if (to.officer) {
        auto const officer = with_.colleagues.find(session, *to.officer);
        if (!officer || officer->disabled || officer->who.unit != who.unit || to.bureau.text != who.unit)
            return wrong_field(pointer, "officer", "本部门没有这位工作人员");
        return officer->who;
    }
    auto const office = office_of(to.bureau);
    auto const law = with_.law();
    if (!office || !law->regions().has_authority(office->first, office->second))
        return wrong_field(pointer, "bureau", "没有这个部门");
    return clerk_of(to.bureau, office->first, office->second);
}

Result<void> Service::may_have(db::Session& session, access::Principal const& who, SendSlip const& in) const {
    std::vector<access::Principal> readers;
    for (std::size_t i = 0; i < in.to.size(); ++i) {
        auto reader = reader_of(session, who, in.to[i], fmt::format("/to/{}", i));
        if (!reader) return unexpected<Error>(std::move(reader.error()));
        readers.push_back(std::move(*reader));
    }
    for (auto const& matter : in.matters)
        for (std::size_t i = 0; i < readers.size(); ++i) {
            auto const facts = with_.matters.find(session, matter, {readers[i].unit});
            if (!facts) return unknown_matter();
            if (!may_see(readers[i], *facts))
                return wrong_field(fmt::format("/to/{}", i), "sees", "按权限不能查看这件事项，不能交给他办");
        }
    return {};
}

Decision Service::send(access::Principal who, SendSlip in) const {
    return [this, who = std::move(who), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        if (auto may = may_have(tx.session(), who, in); !may) return unexpected<Error>(std::move(may.error()));
        std::optional<State> before;
        if (in.follows) before = queries::state(tx.session(), *in.follows);
        auto const law = with_.law();
        auto const day = field::beijing_date(tx.now());
        return decided(circulation::send(in, today(tx.session(), who, day), before, {*law, day, tx.next_seq()}));
    };
}

Decision Service::receive(access::Principal who, SlipId id, ReceiveSlip in) const {
    return on_slip(with_.law, std::move(who), std::move(id),
                   [in](State const& state, Hand const& hand, Circumstances const&) {
                       return circulation::receive(in, state, hand);
                   });
}

Decision Service::answer(access::Principal who, SlipId id, AnswerSlip in) const {
    return on_slip(with_.law, std::move(who), std::move(id),
                   [in = std::move(in)](State const& state, Hand const& hand, Circumstances const& with) {
                       return circulation::answer(in, state, hand, with);
                   });
}

Decision Service::name_deputy(access::Principal who, NameDeputy in) const {
    return [this, who = std::move(who), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        // Somebody who has left for good still has a desk to clear.
        auto const officer = [&](access::AccountId const& id, bool signs_in) -> std::optional<access::Principal> {
            auto found = with_.colleagues.find(tx.session(), id);
            if (!found || (signs_in && found->disabled) || found->who.unit != who.unit) return std::nullopt;
            return std::move(found->who);
        };
        auto const law = with_.law();
        Naming const of{officer(in.officer.value_or(who.account), false), officer(in.deputy, true)};
        return decided(circulation::name_deputy(in, who, of, {*law, field::beijing_date(tx.now()), tx.next_seq()}));
    };
}

Decision Service::end_deputy(access::Principal who, DeputyId id, EndDeputy in) const {
    return [who = std::move(who), id = std::move(id),
            in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const state = queries::deputy(tx.session(), id);
        if (!state) return unknown_deputy();
        return decided(circulation::end_deputy(in, who, *state, field::beijing_date(tx.now())));
    };
}

Result<access::Target> Service::target(db::Session& session, DeputyId const& id) const {
    auto const state = queries::deputy(session, id);
    if (!state) return unknown_deputy();
    access::Target out;
    out.unit = state->bureau.text;
    return out;
}

Result<access::Target> Service::target(db::Session& session, Matter const& matter, access::Principal const& who) const {
    auto facts = with_.matters.find(session, matter, {who.unit});
    if (!facts) return unknown_matter();
    return std::move(facts->target);
}

Result<access::Target> Service::target(db::Session& session, SlipId const& id, access::Principal const& who) const {
    auto const state = queries::state(session, id);
    if (!state) return unknown_slip();
    return target(session, state->matter, who);
}

}  // namespace anping::circulation
