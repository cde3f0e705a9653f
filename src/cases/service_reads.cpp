// SPDX-License-Identifier: Apache-2.0
#include <anping/cases/service.hpp>

#include <algorithm>
#include <map>

#include <anping/base/json.hpp>

#include "errors.hpp"
#include "noting.hpp"
#include "step_order.hpp"

namespace anping::cases {
namespace {

std::vector<OfficerView> officers_of(std::vector<OfficerNoted> const& noted) {
    std::vector<OfficerView> out;
    out.reserve(noted.size());
    for (auto const& one : noted) out.push_back({one.name.ref, one.certificate});
    return out;
}

StepView view_of(StepRecorded const& step) {
    StepView out;
    out.number = step.number;
    out.kind = step.kind;
    out.on = step.on;
    out.at = step.at;
    out.until = step.until;
    out.due_at = step.due_at;
    out.amount = step.amount;
    out.pays = step.pays;
    out.instalments = step.instalments;
    if (step.to) out.to = step.to->text;
    out.party = step.party;
    out.imported = step.imported;
    out.text = step.text;
    out.officers = officers_of(step.officers);
    out.documents = step.documents;
    out.remarks = step.remarks;
    out.paper = step.paper;
    return out;
}

StepView view_of(DecisionMade const& made) {
    StepView out;
    out.number = made.number;
    out.kind = StepKind::decision;
    out.on = made.on;
    out.text = made.reasons;
    out.imported = made.imported;
    out.officers = officers_of(made.officers);
    out.documents = made.documents;
    out.documents.insert(out.documents.begin(), Document{"A34", made.document, {}});
    out.remarks = made.remarks;
    return out;
}

DecisionView decision_of(State const& state) {
    auto const& made = *state.decision;
    DecisionView out;
    out.on = made.on;
    out.elsewhere = made.elsewhere;
    out.document = made.document;
    out.conducts = made.conducts;
    out.required = made.required;
    out.reasons = made.reasons;
    for (auto const& one : made.penalties) {
        out.penalties.push_back(
            {one.count, {one.code}, {one.on}, {one.person ? one.person->ref : one.who.value_or("")}, one.amount});
        if (one.code == "fine" && one.amount) out.fines.fen += one.amount->fen;
    }
    for (auto const& one : paid_of(state)) out.paid.fen += one.amount.fen;
    if (!state.stands()) out.annulled_on = state.day_of(StepKind::annulment);
    return out;
}

std::vector<StepView> steps_of(State const& state, std::vector<queries::Recorded> const& recorded) {
    std::map<std::int64_t, StepView> by_number;
    for (auto const& step : state.steps) by_number.emplace(step.number, view_of(step));
    if (state.decision) by_number.emplace(state.decision->number, view_of(*state.decision));
    for (auto const& one : state.annulled) by_number.emplace(one.number, view_of(one));
    std::vector<StepView> out;
    for (auto const& one : recorded) {
        auto& step = by_number.at(one.number);
        step.recorded_at = one.at;
        step.entry = one.entry;
        out.push_back(std::move(step));
    }
    return out;
}

std::vector<Required> required_of(State const& state, rulebook::Law const& law, field::Date today) {
    std::vector<Required> out;
    if (state.stands()) return out;
    for (auto const& conduct : state.opened.conducts) {
        PenaltyFacts facts;
        facts.conduct = {conduct};
        facts.acted_on = state.opened.acted_on;
        facts.decided_on = today;
        auto const computed = compute(facts, law, state.place());
        if (!computed) continue;
        for (auto const& one : computed->required)
            if (one.due && std::ranges::none_of(out, [&](auto const& its) { return its.what == one.what; }))
                out.push_back(one);
    }
    return out;
}

PartyView party_of(PartyNoted const& one) {
    return {one.kind, one.id,
            one.person ? one.person->ref
            : one.id   ? *one.id
                       : one.name.value_or(""),
            one.credit_code, one.address};
}

}  // namespace

ModeView Service::mode(db::Session& session, registry::BureauId const& bureau) const {
    return queries::mode(session, bureau).value_or(ModeView{});
}

Result<Computation> Service::compute(access::Principal const& who, PenaltyFacts const& facts) const {
    return cases::compute(facts, *with_.law(), {who.region, who.authority});
}

Result<access::Target> Service::target(db::Session& session, CaseId const& id) const {
    auto out = queries::target(session, id);
    if (!out) return unknown_case();
    return std::move(*out);
}

Result<access::Target> Service::target(db::Session& session, registry::InstitutionId const& institution) const {
    auto const found = with_.directory.institution(session, institution);
    if (!found) return fail(ErrorCode::not_found, "cases.no_institution", "没有这家机构");
    access::Target out;
    out.unit = institution.text;
    out.region = found->region;
    return out;
}

void Service::tell(db::Session& session, std::vector<CaseSummary>& rows) const {
    Names names(with_.directory);
    for (auto& row : rows) {
        names.add(row.bureau_name);
        names.add(row.institution_name);
        names.add(row.party_name);
    }
    names.put(session);
}

void Service::tell(db::Session& session, std::vector<DecisionRow>& rows) const {
    Names names(with_.directory);
    for (auto& row : rows) {
        names.add(row.bureau_name);
        names.add(row.institution_name);
    }
    names.put(session);
}

std::vector<CaseSummary> Service::cases(db::Session& session, access::Visibility const& sees,
                                        std::optional<CaseStage> stage, std::int64_t before, std::int64_t limit) const {
    auto const books = with_.law();
    auto const now = with_.clock.now();
    auto out = queries::cases(session, sees, stage, {*books, field::beijing_date(now), now}, before, limit);
    tell(session, out);
    return out;
}

std::vector<CaseSummary> Service::referred(db::Session& session, registry::BureauId const& bureau,
                                           field::Date since) const {
    auto const books = with_.law();
    auto out = queries::referred(session, bureau, since, {*books, field::beijing_date(with_.clock.now())});
    tell(session, out);
    return out;
}

namespace {

std::vector<RelianceView> reliances_of(State const& state, db::Session& session, Service::With const& with) {
    std::vector<RelianceView> out;
    auto const handled = queries::handled(session, state.id);
    for (auto const& project : state.opened.projects)
        for (auto& one : with.relying(session, project)) {
            for (auto const& done : handled)
                if (done.application == one.application) {
                    one.handled_on = done.handled_on;
                    one.outcome = done.outcome;
                }
            out.push_back(std::move(one));
        }
    return out;
}

void put_names(CaseView& out, db::Session& session, registry::Directory const& directory) {
    Names names(directory);
    for (auto& one : out.parties) names.add(one.name);
    for (auto& one : out.earlier_decisions) names.add(one.bureau_name);
    for (auto& one : out.officers) names.add(one.name);
    for (auto& step : out.steps) {
        if (step.to) names.add(*step.to);
        if (step.party) names.add(*step.party);
        for (auto& one : step.officers) names.add(one.name);
    }
    if (out.decision)
        for (auto& one : out.decision->penalties) names.add(one.who.value);
    for (auto& one : out.homes) names.add(one.institution_name);
    names.put(session);
}

// The day of the fine, or the days of its parts; none while it cannot be counted.
std::vector<Instalment> parts_of(CaseView const& view, State const& state) {
    if (auto const* agreed = state.last(StepKind::instalments)) return agreed->instalments;
    std::vector<Instalment> out;
    for (auto const& one : view.limits)
        if (one.limit.duty == "fine_payment" && one.limit.due && one.step > state.decision->number)
            out = {{*one.limit.due, view.decision->fines}};
    return out;
}

void put_surcharge(CaseView& out, State const& state, Law const& law) {
    if (!state.stands()) return;
    Fine const fine{parts_of(out, state), paid_of(state), disputes_of(state, law.today)};
    if (auto found = surcharge(fine, state.place(), law))
        out.surcharge = SurchargeView{found->days, found->amount, found->arithmetic, found->clause};
}

void put_homes(CaseView& out, State const& state, std::vector<Home> homes, Law const& law) {
    auto const rule = home_rule(law.books, state.place(), law.today);
    if (!rule) return;
    for (auto& one : homes) {
        HomeView home{one.institution, one.institution.text, one.bureau, std::move(one.bureau_name),
                      rule->measures,  rule->clause,         {}};
        for (auto const& step : state.steps)
            if (step.kind == StepKind::referred && step.to == one.bureau) home.referred_on = step.on;
        out.homes.push_back(std::move(home));
    }
}

void put_opening(CaseView& out, State const& state, rulebook::Law const& law) {
    auto const& opened = state.opened;
    out.system = opened.system;
    out.acted_on = opened.acted_on;
    out.harm = opened.harm;
    out.conducts = opened.conducts;
    auto const* known = law.catalogue("penalty_conducts", state.place(), opened.opened_on);
    for (auto const& code : opened.conducts) {
        auto const* item = rulebook::catalogue_item(known, code);
        out.conduct_names.push_back(item == nullptr ? code : std::string(item->at("name").as_string()));
    }
    for (auto const& one : opened.parties) out.parties.push_back(party_of(one));
    out.sources = opened.sources;
    out.projects = opened.projects;
    out.text = opened.summary;
    out.officers = officers_of(opened.officers);
    out.documents = opened.documents;
    out.remarks = opened.remarks;
}

}  // namespace

Result<CaseView> Service::view(db::Session& session, CaseId const& id) const {
    auto const books = with_.law();
    Law const law{*books, field::beijing_date(with_.clock.now()), with_.clock.now()};
    auto const state = queries::state(session, id, law);
    if (!state) return unknown_case();
    std::vector<CaseSummary> summary{queries::summary(session, id, law).value()};
    tell(session, summary);
    CaseView out;
    out.summary = std::move(summary.front());
    put_opening(out, *state, *books);
    out.steps = steps_of(*state, queries::recorded(session, id));
    out.limits = queries::limits(session, id.text, law);
    for (auto& one : out.limits) tell_days(one, law);
    if (state->decision) out.decision = decision_of(*state);
    put_surcharge(out, *state, law);
    out.next = next_steps(*state, required_of(*state, *books, law.today));
    out.reliances = reliances_of(*state, session, with_);
    put_homes(out, *state, homes_of(with_.directory, session, *state), law);
    out.earlier_decisions = queries::earlier(session, *state, law);
    out.earlier = of_other_facts(out.earlier_decisions);
    put_names(out, session, with_.directory);
    out.version = queries::version(session, id);
    return out;
}

bool Service::has_file(db::Session& session, CaseId const& id, std::string const& sm3) const {
    auto const books = with_.law();
    auto const state = queries::state(session, id, {*books, field::beijing_date(with_.clock.now())});
    auto const among = [&](std::vector<Document> const& documents) {
        return std::ranges::any_of(documents, [&](Document const& one) { return one.file == sm3; });
    };
    return state && (among(state->opened.documents) || (state->decision && among(state->decision->documents)) ||
                     std::ranges::any_of(state->annulled, [&](auto const& made) { return among(made.documents); }) ||
                     std::ranges::any_of(state->steps, [&](auto const& step) { return among(step.documents); }));
}

bool Service::has_sheet(db::Session& session, CaseId const& id, std::string const& sm3) const {
    auto const books = with_.law();
    auto const state = queries::state(session, id, {*books, field::beijing_date(with_.clock.now())});
    auto const from = [&](auto const& of) { return of.imported && of.imported->sheet == sm3; };
    return state && (std::ranges::any_of(state->steps, from) || std::ranges::any_of(state->annulled, from) ||
                     (state->decision && from(*state->decision)));
}

std::vector<DecisionRow> Service::decisions_of(db::Session& session, registry::InstitutionId const& institution,
                                               std::optional<field::Date> from, std::optional<field::Date> to) const {
    auto out = queries::decisions_of(session, institution, from, to);
    tell(session, out);
    return out;
}

std::vector<DecisionRow> Service::published(db::Session& session, std::int64_t limit) const {
    auto out = queries::published(session, limit);
    tell(session, out);
    return out;
}

std::vector<CaseCount> Service::counts(db::Session& session) const {
    auto const books = with_.law();
    auto out = queries::counts(session, {*books, field::beijing_date(with_.clock.now()), with_.clock.now()});
    for (auto& one : out) one.bureau_name = with_.directory.bureau_name(one.bureau);
    return out;
}

std::vector<OwnOverdue> Service::own_overdue(db::Session& session, access::Visibility const& sees, field::Date today,
                                             std::int64_t limit) const {
    auto const books = with_.law();
    std::vector<OwnOverdue> out;
    for (auto& one : queries::late(session, sees, {*books, today, with_.clock.now()}, limit))
        out.push_back({std::move(one.id), std::move(one.bureau), std::move(one.what), one.due, one.due_at});
    return out;
}

}  // namespace anping::cases
