// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <anping/inspection/orders.hpp>

#include "schema.hpp"

namespace anping::inspection {
namespace {

using db::sql;
using Shown = Act::Shown;

// What a list shows of an order, out of its items.
void sum_up(Act const& act) {
    act.session.exec(
        "UPDATE inspection_order SET "
        "passed = (SELECT count(*) FROM inspection_order_item i WHERE i.order_id = inspection_order.id AND i.stage = "
        "'passed'), "
        "proven = (SELECT count(*) FROM inspection_order_item i WHERE i.order_id = inspection_order.id AND i.stage = "
        "'proven'), "
        "failed = (SELECT count(*) FROM inspection_order_item i WHERE i.order_id = inspection_order.id AND i.stage = "
        "'failed'), "
        "due = (SELECT min(i.due) FROM inspection_order_item i WHERE i.order_id = inspection_order.id AND i.stage IN "
        "('waiting', 'failed')), "
        "recheck_due = (SELECT min(i.recheck_due) FROM inspection_order_item i WHERE i.order_id = inspection_order.id "
        "AND i.stage = 'proven'), "
        "version = version + 1 WHERE id = :id",
        {act.id()});
    act.session.exec(
        "UPDATE inspection_order SET stage = 'closed', closed_on = :on WHERE id = :id AND stage = 'open' AND passed = "
        "items",
        {sql(field::beijing_date(act.entry.at)), act.id()});
}

template <class T>
void record(Act const& act, char const* kind, T const& in) {
    act.session.exec(
        "INSERT INTO inspection_order_act (order_id, entry, at, item, kind, body) VALUES (:id, :entry, :at, :item, "
        ":kind, :body)",
        {act.id(), act.entry.seq, act.entry.at, in.item, kind, body_of(in)});
}

void set_stage(Act const& act, std::int64_t item, ItemStage stage, std::optional<field::Date> recheck) {
    act.session.exec(
        "UPDATE inspection_order_item SET stage = :stage, recheck_due = :recheck WHERE order_id = :id AND number = "
        ":number",
        {sql(stage), sql(recheck), act.id(), item});
}

void issued(Act const& act) {
    auto const in = ledger::data_of<OrderIssued>(act.entry);
    auto const addressee = in.checked == Checked::institution ? in.institution.value_or(registry::InstitutionId{}).text
                                                              : in.enterprise.value_or(registry::EnterpriseId{}).text;
    act.session.exec(
        "INSERT INTO inspection_order (id, kind, bureau, region, authority, checked, addressee, institution, "
        "enterprise, inspection, campaign, number, issued_on, stage, items, passed, proven, failed, body, entry, "
        "version) VALUES (:id, :kind, :bureau, :region, :authority, :checked, :addressee, :institution, :enterprise, "
        ":inspection, :campaign, :number, :on, 'open', :items, 0, 0, 0, :body, :entry, 0)",
        {act.id(), sql(in.kind), in.bureau, in.region.digits, sql(in.authority), sql(in.checked), addressee,
         in.institution, in.enterprise, in.inspection, in.campaign ? db::Value(in.campaign->value) : db::Value(nullptr),
         in.number ? db::Value(in.number->value) : db::Value(nullptr), sql(in.issued_on),
         static_cast<std::int64_t>(in.items.size()), body_of(in), act.entry.seq});
    for (auto const& item : in.items)
        act.session.exec(
            "INSERT INTO inspection_order_item (order_id, number, due, stage) VALUES (:id, :number, :due, 'waiting')",
            {act.id(), item.number, sql(item.due)});
    sum_up(act);
    act.leave(fmt::format("{}，{} 项", in.kind == OrderKind::order ? "责令限期整改" : "发出督促函", in.items.size()),
              Shown::to_all);
}

void proven(Act const& act) {
    auto const in = ledger::data_of<ProofGiven>(act.entry);
    record(act, "proof", in);
    act.keep(in.files);
    set_stage(act, in.item, ItemStage::proven,
              in.recheck ? std::optional(in.recheck->due) : std::optional<field::Date>());
    sum_up(act);
    act.leave(fmt::format("提交第 {} 项的整改证明", in.item), Shown::to_all);
}

void rechecked(Act const& act) {
    auto const in = ledger::data_of<ItemRechecked>(act.entry);
    record(act, "recheck", in);
    act.keep(in.files);
    set_stage(act, in.item, in.passed ? ItemStage::passed : ItemStage::failed, {});
    sum_up(act);
    act.leave(fmt::format("复查第 {} 项：{}", in.item, in.passed ? "通过" : "未通过"), Shown::to_all);
}

void extended(Act const& act) {
    auto const in = ledger::data_of<DeadlineExtended>(act.entry);
    record(act, "extension", in);
    act.session.exec("UPDATE inspection_order_item SET due = :due WHERE order_id = :id AND number = :number",
                     {sql(in.due), act.id(), in.item});
    sum_up(act);
    act.leave(fmt::format("第 {} 项延期至 {}：{}", in.item, field::to_string(in.due), in.reason.value), Shown::to_all);
}

void withdrawn(Act const& act) {
    auto const in = ledger::data_of<OrderWithdrawn>(act.entry);
    act.session.exec(
        "UPDATE inspection_order SET stage = 'withdrawn', withdrawn = :why, version = version + 1 WHERE id = :id",
        {in.reason.value, act.id()});
    act.leave("撤销：" + in.reason.value, Shown::to_all);
}

}  // namespace

std::vector<Handler> order_handlers() {
    return {{OrderIssued::kType, issued},
            {ProofGiven::kType, proven},
            {ItemRechecked::kType, rechecked},
            {DeadlineExtended::kType, extended},
            {OrderWithdrawn::kType, withdrawn}};
}

}  // namespace anping::inspection
