// SPDX-License-Identifier: Apache-2.0
#include <anping/planning/service.hpp>

#include <fmt/format.h>

#include <algorithm>

#include <anping/ledger/receipts.hpp>

#include "errors.hpp"
#include "queries_bureau_checks.hpp"
#include "queries_draws.hpp"
#include "queries_key_list.hpp"
#include "rules_bureau_checks.hpp"
#include "rules_draws.hpp"
#include "rules_year_plan.hpp"
#include "service_draw_strata.hpp"

namespace anping::planning {
namespace {

Result<ledger::Decided> decided(Result<Events> events) {
    if (!events) return unexpected<Error>(std::move(events.error()));
    json::object answer{{"id", events->front().subject}};
    return ledger::Decided{std::move(*events), std::move(answer)};
}

// Of so many entries.
Head head_of(ledger::Transaction& tx, std::int64_t size) {
    auto const last = ledger::find_entry(tx.session(), size - 1);
    return {last ? last->leaf : "", size};
}

// A change of one draw: its state is loaded, the rule decides.
template <class Decide>
Decision on_draw(DrawId id, Decide decide) {
    return [id = std::move(id), decide = std::move(decide)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const state = queries::state(tx.session(), id);
        if (!state) return unknown_draw();
        return decided(decide(*state, tx));
    };
}

std::string name_in(draw::Plan const& plan, draw::Key const& candidate) {
    for (auto const& one : plan.candidates)
        if (one.id.value == candidate.value) return one.name.value;
    return candidate.value;
}

std::vector<PublicStratum> strata_in(draw::Plan const& plan) {
    std::vector<PublicStratum> out;
    if (plan.strata.size() < 2) return out;
    for (auto const& stratum : plan.strata) {
        auto const listed = std::ranges::count_if(
            plan.candidates, [&](auto const& one) { return one.stratum.value == stratum.id.value; });
        out.push_back({stratum.id.value, listed, stratum.take});
    }
    return out;
}

void put_names(registry::Directory const& directory, db::Session& session, std::vector<DrawSummary>& rows) {
    std::vector<std::string*> names;
    names.reserve(rows.size());
    for (auto& row : rows) names.push_back(&row.bureau_name);
    directory.put_names(session, names);
}

// What the register says of those who may be sent.
void put_pools(Service::With const& from, ledger::Transaction& tx, PlanDraw const& in, Grounds& with) {
    registry::BureauId const bureau{with.who.unit};
    if (!in.officers.empty()) with.officers = from.directory.officers_of(tx.session(), bureau, with.today);
    for (auto const& id : in.experts) {
        auto known = from.expert(tx.session(), id, with.today);
        if (!known || !known->current) continue;
        bool const of_one = from.is_institution(tx.session(), known->employer);
        with.experts.push_back({id, std::move(known->name), std::move(known->employer),
                                std::move(known->employers_before), std::move(known->interests), of_one});
    }
    with.pairs = queries::last_pairs(tx.session(), bureau, in.scope);
}

// As often as grade and lists ask for somebody in a year, so many tickets.
void put_tickets(Service::With const& from, db::Session& session, rulebook::Place const& place, field::Date today,
                 std::vector<CandidateView>& to) {
    if (!from.law || !from.rating) return;
    auto const law = from.law();
    auto const triggers = queries::listed_on(session, place, today);
    for (auto& one : to) {
        Stands stands{one.institution, one.name, from.rating(session, one.institution, place), {}, 0};
        for (auto const& [institution, trigger] : triggers)
            if (institution == one.institution) stands.triggers.push_back(trigger);
        if (from.dishonesty) stands.dishonesty = from.dishonesty(session, one.institution);
        auto reasons = asked_often(stands, place, *law, today);
        for (auto const& reason : reasons) one.tickets = std::max(one.tickets, reason.times);
        one.tickets = std::min(one.tickets, draw::kMostWeight);
        if (one.tickets > 1) one.reasons = std::move(reasons);
    }
}

// By code as the register has it today, by name as the list was fixed.
void put_identities(registry::Directory const& directory, db::Session& session, DrawExchange& out) {
    auto const put = [&](draw::Key const& id, draw::Label const& name) {
        auto const known = directory.institution(session, {id.value});
        out.identities.push_back({{id.value}, name.value, known ? known->credit_code.text : ""});
    };
    for (auto const& one : out.plan.candidates) put(one.id, one.name);
    for (auto const& one : out.plan.left_out) put(one.id, one.name);
}

Listed listed_of(CandidateView one) {
    Listed out{std::move(one.institution), std::move(one.name), one.tickets};
    for (auto const& reason : one.reasons) {
        if (reason.times != one.tickets) continue;
        out.why = reason.text;
        out.clause = reason.citation.clause;
    }
    return out;
}

}  // namespace

Decision Service::announce_seed(access::Principal who) const {
    return [this, who = std::move(who)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const bytes = with_.random(32);
        auto const secret = crypto::to_hex({reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size()});
        auto const digest = draw::announcement(secret);
        tx.session().exec("INSERT INTO planning_secret (digest, secret) VALUES (:digest, :secret)", {digest, secret});
        return decided(Events{ledger::event(who.unit, SeedAnnounced{digest})});
    };
}

std::vector<CandidateView> Service::candidates(db::Session& session, access::Principal const& who, DrawScope scope,
                                               std::optional<field::Date> since, field::Date today) const {
    bool const bureaus = scope == DrawScope::bureaus;
    auto const ids = bureaus ? bureaus_below(with_.law()->regions(), who) : with_.listed(session, who, scope, since);
    std::vector<CandidateView> out;
    out.reserve(ids.size());
    for (auto const& id : ids) out.push_back({id, id.text, 1, {}});
    if (!bureaus) put_tickets(with_, session, {who.region, who.authority}, today, out);
    std::vector<std::string*> names;
    names.reserve(out.size());
    for (auto& one : out) names.push_back(&one.name);
    with_.directory.put_names(session, names);
    return out;
}

Decision Service::plan(access::Principal who, PlanDraw in) const {
    return [this, who = std::move(who), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        Grounds with{{fmt::format("SJ-{:08}", tx.next_seq())}, who, field::beijing_date(tx.now()), {}};
        for (auto& one : candidates(tx.session(), who, in.scope, in.since, with.today))
            with.listed.push_back(listed_of(std::move(one)));
        if (in.split)
            if (auto fine =
                    put_strata(with_, tx.session(), who, {in.scope, in.split->by, in.split->placed, "/split/by"},
                               with.today, with.listed);
                !fine)
                return unexpected<Error>(std::move(fine.error()));
        put_pools(with_, tx, in, with);
        if (in.form == DrawForm::everyday) with.announced = queries::unused_seed(tx.session(), {who.unit});
        return decided(planning::plan(in, with));
    };
}

Decision Service::commit(DrawId id, CommitShare in) const {
    return on_draw(std::move(id), [in = std::move(in)](State const& state, ledger::Transaction&) {
        return planning::commit(in, state);
    });
}

Decision Service::begin_revealing(DrawId id) const {
    return on_draw(std::move(id), [](State const& state, ledger::Transaction& tx) {
        return planning::begin_revealing(state, head_of(tx, tx.next_seq()));
    });
}

Decision Service::reveal(DrawId id, RevealShare in) const {
    return on_draw(std::move(id), [in = std::move(in)](State const& state, ledger::Transaction&) {
        return planning::reveal(in, state);
    });
}

Decision Service::enter_number(access::Principal who, DrawId id, EnterNumber in) const {
    return on_draw(std::move(id), [who = std::move(who), in = std::move(in)](State const& state, ledger::Transaction&) {
        return planning::enter_number(in, state, who.account.text);
    });
}

Decision Service::hold(access::Principal who, DrawId id, HoldDraw in) const {
    return on_draw(
        std::move(id), [who = std::move(who), in = std::move(in)](State const& state, ledger::Transaction& tx) {
            auto const secret =
                state.plan.announced ? queries::secret_of(tx.session(), *state.plan.announced) : std::nullopt;
            return planning::hold(in, state, who, secret.value_or(""), head_of(tx, state.entry + 1));
        });
}

Decision Service::give_up(DrawId id, VoidDraw in) const {
    return on_draw(std::move(id), [in = std::move(in)](State const& state, ledger::Transaction&) {
        return planning::give_up(in, state);
    });
}

Decision Service::publish(DrawId id) const {
    return on_draw(std::move(id), [](State const& state, ledger::Transaction&) { return planning::publish(state); });
}

Result<access::Target> Service::target(db::Session& session, DrawId const& id) const {
    auto out = queries::target(session, id);
    if (!out) return unknown_draw();
    return std::move(*out);
}

std::vector<DrawSummary> Service::draws(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                        std::int64_t limit) const {
    auto out = queries::draws(session, sees, before, limit);
    put_names(with_.directory, session, out);
    return out;
}

Result<DrawView> Service::draw(db::Session& session, DrawId const& id, access::Principal const& who) const {
    auto state = queries::state(session, id);
    if (!state) return unknown_draw();
    std::vector<DrawSummary> summary{queries::summary(session, id).value()};
    put_names(with_.directory, session, summary);
    DrawView out;
    out.summary = std::move(summary.front());
    auto& plan = state->plan;
    out.planned_by = with_.name_of(session, state->planned_by);
    out.basis = plan.basis.value;
    out.scope = plan.scope;
    out.since = plan.since;
    out.weights = std::move(plan.weights);
    out.split = std::move(plan.split);
    if (plan.suggested) out.suggested = std::move(*plan.suggested);
    out.plan = std::move(plan.plan);
    out.plan_digest = std::move(plan.plan_digest);
    out.announced = std::move(plan.announced);
    for (std::size_t i = 0; i < state->shares.size(); ++i)
        out.participants.push_back({static_cast<std::int64_t>(i + 1), plan.participants[i].value,
                                    state->shares[i].commitment, state->shares[i].share});
    for (auto& one : state->numbers)
        out.numbers.push_back({with_.name_of(session, one.account), std::move(one.number)});
    if (state->revealing) out.head = state->revealing->head;
    if (auto held = queries::held(session, id)) {
        out.outcome = std::move(held->outcome);
        out.seed = std::move(held->seed);
        out.head = std::move(held->inputs.head);
        out.held_by = with_.name_of(session, queries::held_by(session, id).value_or(""));
    }
    out.voided = queries::voided(session, id);
    out.checks = queries::bureau_checks(session, id);
    for (auto& one : out.checks) one.recorded_by = with_.name_of(session, one.recorded_by);
    out.yours_to_hold = plan.form == DrawForm::everyday && state->stage == DrawStage::planned &&
                        who.account.text != state->planned_by && who.unit == plan.bureau.text;
    out.version = queries::version(session, id);
    return out;
}

Result<draw::Paper> Service::paper(db::Session& session, DrawId const& id) const {
    auto state = queries::state(session, id);
    if (!state) return unknown_draw();
    auto held = queries::held(session, id);
    if (!held) return not_held();
    return draw::Paper{
        draw::kRule,           std::move(state->plan.plan), std::move(state->plan.plan_digest), std::move(held->inputs),
        std::move(held->seed), std::move(held->outcome)};
}

Result<DrawExchange> Service::exchange(db::Session& session, DrawId const& id) const {
    auto state = queries::state(session, id);
    if (!state) return unknown_draw();
    auto const summary = queries::summary(session, id).value();
    auto& plan = state->plan;
    DrawExchange out;
    out.format = kExchangeFormat;
    out.number = id;
    out.title = summary.title;
    out.bureau_name = with_.directory.bureau_name(summary.bureau);
    out.basis = plan.basis.value;
    out.planned_at = summary.planned_at;
    out.plan = std::move(plan.plan);
    out.plan_digest = std::move(plan.plan_digest);
    put_identities(with_.directory, session, out);
    if (auto held = queries::held(session, id))
        out.held = ExchangeOutcome{*summary.held_at, draw::kRule, std::move(held->inputs), std::move(held->seed),
                                   std::move(held->outcome)};
    return out;
}

std::vector<PublicDraw> Service::public_draws(db::Session& session, std::int64_t before, std::int64_t limit) const {
    auto rows = queries::all_draws(session, before, limit);
    put_names(with_.directory, session, rows);
    std::vector<PublicDraw> out;
    out.reserve(rows.size());
    for (auto& row : rows) {
        auto const state = queries::state(session, row.id).value();
        PublicDraw one{std::move(row), state.plan.plan_digest, {}, {}, queries::voided(session, state.id)};
        one.strata = strata_in(state.plan.plan);
        if (auto held = queries::held(session, state.id); held && state.published) {
            one.seed = std::move(held->seed);
            for (auto const& stratum : held->outcome)
                for (auto const& drawn : stratum.drawn) one.drawn.push_back(name_in(state.plan.plan, drawn.candidate));
        }
        out.push_back(std::move(one));
    }
    return out;
}

Result<draw::Paper> Service::public_paper(db::Session& session, DrawId const& id) const {
    auto const state = queries::state(session, id);
    if (!state || !state->published) return unknown_draw();
    return paper(session, id);
}

std::vector<SeedView> Service::seeds(db::Session& session, registry::BureauId const& bureau) const {
    return queries::seeds(session, bureau);
}

}  // namespace anping::planning
