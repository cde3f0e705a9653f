// SPDX-License-Identifier: Apache-2.0
#include <anping/credit/service.hpp>

#include <fmt/format.h>

#include "errors.hpp"
#include "queries.hpp"
#include "rules.hpp"

namespace anping::credit {
namespace {

Result<ledger::Decided> decided(Result<ledger::Event> event) {
    if (!event) return unexpected<Error>(std::move(event.error()));
    json::object answer{{"id", event->subject}};
    return ledger::Decided{{std::move(*event)}, std::move(answer)};
}

template <class Decide>
Decision on_grade(GradeId id, Decide decide) {
    return [id = std::move(id), decide = std::move(decide)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const state = queries::state(tx.session(), id);
        if (!state) return unknown_grade();
        return decided(decide(*state));
    };
}

}  // namespace

Decision Service::enter(access::Principal who, EnterGrade in) const {
    return [this, who = std::move(who), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        if (!directory_.institution(tx.session(), in.institution))
            return wrong_field("/institution", "institution", "没有登记这家机构");
        auto const law = law_();
        return decided(
            credit::enter(in, {fmt::format("PJ-{:08}", tx.next_seq())}, who, field::beijing_date(tx.now()), *law));
    };
}

Decision Service::confirm(GradeId id) const {
    return on_grade(std::move(id), [](State const& state) { return credit::confirm(state); });
}

Decision Service::withdraw(GradeId id, WithdrawGrade in) const {
    return on_grade(std::move(id), [in = std::move(in)](State const& state) { return credit::withdraw(in, state); });
}

Result<access::Target> Service::target(db::Session& session, GradeId const& id) const {
    auto const state = queries::state(session, id);
    if (!state) return unknown_grade();
    access::Target out;
    out.unit = state->entered.rating.institution.text;
    if (!state->entered.unit.empty()) out.parties = {state->entered.unit};
    out.region = state->entered.region;
    out.authority = state->entered.authority;
    return out;
}

std::vector<GradeView> Service::grades(db::Session& session, access::Visibility const& drafts,
                                       std::vector<std::string> const& institutions, std::int64_t before,
                                       std::int64_t limit) const {
    auto out = queries::grades(session, drafts, institutions, before, limit);
    auto const law = law_();
    std::vector<std::string*> names;
    names.reserve(out.size());
    for (auto& one : out) {
        names.push_back(&one.institution_name);
        one.region_name = law->regions().full_name({one.region_name});
    }
    directory_.put_names(session, names);
    return out;
}

std::vector<GradeChoice> Service::choices(access::Principal const& who, field::Date today) const {
    auto const law = law_();
    return credit::choices(*law, {who.region, who.authority}, today);
}

}  // namespace anping::credit
