// SPDX-License-Identifier: Apache-2.0
#include <anping/desk/desk.hpp>

#include <algorithm>
#include <limits>

#include <anping/ledger/receipts.hpp>
#include <anping/practice/offices.hpp>

#include "asked.hpp"
#include "wording.hpp"

namespace anping::desk {
namespace {

constexpr std::int64_t kLimit = 100;

Todo of_deadline(practice::DeadlineView const& view, bool own) {
    Todo todo;
    bool const late = view.working_days_left && *view.working_days_left < 0;
    todo.kind = late ? TodoKind::overdue : TodoKind::deadline;
    auto const deadline = view.deadline.value();
    todo.text = duty_name(deadline.duty);
    todo.project = view.project;
    todo.project_title = view.project_title;
    if (!own) todo.unit_name = view.institution_name;
    todo.due = deadline.due;
    todo.working_days_left = view.working_days_left;
    todo.why = deadline.citation;
    return todo;
}

Todo of_project(practice::ProjectView const& project, TodoKind kind, std::string text) {
    Todo todo;
    todo.kind = kind;
    todo.text = std::move(text);
    todo.project = project.id;
    todo.project_title = project.title;
    todo.unit_name = project.enterprise_name;
    return todo;
}

bool has(practice::ReportView const& report, practice::ReviewStep step) {
    return std::ranges::any_of(report.reviews, [&](auto const& review) { return review.step == step; });
}

// The review a report waits for: the first of those asked for that nobody has signed.
std::optional<practice::ReviewStep> waits_for(practice::ProjectView const& project,
                                              practice::ReportView const& report) {
    for (auto const step : project.review_steps)
        if (!has(report, step)) return step;
    return std::nullopt;
}

void add_of_institution(std::vector<Todo>& out, practice::ProjectView const& project, access::Principal const& who) {
    if (!project.reports.empty()) {
        auto const& report = project.reports.front();
        auto const next = waits_for(project, report);
        bool const open = !report.number;
        if (open && next && who.role == practice::office_of(*next))
            out.push_back(of_project(project, TodoKind::sign, "审核报告：" + report.title));
        if (open && !next && (who.role == access::Role::institution_admin || who.role == access::Role::process_lead))
            out.push_back(of_project(project, TodoKind::publish, "公开报告：" + report.title));
    }
    for (auto const& flag : project.flags) {
        if (flag.cleared_at) continue;
        auto const raised = flag.flag.value();
        if (raised.severity != "remind") continue;
        auto todo = of_project(project, TodoKind::correct, raised.text);
        todo.why = raised.citation;
        out.push_back(std::move(todo));
    }
}

void add_notices(std::vector<Todo>& out, std::vector<practice::NoticeView> const& notices) {
    for (auto const& notice : notices) {
        Todo todo;
        todo.kind = TodoKind::new_notice;
        todo.text = "新的从业告知，首次现场 " + field::to_string(notice.content.site_first_day);
        todo.project = notice.project;
        todo.project_title = notice.project_title;
        todo.unit_name = notice.institution_name;
        todo.due = notice.content.site_first_day;
        todo.notice = notice.id;
        out.push_back(std::move(todo));
    }
}

TodoKind kind_of(circulation::SlipKind kind) {
    switch (kind) {
        case circulation::SlipKind::transfer: return TodoKind::transfer;
        case circulation::SlipKind::cosign: return TodoKind::cosign;
        case circulation::SlipKind::instruction: return TodoKind::instruction;
        case circulation::SlipKind::returned: return TodoKind::returned;
    }
    return TodoKind::transfer;
}

Todo of_slip(circulation::SlipView const& slip) {
    Todo todo;
    todo.kind = kind_of(slip.kind);
    todo.text = slip.from_name + "：" + slip.text.value_or("请办理");
    todo.project = {slip.matter.project.value_or("")};
    todo.project_title = slip.matter.title;
    if (slip.matter.unit_name != slip.matter.title) todo.unit_name = slip.matter.unit_name;
    todo.due = slip.due;
    todo.working_days_left = slip.working_days_left;
    todo.matter = circulation::Matter{slip.matter.kind, slip.matter.id};
    for (auto const& line : slip.lines)
        if (line.mine && !line.deputy_for.empty()) todo.deputy_for = line.deputy_for;
    return todo;
}

}  // namespace

std::vector<Todo> Desk::todos(db::Session& session, access::Principal const& who, access::Policy const& policy) const {
    std::vector<Todo> out;
    if (policy.ever(access::Action::notice_inbox, who.role))
        add_notices(out, practice_.inbox(session, {who.unit}, true, std::numeric_limits<std::int64_t>::max(), kLimit));
    if (who.unit_kind == access::UnitKind::bureau && policy.ever(access::Action::circulation_desk, who.role))
        for (auto const& slip : circulation_.waiting(session, who, kLimit)) out.push_back(of_slip(slip));
    auto const sees = policy.visibility(who, access::Action::project_list);
    for (auto const& deadline : practice_.deadlines(session, sees, kLimit)) {
        bool const own = who.unit_kind == access::UnitKind::institution;
        auto todo = of_deadline(deadline, own);
        // Nobody else is told of what is still in time: that is the institution's to do.
        if (own || todo.kind == TodoKind::overdue) out.push_back(std::move(todo));
    }
    if (who.unit_kind == access::UnitKind::institution) {
        for (auto const& summary : practice_.projects(session, sees, {}, "", kLimit)) {
            if (summary.stage == practice::Stage::archived) continue;
            if (auto const project = practice_.project(session, summary.id)) add_of_institution(out, *project, who);
        }
    }
    add_asked(out, practice_, session, who, policy, kLimit);
    add_applications(out, licensing_, session, who, policy, kLimit);
    add_findings(out, findings_, session, who, policy, kLimit);
    add_inspections(out, inspection_, session, who, policy, kLimit);
    add_rectification(out, inspection_, session, who, policy, kLimit);
    for (auto const& add : more_) add(out, session, who);
    auto const rank = [](Todo const& todo) {
        bool const late = todo.kind == TodoKind::overdue || todo.working_days_left.value_or(0) < 0;
        return std::pair(!late, todo.due.value_or(field::Date{std::numeric_limits<int>::max()}));
    };
    std::ranges::stable_sort(out, {}, rank);
    return out;
}

std::vector<AuditEntry> Desk::audit(db::Session& session, std::string const& type, std::int64_t before,
                                    std::int64_t limit) const {
    std::vector<AuditEntry> out;
    for (auto& [index, body, hash] : ledger::entries_before(session, type, before, limit)) {
        auto const entry = parse_json(body).value();
        auto const actor = from_trusted_json<ledger::Actor>(entry.at("actor"));
        out.push_back({index, from_trusted_json<Timestamp>(entry.at("at")),
                       from_trusted_json<std::string>(entry.at("type")), actor.role, actor.unit,
                       actor.region.empty() ? std::nullopt : std::optional(field::RegionCode{actor.region}),
                       from_trusted_json<std::string>(entry.at("subject")), std::move(hash)});
    }
    std::vector<std::string*> names;
    names.reserve(out.size());
    for (auto& entry : out) names.push_back(&entry.unit_name);
    registry_.put_names(session, names);
    return out;
}

}  // namespace anping::desk
