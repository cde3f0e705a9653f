// SPDX-License-Identifier: Apache-2.0
#include <anping/licensing/service.hpp>

#include <anping/rulebook/catalogue.hpp>

#include <fmt/format.h>

#include "errors.hpp"
#include "queries.hpp"
#include "rules.hpp"

namespace anping::licensing {
namespace {

Result<ledger::Decided> decided(Result<ledger::Event> event) {
    if (!event) return unexpected<Error>(std::move(event.error()));
    json::object answer{{"id", event->subject}};
    return ledger::Decided{{std::move(*event)}, std::move(answer)};
}

// What the desk holds against another institution's report is between the two.
void keep_to(ApplicationView& view, registry::InstitutionId const& reader) {
    for (auto& report : view.reports) {
        if (report.institution == reader) continue;
        report.missing.clear();
        report.result.reset();
        report.opinion.reset();
    }
    std::erase_if(view.corrections, [&](CorrectionView const& one) { return one.institution != reader; });
}

// The project's side of it, where a report was linked.
void tell_project(ledger::Decided& to, practice::Projects const& projects, ledger::Transaction& tx,
                  ApplicationId const& id, practice::ProjectId const& project, field::Date applied_on) {
    if (auto event = projects.relied_on(tx, project, id.text, applied_on)) to.events.push_back(std::move(*event));
}

// A change of one application: its state is loaded, the rule decides.
template <class Decide>
Decision on_application(LawSource law, ApplicationId id, Decide decide) {
    return [law = std::move(law), id = std::move(id),
            decide = std::move(decide)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const state = queries::state(tx.session(), id);
        if (!state) return unknown_application();
        auto const books = law();
        return decided(decide(*state, Circumstances{*books, field::beijing_date(tx.now())}, tx));
    };
}

bool stands(db::Session& session, ApplicationSummary const& row, ApplicationState state, Circumstances const& with) {
    if (state == ApplicationState::open) return !row.outcome;
    if (state == ApplicationState::decided) return row.outcome.has_value();
    if (row.outcome) return state == ApplicationState::escalated && queries::decided_in_spite(session, row.id);
    auto const known = queries::state(session, row.id).value();
    auto const flag = hold(known, with);
    bool const holds = flag && flag->severity == "hold";
    return holds && (state == ApplicationState::held || escalated(known, with));
}

bool says(ApplicationSummary const& row, std::string const& text) {
    return text.empty() || row.title.find(text) != std::string::npos ||
           row.enterprise_name.find(text) != std::string::npos || row.id.text.find(text) != std::string::npos;
}

}  // namespace

Decision Service::receive(ReceiveApplication in) const {
    return [this, in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const enterprise = directory_.enterprise(tx.session(), in.enterprise);
        if (!enterprise) return wrong_field("/enterprise", "enterprise", "没有登记这家企业");
        auto const projects = projects_.facts_of(tx.session(), in.projects);
        auto const law = law_();
        ApplicationId const id{fmt::format("XK-{:08}", tx.next_seq())};
        auto out = decided(licensing::receive(in, id, *enterprise, projects, {*law, field::beijing_date(tx.now())}));
        if (!out) return out;
        for (auto const& project : in.projects) tell_project(*out, projects_, tx, id, project, in.received_on);
        return out;
    };
}

Decision Service::accept(ApplicationId id, AcceptApplication in) const {
    return on_application(law_, std::move(id),
                          [in](State const& state, Circumstances const& with, ledger::Transaction&) {
                              return licensing::accept(in, state, with);
                          });
}

Decision Service::link_report(ApplicationId id, LinkReport in) const {
    auto link = on_application(law_, id, [this, in](State const& state, Circumstances const&, ledger::Transaction& tx) {
        auto found = projects_.facts_of(tx.session(), {in.project});
        return licensing::link_report(state, found.empty() ? std::nullopt : std::optional(std::move(found.front())));
    });
    return [this, id = std::move(id), in = std::move(in),
            link = std::move(link)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto out = link(tx);
        if (!out) return out;
        tell_project(*out, projects_, tx, id, in.project, queries::state(tx.session(), id).value().received_on);
        return out;
    };
}

Decision Service::review_report(ApplicationId id, ReviewReport in) const {
    return on_application(law_, std::move(id),
                          [in = std::move(in)](State const& state, Circumstances const&, ledger::Transaction&) {
                              return licensing::review_report(in, state);
                          });
}

Decision Service::demand_correction(ApplicationId id, DemandCorrection in) const {
    return on_application(law_, std::move(id),
                          [in = std::move(in)](State const& state, Circumstances const& with, ledger::Transaction&) {
                              return licensing::demand_correction(in, state, with);
                          });
}

Decision Service::answer_correction(ApplicationId id, registry::InstitutionId who, AnswerCorrection in) const {
    return on_application(
        law_, std::move(id),
        [who = std::move(who), in = std::move(in)](State const& state, Circumstances const&, ledger::Transaction&) {
            return licensing::answer_correction(in, state, who);
        });
}

Decision Service::close_correction(ApplicationId id, CloseCorrection in) const {
    return on_application(law_, std::move(id),
                          [in = std::move(in)](State const& state, Circumstances const& with, ledger::Transaction&) {
                              return licensing::close_correction(in, state, with);
                          });
}

Decision Service::put_on_agenda(ApplicationId id, PutOnAgenda in) const {
    return on_application(law_, std::move(id),
                          [in](State const& state, Circumstances const& with, ledger::Transaction&) {
                              return licensing::put_on_agenda(in, state, with);
                          });
}

Decision Service::decide(ApplicationId id, Decide in) const {
    return on_application(law_, std::move(id),
                          [in = std::move(in)](State const& state, Circumstances const& with, ledger::Transaction&) {
                              return licensing::decide(in, state, with);
                          });
}

Result<access::Target> Service::target(db::Session& session, ApplicationId const& id) const {
    auto out = queries::target(session, id);
    if (!out) return unknown_application();
    return std::move(*out);
}

Result<access::Target> Service::target(db::Session& session, registry::EnterpriseId const& applicant) const {
    auto const enterprise = directory_.enterprise(session, applicant);
    if (!enterprise) return wrong_field("/enterprise", "enterprise", "没有登记这家企业");
    access::Target out;
    out.unit = enterprise->id.text;
    out.region = enterprise->region;
    out.authority = enterprise->authority;
    return out;
}

Result<ApplicationView> Service::application(db::Session& session, ApplicationId const& id,
                                             std::optional<registry::InstitutionId> const& reader) const {
    auto out = queries::application(session, id);
    if (!out) return unknown_application();
    auto const state = queries::state(session, id).value();
    auto const law = law_();
    Circumstances const with{*law, field::beijing_date(clock_.now())};
    if (!state.decided) out->held = hold(state, with);
    out->escalated = escalated(state, with);
    out->next = next_step(state, with);
    auto& summary = out->summary;
    summary.region_name = law->regions().full_name(summary.region);
    summary.bureau_name = directory_.bureau_name(summary.bureau);
    if (summary.due && !state.decided)
        if (auto const left = law->calendar(state.place()).working_days_between(with.today, *summary.due))
            summary.working_days_left = *left;
    std::vector<practice::ProjectId> projects;
    for (auto const& report : out->reports) projects.push_back(report.project);
    for (auto& now : projects_.facts_of(session, projects))
        for (auto& report : out->reports) {
            if (report.project != now.id) continue;
            report.project_title = now.title;
            report.number = now.report_number;
            report.missing = now.standing;
        }
    std::vector<std::string*> names{&summary.enterprise_name};
    for (auto& report : out->reports) names.push_back(&report.institution_name);
    for (auto& correction : out->corrections) names.push_back(&correction.institution_name);
    directory_.put_names(session, names);
    if (reader) keep_to(*out, *reader);
    return std::move(*out);
}

std::vector<ApplicationSummary> Service::applications(db::Session& session, access::Visibility const& sees,
                                                      ApplicationFilter const& filter, std::string const& after,
                                                      std::int64_t limit) const {
    auto const law = law_();
    Circumstances const with{*law, field::beijing_date(clock_.now())};
    auto const applicants = applicants_named(session, filter.text);
    auto const asked = queries::narrowed(session, sees, filter, applicants);
    std::vector<ApplicationSummary> out;
    auto from = after;
    for (bool more = true; more && static_cast<std::int64_t>(out.size()) < limit;) {
        auto rows = queries::applications(session, asked, from, limit);
        more = static_cast<std::int64_t>(rows.size()) == limit;
        if (more) from = rows.back().turn;
        tell(session, rows, *law, with.today);
        std::erase_if(rows, [&](auto const& one) {
            return (!applicants && !says(one, filter.text)) ||
                   (filter.state && !stands(session, one, *filter.state, with));
        });
        std::ranges::move(rows, std::back_inserter(out));
    }
    if (static_cast<std::int64_t>(out.size()) > limit) out.resize(static_cast<std::size_t>(limit));
    return out;
}

std::int64_t Service::count(db::Session& session, access::Visibility const& sees,
                            ApplicationFilter const& filter) const {
    bool const by_rule = filter.state == ApplicationState::held || filter.state == ApplicationState::escalated;
    if (by_rule || !filter.text.empty())
        return static_cast<std::int64_t>(applications(session, sees, filter, "", kListed).size());
    return queries::count(session, queries::narrowed(session, sees, filter, std::nullopt));
}

// Nothing where the text is none, or so many are named so that the rows themselves are asked.
std::optional<std::vector<registry::EnterpriseId>> Service::applicants_named(db::Session& session,
                                                                             std::string const& text) const {
    if (text.empty()) return std::nullopt;
    constexpr std::size_t kMany = 200;
    auto found = directory_.enterprises_named(session, text, kMany + 1);
    if (found.size() > kMany) return std::nullopt;
    return found;
}

void Service::tell(db::Session& session, std::vector<ApplicationSummary>& rows, rulebook::Law const& law,
                   field::Date today) const {
    std::vector<std::string*> names;
    for (auto& row : rows) {
        row.region_name = law.regions().full_name(row.region);
        row.bureau_name = directory_.bureau_name(row.bureau);
        if (row.due && !row.outcome)
            if (auto const left = law.calendar({row.region}).working_days_between(today, *row.due))
                row.working_days_left = *left;
        names.push_back(&row.enterprise_name);
    }
    directory_.put_names(session, names);
}

std::map<std::string, std::string> Service::kind_names(rulebook::Place const& place) const {
    auto const today = field::beijing_date(clock_.now());
    auto const names = rulebook::catalogue_names(law_()->catalogue("permit_kinds", place, today));
    return {names.begin(), names.end()};
}

}  // namespace anping::licensing
