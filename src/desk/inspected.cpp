// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include "asked.hpp"

namespace anping::desk {
namespace {

using access::Action;
using inspection::Stage;

Todo of_inspection(inspection::InspectionSummary& row, TodoKind kind, std::string text, std::string unit) {
    Todo todo;
    todo.kind = kind;
    todo.text = std::move(text);
    todo.project_title = std::move(row.title);
    todo.unit_name = std::move(unit);
    todo.due = row.planned_until;
    todo.inspection = std::move(row.id);
    return todo;
}

template <class Row>
std::string checked_name(Row const& row) {
    return (row.checked == inspection::Checked::institution ? row.institution_name : row.enterprise_name).value_or("");
}

Todo of_order(inspection::OrderSummary& row, TodoKind kind, std::string text, std::string unit,
              std::optional<field::Date> due) {
    Todo todo;
    todo.kind = kind;
    todo.text = std::move(text);
    todo.project_title = row.kind == inspection::OrderKind::order ? "责令限期整改" : "督促函";
    if (row.number) todo.project_title += " " + *row.number;
    todo.unit_name = std::move(unit);
    todo.due = due;
    todo.rectification = std::move(row.id);
    return todo;
}

std::string late(inspection::OrderSummary const& row) {
    std::string out = row.failed > 0 ? "复查未通过 " + std::to_string(row.failed) + " 项" : "";
    if (row.overdue) out += (out.empty() ? "" : "，") + std::string("逾期未整改");
    return out;
}

// Of the bureau itself, or of one right below it.
bool answers_for(access::Principal const& who, access::Policy const& policy, registry::BureauId const& bureau) {
    if (bureau.text == who.unit) return true;
    bool const heads = who.role == access::Role::section_head || who.role == access::Role::leader;
    if (!heads || bureau.text.size() < 8) return false;
    auto const* region = policy.regions().find({bureau.text.substr(2, 6)});
    return region != nullptr && region->parent == who.region;
}

}  // namespace

void add_inspections(std::vector<Todo>& out, inspection::Service const& inspection, db::Session& session,
                     access::Principal const& who, access::Policy const& policy, std::int64_t limit) {
    if (who.unit_kind == access::UnitKind::bureau) {
        if (!policy.ever(Action::inspection_handle, who.role)) return;
        bool const approves = policy.ever(Action::inspection_approve, who.role);
        for (auto& row : inspection.waiting(session, {who.unit}, limit)) {
            auto unit = checked_name(row);
            if (!row.approved && approves)
                out.push_back(of_inspection(row, TodoKind::approve_inspection,
                                            row.stage == Stage::planned ? "审批检查" : "补报批准先行的检查", unit));
            else if (row.approved)
                out.push_back(of_inspection(row, TodoKind::carry_out_inspection,
                                            row.stage == Stage::begun ? "检查进行中：记录、签字、结束" : "实施检查",
                                            unit));
        }
        return;
    }
    if (!policy.ever(Action::inspection_answer, who.role)) return;
    for (auto& row : inspection.concerning(session, who.unit, limit)) {
        auto unit = row.bureau_name;
        out.push_back(of_inspection(row, TodoKind::inspection_announced,
                                    row.stage == Stage::begun ? "检查进行中：确认结果，说明情况" : "将接受检查",
                                    std::move(unit)));
    }
}

void add_rectification(std::vector<Todo>& out, inspection::Service const& inspection, db::Session& session,
                       access::Principal const& who, access::Policy const& policy, std::int64_t limit) {
    using inspection::OrderState;
    auto const sees = policy.visibility(who, Action::rectification_view);
    auto const rows = [&](OrderState state) {
        inspection::OrderFilter filter;
        filter.state = state;
        return inspection.orders(session, sees, filter, std::numeric_limits<std::int64_t>::max(), limit);
    };
    if (who.unit_kind == access::UnitKind::bureau) {
        if (!policy.ever(Action::rectification_handle, who.role)) return;
        for (auto& row : rows(OrderState::to_recheck))
            if (row.bureau.text == who.unit)
                out.push_back(of_order(row, TodoKind::recheck, "复查整改 " + std::to_string(row.proven) + " 项",
                                       checked_name(row), row.recheck_due));
        for (auto& row : rows(OrderState::escalated))
            if (answers_for(who, policy, row.bureau))
                out.push_back(of_order(row, TodoKind::rectification_overdue, late(row),
                                       checked_name(row) + "（" + row.bureau_name + "）", row.due));
        return;
    }
    if (!policy.ever(Action::rectification_answer, who.role)) return;
    for (auto& row : rows(OrderState::open))
        if (row.due)
            out.push_back(of_order(row, TodoKind::rectify, row.overdue ? "整改已经逾期" : "整改并提交证明",
                                   row.bureau_name, row.due));
}

}  // namespace anping::desk
