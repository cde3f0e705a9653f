// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "covered.hpp"
#include "errors.hpp"
#include "queries_key_list.hpp"
#include "queries_year_plan.hpp"

namespace anping::planning {
namespace {

Result<ledger::Decided> decided(Result<ledger::Event> event) {
    if (!event) return unexpected<Error>(std::move(event.error()));
    json::object answer{{"id", event->subject}};
    return ledger::Decided{{std::move(*event)}, std::move(answer)};
}

template <class Decide>
Decision on_plan(YearPlanId id, Decide decide) {
    return [id = std::move(id), decide = std::move(decide)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const state = queries::year_plan_state(tx.session(), id);
        if (!state) return unknown_year_plan();
        return decided(decide(*state));
    };
}

field::Date first_of(std::int64_t year) { return field::Date::of(static_cast<int>(year), 1, 1).value(); }
field::Date last_of(std::int64_t year) { return field::Date::of(static_cast<int>(year), 12, 31).value(); }

template <class Row>
void put_names(registry::Directory const& directory, db::Session& session, std::vector<Row>& rows,
               std::string Row::* name) {
    std::vector<std::string*> names;
    names.reserve(rows.size());
    for (auto& row : rows) names.push_back(&(row.*name));
    directory.put_names(session, names);
}

Result<void> check_known(registry::Directory const& directory, db::Session& session,
                         std::vector<PlannedVisits> const& items) {
    for (std::size_t i = 0; i < items.size(); ++i)
        if (!directory.institution(session, items[i].institution))
            return wrong_field(fmt::format("/items/{}/institution", i), "institution", "没有登记这家机构");
    return {};
}

struct Rows {
    std::map<std::string, CoverageRow> all;

