// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <anping/circulation/service.hpp>

#include "bureaus.hpp"
#include "errors.hpp"
#include "queries_criticism.hpp"
#include "rules_criticism.hpp"

namespace anping::circulation {
namespace {

Result<ledger::Decided> decided(Result<Events> events) {
    if (!events) return unexpected<Error>(std::move(events.error()));
    json::object answer{{"id", events->front().subject}};
    return ledger::Decided{std::move(*events), std::move(answer)};
}

}  // namespace

std::vector<Ground> Service::grounds(db::Session& session, access::Principal const& who,
                                     registry::BureauId const& bureau, field::Date today) const {
    std::vector<Ground> out;
    auto const add = [&](GroundKind kind, OwnDue& one) {
        if (one.bureau != bureau) return;
        bool const known = std::ranges::any_of(
            out, [&](Ground const& other) { return other.kind == kind && other.matter == one.matter; });
        auto const facts = known ? std::nullopt : with_.matters.find(session, one.matter, {who.unit});
        if (!facts) return;
        out.push_back({kind, std::move(one.matter),
                       facts->title + (facts->unit_name.empty() ? "" : "　") + facts->unit_name, std::move(one.what),
                       one.due});
    };
    for (auto& one : with_.matters.rectifications_overdue(session, who, bureau, today))
        add(GroundKind::rectification, one);
    for (auto& one : with_.matters.own_overdue(session, who, today)) add(GroundKind::own_overdue, one);
    return out;
}

Result<std::vector<Ground>> Service::grounds(db::Session& session, access::Principal const& who,
                                             registry::BureauId const& bureau) const {
    if (bureau.text == who.unit || !reads_of(who, bureau, with_.law()->regions()))
        return wrong_field("/bureau", "below", "只能通报批评下级部门");
    return grounds(session, who, bureau, field::beijing_date(with_.clock.now()));
}

Decision Service::criticise(access::Principal who, Criticise in) const {
    return [this, who = std::move(who), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const law = with_.law();
        auto const day = field::beijing_date(tx.now());
        return decided(
            circulation::criticise(in, who, grounds(tx.session(), who, in.bureau, day), {*law, day, tx.next_seq()}));
    };
}

Decision Service::answer(CriticismId id, AnswerCriticism in) {
    return [id = std::move(id), in = std::move(in)](ledger::Transaction&) -> Result<ledger::Decided> {
        return decided(circulation::answer(in, id));
    };
}

Decision Service::report(CriticismId id, ReportCriticism in) {
    return [id = std::move(id), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const found = queries::criticism(tx.session(), id);
        if (!found) return unknown_criticism();
        return decided(circulation::report(in, id, found->on, field::beijing_date(tx.now())));
    };
}

Result<access::Target> Service::target(db::Session& session, CriticismId const& id) const {
    auto out = queries::criticism_target(session, id);
    if (!out) return unknown_criticism();
    return std::move(*out);
}

void Service::name_bureaus(CriticismView& one) const {
    for (auto* name : {&one.by_name, &one.bureau_name}) *name = with_.directory.bureau_name({*name});
    for (auto& act : one.acts) act.unit_name = with_.directory.bureau_name({act.unit_name});
}

std::vector<CriticismView> Service::criticisms(db::Session& session, access::Visibility const& sees,
                                               std::int64_t before, std::int64_t limit) const {
    auto out = queries::criticisms(session, sees, before, limit);
    for (auto& one : out) name_bureaus(one);
    return out;
}

Result<CriticismView> Service::criticism(db::Session& session, CriticismId const& id) const {
    auto out = queries::criticism(session, id);
    if (!out) return unknown_criticism();
    name_bureaus(*out);
    return std::move(*out);
}

std::vector<CriticismView> Service::unanswered(db::Session& session, registry::BureauId const& bureau) const {
    auto out = queries::unanswered(session, bureau);
    for (auto& one : out) name_bureaus(one);
    return out;
}

}  // namespace anping::circulation
