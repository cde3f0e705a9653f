// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <anping/inspection/call_ups.hpp>

#include "schema.hpp"

namespace anping::inspection {
namespace {

using db::sql;
using Shown = Act::Shown;

// Each opinion is known once every reviewer who sits has given one, and stays known: a later reviewer's is awaited
// without hiding what was read.
void settle(Act const& act) {
    act.session.exec(
        "UPDATE inspection_call_up SET "
        "reviewers = (SELECT count(*) FROM inspection_call_up_reviewer r WHERE r.call_up = inspection_call_up.id AND "
        "r.relieved IS NULL), "
        "given = (SELECT count(*) FROM inspection_call_up_reviewer r WHERE r.call_up = inspection_call_up.id AND "
        "r.relieved IS NULL AND r.given > 0), "
        "version = version + 1 WHERE id = :id",
        {act.id()});
    act.session.exec(
        "UPDATE inspection_call_up SET stage = CASE WHEN reviewers = 0 THEN 'called' WHEN reviewers >= 2 AND given = "
        "reviewers THEN 'reviewed' ELSE 'reviewing' END WHERE id = :id",
        {act.id()});
    act.session.exec(
        "UPDATE inspection_call_up_opinion SET known = 1 WHERE call_up = :id AND EXISTS (SELECT 1 FROM "
        "inspection_call_up c WHERE c.id = inspection_call_up_opinion.call_up AND c.stage = 'reviewed')",
        {act.id()});
}

void called_up(Act const& act) {
    auto const in = ledger::data_of<ReportCalledUp>(act.entry);
    auto const& wanted = in.asked.wanted;
    act.session.exec(
        "INSERT INTO inspection_call_up (id, bureau, region, authority, report, institution, enterprise, campaign, "
        "due, handed, stage, reviewers, given, body, called_by, called_at, conclusion, concluded_by, concluded_at, "
        "withdrawn, entry, version) VALUES (:id, :bureau, :region, :authority, :report, :institution, :enterprise, "
        ":campaign, :due, 0, 'called', 0, 0, :body, :by, :at, NULL, NULL, NULL, NULL, :entry, 1)",
        {act.id(), in.bureau, in.region.digits, sql(in.authority), in.asked.report, in.institution, in.enterprise,
         in.asked.campaign ? db::Value(in.asked.campaign->value) : db::Value(nullptr),
         sql(wanted ? std::optional(wanted->due) : std::optional<field::Date>()), body_of(in), act.entry.actor.account,
         act.entry.at, act.entry.seq});
    act.leave(wanted ? fmt::format("调阅报告，平台上没有的过程控制材料于 {} 前提交", field::to_string(wanted->due))
                     : std::string("调阅报告"),
              Shown::to_all);
}

void handed_in(Act const& act) {
    auto const in = ledger::data_of<MaterialHandedIn>(act.entry);
    act.session.exec(
        "INSERT INTO inspection_call_up_material (call_up, entry, at, body) VALUES (:id, :entry, :at, :body)",
        {act.id(), act.entry.seq, act.entry.at, body_of(in)});
    act.keep(in.files);
    act.session.exec("UPDATE inspection_call_up SET handed = handed + 1, version = version + 1 WHERE id = :id",
                     {act.id()});
    act.leave(fmt::format("机构提交材料，文件 {} 个", in.files.size()), Shown::to_all);
}

void assigned(Act const& act) {
    auto const in = ledger::data_of<ReviewersAssigned>(act.entry);
    for (auto const& one : in.reviewers)
        act.session.exec(
            "INSERT INTO inspection_call_up_reviewer (call_up, number, expert, account, unit, doubts, given, "
            "asked_again, relieved, recused) VALUES (:id, :number, :expert, :account, :unit, :doubts, 0, NULL, NULL, "
            "0)",
            {act.id(), one.number, one.seat.expert, one.seat.account, one.unit, body_of(one.doubts)});
    settle(act);
    act.leave(fmt::format("请 {} 位专家各自评审", in.reviewers.size()), Shown::to_bureau);
}

void relieved(Act const& act) {
    auto const in = ledger::data_of<ReviewerRelieved>(act.entry);
    bool const recused = in.ground == ReliefGround::recusal;
    act.session.exec(
        "UPDATE inspection_call_up_reviewer SET relieved = :why, recused = :recused WHERE call_up = :id AND number = "
        ":number",
        {in.reason.value, std::int64_t{recused ? 1 : 0}, act.id(), in.reviewer});
    settle(act);
    act.leave(fmt::format("解除专家 {} 的评审{}：{}", in.reviewer, recused ? "（回避）" : "", in.reason.value),
              Shown::to_bureau);
}

void asked_again(Act const& act) {
    auto const in = ledger::data_of<OpinionAskedAgain>(act.entry);
    act.session.exec(
        "UPDATE inspection_call_up_reviewer SET asked_again = :why WHERE call_up = :id AND number = :number",
        {in.reason.value, act.id(), in.reviewer});
    settle(act);
    act.leave(fmt::format("请专家 {} 补充意见：{}", in.reviewer, in.reason.value), Shown::to_bureau);
}

void opinion_given(Act const& act) {
    auto const in = ledger::data_of<OpinionGiven>(act.entry);
    act.session.exec(
        "INSERT INTO inspection_call_up_opinion (call_up, reviewer, round, entry, at, known, body) VALUES (:id, "
        ":reviewer, :round, :entry, :at, 0, :body)",
        {act.id(), in.reviewer, in.round, act.entry.seq, act.entry.at, body_of(in.opinion)});
    act.session.exec(
        "UPDATE inspection_call_up_reviewer SET given = given + 1, asked_again = NULL WHERE call_up = :id AND number = "
        ":number",
        {act.id(), in.reviewer});
    settle(act);
    act.leave(fmt::format("专家 {} 提交{}意见", in.reviewer, in.round > 1 ? "补充" : ""), Shown::to_bureau);
}

void concluded(Act const& act) {
    auto const in = ledger::data_of<CallUpConcluded>(act.entry);
    act.session.exec(
        "UPDATE inspection_call_up SET stage = 'concluded', conclusion = :body, concluded_by = :by, concluded_at = "
        ":at, version = version + 1 WHERE id = :id",
        {body_of(in), act.entry.actor.account, act.entry.at, act.id()});
    act.leave(in.conclusion.found.empty() ? std::string("结论：没有发现问题")
                                          : fmt::format("结论：有问题，{} 种情形", in.conclusion.found.size()),
              Shown::to_all);
}

void withdrawn(Act const& act) {
    auto const in = ledger::data_of<CallUpWithdrawn>(act.entry);
    act.session.exec(
        "UPDATE inspection_call_up SET stage = 'withdrawn', withdrawn = :why, version = version + 1 WHERE id = :id",
        {in.reason.value, act.id()});
    act.leave("撤回调阅：" + in.reason.value, Shown::to_all);
}

}  // namespace

std::vector<Handler> call_up_handlers() {
    return {{ReportCalledUp::kType, called_up},      {MaterialHandedIn::kType, handed_in},
            {ReviewersAssigned::kType, assigned},    {ReviewerRelieved::kType, relieved},
            {OpinionAskedAgain::kType, asked_again}, {OpinionGiven::kType, opinion_given},
            {CallUpConcluded::kType, concluded},     {CallUpWithdrawn::kType, withdrawn}};
}

}  // namespace anping::inspection
