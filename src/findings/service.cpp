// SPDX-License-Identifier: Apache-2.0
#include <anping/findings/service.hpp>

#include <fmt/format.h>

#include "errors.hpp"
#include "queries.hpp"
#include "readings.hpp"
#include "rules.hpp"
#include "settings.hpp"

namespace anping::findings {
namespace {

Result<ledger::Decided> decided(Result<ledger::Event> event) {
    if (!event) return unexpected<Error>(std::move(event.error()));
    json::object answer{{"id", event->subject}};
    return ledger::Decided{{std::move(*event)}, std::move(answer)};
}

template <class Decide>
Decision on_finding(FindingId id, Decide decide) {
    return [id = std::move(id), decide = std::move(decide)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const state = queries::state(tx.session(), id, field::beijing_date(tx.now()));
        if (!state) return unknown_finding();
        return decided(decide(*state));
    };
}

}  // namespace

std::int64_t longest_hold(rulebook::Law const& law, rulebook::Place const& place, field::Date day) {
    auto const* item = rulebook::catalogue_item(law.catalogue("detector_settings", place, day), "hold.days");
    auto const* value = item == nullptr ? nullptr : item->if_contains("value");
    return value == nullptr || !value->is_int64() ? 0 : value->get_int64();
}

Decision Service::enter(practice::ReportId report, EnterFinding in) const {
    return [this, report = std::move(report), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const filed = with_.reports.report(tx.session(), report);
        if (!filed) return unknown_report();
        auto const law = with_.law();
        return decided(findings::enter(in, {fmt::format("XS-{:08}", tx.next_seq())}, *filed,
                                       law->catalogue("detectors", {filed->target.region, filed->target.authority},
                                                      field::beijing_date(tx.now()))));
    };
}

Decision Service::answer(FindingId id, AnswerFinding in) const {
    return on_finding(std::move(id), [in = std::move(in)](State const& state) { return findings::answer(in, state); });
}

Decision Service::decide(FindingId id, DecideFinding in) const {
    return on_finding(std::move(id), [in = std::move(in)](State const& state) { return findings::decide(in, state); });
}

Decision Service::judge(JudgeFamily in) const {
    return [this, in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const state = queries::state(tx.session(), in.finding, field::beijing_date(tx.now()));
        if (!state) return unknown_finding();
        auto const screened = queries::screening(tx.session(), state->report);
        if (!screened || screened->event.evidence.empty()) return not_screened();
        Readings const readings(with_.vault);
        auto const evidence = readings.evidence(screened->event.evidence);
        if (!evidence) return unexpected<Error>(evidence.error());
        auto const text = readings.text(screened->event.document);
        if (!text) return unexpected<Error>(text.error());
        FamilyId const id{fmt::format("DL-{:08}", tx.next_seq())};
        return decided(findings::judge(in, *state, *evidence, *text, id));
    };
}

Decision Service::ask_screening(practice::ReportId report, AskScreening in) {
    return [report = std::move(report), in = std::move(in)](ledger::Transaction&) -> Result<ledger::Decided> {
        return decided(ledger::event(report.text, ScreeningAsked{in.reason}));
    };
}

Result<access::Target> Service::target(db::Session& session, FindingId const& id) const {
    auto const found = queries::finding(session, id);
    if (!found) return unknown_finding();
    if (found->event.report.text.empty()) return target(session, found->event.institution);
    return target(session, found->event.report);
}

Result<access::Target> Service::target(db::Session& session, practice::ReportId const& report) const {
    auto found = with_.reports.report(session, report);
    if (!found) return unknown_report();
    return std::move(found->target);
}

Decision Service::hold_back(practice::ProjectId project, HoldBack in) const {
    return
        [this, project = std::move(project), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
            auto const found = with_.reports.project(tx, project);
            if (!found) return unexpected<Error>(found.error());
            auto const day = field::beijing_date(tx.now());
            HoldState const state{found->stage == practice::Stage::archived,
                                  queries::held_back(tx.session(), project, day)};
            return decided(findings::hold_back(in, {fmt::format("ZBGZ-{:08}", tx.next_seq())}, project, state, day,
                                               longest_hold(*with_.law(), {found->region, found->authority}, day)));
        };
}

Decision Service::end_hold(HoldId id, EndHold in) {
    return [id = std::move(id), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const found = queries::hold(tx.session(), id, field::beijing_date(tx.now()));
        if (!found) return unknown_hold();
        return decided(findings::end_hold(in, id, !found->holds));
    };
}

Result<access::Target> Service::target(db::Session& session, practice::ProjectId const& project) const {
    return with_.reports.target(session, project);
}

Result<access::Target> Service::target(db::Session& session, HoldId const& id) const {
    auto const found = queries::hold(session, id, today());
    if (!found) return unknown_hold();
    return found->project ? target(session, *found->project) : target(session, found->institution.value());
}

bool Service::kept_from(db::Session& session, access::Principal const& who, practice::ProjectId const& project) const {
    return who.unit_kind == access::UnitKind::institution && queries::held_back(session, project, today());
}

Result<void> Service::may_know(db::Session& session, access::Principal const& who, FindingId const& id) const {
    auto const found = queries::finding(session, id);
    bool const institution = who.unit_kind == access::UnitKind::institution;
    if (!found || (institution && queries::held_back(session, found->event, today()))) return unknown_finding();
    return {};
}

FindingFilter Service::for_whom(access::Principal const& who, FindingFilter filter) const {
    if (who.unit_kind == access::UnitKind::institution) filter.told_on = today();
    return filter;
}

std::vector<HoldView> Service::holds(db::Session& session, practice::ProjectId const& project) const {
    auto out = queries::holds(session, project, today());
    name_units(session, out);
    return out;
}

void Service::name_units(db::Session& session, std::vector<HoldView>& holds) const {
    std::vector<std::string*> names;
    for (auto& one : holds) names.push_back(&one.unit_name);
    with_.directory.put_names(session, names);
}

}  // namespace anping::findings
