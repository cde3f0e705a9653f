// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "projection_act.hpp"

namespace anping::practice {
namespace {

std::string words(DisclosureChecked const& in) {
    std::string const who = in.by == Looker::server    ? "平台核对公开网址"
                            : in.by == Looker::officer ? "监管人员查看公开网址"
                                                       : "机构自行查看公开网址";
    if (in.sight == Sight::same) return who + "：内容一致";
    return who + (in.sight == Sight::different ? "：打开，内容与提交的报告不同" : "：未能打开");
}

// Each look and change is kept whole under its kind.
template <class E>
E record(Act const& act, char const* kind) {
    auto in = ledger::data_of<E>(act.entry);
    auto kept = in;
    kept.judgement = {};
    act.session.exec(
        "INSERT INTO practice_record (project, entry, kind, body, recorded_at) VALUES (:project, :entry, :kind, :body, "
        ":at)",
        {act.project(), act.entry.seq, kind, body(kept), act.entry.at});
    settle(act, {}, in.judgement);
    return in;
}

}  // namespace

void disclosure_recorded(Act const& act) {
    auto const in = record<DisclosureRecorded>(act, "disclosure");
    auto kept = in;
    kept.judgement = {};
    act.session.exec("DELETE FROM practice_disclosure WHERE project = :project", {act.project()});
    act.session.exec(
        "INSERT INTO practice_disclosure (project, report, body, recorded_at, failed_days) VALUES (:project, :report, "
        ":body, :at, 0)",
        {act.project(), in.report, body(kept), act.entry.at});
    act.meet("report_disclosure", in.public_since.value_or(field::beijing_date(act.entry.at)));
    act.timeline((in.reason ? "变更报告公开网址：" : "登记报告公开网址：") + in.url, &in.judgement);
}

void disclosure_withdrawn(Act const& act) {
    auto const in = record<DisclosureWithdrawn>(act, "disclosure_withdrawn");
    act.session.exec("DELETE FROM practice_disclosure WHERE project = :project", {act.project()});
    act.timeline("撤下报告公开网址：" + in.reason.value, &in.judgement);
}

void report_relied_on(Act const& act) {
    auto const in = ledger::data_of<ReportReliedOn>(act.entry);
    settle(act, in.noted, in.judgement);
    // What was public before is so on the day of the application.
    auto const row = act.session.one<Timestamp>(
        "SELECT recorded_at FROM practice_disclosure WHERE project = :project AND report = (SELECT id FROM "
        "practice_report WHERE project = :again ORDER BY edition DESC LIMIT 1)",
        {act.project(), act.project()});
    if (row) act.meet("report_disclosure", field::beijing_date(std::get<0>(*row)));
    act.timeline("报告用于许可申请 " + in.application, &in.judgement);
}

void copy_published(Act const& act) {
    auto const in = ledger::data_of<CopyPublished>(act.entry);
    act.session.exec("DELETE FROM practice_copy WHERE project = :project", {act.project()});
    act.session.exec(
        "INSERT INTO practice_copy (project, report, sm3, body, published_at, entry) VALUES (:project, :report, :sm3, "
        ":body, :at, :entry)",
        {act.project(), in.report, in.file.blob.sm3, body(in), act.entry.at, act.entry.seq});
    act.reach(Stage::published);
    act.timeline(fmt::format("在公开查询页面公开遮盖后的报告副本，遮盖 {} 处", in.covered.size()), nullptr);
}

void copy_withdrawn(Act const& act) {
    auto const in = ledger::data_of<CopyWithdrawn>(act.entry);
    act.session.exec("DELETE FROM practice_copy WHERE project = :project", {act.project()});
    act.reach(Stage::published);
    act.timeline("撤下报告副本：" + in.reason.value, nullptr);
}

void disclosure_checked(Act const& act) {
    auto const in = record<DisclosureChecked>(act, "disclosure_check");
    if (in.by != Looker::institution) {
        auto const today = field::beijing_date(act.entry.at);
        act.session.exec(
            "UPDATE practice_disclosure SET failed_days = :days, failed_on = :on, checked_at = :seen, sight = :sight "
            "WHERE project = :project",
            {in.failed_days, in.failed_days > 0 ? sql(today) : db::Value(nullptr), in.seen_at, sql(in.sight),
             act.project()});
    }
    if (in.by == Looker::server)
        act.session.exec("UPDATE practice_disclosure SET looked_at = :at WHERE project = :project",
                         {act.entry.at, act.project()});
    act.timeline(words(in), &in.judgement);
}

}  // namespace anping::practice
