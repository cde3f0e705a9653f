// SPDX-License-Identifier: Apache-2.0
#include "house_todos.hpp"

#include <limits>

namespace anping::app {
namespace {

using access::Action;
using access::UnitKind;
using desk::Todo;
using desk::TodoKind;

constexpr auto kNewest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kRows = 100;

Todo todo(TodoKind kind, std::string text, std::string title, std::string unit, std::optional<field::Date> due,
          std::string link) {
    Todo out;
    out.kind = kind;
    out.text = std::move(text);
    out.project_title = std::move(title);
    out.unit_name = std::move(unit);
    out.due = due;
    out.link = std::move(link);
    return out;
}

// Whoever was listed is told on its own desk, as long as it may object and has not.
void add_own_listings(House const& house, std::vector<Todo>& out, db::Session& session, access::Principal const& who) {
    if (who.unit_kind != UnitKind::institution || !house.policy.ever(Action::key_list_object, who.role)) return;
    auto const sees = house.policy.visibility(who, Action::key_list_view);
    for (auto const& row : house.key_list.listings(session, sees, "", kNewest, kRows)) {
        if (!row.in_effect) continue;
        auto const view = house.key_list.listing(session, row.id);
        if (!view || !view->objections.empty()) continue;
        out.push_back(todo(TodoKind::key_list, "被列入重点监管名单，可提出异议：" + row.trigger_name,
                           "重点监督检查对象", row.bureau_name, row.until, "/key-list/" + row.id.text));
    }
}

void add_key_list(House const& house, std::vector<Todo>& out, db::Session& session, access::Principal const& who) {
    if (!house.policy.ever(Action::key_list_decide, who.role)) return;
    auto const sees = house.policy.visibility(who, Action::key_list_view);
    for (auto const& row : house.key_list.listings(session, sees, "", kNewest, kRows)) {
        if (row.bureau.text != who.unit) continue;
        auto const link = "/key-list/" + row.id.text;
        if (row.stage == planning::ListingStage::proposed)
            out.push_back(todo(TodoKind::key_list, "确认列入，或者不列入：" + row.trigger_name, "重点监督检查对象",
                               row.institution_name, row.confirm_due, link));
        else if (row.objection_open)
            out.push_back(todo(TodoKind::key_list, "答复异议", "重点监督检查对象", row.institution_name, {}, link));
    }
}

void add_referred(House const& house, std::vector<Todo>& out, db::Session& session, access::Principal const& who) {
    constexpr int kFresh = 60;
    if (who.unit_kind != UnitKind::bureau || !house.policy.ever(Action::case_handle, who.role)) return;
    auto const since = field::beijing_date(house.clock.now()) - kFresh;
    for (auto const& row : house.cases.referred(session, {who.unit}, since))
        out.push_back(todo(TodoKind::case_file, "移送来的案件：立案，或者依法处理", row.title, row.bureau_name, {},
                           "/cases/" + row.id.text));
}

// The bureau's own next day of the law that is near or past.
void add_cases(House const& house, std::vector<Todo>& out, db::Session& session, access::Principal const& who) {
    constexpr int kNear = 7;
    if (who.unit_kind == UnitKind::institution && house.policy.ever(Action::case_answer, who.role))
        for (auto const& one : house.cases.own(session, {who.unit}))
            if (!one.decided_on && one.said.empty())
                out.push_back(todo(TodoKind::case_file,
                                   "可以陈述、申辩" + std::string(one.hearing_told_on ? "，要求听证" : ""), one.title,
                                   one.bureau_name, one.hearing_until, "/own-cases"));
    if (!house.policy.ever(Action::case_handle, who.role)) return;
    auto const soon = field::beijing_date(house.clock.now()) + kNear;
    auto const sees = house.policy.visibility(who, Action::case_view);
    for (auto const& row : house.cases.cases(session, sees, {}, kNewest, kRows))
        if (row.bureau.text == who.unit && row.due && *row.due <= soon)
            out.push_back(todo(TodoKind::case_file, row.overdue > 0 ? "本部门的法定期限已过" : "本部门的法定期限临近",
                               row.title, row.institution_name, row.due, "/cases/" + row.id.text));
}

void add_determinations(House const& house, std::vector<Todo>& out, db::Session& session,
                        access::Principal const& who) {
    bool const answers =
        who.unit_kind == UnitKind::institution && house.policy.ever(Action::determination_answer, who.role);
    bool const decides = house.policy.ever(Action::determination_decide, who.role);
    if (!answers && !decides) return;
    auto const sees = house.policy.visibility(who, Action::determination_view);
    for (auto const& row : house.determination.determinations(session, sees, "", kNewest, kRows)) {
        if (row.stage != determination::Stage::told) continue;
        auto const link = "/determinations/" + row.id.text;
        if (answers)
            out.push_back(todo(TodoKind::determination, "对报告认定作出说明", row.title, row.bureau_name, {}, link));
        else if (row.bureau.text == who.unit)
            out.push_back(todo(TodoKind::determination, "已告知机构：听取说明后作出认定", row.title,
                               row.institution_name, {}, link));
    }
}

std::string asked_of(inspection::CallUpSummary const& row, access::Principal const& who) {
    using inspection::CallUpStage;
    if (row.waits_for_me) return "评审调阅的报告";
    if (who.role == access::Role::expert) return "";
    bool const over = row.stage == CallUpStage::concluded || row.stage == CallUpStage::withdrawn;
    if (who.unit_kind == UnitKind::institution) return !over && row.due && row.handed == 0 ? "提交过程控制材料" : "";
    if (row.bureau.text != who.unit) return "";
    if (row.stage == CallUpStage::reviewed) return "评审意见已齐，作出结论";
    return row.overdue ? "机构逾期未提交材料" : "";
}

void add_call_ups(House const& house, std::vector<Todo>& out, db::Session& session, access::Principal const& who) {
    bool const concerned = house.policy.ever(Action::call_up_handle, who.role) ||
                           house.policy.ever(Action::call_up_answer, who.role) ||
                           house.policy.ever(Action::call_up_opine, who.role);
    if (!concerned) return;
    auto const sees = house.policy.visibility(who, Action::call_up_view);
    for (auto const& row : house.call_ups.call_ups(session, sees, who, {}, kNewest, kRows))
        if (auto text = asked_of(row, who); !text.empty())
            out.push_back(todo(TodoKind::call_up, std::move(text), row.title,
                               who.unit_kind == UnitKind::institution ? row.bureau_name : row.institution_name, row.due,
                               "/call-ups/" + row.id.text));
}

// Drafts wait for the leader, and so does what was published from a decision that does not stand any more.
void add_typical_cases(House const& house, std::vector<Todo>& out, db::Session& session, access::Principal const& who) {
    if (!house.policy.ever(Action::case_decide, who.role)) return;
    auto const sees = house.policy.visibility(who, Action::case_view);
    for (auto const& one : house.cases.typicals(session, sees, kNewest, kRows)) {
        if (one.bureau.text != who.unit) continue;
        bool const gone = one.annulled && one.stage == cases::TypicalStage::published;
        if (one.stage != cases::TypicalStage::drafted && !gone) continue;
        out.push_back(todo(TodoKind::case_file, gone ? "案例所依据的决定已撤销：写明理由撤回" : "决定是否发布案例",
                           one.title, one.bureau_name, {}, "/typical-cases"));
    }
}

void add_criticisms(House const& house, std::vector<Todo>& out, db::Session& session, access::Principal const& who) {
    if (who.unit_kind != UnitKind::bureau || !house.policy.ever(Action::criticism_answer, who.role)) return;
    for (auto const& one : house.circulation.unanswered(session, {who.unit}))
        out.push_back(todo(TodoKind::rectification_overdue, "被通报批评：答复整改情况", one.title, one.by_name, one.due,
                           "/criticisms"));
}

}  // namespace

std::vector<desk::TodoSource> oversight_todos(House const& house) {
    std::vector<desk::TodoSource> out;
    for (auto const add : {add_own_listings, add_key_list, add_cases, add_referred, add_determinations, add_call_ups,
                           add_typical_cases, add_criticisms})
        out.push_back([&house, add](std::vector<Todo>& todos, db::Session& session, access::Principal const& who) {
            add(house, todos, session, who);
        });
    return out;
}

}  // namespace anping::app
