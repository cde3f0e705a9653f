// SPDX-License-Identifier: Apache-2.0
// The ledger of rectification 整改台账 as XLSX: a row an item.
#include <anping/api/answer.hpp>
#include <anping/documents/list.hpp>

#include "families.hpp"
#include "family.hpp"

namespace anping::inspection {
namespace {

using access::Action;
using api::Context;
using documents::Cell;
using documents::cell_of;
using documents::ColumnKind;
using V = LedgerRow;

std::string word(V const& v) {
    if (v.order.stage == OrderStage::withdrawn) return "已撤销";
    switch (v.item.stage) {
        case ItemStage::waiting: return v.item.overdue ? "逾期未整改" : "整改中";
        case ItemStage::proven: return "待复查";
        case ItemStage::passed: return "复查通过";
        case ItemStage::failed: return "复查未通过";
    }
    return {};
}

std::string addressee(V const& v) {
    return (v.order.checked == Checked::institution ? v.order.institution_name : v.order.enterprise_name).value_or("");
}

Cell last_recheck(V const& v) {
    if (v.item.rechecks.empty()) return {};
    return v.item.rechecks.back().on;
}

std::vector<documents::ListColumn<V>> columns() {
    return {
        {"文书编号", {}, [](V const& v) -> Cell { return v.order.number.value_or(v.order.id.text); }, 22},
        {"种类", {}, [](V const& v) -> Cell { return v.order.kind == OrderKind::order ? "责令限期整改" : "督促函"; }},
        {"发出部门", {}, [](V const& v) -> Cell { return v.order.bureau_name; }, 30},
        {"整改单位", {}, [](V const& v) -> Cell { return addressee(v); }, 28},
        {"专项", {}, [](V const& v) { return cell_of(v.order.campaign); }, 20},
        {"发出日期", ColumnKind::date, [](V const& v) -> Cell { return v.order.issued_on; }},
        {"项", ColumnKind::integer, [](V const& v) -> Cell { return v.item.number; }},
        {"问题", {}, [](V const& v) -> Cell { return v.item.fact; }, 40},
        {"依据", {}, [](V const& v) -> Cell { return v.item.citation ? v.item.citation->source : ""; }, 30},
        {"整改措施", {}, [](V const& v) -> Cell { return v.item.demand; }, 36},
        {"责任人", {}, [](V const& v) { return cell_of(v.item.responsible); }},
        {"期限", ColumnKind::date, [](V const& v) -> Cell { return v.item.due; }},
        {"状态", {}, [](V const& v) -> Cell { return word(v); }},
        {"复查日期", ColumnKind::date, last_recheck},
        {"销号日期", ColumnKind::date, [](V const& v) { return cell_of(v.order.closed_on); }}};
}

api::Endpoint ledger(Rooms const& rooms) {
    return api::endpoint(Action::rectification_view, "GET", "/api/v1/rectification-ledger")
        .summary("整改台账，每项一行，与页面所列的文书相同，XLSX")
        .queries(family::order_filter_fields())
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto const filter = family::order_filter(context.request);
            if (!filter) return unexpected<Error>(filter.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::rectification_view);
            auto const rows = rooms.service.ledger(*lease, sees, *filter, documents::kListRows);
            auto const list = documents::list_sheet("整改台账", "项", columns(), rows);
            return api::attachment(documents::xlsx({&list, 1}, context.now), api::kXlsx, "rectification.xlsx");
        });
}

}  // namespace

std::vector<api::Endpoint> families::lists(Rooms const& rooms) { return {ledger(rooms)}; }

}  // namespace anping::inspection
