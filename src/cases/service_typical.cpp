// SPDX-License-Identifier: Apache-2.0
#include <anping/cases/service.hpp>

#include <algorithm>

#include "errors.hpp"
#include "noting.hpp"
#include "queries_typical.hpp"

namespace anping::cases {
namespace {

constexpr char const* kErased = "已删除";
constexpr char const* kOnUnit = "unit";

auto unknown_typical() { return fail(ErrorCode::not_found, "cases.no_typical", "没有这个案例"); }

std::vector<std::string> persons_in(CaseView const& view) {
    std::vector<std::string> out;
    for (auto const& one : view.parties)
        if (one.kind == PartyKind::person) out.push_back(one.name);
    for (auto const& one : view.officers) out.push_back(one.name);
    for (auto const& step : view.steps)
        for (auto const& one : step.officers) out.push_back(one.name);
    if (view.decision)
        for (auto const& one : view.decision->penalties)
            if (one.on.value != kOnUnit) out.push_back(one.who.value);
    std::erase(out, kErased);
    return out;
}

PublishedCase told(TypicalView one) {
    return {std::move(one.id),
            std::move(one.bureau_name),
            one.kind,
            std::move(one.topic),
            std::move(one.topic_name),
            std::move(one.title),
            std::move(one.facts),
            std::move(one.clause),
            std::move(one.lesson),
            one.published_on.value(),
            one.annulled,
            one.entry};
}

template <class Rule>
Decision on_typical(TypicalId id, Rule rule) {
    return [id = std::move(id), rule = std::move(rule)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const state = queries::typical_state(tx.session(), id);
        if (!state) return unknown_typical();
        return decided(rule(*state, field::beijing_date(tx.now())));
    };
}

}  // namespace

Decision Service::draft_typical(access::Principal who, CaseId of, DraftTypical in) const {
    return [this, who = std::move(who), of = std::move(of),
            in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto ground = queries::typical_ground(tx.session(), of);
        auto const view = this->view(tx.session(), of);
        if (!ground || !view) return unknown_case();
        if (view->decision)
            for (auto const& one : view->decision->conducts)
                ground->conducts.emplace_back(one.facts.conduct.value, one.conduct_name);
        ground->persons = persons_in(*view);
        return decided(cases::draft_typical({fmt::format("DX-{:08}", tx.next_seq())}, in, of, who, *ground));
    };
}

Decision Service::decide_typical(TypicalId id, DecideTypical in) {
    return on_typical(std::move(id), [in = std::move(in)](TypicalState const& state, field::Date today) {
        return cases::decide_typical(in, state, today);
    });
}

Decision Service::withdraw_typical(TypicalId id, WithdrawTypical in) {
    return on_typical(std::move(id), [in = std::move(in)](TypicalState const& state, field::Date) {
        return cases::withdraw_typical(in, state);
    });
}

Result<access::Target> Service::target(db::Session& session, TypicalId const& id) const {
    auto out = queries::typical_target(session, id);
    if (!out) return unknown_typical();
    return std::move(*out);
}

std::vector<TypicalView> Service::typicals(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                           std::int64_t limit) const {
    auto out = queries::typicals(session, sees, before, limit);
    for (auto& one : out) one.bureau_name = with_.directory.bureau_name(one.bureau);
    return out;
}

std::vector<PublishedCase> Service::published_cases(db::Session& session, PublishedFilter const& filter,
                                                    std::int64_t limit) const {
    std::vector<PublishedCase> out;
    for (auto& one : queries::published_cases(session, filter, limit)) {
        one.bureau_name = with_.directory.bureau_name(one.bureau);
        out.push_back(told(std::move(one)));
    }
    return out;
}

std::optional<PublishedCase> Service::published_case(db::Session& session, TypicalId const& id) const {
    auto found = queries::typical(session, id);
    if (!found || found->stage != TypicalStage::published) return std::nullopt;
    found->bureau_name = with_.directory.bureau_name(found->bureau);
    return told(std::move(*found));
}

std::vector<std::pair<std::string, std::string>> Service::published_topics(db::Session& session) {
    return queries::published_topics(session);
}

}  // namespace anping::cases