    CoverageRow& of(registry::InstitutionId const& id) {
        auto& row = all[id.text];
        row.institution = id;
        row.name = id.text;
        return row;
    }
    CoverageRow* find(registry::InstitutionId const& id) {
        auto const found = all.find(id.text);
        return found == all.end() ? nullptr : &found->second;
    }
};

// The bureaus directly below, of the same authority, as who would ask there.
std::vector<access::Principal> below(access::Principal const& who, field::Regions const& regions) {
    std::vector<access::Principal> out;
    for (auto const* region : regions.children(who.region)) {
        if (!regions.has_authority(region->code, who.authority)) continue;
        out.push_back(who);
        out.back().region = region->code;
        out.back().unit = registry::bureau_of(region->code, who.authority).text;
    }
    return out;
}

// Which clause asks for it, and how often one may be visited.
void put_law(rulebook::Law const& law, rulebook::Place const& place, field::Date day, CoverageView& out) {
    if (auto const coverage = yearly_coverage(place, law, day); coverage.binds)
        out.citation = coverage.clause->citation;
    out.cap = cap_of(law, place, day, "institution").value;
}

}  // namespace

Decision YearPlans::write(access::Principal who, WriteYearPlan in) const {
    return [this, who = std::move(who), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        if (queries::year_plan_of(tx.session(), {who.unit}, in.year))
            return not_now("本部门这一年的计划已经有了，请在其上变更");
        if (auto known = check_known(with_.directory, tx.session(), in.items); !known)
            return unexpected<Error>(std::move(known.error()));
        YearPlanId const id{fmt::format("JH-{:08}", tx.next_seq())};
        return decided(planning::write(in, id, who, field::beijing_date(tx.now())));
    };
}

Decision YearPlans::approve(access::Principal who, YearPlanId id) const {
    return on_plan(std::move(id), [account = who.account.text](YearPlanState const& state) {
        return planning::approve(state, account);
    });
}

Decision YearPlans::change(YearPlanId id, ChangeYearPlan in) const {
    return [this, id = std::move(id), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        if (auto known = check_known(with_.directory, tx.session(), in.items); !known)
            return unexpected<Error>(std::move(known.error()));
        return on_plan(id, [&](YearPlanState const& state) { return planning::change(in, state); })(tx);
    };
}

Result<access::Target> YearPlans::target(db::Session& session, YearPlanId const& id) const {
    auto const state = queries::year_plan_state(session, id);
    if (!state) return unknown_year_plan();
    access::Target out;
    out.unit = state->written.bureau.text;
    out.region = state->written.region;
    out.authority = state->written.authority;
    return out;
}

std::vector<YearPlanSummary> YearPlans::plans(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                              std::int64_t limit) const {
    auto out = queries::year_plans(session, sees, before, limit);
    put_names(with_.directory, session, out, &YearPlanSummary::bureau_name);
    return out;
}

Result<YearPlanView> YearPlans::plan(db::Session& session, YearPlanId const& id, access::Principal const& who) const {
    auto const state = queries::year_plan_state(session, id);
    if (!state) return unknown_year_plan();
    auto const& written = state->written;
    YearPlanView out;
    out.summary = queries::year_plan(session, id).value();
    with_.directory.put_names(session, {&out.summary.bureau_name});
    out.basis = written.plan.basis.value;
    std::map<std::pair<std::string, Coverage>, std::int64_t> done;
    for (auto const& one : with_.done(session, {written.region, written.authority}, first_of(written.plan.year),
                                      last_of(written.plan.year)))
        if (one.bureau == written.bureau) ++done[{one.institution.text, one.kind}];
    for (auto const& item : written.plan.items)
        out.items.push_back({item, item.institution.text, done[{item.institution.text, item.kind}]});
    put_names(with_.directory, session, out.items, &PlannedView::name);
    out.shares = written.plan.shares.value_or(std::vector<SettingShare>());
    out.acts = queries::year_plan_acts(session, id);
    for (auto& act : out.acts) act.by = with_.name_of(session, act.by);
    out.yours_to_approve =
        state->stage == YearPlanStage::written && state->last_by != who.account.text && who.unit == written.bureau.text;
    out.version = queries::year_plan_version(session, id);
    return out;
}

std::vector<Suggestion> YearPlans::suggestions(db::Session& session, access::Principal const& who) const {
    auto const today = field::beijing_date(with_.clock.now());
    rulebook::Place const place{who.region, who.authority};
    auto ids = with_.listed(session, who, DrawScope::local, std::nullopt);
    for (auto& one : with_.listed(session, who, DrawScope::served, first_of(today.year() - 1)))
        if (std::ranges::find(ids, one) == ids.end()) ids.push_back(std::move(one));
    auto const triggers = queries::listed_on(session, place, today);
    auto const at_level = with_.at_level(session, who, first_of(today.year() - 1));
    std::vector<Stands> all;
    all.reserve(ids.size());
    for (auto const& id : ids) {
        Stands one{id, id.text, with_.rating(session, id, place), {}, 0};
        if (auto const found = at_level.find(id.text); found != at_level.end()) one.at_level = found->second;
        for (auto const& [institution, trigger] : triggers)
            if (institution == id) one.triggers.push_back(trigger);
        if (with_.dishonesty) one.dishonesty = with_.dishonesty(session, id);
        all.push_back(std::move(one));
    }
    put_names(with_.directory, session, all, &Stands::name);
    auto const law = with_.law();
    return suggest(all, place, *law, today);
}

Result<CoverageView> YearPlans::coverage(db::Session& session, access::Principal const& who,
                                         std::optional<registry::BureauId> const& bureau, field::Date from,
                                         field::Date to) const {
    if (!bureau || bureau->text == who.unit) return covered(session, who, from, to);
    auto const law = with_.law();
    for (auto const& one : below(who, law->regions()))
        if (one.unit == bureau->text) return covered(session, one, from, to);
    return unknown_bureau_below();
}

ProportionsView YearPlans::proportions(db::Session& session, access::Principal const& who) const {
    auto const today = field::beijing_date(with_.clock.now());
    auto const law = with_.law();
    ProportionsView out;
    out.year = today.year();
    std::set<std::string> around;
    for (auto const& id : with_.listed(session, who, DrawScope::local, std::nullopt)) around.insert(id.text);
    for (auto const& id : with_.listed(session, who, DrawScope::served, first_of(today.year()))) around.insert(id.text);
    out.institutions = static_cast<std::int64_t>(around.size());
    std::vector<SettingShare> own;
    out.plan = queries::year_plan_of(session, {who.unit}, out.year);
    if (out.plan) {
        auto const state = queries::year_plan_state(session, *out.plan).value();
        out.approved = state.stage == YearPlanStage::approved;
        own = state.written.plan.shares.value_or(std::vector<SettingShare>());
    }
    std::map<InspectionSetting, std::int64_t> done;
    for (auto const& one : with_.looked_at(session, {who.unit}, first_of(today.year()), today)) ++done[one.setting];
    auto const* clause =
        law->find(rulebook::Kind::procedure, "inspection_proportion", {who.region, who.authority}, today);
    if (clause != nullptr) out.citation = clause->citation;
    out.rows = planning::proportions(own, clause, out.institutions, done);
    return out;
}

std::vector<BureauCoverage> YearPlans::coverage_below(db::Session& session, access::Principal const& who,
                                                      field::Date from, field::Date to) const {
    std::vector<BureauCoverage> out;
    auto const law = with_.law();
    for (auto const& one : below(who, law->regions())) {
        auto const view = covered(session, one, from, to);
        out.push_back({{one.unit},
                       with_.directory.bureau_name({one.unit}),
                       static_cast<std::int64_t>(view.rows.size()),
                       view.covered,
                       std::ranges::count_if(view.rows, &CoverageRow::over_cap)});
    }
    return out;
}

CoverageView YearPlans::covered(db::Session& session, access::Principal const& who, field::Date from,
                                field::Date to) const {
    rulebook::Place const place{who.region, who.authority};
    CoverageView out{with_.directory.bureau_name({who.unit}), from, to, {}, 0, {}, {}};
    put_law(*with_.law(), place, to, out);
    Rows rows;
    for (auto const& id : with_.listed(session, who, DrawScope::local, std::nullopt)) rows.of(id).local = true;
    for (auto const& id : with_.listed(session, who, DrawScope::served, from)) rows.of(id).served = true;
    if (auto const plan = queries::year_plan_of(session, {who.unit}, to.year())) {
        auto const state = queries::year_plan_state(session, *plan).value();
        for (auto const& item : state.written.plan.items) rows.of(item.institution).planned += item.times;
    }
    for (auto const& [institution, trigger] : queries::listed_on(session, place, to))
        if (auto* row = rows.find(institution)) row->key_listed = true;
    for (auto const& one : with_.done(session, place, from, to))
        if (auto* row = rows.find(one.institution)) row->by.push_back(covered_by(one, who.unit, with_.directory));
    for (auto& [id, row] : rows.all) {
        row.covered = !row.by.empty();
        row.over_cap = out.cap && own_visits(row.by) > *out.cap;
        if (row.covered) ++out.covered;
        out.rows.push_back(std::move(row));
    }
    put_names(with_.directory, session, out.rows, &CoverageRow::name);
    return out;
}

}  // namespace anping::planning
