// SPDX-License-Identifier: Apache-2.0
#include "rules.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "errors.hpp"

namespace anping::licensing {
namespace {

json::value day(field::Date date) { return json::value(field::to_string(date)); }

std::optional<rulebook::Deadline> due(char const* duty, rulebook::Place const& place, Circumstances const& with,
                                      json::object const& facts) {
    auto deadline = with.law.deadline(duty, place, with.today, facts);
    // A calendar that is not published so far leaves it uncounted; the page says so by having no day.
    return deadline ? std::move(*deadline) : std::nullopt;
}

std::optional<rulebook::Deadline> decision_due(std::optional<field::Date> const& accepted_on,
                                               rulebook::Place const& place, Circumstances const& with) {
    if (!accepted_on) return std::nullopt;
    return due("licence_decision", place, with, {{"application.accepted_on", day(*accepted_on)}});
}

LinkedReport const* report_of(State const& state, practice::ProjectId const& project) {
    auto const found = std::ranges::find(state.reports, project, &LinkedReport::project);
    return found == state.reports.end() ? nullptr : &*found;
}

OpenCorrection const* open_one(State const& state, std::int64_t number) {
    auto const found = std::ranges::find(state.corrections, number, &OpenCorrection::number);
    return found == state.corrections.end() || found->closed ? nullptr : &*found;
}

}  // namespace

LinkedReport linked(practice::ProjectFacts const& project) {
    return {project.id, project.institution, project.report_number, project.standing};
}

Result<ledger::Event> receive(ReceiveApplication const& in, ApplicationId const& id,
                              registry::EnterpriseView const& enterprise,
                              std::vector<practice::ProjectFacts> const& projects, Circumstances const& with) {
    rulebook::Place const place{enterprise.region, enterprise.authority};
    if (in.received_on > with.today) return wrong_field("/received_on", "future", "收到日期不能晚于今天");
    if (in.accepted_on && *in.accepted_on < in.received_on)
        return wrong_field("/accepted_on", "order", "受理日期不能早于收到日期");
    if (rulebook::catalogue_item(with.law.catalogue("permit_kinds", place, with.today), in.kind.value) == nullptr)
        return wrong_field("/kind", "choice", "不是已知的许可种类");
    ApplicationReceived event{enterprise.id,
                              enterprise.region,
                              enterprise.authority,
                              in.kind,
                              in.title,
                              in.received_on,
                              in.accepted_on,
                              {},
                              {}};
    for (std::size_t i = 0; i < in.projects.size(); ++i) {
        auto const project = std::ranges::find(projects, in.projects[i], &practice::ProjectFacts::id);
        if (project == projects.end() || project->enterprise != enterprise.id)
            return wrong_field(fmt::format("/projects/{}", i), "project", "不是这家企业的项目");
        event.reports.push_back(linked(*project));
    }
    event.decision_due = decision_due(in.accepted_on, place, with);
    return ledger::event(id.text, event);
}

Result<ledger::Event> accept(AcceptApplication const& in, State const& state, Circumstances const& with) {
    if (state.decided) return decided_already();
    if (in.accepted_on < state.received_on || in.accepted_on > with.today)
        return wrong_field("/accepted_on", "order", "受理日期应在收到日期与今天之间");
    return ledger::event(state.id.text,
                         ApplicationAccepted{in.accepted_on, decision_due(in.accepted_on, state.place(), with)});
}

Result<ledger::Event> link_report(State const& state, std::optional<practice::ProjectFacts> const& project) {
    if (state.decided) return decided_already();
    if (!project || project->enterprise != state.enterprise)
        return wrong_field("/project", "project", "不是这家企业的项目");
    if (report_of(state, project->id) != nullptr) return wrong_field("/project", "known", "已经关联这个项目的报告");
    return ledger::event(state.id.text, ReportLinked{linked(*project)});
}

Result<ledger::Event> review_report(ReviewReport const& in, State const& state) {
    if (state.decided) return decided_already();
    if (report_of(state, in.project) == nullptr) return wrong_field("/project", "project", "没有关联这个项目的报告");
    return ledger::event(state.id.text, ReportReviewed{in.project, in.result, in.opinion});
}

Result<ledger::Event> demand_correction(DemandCorrection const& in, State const& state, Circumstances const& with) {
    if (state.decided) return decided_already();
    auto const* report = report_of(state, in.project);
    if (report == nullptr) return wrong_field("/project", "project", "没有关联这个项目的报告");
    if (in.items.empty()) return wrong_field("/items", "required", "至少写明一项须补正的内容");
    CorrectionDemanded event;
    event.number = static_cast<std::int64_t>(state.corrections.size()) + 1;
    event.project = in.project;
    event.institution = report->institution;
    event.items = in.items;
    event.due = due("permit_correction", state.place(), with, {{"correction.demanded_on", day(with.today)}});
    return ledger::event(state.id.text, event);
}

Result<ledger::Event> answer_correction(AnswerCorrection const& in, State const& state,
                                        registry::InstitutionId const& who) {
    auto const* asked = open_one(state, in.number);
    if (asked == nullptr || asked->institution != who) return not_asked_of_you();
    return ledger::event(state.id.text, CorrectionAnswered{in.number, in.answer});
}

Result<ledger::Event> close_correction(CloseCorrection const& in, State const& state, Circumstances const& with) {
    if (open_one(state, in.number) == nullptr) return wrong_field("/number", "correction", "没有这份未了结的补正通知");
    CorrectionClosed event{in.number, in.note, {}};
    if (!state.decided)
        if (auto flag = hold(state, with); flag && flag->severity == "hold") event.held = std::move(flag);
    return ledger::event(state.id.text, event);
}

std::int64_t open_corrections(State const& state) {
    return std::ranges::count(state.corrections, false, &OpenCorrection::closed);
}

std::optional<rulebook::Flag> hold(State const& state, Circumstances const& with) {
    std::int64_t late = 0;
    for (auto const& one : state.corrections)
        if (!one.closed && one.due && *one.due < with.today) ++late;
    return hold(state.place(), open_corrections(state), late, with);
}

std::optional<rulebook::Flag> hold(rulebook::Place const& place, std::int64_t open, std::int64_t overdue,
                                   Circumstances const& with) {
    json::object const facts{{"today", day(with.today)}, {"correction.open", open}, {"correction.overdue", overdue}};
    return with.law.gate("permit_agenda", place, with.today, facts);
}

bool escalated(State const& state, Circumstances const& with) {
    if (!state.due || state.decided) return false;
    auto const left = with.law.calendar(state.place()).working_days_between(with.today, *state.due);
    auto const few = escalation_step("days_left", state.place(), with);
    return left && few && *left <= *few;
}

std::optional<field::Date> not_yet_escalated(rulebook::Place const& place, Circumstances const& with) {
    auto const few = escalation_step("days_left", place, with);
    if (!few) return std::nullopt;
    auto const first = with.law.calendar(place).add_working_days(with.today, static_cast<int>(*few) + 1);
    return first ? std::optional(*first) : std::nullopt;
}

std::optional<std::int64_t> escalation_step(std::string_view code, rulebook::Place const& place,
                                            Circumstances const& with) {
    auto const steps = with.law.setting(rulebook::Kind::procedure, "permit_escalation", "steps", place, with.today);
    if (!steps || !steps->is_array()) return std::nullopt;
    for (auto const& step : steps->get_array())
        if (step.at("code").as_string() == code) return step.at("value").to_number<std::int64_t>();
    return std::nullopt;
}

Result<ledger::Event> put_on_agenda(PutOnAgenda const& in, State const& state, Circumstances const& with) {
    if (state.decided) return decided_already();
    if (in.meeting_on < with.today) return wrong_field("/meeting_on", "past", "会议日期不能早于今天");
    auto const flag = hold(state, with);
    if (flag && flag->severity == "hold" && !escalated(state, with))
        return held(flag->text, flag->citation.book + "/" + flag->citation.clause);
    return ledger::event(state.id.text, AgendaEntered{in.meeting_on});
}

Result<ledger::Event> decide(Decide const& in, State const& state, Circumstances const& with) {
    if (state.decided) return decided_already();
    if (in.decided_on > with.today || in.decided_on < state.received_on)
        return wrong_field("/decided_on", "order", "决定日期应在收到日期与今天之间");
    auto flag = hold(state, with);
    bool const holds = flag && flag->severity == "hold";
    if (holds && !escalated(state, with) && in.outcome != Outcome::withdrawn)
        return held(flag->text, flag->citation.book + "/" + flag->citation.clause);
    ApplicationDecided event;
    event.outcome = in.outcome;
    event.decided_on = in.decided_on;
    event.permit_number = in.permit_number;
    event.reasons = in.reasons;
    if (holds) event.held = std::move(flag);
    if (in.outcome != Outcome::withdrawn) event.escalated = escalation(state, with);
    event.open_corrections = open_corrections(state);
    return ledger::event(state.id.text, event);
}

}  // namespace anping::licensing
