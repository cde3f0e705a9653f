// SPDX-License-Identifier: Apache-2.0
#include "step_order.hpp"

#include <algorithm>

namespace anping::cases {
namespace {

using enum StepKind;

struct Row {
    StepKind kind;
    std::string_view words;
    std::optional<StepKind> before;
    std::vector<std::string> ends;
};

std::vector<Row> const& rows() {
    static std::vector<Row> const table{
        {pushed, "线索、证据推送执法系统", {}, {}},
        {investigation, "调查取证", {}, {}},
        {evidence_registered, "先行登记保存证据", {}, {}},
        {evidence_handled, "处理先行登记保存的证据", evidence_registered, {"evidence_handling"}},
        {suspension, "中止计算办案期限", {}, {}},
        {resumption, "恢复计算办案期限", suspension, {}},
        {extension, "案件延期", {}, {}},
        {proposal, "调查终结、处理建议", investigation, {}},
        {legal_review, "法制审核", proposal, {}},
        {notice, "行政处罚告知", proposal, {}},
        {defence, "陈述、申辩", notice, {}},
        {hearing_notice, "听证告知", proposal, {}},
        {hearing_requested, "当事人要求听证", hearing_notice, {"hearing_request"}},
        {hearing_waived, "当事人放弃听证", hearing_notice, {"hearing_request"}},
        {hearing_announced, "听证会通知", hearing_requested, {}},
        {hearing_held, "举行听证", hearing_announced, {}},
        {discussion, "集体讨论", notice, {}},
        {decision, "处罚决定", notice, {"case_decision", "hearing_request"}},
        {no_penalty, "不予处罚或者撤销案件", investigation, {"case_decision", "hearing_request"}},
        {delivery, "送达处罚决定书", decision, {"decision_service"}},
        {publication, "公示处罚决定", decision, {"penalty_exposure"}},
        {instalments, "批准延期、分期缴纳", delivery, {"fine_payment"}},
        {payment, "缴纳罚款", delivery, {}},
        {surcharge, "加处罚款", delivery, {}},
        {review_applied, "当事人申请行政复议", delivery, {"reconsideration", "litigation", "enforcement_request"}},
        {review_decided, "行政复议决定", review_applied, {}},
        {suit_filed,
         "当事人提起行政诉讼",
         delivery,
         {"reconsideration", "litigation", "litigation_after_review", "enforcement_request"}},
        {judgment, "法院裁判", suit_filed, {}},
        {demand, "催告", delivery, {}},
        {enforcement_applied, "申请强制执行", demand, {"enforcement_request"}},
        {enforced, "执行完毕", enforcement_applied, {"fine_payment"}},
        {annulment,
         "决定被撤销、变更或者确认违法",
         decision,
         {"penalty_exposure", "decision_service", "fine_payment", "reconsideration", "litigation",
          "litigation_after_review", "enforcement_demand", "enforcement_request"}},
        {publication_withdrawn, "撤回公示", annulment, {"disclosure_withdrawal"}},
        {police_reported, "提请移送公安机关", {}, {}},
        {police_approved, "批准移送", police_reported, {"crime_transfer"}},
        {police_refused, "不批准移送", police_reported, {"crime_transfer"}},
        {police_sent, "移送公安机关", police_approved, {"crime_transfer_hours"}},
        {referred, "移送（报告）有管辖权的部门", {}, {}},
        {closing, "结案", {}, {"case_decision", "hearing_request", "enforcement_request"}}};
    return table;
}

Row const& row(StepKind kind) { return *std::ranges::find(rows(), kind, &Row::kind); }

bool asks(std::vector<Required> const& required, std::string_view what) {
    return std::ranges::any_of(required, [&](Required const& one) { return one.what == what && one.due; });
}

void before_decision(State const& state, std::vector<Required> const& required, std::vector<StepKind>& out) {
    auto const add = [&](StepKind kind) {
        if (!state.has(kind)) out.push_back(kind);
    };
    if (state.opened.mode == CaseMode::external) add(pushed);
    if (state.suspended()) out.push_back(resumption);
    add(investigation);
    if (state.has(evidence_registered)) add(evidence_handled);
    if (!state.has(investigation)) return;
    add(proposal);
    if (!state.has(proposal)) return;
    if (asks(required, "legal_review") || required.empty()) add(legal_review);
    add(notice);
    if (asks(required, "hearing") || required.empty()) add(hearing_notice);
    if (!state.has(notice)) return;
    add(defence);
    if (state.has(hearing_notice) && !state.has(hearing_waived)) {
        if (!state.has(hearing_requested)) {
            out.push_back(hearing_requested);
            out.push_back(hearing_waived);
        } else {
            add(hearing_announced);
            if (state.has(hearing_announced)) add(hearing_held);
        }
    }
    if (asks(required, "discussion") || required.empty()) add(discussion);
    out.push_back(decision);
    out.push_back(no_penalty);
}

// A decision that was annulled.
bool still_published(State const& state) {
    auto const begun = state.begun_anew();
    std::int64_t shown = 0;
    for (auto const& step : state.steps) {
        if (step.kind == publication && step.number < begun) shown = step.number;
        if (step.kind == publication_withdrawn) shown = 0;
    }
    return shown > 0;
}

// What was reported for the police waits for its answer; what was approved, for the hand-over.
void to_the_police(State const& state, std::vector<StepKind>& out) {
    auto const number = [&](StepKind kind) {
        auto const* found = state.last(kind);
        return found == nullptr ? 0 : found->number;
    };
    auto const reported = number(police_reported);
    auto const approved = number(police_approved);
    if (approved > number(police_sent)) out.push_back(police_sent);
    if (reported <= std::max(approved, number(police_refused))) return;
    out.push_back(police_approved);
    out.push_back(police_refused);
}

}  // namespace

bool of_the_file(StepKind kind) {
    switch (kind) {
        case pushed:
        case investigation:
        case evidence_registered:
        case evidence_handled:
        case suspension:
        case resumption:
        case extension:
        case proposal:
        case annulment:
        case publication_withdrawn:
        case police_reported:
        case police_approved:
        case police_refused:
        case police_sent:
        case referred: return true;
        default: return false;
    }
}

std::int64_t State::begun_anew() const {
    std::int64_t out = 0;
    for (auto const& step : steps) {
        auto const earlier = [&](DecisionMade const& one) { return one.number < step.number; };
        if (step.kind == annulment && ((decision && earlier(*decision)) || std::ranges::any_of(annulled, earlier)))
            out = step.number;
    }
    return out;
}

StepRecorded const* State::last(StepKind kind) const {
    auto const from = of_the_file(kind) ? 0 : begun_anew();
    auto const found = std::find_if(steps.rbegin(), steps.rend(),
                                    [&](auto const& one) { return one.kind == kind && one.number > from; });
    return found == steps.rend() ? nullptr : &*found;
}

std::vector<StepKind> steps_in_order() {
    std::vector<StepKind> out;
    for (auto const& one : rows()) out.push_back(one.kind);
    return out;
}

std::string_view words(StepKind kind) { return row(kind).words; }
std::vector<StepKind> step_kinds() {
    std::vector<StepKind> out;
    for (auto const& one : rows()) out.push_back(one.kind);
    return out;
}
std::optional<StepKind> before(StepKind kind) { return row(kind).before; }
std::vector<std::string> ends(StepKind kind) { return row(kind).ends; }

std::vector<StepKind> next_steps(State const& state, std::vector<Required> const& required) {
    std::vector<StepKind> out;
    to_the_police(state, out);
    if (state.has(closing)) return out;
    if (state.has(no_penalty)) {
        out.push_back(closing);
        return out;
    }
    if (still_published(state)) out.push_back(publication_withdrawn);
    if (!state.stands()) {
        before_decision(state, required, out);
        if (state.decision) out.push_back(closing);
        return out;
    }
    for (auto const kind : {delivery, publication})
        if (!state.has(kind)) out.push_back(kind);
    if (state.has(review_applied) && !state.has(review_decided)) out.push_back(review_decided);
    if (state.has(suit_filed) && !state.has(judgment)) out.push_back(judgment);
    if (!state.has(delivery)) return out;
    if (state.has(demand) && !state.has(enforcement_applied)) out.push_back(enforcement_applied);
    out.push_back(payment);
    out.push_back(closing);
    return out;
}

}  // namespace anping::cases
