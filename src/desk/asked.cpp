// SPDX-License-Identifier: Apache-2.0
#include "asked.hpp"

#include <limits>

namespace anping::desk {
namespace {

using access::Action;
using licensing::WaitingKind;

TodoKind kind_of(practice::AskedKind kind) {
    switch (kind) {
        case practice::AskedKind::confirm_site: return TodoKind::confirm_site;
        case practice::AskedKind::answer_measures: return TodoKind::answer_measures;
        case practice::AskedKind::confirm_report: return TodoKind::confirm_report;
    }
    return TodoKind::confirm_site;
}

Action act_of(practice::AskedKind kind) {
    switch (kind) {
        case practice::AskedKind::answer_measures: return Action::measure_answer;
        case practice::AskedKind::confirm_site:
        case practice::AskedKind::confirm_report: return Action::site_confirm;
    }
    return Action::site_confirm;
}

TodoKind kind_of(WaitingKind kind) {
    switch (kind) {
        case WaitingKind::examine: return TodoKind::examine;
        case WaitingKind::correction_answered: return TodoKind::correction_answered;
        case WaitingKind::correction_due: return TodoKind::correction_due;
        case WaitingKind::held: return TodoKind::held;
        case WaitingKind::limit: return TodoKind::limit;
        case WaitingKind::decide: return TodoKind::decide;
        case WaitingKind::correction: return TodoKind::answer_correction;
        case WaitingKind::correction_copy: return TodoKind::correction_copy;
    }
    return TodoKind::examine;
}

void add(std::vector<Todo>& out, std::vector<licensing::WaitingApplication> rows) {
    for (auto& row : rows) {
        Todo todo;
        todo.kind = kind_of(row.waiting.kind);
        todo.text = std::move(row.waiting.text);
        todo.project_title = std::move(row.title);
        todo.unit_name = std::move(row.enterprise_name);
        todo.due = row.waiting.due;
        todo.working_days_left = row.working_days_left;
        todo.why = std::move(row.waiting.why);
        todo.matter = circulation::Matter{circulation::MatterKind::application, {std::move(row.application.text)}};
        out.push_back(std::move(todo));
    }
}

}  // namespace

void add_findings(std::vector<Todo>& out, findings::Service const& findings, db::Session& session,
                  access::Principal const& who, access::Policy const& policy, std::int64_t limit) {
    using findings::FindingState;
    bool const decides = policy.ever(Action::finding_decide, who.role);
    if (!decides && !policy.ever(Action::finding_answer, who.role)) return;
    auto const sees = policy.visibility(who, Action::finding_view);
    auto const states =
        decides ? std::vector{FindingState::open, FindingState::answered} : std::vector{FindingState::asked};
    for (auto const state : states) {
        findings::FindingFilter filter;
        filter.state = state;
        if (decides) filter.region = who.region;
        for (auto& one : findings.findings(session, sees, findings.for_whom(who, filter),
                                           std::numeric_limits<std::int64_t>::max(), limit)) {
            // A bureau above sees it in the list; whose place it is decides.
            if (decides && one.region.digits != who.region.digits) continue;
            Todo todo;
            todo.kind = decides ? TodoKind::decide_finding : TodoKind::answer_finding;
            todo.text = one.detector_name + "：" + one.words;
            if (one.project) todo.project = std::move(*one.project);
            todo.project_title = one.report ? std::move(one.report_title) : "资质保持";
            todo.unit_name = decides ? std::move(one.institution_name) : std::move(one.enterprise_name);
            todo.finding = std::move(one.id);
            out.push_back(std::move(todo));
        }
    }
}

void add_asked(std::vector<Todo>& out, practice::Service const& practice, db::Session& session,
               access::Principal const& who, access::Policy const& policy, std::int64_t limit) {
    if (who.unit_kind != access::UnitKind::enterprise) return;
    for (auto& one : practice.asked(session, {who.unit}, limit)) {
        if (!policy.ever(act_of(one.asked.kind), who.role)) continue;
        Todo todo;
        todo.kind = kind_of(one.asked.kind);
        todo.text = std::move(one.asked.text);
        todo.project = std::move(one.project);
        todo.project_title = std::move(one.project_title);
        todo.unit_name = std::move(one.institution_name);
        out.push_back(std::move(todo));
    }
}

void add_applications(std::vector<Todo>& out, licensing::Service const& licensing, db::Session& session,
                      access::Principal const& who, access::Policy const& policy, std::int64_t limit) {
    switch (who.unit_kind) {
        case access::UnitKind::bureau:
            if (policy.ever(Action::application_handle, who.role))
                add(out, licensing.waiting(session, registry::BureauId{who.unit}, licensing::Hand::desk, limit));
            if (policy.ever(Action::application_decide, who.role))
                add(out, licensing.waiting(session, registry::BureauId{who.unit}, licensing::Hand::leader, limit));
            break;
        case access::UnitKind::institution:
            if (policy.ever(Action::correction_answer, who.role))
                add(out, licensing.waiting(session, registry::InstitutionId{who.unit}, limit));
            break;
        case access::UnitKind::enterprise:
            if (policy.ever(Action::application_view, who.role))
                add(out, licensing.waiting(session, registry::EnterpriseId{who.unit}, limit));
            break;
        default: break;
    }
}

}  // namespace anping::desk
