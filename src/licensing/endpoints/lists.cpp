// SPDX-License-Identifier: Apache-2.0
#include "lists.hpp"

#include <map>

#include <anping/api/answer.hpp>
#include <anping/documents/list.hpp>

namespace anping::licensing {
namespace {

using access::Action;
using api::Context;
using documents::Cell;
using documents::cell_of;
using documents::ColumnKind;
using V = ApplicationSummary;

std::string word(std::optional<Outcome> const& outcome) {
    if (!outcome) return "未决定";
    switch (*outcome) {
        case Outcome::granted: return "准予许可";
        case Outcome::refused: return "不予许可";
        case Outcome::withdrawn: return "申请人撤回";
    }
    return {};
}

std::vector<documents::ListColumn<V>> columns(std::map<std::string, std::string> const& kinds) {
    return {{"申请编号", {}, [](V const& v) -> Cell { return v.id.text; }},
            {"申请事项", {}, [](V const& v) -> Cell { return v.title; }, 36},
            {"许可种类",
             {},
             [kinds](V const& v) -> Cell {
                 auto const found = kinds.find(v.kind.value);
                 return found == kinds.end() ? v.kind.value : found->second;
             },
             26},
            {"申请人", {}, [](V const& v) -> Cell { return v.enterprise_name; }, 30},
            {"所在地", {}, [](V const& v) -> Cell { return v.region_name; }, 24},
            {"收到", ColumnKind::date, [](V const& v) -> Cell { return v.received_on; }},
            {"法定期限", ColumnKind::date, [](V const& v) { return cell_of(v.due); }},
            {"剩余工作日", ColumnKind::integer, [](V const& v) { return cell_of(v.working_days_left); }},
            {"未完成补正", ColumnKind::integer, [](V const& v) -> Cell { return v.open_corrections; }},
            {"办公会议", ColumnKind::date, [](V const& v) { return cell_of(v.meeting_on); }},
            {"决定", {}, [](V const& v) -> Cell { return word(v.outcome); }}};
}

}  // namespace

api::Endpoint application_list(Service const& service, db::Pool& pool) {
    return api::endpoint(Action::application_view, "GET", "/api/v1/application-list")
        .summary("许可申请清单，与页面所列相同，XLSX")
        .queries(application_filter_fields())
        .returns<http::Response>([&service, &pool](Context const& context) -> Result<http::Response> {
            auto const filter = application_filter(context.request);
            if (!filter) return unexpected<Error>(filter.error());
            auto lease = pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::application_view);
            auto const rows = service.applications(*lease, sees, *filter, "", kListed);
            auto const kinds = service.kind_names({context.who.region, context.who.authority});
            auto const list = documents::list_sheet("许可申请清单", "件", columns(kinds), rows);
            return api::attachment(documents::xlsx({&list, 1}, context.now), api::kXlsx, "applications.xlsx");
        });
}

}  // namespace anping::licensing
