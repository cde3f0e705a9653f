// SPDX-License-Identifier: Apache-2.0
#include <anping/cases/service.hpp>

#include <fmt/format.h>

#include <type_traits>

#include "errors.hpp"
#include "noting.hpp"
#include "step_papers.hpp"

namespace anping::cases {
Decision Service::set_mode(access::Principal who, SetMode in) const {
    return [who = std::move(who), in = std::move(in)](ledger::Transaction&) -> Result<ledger::Decided> {
        return decided(cases::set_mode(in, {who.unit}));
    };
}

Decision Service::open(access::Principal who, OpenCase in) const {
    return [this, who = std::move(who), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto documents = received(with_, who.account.text, in.documents);
        if (!documents) return unexpected<Error>(std::move(documents.error()));
        CaseId const id{fmt::format("AJ-{:08}", tx.next_seq())};
        Noted names{noted(with_.personal, tx, id.text, in.officers),
                    {},
                    std::move(*documents),
                    may_enforce(with_.directory, tx.session(), {who.unit}, in.opened_on)};
        for (std::size_t i = 0; i < in.parties.size(); ++i) {
            auto const& one = in.parties[i];
            if (auto const wrong = unregistered(one, with_.directory, tx.session()))
                return wrong_field(fmt::format("/parties/{}/id", i), "register", *wrong);
            names.parties.push_back(noted(with_.personal, tx, id.text, one));
        }
        auto const law = with_.law();
        auto const mode = this->mode(tx.session(), {who.unit});
        return decided(
            open_case(id, in, who, {mode.mode, mode.system}, std::move(names), {*law, field::beijing_date(tx.now())}));
    };
}

namespace {

// A change of one case: its state is loaded, the rule decides.
template <class In, class Rule>
Decision on_case(Service::With const& with, access::Principal who, CaseId id, In in, Rule rule) {
    return [&with, who = std::move(who), id = std::move(id), in = std::move(in),
            rule](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const books = with.law();
        Law const law{*books, field::beijing_date(tx.now())};
        auto const state = queries::state(tx.session(), id, law);
        if (!state) return unknown_case();
        auto documents = received(with, who.account.text, in.documents);
        if (!documents) return unexpected<Error>(std::move(documents.error()));
        Noted names{noted(with.personal, tx, id.text, in.officers),
                    {},
                    std::move(*documents),
                    may_enforce(with.directory, tx.session(), state->opened.bureau, in.on)};
        if constexpr (std::is_same_v<In, MakeDecision>) {
            names.punished = punished(with.personal, tx, id.text, in.penalties);
            names.homes = homes_of(with.directory, tx.session(), *state);
            names.earlier = of_other_facts(queries::earlier(tx.session(), *state, law));
        }
        if constexpr (std::is_same_v<In, RecordStep>)
            if (auto fine = take_paper(with, tx.session(), *state, in, names); !fine)
                return unexpected<Error>(std::move(fine.error()));
        return decided(rule(in, *state, std::move(names), law));
    };
}

}  // namespace

Decision Service::record(access::Principal who, CaseId id, RecordStep in) const {
    return on_case(with_, std::move(who), std::move(id), std::move(in), record_step);
}

Decision Service::answer(access::Principal who, CaseId id, AnswerNotice in) const {
    return [this, who = std::move(who), id = std::move(id),
            in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const books = with_.law();
        Law const law{*books, field::beijing_date(tx.now())};
        auto const state = queries::state(tx.session(), id, law);
        if (!state) return unknown_case();
        auto documents = received(with_, who.account.text, in.documents);
        if (!documents) return unexpected<Error>(std::move(documents.error()));
        return decided(answer_notice(in, *state, {{}, {}, std::move(*documents), {}, who.unit}, law));
    };
}

Decision Service::decide(access::Principal who, CaseId id, MakeDecision in) const {
    return on_case(with_, std::move(who), std::move(id), std::move(in),
                   [](MakeDecision const& given, State const& state, Noted names, Law const& law) {
                       return cases::decide(given, state, std::move(names), law);
                   });
}

Decision Service::record_decision(access::Principal who, CaseId id, MakeDecision in) const {
    return on_case(with_, std::move(who), std::move(id), std::move(in),
                   [](MakeDecision const& given, State const& state, Noted names, Law const& law) {
                       return cases::record_decision(given, state, std::move(names), law);
                   });
}

Decision Service::handle_reliance(CaseId id, HandleReliance in) const {
    return [this, id = std::move(id), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const books = with_.law();
        Law const law{*books, field::beijing_date(tx.now())};
        auto const state = queries::state(tx.session(), id, law);
        if (!state) return unknown_case();
        bool relies = false;
        for (auto const& project : state->opened.projects)
            for (auto const& one : with_.relying(tx.session(), project))
                relies = relies || one.application == in.application.value;
        if (!relies) return wrong_field("/application", "reliance", "这件许可没有采信本案的报告");
        return decided(cases::handle_reliance(in, *state, law));
    };
}

Decision Service::judge_earlier(CaseId id, JudgeEarlier in) const {
    return [this, id = std::move(id), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const books = with_.law();
        Law const law{*books, field::beijing_date(tx.now())};
        auto const state = queries::state(tx.session(), id, law);
        if (!state) return unknown_case();
        return decided(cases::judge_earlier(in, *state, queries::earlier(tx.session(), *state, law)));
    };
}

}  // namespace anping::cases
