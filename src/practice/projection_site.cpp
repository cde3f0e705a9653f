// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "projection_act.hpp"

namespace anping::practice {
namespace {

// Kept whole under its kind; what it adds to the facts and flags as with every event.
template <class E>
E record(Act const& act, char const* kind) {
    auto in = ledger::data_of<E>(act.entry);
    auto kept = in;
    kept.judgement = {};
    kept.noted = {};
    act.session.exec(
        "INSERT INTO practice_record (project, entry, kind, body, recorded_at) VALUES (:project, :entry, :kind, "
        ":body, :at)",
        {act.project(), act.entry.seq, kind, body(kept), act.entry.at});
    settle(act, in.noted, in.judgement);
    return in;
}

}  // namespace

void settle(Act const& act, Noted const& noted, Judgement const& judgement) {
    act.note(noted);
    act.reach(Stage::contracted);
    act.judge(judgement);
}

void views_exchanged(Act const& act) {
    auto const in = record<ViewsExchanged>(act, "exchange");
    act.timeline("与委托方交换意见", &in.judgement);
}

void site_confirmed(Act const& act) {
    auto const in = record<SiteConfirmed>(act, "site_confirmation");
    act.timeline(in.people_match ? "企业确认现场人员和资料" : "企业确认：现场人员与项目组不一致", &in.judgement);
}

void spot_checked(Act const& act) {
    auto const in = record<SpotChecked>(act, "spot_check");
    act.timeline(in.announced ? "监督抽查（事先告知）" : "监督抽查（不事先告知）", &in.judgement);
}

void report_confirmed(Act const& act) {
    auto const in = record<ReportConfirmed>(act, "report_confirmation");
    act.timeline(in.matches ? "企业核对报告：与项目一致" : "企业核对报告：与项目不一致", &in.judgement);
}

void measures_proposed(Act const& act) {
    auto const in = ledger::data_of<MeasuresProposed>(act.entry);
    std::vector<db::Params> rows;
    rows.reserve(in.measures.size());
    for (std::size_t i = 0; i < in.measures.size(); ++i)
        rows.push_back({act.project(), in.first + static_cast<std::int64_t>(i), body(in.measures[i]), 0,
                        in.measures[i].major, act.entry.at});
    act.session.bulk_insert("practice_measure", {"project", "number", "body", "settled", "major", "proposed_at"}, rows);
    settle(act, in.noted, in.judgement);
    act.timeline(fmt::format("提出措施建议 {} 条", in.measures.size()), &in.judgement);
}

void measures_answered(Act const& act) {
    auto const in = ledger::data_of<MeasuresAnswered>(act.entry);
    for (auto const& answer : in.answers)
        act.session.exec(
            "UPDATE practice_measure SET adopted = :adopted, done_on = :done, answer_note = :note, settled = :settled "
            "WHERE project = :project AND number = :number",
            {answer.adopted, sql(answer.done_on), answer.note ? db::Value(answer.note->value) : db::Value(nullptr),
             !answer.adopted, act.project(), answer.number});
    settle(act, in.noted, in.judgement);
    act.timeline(fmt::format("企业答复措施建议 {} 条", in.answers.size()), &in.judgement);
}

void measures_rechecked(Act const& act) {
    auto const in = ledger::data_of<MeasuresRechecked>(act.entry);
    for (auto const& check : in.checks)
        act.session.exec(
            "UPDATE practice_measure SET checked_on = :on, done = :done, check_note = :note, settled = :settled WHERE "
            "project = :project AND number = :number",
            {sql(in.checked_on), check.done, check.note ? db::Value(check.note->value) : db::Value(nullptr), check.done,
             act.project(), check.number});
    settle(act, in.noted, in.judgement);
    act.timeline(fmt::format("复核整改 {} 条", in.checks.size()), &in.judgement);
}

}  // namespace anping::practice
