// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>

#include <anping/inspection/service.hpp>

#include "checklist.hpp"
#include "errors.hpp"
#include "queries.hpp"

namespace anping::inspection {
namespace {

constexpr std::int64_t kOutcomes = 50;  // orders looked back at

template <class Row>
void gather(std::vector<std::string*>& names, Row& row) {
    names.push_back(&row.bureau_name);
    if (row.institution_name) names.push_back(&*row.institution_name);
    if (row.enterprise_name) names.push_back(&*row.enterprise_name);
}

// Of the visit, or of the plan while there was none; names are ids still.
std::vector<OfficerSeen> officers_of(State const& state, std::vector<registry::OfficerView> const& list,
                                     access::Principal const& who) {
    std::vector<OfficerSeen> out;
    auto const account_of = [&](registry::OfficerId const& id) {
        auto const found = std::ranges::find(list, id, &registry::OfficerView::id);
        return found != list.end() && found->facts.account == who.account;
    };
    if (state.visit) {
        for (auto const& one : state.visit->officers)
            out.push_back({one.officer,
                           one.officer.text,
                           one.certificate.value,
                           one.valid_until,
                           state.visit->content.on <= one.valid_until,
                           account_of(one.officer),
                           {}});
        return out;
    }
    for (auto const& id : state.task.content.officers) {
        auto const found = std::ranges::find(list, id, &registry::OfficerView::id);
        if (found == list.end()) continue;
        out.push_back(
            {id, id.text, found->facts.certificate.value, found->facts.valid_until, found->valid, account_of(id), {}});
    }
    return out;
}

void put_task(InspectionView& to, TaskPlanned const& task) {
    auto const& it = task.content;
    to.origin = it.origin;
    to.project = it.project;
    to.place = it.place.value;
    to.subjects = it.subjects;
    if (it.unannounced_reason) to.unannounced_reason = it.unannounced_reason->value;
    if (it.joint_with) to.joint_with = it.joint_with->value;
    to.warnings = task.warnings;
}

void put_kept(InspectionView& to, queries::Kept&& kept) {
    to.summary = std::move(kept.summary);
    to.opinion = std::move(kept.opinion);
    if (to.summary.stage == Stage::called_off) to.called_off = std::move(kept.ended);
    else to.conclusion = std::move(kept.ended);
    to.checklist = std::move(kept.checklist);
    to.problems = std::move(kept.problems);
    to.refusal = std::move(kept.refusal);
    to.orders = std::move(kept.orders);
    to.version = kept.version;
    for (auto& officer : to.officers)
        if (auto const found = kept.signatures.find(officer.officer.text); found != kept.signatures.end())
            officer.signed_by = found->second.way;
    if (auto const found = kept.signatures.find("checked"); found != kept.signatures.end())
        to.acknowledged = found->second;
}

// What a party is not told: why it was chosen, what the bureau weighed, and who approved.
void keep_from_party(InspectionView& view) {
    view.origin.reset();
    view.opinion.reset();
    view.unannounced_reason.reset();
    view.urgent_reason.reset();
    view.planned_by.reset();
    view.approved_by.reset();
    std::erase_if(view.warnings, [](Warning const& one) { return one.kind != WarningKind::certificate_invalid; });
}

}  // namespace

void Service::put_names(db::Session& session, std::vector<InspectionSummary>& rows) const {
    std::vector<std::string*> names;
    for (auto& row : rows) gather(names, row);
    with_.directory.put_names(session, names);
}

void Service::put_names(db::Session& session, std::vector<OrderSummary>& rows) const {
    std::vector<std::string*> names;
    for (auto& row : rows) gather(names, row);
    with_.directory.put_names(session, names);
}

Result<access::Target> Service::target(db::Session& session, InspectionId const& id) const {
    auto out = queries::target(session, id);
    if (!out) return unknown_inspection();
    return std::move(*out);
}

Result<access::Target> Service::target(db::Session& session, OrderId const& id) const {
    auto out = queries::target(session, id);
    if (!out) return unknown_order();
    return std::move(*out);
}

std::vector<InspectionSummary> Service::inspections(db::Session& session, access::Visibility const& sees,
                                                    InspectionFilter const& filter, std::int64_t before,
                                                    std::int64_t limit) const {
    auto out = queries::inspections(session, sees, filter, before, limit);
    put_names(session, out);
    return out;
}

std::vector<InspectionSummary> Service::waiting(db::Session& session, registry::BureauId const& bureau,
                                                std::int64_t limit) const {
    auto out = queries::open_of_bureau(session, bureau, limit);
    put_names(session, out);
    return out;
}

std::vector<InspectionSummary> Service::concerning(db::Session& session, std::string const& unit,
                                                   std::int64_t limit) const {
    auto out = queries::open_of_party(session, unit, limit);
    put_names(session, out);
    return out;
}

Result<InspectionView> Service::inspection(db::Session& session, InspectionId const& id,
                                           access::Principal const& who) const {
    auto const state = queries::state(session, id);
    if (!state) return unknown_inspection();
    bool const party = who.unit_kind != access::UnitKind::bureau;
    auto kept = queries::kept(session, id, *state).value();
    InspectionView out;
    put_task(out, state->task);
    auto const day = state->visit ? state->visit->content.on : state->task.content.planned_from;
    out.officers = officers_of(*state, with_.directory.officers_of(session, state->task.bureau, day), who);
    out.planned_by = with_.name_of(session, kept.planned_by);
    if (kept.approved_by) out.approved_by = with_.name_of(session, *kept.approved_by);
    put_kept(out, std::move(kept));
    if (state->visit) {
        out.place = state->visit->content.place.value;
        if (state->visit->content.urgent_reason) out.urgent_reason = state->visit->content.urgent_reason->value;
        out.warnings = state->visit->warnings;
    }
    auto const& experts = state->visit ? state->visit->content.experts : state->task.content.experts;
    for (auto const& expert : experts) out.experts.push_back({expert, expert.text});
    auto const law = with_.law();
    Book const book(*law, state->place(), day);
    out.officers_needed = book.officers_needed(out.summary.coverage);
    out.rule = book.rule();
    if (out.project)
        for (auto& project : with_.projects.facts_of(session, {*out.project})) out.project_title = project.title;
    out.history = queries::history(session, id.text, party);
    std::vector<std::string*> names;
    gather(names, out.summary);
    for (auto& officer : out.officers) names.push_back(&officer.name);
    for (auto& expert : out.experts) names.push_back(&expert.name);
    for (auto& act : out.history) names.push_back(&act.unit_name);
    with_.directory.put_names(session, names);
    if (party) keep_from_party(out);
    return out;
}

std::vector<ListedItem> Service::checklist(access::Principal const& who, Setting setting,
                                           std::vector<Subject> const& subjects) const {
    auto const law = with_.law();
    return Book(*law, {who.region, who.authority}, field::beijing_date(with_.clock.now())).checklist(setting, subjects);
}

std::vector<OrderSummary> Service::orders(db::Session& session, access::Visibility const& sees,
                                          OrderFilter const& filter, std::int64_t before, std::int64_t limit) const {
    auto out = queries::orders(session, sees, filter, field::beijing_date(with_.clock.now()), before, limit);
    put_names(session, out);
    return out;
}

OrderView Service::whole(db::Session& session, OrderSummary summary) const {
    auto const state = queries::order_state(session, summary.id).value();
    auto const today = field::beijing_date(with_.clock.now());
    OrderView out;
    out.summary = std::move(summary);
    out.project = state.issued.project;
    out.items = queries::items(session, state, today);
    auto const law = with_.law();
    for (auto& item : out.items) {
        if (item.stage == ItemStage::passed) continue;
        auto const left = law->calendar(state.place()).working_days_between(today, item.due);
        if (left) item.working_days_left = *left;
    }
    return out;
}

Result<OrderView> Service::order(db::Session& session, OrderId const& id) const {
    auto summary = queries::order(session, id, field::beijing_date(with_.clock.now()));
    if (!summary) return unknown_order();
    auto out = whole(session, std::move(*summary));
    out.withdrawn = queries::withdrawn(session, id);
    out.version = queries::version(session, id);
    out.history = queries::history(session, id.text, false);
    std::vector<std::string*> names;
    gather(names, out.summary);
    for (auto& act : out.history) names.push_back(&act.unit_name);
    for (auto& item : out.items) {
        if (item.responsible) names.push_back(&*item.responsible);
        for (auto& proof : item.proofs)
            if (proof.responsible) names.push_back(&*proof.responsible);
        for (auto& recheck : item.rechecks)
            for (auto& officer : recheck.officers) names.push_back(&officer.name);
    }
    with_.directory.put_names(session, names);
    return out;
}

std::vector<LedgerRow> Service::ledger(db::Session& session, access::Visibility const& sees, OrderFilter const& filter,
                                       std::int64_t limit) const {
    std::vector<LedgerRow> out;
    for (auto& summary : orders(session, sees, filter, std::numeric_limits<std::int64_t>::max(), limit)) {
        auto view = whole(session, std::move(summary));
        for (auto& item : view.items) out.push_back({view.summary, std::move(item)});
    }
    std::vector<std::string*> names;
    for (auto& row : out)
        if (row.item.responsible) names.push_back(&*row.item.responsible);
    with_.directory.put_names(session, names);
    return out;
}

std::vector<OutcomeView> Service::outcomes(db::Session& session, access::Visibility const& inspections,
                                           access::Visibility const& orders,
                                           registry::InstitutionId const& institution) const {
    auto const samples = queries::samples(session, inspections, institution);
    OrderFilter filter;
    filter.institution = institution;
    std::vector<OutcomeView> out;
    for (auto& order : this->orders(session, orders, filter, std::numeric_limits<std::int64_t>::max(), kOutcomes))
        if (order.checked == Checked::institution && order.stage != OrderStage::withdrawn)
            out.push_back({order.id.text, std::move(order.bureau_name), order.issued_on,
                           before_and_after(samples, order.issued_on)});
    return out;
}

std::vector<BureauShares> Service::shares(db::Session& session, access::Visibility const& sees, field::Date from,
                                          field::Date to) const {
    auto out = queries::shares(session, sees, from, to);
    for (auto& row : out) row.bureau_name = with_.directory.bureau_name(row.bureau);
    return out;
}

std::optional<practice::Exhibit> Service::file(db::Session& session, std::string const& of,
                                               std::string const& sm3) const {
    return queries::file(session, of, sm3);
}

}  // namespace anping::inspection
