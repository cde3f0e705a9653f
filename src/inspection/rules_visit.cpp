// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "errors.hpp"
#include "rules.hpp"

namespace anping::inspection {
namespace {

// Only while the visit lasts.
Result<void> under_way(State const& state) {
    if (state.stage == Stage::closed || state.stage == Stage::called_off) return over();
    if (state.stage != Stage::begun) return not_begun();
    return {};
}

bool is_listed(State const& state, std::string const& item) {
    return std::ranges::find(state.visit->checklist, item, &ListedItem::item) != state.visit->checklist.end();
}

std::int64_t next_problem(State const& state) {
    return state.problems.empty() ? 1 : state.problems.rbegin()->first + 1;
}

Result<void> check_officer(SignResult const& in, State const& state, Officers const& officers,
                           access::Principal const& who) {
    if (!in.officer) return wrong_field("/officer", "required", "请选择签字的执法人员");
    if (std::ranges::find(state.visit->officers, *in.officer, &Attending::officer) == state.visit->officers.end())
        return wrong_field("/officer", "officer", "不是到场的执法人员");
    if (std::ranges::find(state.signed_by, *in.officer) != state.signed_by.end())
        return wrong_field("/officer", "twice", "已经签字");
    if (in.way == SignWay::refused) return wrong_field("/way", "choice", "执法人员不能拒签");
    if (in.way == SignWay::paper) return {};
    auto const found = std::ranges::find(officers, *in.officer, &registry::OfficerView::id);
    if (found == officers.end() || found->facts.account != who.account)
        return wrong_field("/way", "account", "只有执法人员本人能用自己的账号签字；纸上签字的，请选“纸上签字”并上传");
    return {};
}

}  // namespace

Result<Events> begin(BeginVisit const& in, State const& state, Officers const& officers, Book const& book,
                     field::Date today, std::optional<DrawKnown> const& draw) {
    if (state.stage == Stage::closed || state.stage == Stage::called_off) return over();
    if (state.stage == Stage::begun) return not_now("检查已经开始");
    if (!state.approved && !in.urgent_reason) return not_approved();
    if (in.on > today) return wrong_field("/on", "future", "不能晚于今天");
    VisitBegun event;
    event.content = in;
    auto sent = attending(in.officers, officers, event.warnings);
    if (!sent) return unexpected<Error>(std::move(sent.error()));
    auto const needed = book.officers_needed(state.task.content.coverage);
    auto const valid = static_cast<std::int64_t>(sent->size() - event.warnings.size());
    if (valid < needed)
        return wrong_field(
            "/officers", "few",
            fmt::format("须有 {} 名执法证件当日有效的执法人员，现有 {} 名；专家只能协助", needed, valid));
    if (!state.approved) event.warnings.push_back({WarningKind::unapproved, std::nullopt});
    warn_of_others(*sent, draw, event.warnings);
    event.officers = std::move(*sent);
    event.checklist = book.checklist(state.task.content.setting, state.task.content.subjects);
    event.law = book.law().digest();
    return Events{ledger::event(state.id.text, event)};
}

Result<Events> answer_items(AnswerItems const& in, State const& state, std::vector<ItemExhibit> files) {
    if (auto fine = under_way(state); !fine) return unexpected<Error>(std::move(fine.error()));
    if (in.answers.empty() && in.files.empty()) return wrong_field("/answers", "required", "没有要保存的内容");
    std::set<std::string> seen;
    for (std::size_t i = 0; i < in.answers.size(); ++i) {
        auto const& answer = in.answers[i];
        if (!is_listed(state, answer.item.value) || !seen.insert(answer.item.value).second)
            return wrong_field(fmt::format("/answers/{}/item", i), "item", "检查表里没有这一项，或者写了两次");
    }
    for (std::size_t i = 0; i < in.files.size(); ++i)
        if (!is_listed(state, in.files[i].item.value))
            return wrong_field(fmt::format("/files/{}/item", i), "item", "检查表里没有这一项");
    return Events{ledger::event(state.id.text, ItemsAnswered{in.answers, std::move(files)})};
}

Result<Events> find_problem(FindProblem const& in, State const& state, Book const& book, Exhibits files) {
    if (auto fine = under_way(state); !fine) return unexpected<Error>(std::move(fine.error()));
    if (in.item && !is_listed(state, in.item->value)) return wrong_field("/item", "item", "检查表里没有这一项");
    auto citation = book.citation(in.clause.value);
    if (!citation) return unknown_clause("/clause");
    return Events{ledger::event(
        state.id.text, ProblemFound{next_problem(state), in.item, in.fact, std::move(*citation), std::move(files)})};
}

Result<Events> withdraw_problem(WithdrawProblem const& in, State const& state) {
    if (auto fine = under_way(state); !fine) return unexpected<Error>(std::move(fine.error()));
    auto const found = state.problems.find(in.number);
    if (found == state.problems.end() || found->second.withdrawn)
        return wrong_field("/number", "problem", "没有这个问题，或者已经撤销");
    return Events{ledger::event(state.id.text, ProblemWithdrawn{in.number, in.reason})};
}

Result<Events> record_refusal(RecordRefusal const& in, State const& state, Exhibits files) {
    if (auto fine = under_way(state); !fine) return unexpected<Error>(std::move(fine.error()));
    if (state.refused) return not_now("已经记录拒绝检查");
    return Events{ledger::event(state.id.text, InspectionRefused{in.how, std::move(files)})};
}

Result<Events> sign(SignResult const& in, State const& state, Officers const& officers, access::Principal const& who,
                    Exhibits files) {
    if (auto fine = under_way(state); !fine) return unexpected<Error>(std::move(fine.error()));
    if (in.signer == Signer::officer) {
        if (auto fine = check_officer(in, state, officers, who); !fine)
            return unexpected<Error>(std::move(fine.error()));
    } else {
        if (state.acknowledged) return not_now("被检查单位已经确认或者拒签");
        if (in.way == SignWay::account)
            return wrong_field("/way", "account", "被检查单位用自己的账号确认；由执法人员记录的，选“纸上签字”或“拒签”");
        if (in.way == SignWay::refused && !in.words) return wrong_field("/words", "required", "请写明拒签的情况");
    }
    return Events{
        ledger::event(state.id.text, ResultSigned{in.signer, in.officer, in.way, in.words, std::move(files)})};
}

Result<Events> acknowledge(AcknowledgeResult const& in, State const& state) {
    if (auto fine = under_way(state); !fine) return unexpected<Error>(std::move(fine.error()));
    if (state.acknowledged) return not_now("已经确认");
    return Events{
        ledger::event(state.id.text, ResultSigned{Signer::checked, std::nullopt, SignWay::account, in.words, {}})};
}

Result<Events> close(CloseInspection const& in, State const& state, Book const& book) {
    if (auto fine = under_way(state); !fine) return unexpected<Error>(std::move(fine.error()));
    auto const needed = book.officers_needed(state.task.content.coverage);
    if (static_cast<std::int64_t>(state.signed_by.size()) < needed)
        return not_now(fmt::format("须有 {} 名到场的执法人员签字，现有 {} 名", needed, state.signed_by.size()));
    bool const asked = state.task.content.coverage != Coverage::desk && !state.refused;
    if (asked && !state.acknowledged) return not_now("被检查单位还没有确认；拒签的，请先记录");
    InspectionClosed event{in.conclusion};
    for (auto const& [item, result] : state.results) {
        if (result == ItemResult::meets || result == ItemResult::fails) ++event.checked;
        if (result == ItemResult::fails) ++event.failed;
    }
    event.problems = std::ranges::count_if(state.problems, [](auto const& one) { return !one.second.withdrawn; });
    return Events{ledger::event(state.id.text, event)};
}

Result<Events> make_statement(MakeStatement const& in, State const& state, Exhibits files) {
    if (state.stage != Stage::begun && state.stage != Stage::closed) return not_begun();
    auto const found = state.problems.find(in.problem);
    if (found == state.problems.end() || found->second.withdrawn)
        return wrong_field("/problem", "problem", "没有这个问题，或者已经撤销");
    return Events{ledger::event(state.id.text, StatementMade{in.problem, in.words, std::move(files)})};
}

}  // namespace anping::inspection
