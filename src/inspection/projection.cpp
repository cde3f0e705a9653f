// SPDX-License-Identifier: Apache-2.0
#include <anping/inspection/projection.hpp>

#include <fmt/format.h>

#include <anping/inspection/events.hpp>

#include "schema.hpp"

namespace anping::inspection {

using db::sql;

void Act::leave(std::string const& text, Shown shown) const {
    session.exec(
        "INSERT INTO inspection_history (subject, entry, at, type, unit, text, shown) VALUES (:id, :entry, :at, :type, "
        ":unit, :text, :shown)",
        {id(), entry.seq, entry.at, entry.event.type, entry.actor.unit, text, shown == Shown::to_all});
}

void Act::keep(std::vector<practice::Exhibit> const& files) const {
    for (auto const& file : files)
        session.exec(
            "INSERT INTO inspection_file (subject, sm3, body) VALUES (:id, :sm3, :body) ON CONFLICT (subject, sm3) DO "
            "NOTHING",
            {id(), file.blob.sm3, body_of(file)});
}

namespace {

using Shown = Act::Shown;

void touch(Act const& act) {
    act.session.exec("UPDATE inspection_task SET version = version + 1 WHERE id = :id", {act.id()});
}

// What was signed is not what stands there now: whoever signed signs again.
void unsign(Act const& act) {
    act.session.exec("DELETE FROM inspection_signature WHERE inspection = :id", {act.id()});
    touch(act);
}

void planned(Act const& act) {
    auto const in = ledger::data_of<TaskPlanned>(act.entry);
    auto const& it = in.content;
    auto const addressee = it.checked == Checked::institution ? it.institution.value_or(registry::InstitutionId{}).text
                                                              : it.enterprise.value_or(registry::EnterpriseId{}).text;
    act.session.exec(
        "INSERT INTO inspection_task (id, bureau, region, authority, title, checked, addressee, institution, "
        "enterprise, project, setting, coverage, origin, announced, stage, approved, told, refused, planned_from, "
        "planned_until, checked_items, failed_items, problems, planned_by, body, entry, version) VALUES (:id, :bureau, "
        ":region, :authority, :title, :checked, :addressee, :institution, :enterprise, :project, :setting, :coverage, "
        ":origin, :announced, :stage, 0, 0, 0, :from, :until, 0, 0, 0, :by, :body, :entry, 1)",
        {act.id(),
         in.bureau,
         in.region.digits,
         sql(in.authority),
         it.title.value,
         sql(it.checked),
         addressee,
         it.institution,
         it.enterprise,
         it.project,
         sql(it.setting),
         sql(it.coverage),
         sql(it.origin.kind),
         it.announced,
         sql(Stage::planned),
         sql(it.planned_from),
         sql(it.planned_until),
         act.entry.actor.account,
         body_of(in),
         act.entry.seq});
    act.leave("拟定检查", Shown::to_bureau);
}

void approved(Act const& act) {
    auto const in = ledger::data_of<TaskApproved>(act.entry);
    act.session.exec(
        "UPDATE inspection_task SET approved = 1, approved_by = :by, opinion = :opinion, stage = CASE WHEN stage = "
        "'planned' THEN 'approved' ELSE stage END, told = CASE WHEN announced = 1 THEN 1 ELSE told END WHERE id = :id",
        {act.entry.actor.account, in.opinion ? db::Value(in.opinion->value) : db::Value(nullptr), act.id()});
    touch(act);
    act.leave("批准检查", Shown::to_bureau);
}

void called_off(Act const& act) {
    auto const in = ledger::data_of<TaskCalledOff>(act.entry);
    act.session.exec("UPDATE inspection_task SET stage = 'called_off', ended = :why WHERE id = :id",
                     {in.reason.value, act.id()});
    touch(act);
    act.leave("取消检查：" + in.reason.value, Shown::to_all);
}

void begun(Act const& act) {
    auto const in = ledger::data_of<VisitBegun>(act.entry);
    act.session.exec(
        "UPDATE inspection_task SET stage = 'begun', told = 1, begun_on = :on, visit = :visit WHERE id = :id",
        {sql(in.content.on), body_of(in), act.id()});
    touch(act);
    act.leave(fmt::format("开始检查，执法人员 {} 名", in.officers.size()), Shown::to_all);
}

void answered(Act const& act) {
    auto const in = ledger::data_of<ItemsAnswered>(act.entry);
    for (auto const& answer : in.answers)
        act.session.exec(
            "INSERT INTO inspection_item (inspection, item, result, words) VALUES (:id, :item, :result, :words) ON "
            "CONFLICT (inspection, item) DO UPDATE SET result = excluded.result, words = excluded.words",
            {act.id(), answer.item.value, sql(answer.result),
             answer.words ? db::Value(answer.words->value) : db::Value(nullptr)});
    std::vector<practice::Exhibit> files;
    for (auto const& [item, exhibit] : in.files) {
        act.session.exec(
            "INSERT INTO inspection_item_file (inspection, entry, place, item, body) VALUES (:id, :entry, :place, "
            ":item, :body)",
            {act.id(), act.entry.seq, static_cast<std::int64_t>(files.size()), item.value, body_of(exhibit)});
        files.push_back(exhibit);
    }
    act.keep(files);
    act.session.exec(
        "UPDATE inspection_task SET checked_items = (SELECT count(*) FROM inspection_item i WHERE i.inspection = "
        "inspection_task.id AND i.result IN ('meets', 'fails')), failed_items = (SELECT count(*) FROM inspection_item "
        "i WHERE i.inspection = inspection_task.id AND i.result = 'fails') WHERE id = :id",
        {act.id()});
    unsign(act);
    act.leave(fmt::format("填写检查表 {} 项", in.answers.size()), Shown::to_bureau);
}

void count_problems(Act const& act) {
    act.session.exec(
        "UPDATE inspection_task SET problems = (SELECT count(*) FROM inspection_problem p WHERE p.inspection = "
        "inspection_task.id AND p.withdrawn IS NULL) WHERE id = :id",
        {act.id()});
    unsign(act);
}

void found(Act const& act) {
    auto const in = ledger::data_of<ProblemFound>(act.entry);
    act.session.exec("INSERT INTO inspection_problem (inspection, number, body) VALUES (:id, :number, :body)",
                     {act.id(), in.number, body_of(in)});
    act.keep(in.files);
    count_problems(act);
    act.leave(fmt::format("发现问题 {}：{}", in.number, in.fact.value), Shown::to_all);
}

void unfound(Act const& act) {
    auto const in = ledger::data_of<ProblemWithdrawn>(act.entry);
    act.session.exec("UPDATE inspection_problem SET withdrawn = :why WHERE inspection = :id AND number = :number",
                     {in.reason.value, act.id(), in.number});
    count_problems(act);
    act.leave(fmt::format("撤销问题 {}：{}", in.number, in.reason.value), Shown::to_all);
}

void refused(Act const& act) {
    auto const in = ledger::data_of<InspectionRefused>(act.entry);
    act.session.exec("UPDATE inspection_task SET refused = 1, refusal = :body, refused_at = :at WHERE id = :id",
                     {body_of(in), act.entry.at, act.id()});
    act.keep(in.files);
    touch(act);
    act.leave("记录拒绝检查：" + in.how.value, Shown::to_all);
}

void signed_result(Act const& act) {
    auto const in = ledger::data_of<ResultSigned>(act.entry);
    act.session.exec(
        "INSERT INTO inspection_signature (inspection, signer, at, way, words) VALUES (:id, :signer, :at, :way, "
        ":words)",
        {act.id(), in.officer ? in.officer->text : std::string("checked"), act.entry.at, sql(in.way),
         in.words ? db::Value(in.words->value) : db::Value(nullptr)});
    act.keep(in.files);
    touch(act);
    auto const who = in.signer == Signer::officer ? "执法人员签字" : "被检查单位确认";
    act.leave(in.way == SignWay::refused ? "被检查单位拒签" : who, Shown::to_all);
}

void closed(Act const& act) {
    auto const in = ledger::data_of<InspectionClosed>(act.entry);
    act.session.exec("UPDATE inspection_task SET stage = 'closed', closed_on = :on, ended = :words WHERE id = :id",
                     {sql(field::beijing_date(act.entry.at)), in.conclusion.value, act.id()});
    touch(act);
    act.leave(fmt::format("检查结束：核对 {} 项，不符合 {} 项，问题 {} 个", in.checked, in.failed, in.problems),
              Shown::to_all);
}

void stated(Act const& act) {
    auto const in = ledger::data_of<StatementMade>(act.entry);
    act.session.exec(
        "INSERT INTO inspection_statement (inspection, entry, at, problem, body) VALUES (:id, :entry, :at, :problem, "
        ":body)",
        {act.id(), act.entry.seq, act.entry.at, in.problem, body_of(in)});
    act.keep(in.files);
    touch(act);
    act.leave(fmt::format("对问题 {} 作出说明", in.problem), Shown::to_all);
}

constexpr Handler kHandlers[] = {
    {TaskPlanned::kType, planned},      {TaskApproved::kType, approved},     {TaskCalledOff::kType, called_off},
    {VisitBegun::kType, begun},         {ItemsAnswered::kType, answered},    {ProblemFound::kType, found},
    {ProblemWithdrawn::kType, unfound}, {InspectionRefused::kType, refused}, {ResultSigned::kType, signed_result},
    {InspectionClosed::kType, closed},  {StatementMade::kType, stated}};

class InspectionProjection final : public ledger::Projection {
public:
    std::string name() const override { return "inspection"; }
    std::string stamp() const override { return "3"; }
    std::string schema() const override { return inspection::schema(); }
    std::vector<ledger::Table> tables() const override { return inspection::tables(); }
    void apply(db::Session& session, ledger::Entry const& entry) override {
        Act const act{session, entry};
        for (auto const& handler : kHandlers)
            if (entry.event.type == handler.type) handler.apply(act);
        for (auto const* further : {&orders_, &call_ups_})
            for (auto const& handler : *further)
                if (entry.event.type == handler.type) handler.apply(act);
    }

private:
    std::vector<Handler> orders_ = order_handlers();
    std::vector<Handler> call_ups_ = call_up_handlers();
};

}  // namespace

std::unique_ptr<ledger::Projection> make_projection() { return std::make_unique<InspectionProjection>(); }

}  // namespace anping::inspection
