// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "projection_act.hpp"

namespace anping::practice {
namespace {

std::string step_name(ReviewStep step) {
    switch (step) {
        case ReviewStep::internal_review: return "内部审核";
        case ReviewStep::technical_lead: return "技术负责人审核";
        case ReviewStep::process_lead: return "过程控制负责人审核";
        case ReviewStep::check: return "校核";
        case ReviewStep::review: return "审核";
        case ReviewStep::approval: return "授权签字人批准";
    }
    return {};
}

}  // namespace

void reported(Act const& act) {
    auto const in = ledger::data_of<ReportFiled>(act.entry);
    auto kept = in;
    kept.judgement = {};
    auto const& blob = in.file.blob;
    act.session.exec(
        "INSERT INTO practice_report (id, project, edition, body, sm3, sha256, size, filer, filed_at, filed_on, entry) "
        "VALUES (:id, :project, :edition, :body, :sm3, :sha256, :size, :filer, :at, :day, :entry)",
        {in.report, act.project(), in.edition, body(kept), blob.sm3, blob.sha256, blob.size, act.entry.actor.account,
         act.entry.at, sql(field::beijing_date(act.entry.at)), act.entry.seq});
    act.judge(in.judgement);
    act.meet("deliverables");
    act.touch(Stage::reported);
    act.timeline(fmt::format("提交报告第 {} 版：{}", in.edition, in.title.value), &in.judgement);
}

void reviewed(Act const& act) {
    auto const in = ledger::data_of<ReviewSigned>(act.entry);
    act.session.exec(
        "INSERT INTO practice_review (report, step, account, opinion, signed_at, entry, key, after_reset) VALUES "
        "(:report, "
        ":step, :account, :opinion, :at, :entry, :key, :after)",
        {in.report, sql(in.step), act.entry.actor.account, in.opinion.value, act.entry.at, act.entry.seq,
         in.signed_with ? db::Value(in.signed_with->key) : db::Value(nullptr),
         in.signed_with && in.signed_with->after_reset});
    act.reach(Stage::reviewed);
    act.timeline(step_name(in.step) + "：确认", nullptr);
}

void process_rule_set(Act const& act) {
    auto const in = ledger::data_of<ProcessRuleSet>(act.entry);
    act.session.exec(
        "INSERT INTO practice_process_rule (institution, separate_persons, own_key, reason, since, entry) VALUES "
        "(:institution, :separate, :own_key, :reason, :at, :entry) ON CONFLICT (institution) DO UPDATE SET "
        "separate_persons = excluded.separate_persons, own_key = excluded.own_key, reason = excluded.reason, since = "
        "excluded.since, entry = excluded.entry",
        {act.entry.event.subject, in.separate_persons, in.own_key, in.reason.value, act.entry.at, act.entry.seq});
}

void published(Act const& act) {
    auto const in = ledger::data_of<ReportPublished>(act.entry);
    act.session.exec(
        "UPDATE practice_report SET number = :number, published_at = :at, published_entry = :entry WHERE id = :id",
        {in.number, act.entry.at, act.entry.seq, in.report});
    act.judge(in.judgement);
    act.reach(Stage::published);
    act.timeline("报告公开，编号 " + in.number, &in.judgement);
}

void opinions_given(Act const& act) {
    auto const in = ledger::data_of<OpinionsGiven>(act.entry);
    std::vector<db::Params> rows;
    rows.reserve(in.items.size());
    for (std::size_t i = 0; i < in.items.size(); ++i)
        rows.push_back({act.project(), in.first + static_cast<std::int64_t>(i), in.report, sql(in.step),
                        in.items[i].value, act.entry.actor.account, act.entry.at});
    act.session.bulk_insert("practice_opinion", {"project", "number", "report", "step", "text", "account", "given_at"},
                            rows);
    act.session.exec("UPDATE practice_project SET opinions = opinions + 1 WHERE id = :id", {act.project()});
    act.reach(Stage::reported);
    act.timeline(fmt::format("{}：提出意见 {} 条", step_name(in.step), in.items.size()), nullptr);
}

void opinions_answered(Act const& act) {
    auto const in = ledger::data_of<OpinionsAnswered>(act.entry);
    for (auto const& answer : in.answers)
        act.session.exec(
            "UPDATE practice_opinion SET answer = :answer, answered_at = :at WHERE project = :project AND number = "
            ":number",
            {answer.answer.value, act.entry.at, act.project(), answer.number});
    act.reach(Stage::reported);
    act.timeline(fmt::format("答复审核意见 {} 条", in.answers.size()), nullptr);
}

void withdrawn(Act const& act) {
    auto const in = ledger::data_of<ReportWithdrawn>(act.entry);
    act.session.exec("UPDATE practice_report SET withdrawn = :reason WHERE id = :id", {in.reason.value, in.report});
    act.judge(in.judgement);
    act.touch(Stage::reported);
    act.timeline("撤回报告：" + in.reason.value, &in.judgement);
}

}  // namespace anping::practice
