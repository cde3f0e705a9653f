// SPDX-License-Identifier: Apache-2.0
#include "house_todos.hpp"

#include <fmt/format.h>

#include <algorithm>
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

std::string own_limit(cases::CaseSummary const& row) {
    if (!row.due_at) return row.overdue > 0 ? "本部门的法定期限已过" : "本部门的法定期限临近";
    auto moment = to_string(*row.due_at).substr(0, 16);
    moment[10] = ' ';
    return (row.overdue > 0 ? "本部门的法定期限已过；移送公安机关的时限：" : "须在时限前移送公安机关：") + moment;
}

// The bureau's own next day of the law that is near or past.
void add_cases(House const& house, std::vector<Todo>& out, db::Session& session, access::Principal const& who) {
    constexpr int kNear = 7;
    if (house.policy.ever(Action::case_answer, who.role))
        for (auto const& one : house.cases.own(session, who.unit))
            if (!one.decided_on && one.said.empty())
                out.push_back(todo(TodoKind::case_file,
                                   "可以陈述、申辩" + std::string(one.hearing_told_on ? "，要求听证" : ""), one.title,
                                   one.bureau_name, one.hearing_until, "/own-cases"));
    if (!house.policy.ever(Action::case_handle, who.role)) return;
    auto const soon = field::beijing_date(house.clock.now()) + kNear;
    auto const sees = house.policy.visibility(who, Action::case_view);
    for (auto const& row : house.cases.cases(session, sees, {}, kNewest, kRows))
        if (row.bureau.text == who.unit && row.due && *row.due <= soon)
            out.push_back(
                todo(TodoKind::case_file, own_limit(row), row.title, row.party_name, row.due, "/cases/" + row.id.text));
}

// The day of an open limit of the listing.
std::optional<field::Date> due_of(cases::ListingView const& view, std::string_view duty) {
    for (auto const& one : view.limits)
        if (one.state == cases::LimitState::open && one.limit.duty == duty) return one.limit.due;
    return std::nullopt;
}

bool recorded(cases::ListingView const& view, cases::ListingStep step) {
    return std::ranges::any_of(view.steps, [&](auto const& one) { return one.step == step; });
}

// Whoever is to be listed may answer; the bureau decides on what was said and on what is asked.
void add_dishonesty(House const& house, std::vector<Todo>& out, db::Session& session, access::Principal const& who) {
    using cases::ListingStep;
    char const* const title = "严重失信主体名单";
    if (who.unit_kind == UnitKind::institution && house.policy.ever(Action::case_answer, who.role))
        for (auto const& one : house.cases.own_listings(session, {who.unit}))
            if (one.summary.stage == ListingStep::told && !recorded(one, ListingStep::defence))
                out.push_back(todo(TodoKind::case_file, "拟列入严重失信主体名单，可以陈述、申辩", title,
                                   one.summary.bureau_name, due_of(one, "dishonesty_answer"), "/own-cases"));
    bool const decides = house.policy.ever(Action::case_decide, who.role);
    if (who.unit_kind != UnitKind::bureau || (!decides && !house.policy.ever(Action::case_handle, who.role))) return;
    auto const sees = house.policy.visibility(who, Action::case_view);
    for (auto const& row : house.cases.listings(session, sees, kNewest, kRows)) {
        if (row.bureau.text != who.unit || row.stage == ListingStep::dropped || row.stage == ListingStep::removed)
            continue;
        auto const view = house.cases.listing(session, row.id);
        if (!view) continue;
        auto const link = "/listings/" + row.id.text;
        if (row.stage == ListingStep::told && recorded(*view, ListingStep::defence))
            out.push_back(todo(TodoKind::case_file, "当事人已陈述、申辩：复核后决定是否列入", title,
                               row.institution_name, due_of(*view, "dishonesty_hear"), link));
        else if (std::ranges::find(view->next, ListingStep::kept) != view->next.end())
            out.push_back(todo(TodoKind::case_file, "申请提前移出：核实并答复", title, row.institution_name,
                               due_of(*view, "dishonesty_request"), link));
    }
}

// An invitation waits for the institution's answer, then for the bureau's, then for what came of it.
void add_interviews(House const& house, std::vector<Todo>& out, db::Session& session, access::Principal const& who) {
    using cases::InvitationStage;
    auto const add = [&](std::string text, cases::InvitationView const& one, std::string unit, std::string link) {
        out.push_back(todo(TodoKind::case_file, std::move(text), one.title, std::move(unit),
                           field::beijing_date(one.at), std::move(link)));
    };
    if (who.unit_kind == UnitKind::institution && house.policy.ever(Action::case_answer, who.role))
        for (auto const& one : house.cases.own_invitations(session, {who.unit}))
            if (one.stage == InvitationStage::invited && !one.past)
                add("约谈邀请：确认到场，或者请求改期", one, one.bureau_name, "/own-cases");
    if (who.unit_kind != UnitKind::bureau || !house.policy.ever(Action::case_handle, who.role)) return;
    auto const sees = house.policy.visibility(who, Action::case_view);
    for (auto const& one : house.cases.invitations(session, sees, kNewest, kRows)) {
        if (one.bureau.text != who.unit) continue;
        if (one.past) add("约谈时间已过：登记结果", one, one.institution_name, "/talks");
        else if (one.stage == InvitationStage::asked)
            add("机构请求约谈改期：答复", one, one.institution_name, "/talks");
    }
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

// Of the county what is not answered; of those who placed it, once every item is.
void add_follow_ups(House const& house, std::vector<Todo>& out, db::Session& session, access::Principal const& who) {
    if (who.unit_kind != UnitKind::bureau || !house.policy.ever(Action::supervision_answer, who.role)) return;
    for (auto const& one : house.supervision.open_follow_ups(session, {who.unit})) {
        bool const open = one.answered < one.items;
        auto const link = "/supervision/" + one.group.text;
        if (one.county.text == who.unit && open)
            out.push_back(todo(TodoKind::supervision, "被重点跟进，请逐项答复：" + one.reason, one.group_name,
                               house.registry.bureau_name(one.bureau), one.due, link));
        else if (one.placed_by == who.account.text && !open)
            out.push_back(todo(TodoKind::supervision, "已逐项答复，可以督导核实、结束重点跟进", one.group_name,
                               house.registry.bureau_name(one.county), one.due, link));
    }
}

// The institution's own: a year of hosting that ends before its visits are done.
void add_hostings(House const& house, std::vector<Todo>& out, db::Session& session, access::Principal const& who) {
    if (who.unit_kind != UnitKind::institution || !house.policy.ever(Action::hosting_keep, who.role)) return;
    for (auto& one : house.hostings.reminders(session, {who.unit})) {
        out.push_back(todo(TodoKind::hosting, fmt::format("安全托管：今年还差 {} 次专家检查", one.missing), "安全托管",
                           std::move(one.enterprise_name), one.by, "/hosting/" + one.id.text));
        out.back().why = std::move(one.citation);
    }
}

// A bureau above drew this one: whoever handles its draws is told until the result is recorded.
void add_drawn_bureaus(House const& house, std::vector<Todo>& out, db::Session& session, access::Principal const& who) {
    if (who.unit_kind != UnitKind::bureau || !house.policy.ever(Action::draw_handle, who.role)) return;
    for (auto const& one : house.planning.to_be_checked(session, {who.unit}))
        out.push_back(todo(TodoKind::inspection_announced, "本部门被抽中，接受上级抽查", one.title, one.drawn_by, {},
                           "/draws/" + one.draw.text));
}

}  // namespace

std::vector<desk::TodoSource> oversight_todos(House const& house) {
    std::vector<desk::TodoSource> out;
    for (auto const add :
         {add_own_listings, add_key_list, add_cases, add_referred, add_dishonesty, add_interviews, add_determinations,
          add_call_ups, add_typical_cases, add_criticisms, add_follow_ups, add_hostings, add_drawn_bureaus})
        out.push_back([&house, add](std::vector<Todo>& todos, db::Session& session, access::Principal const& who) {
            add(house, todos, session, who);
        });
    return out;
}

}  // namespace anping::app
