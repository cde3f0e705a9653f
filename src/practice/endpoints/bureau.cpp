// SPDX-License-Identifier: Apache-2.0
#include <anping/api/paging.hpp>
#include <anping/practice/endpoints.hpp>

#include "families.hpp"
#include "family.hpp"

namespace anping::practice {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

constexpr std::int64_t kLimit = 200;

api::Endpoint inbox(Rooms const& rooms) {
    return endpoint(Action::notice_inbox, "GET", "/api/v1/notices")
        .summary("收到的从业告知，最新的在前")
        .query("unopened", "1：只看还没有查看的")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<NoticeView>([rooms](Context const& context) -> Result<api::Page<NoticeView>> {
            auto const asked = api::page_of_entries(context.request);
            if (!asked) return unexpected<Error>(asked.error());
            bool const unopened = context.request.query_value("unopened") == "1";
            auto lease = rooms.pool.lease();
            return api::make_page(
                rooms.service.inbox(*lease, {context.who.unit}, unopened, asked->before, asked->fetch()), *asked,
                [](NoticeView const& row) { return std::vector{std::to_string(row.entry)}; });
        });
}

api::Endpoint open_notice(Rooms const& rooms) {
    return endpoint(Action::notice_open, "POST", "/api/v1/notices/{id}/opened")
        .summary("标记从业告知为已查看（告知在提交时即已收到，不需要批准）")
        .target([rooms](Context const& context) -> Result<access::Target> {
            auto lease = rooms.pool.lease();
            return rooms.service.target(*lease, NoticeId{context.capture("id")}, {context.who.unit});
        })
        .changes<api::Nothing, Answer>(200, [rooms](Context const& context, api::Nothing) {
            return rooms.writer.apply(
                context.change(rooms.service.open_notice({context.capture("id")}, {context.who.unit})));
        });
}

api::Endpoint on_site(Rooms const& rooms) {
    return endpoint(Action::notice_inbox, "GET", "/api/v1/on-site")
        .summary("今天在现场的项目：告知的现场日期包括今天")
        .query("region", "六位地区代码：该地区及其下级；不填为本辖区")
        .returns<NoticeView>([rooms](Context const& context) -> Result<api::Page<NoticeView>> {
            auto const filter = project_filter(context.request);
            if (!filter) return unexpected<Error>(filter.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::project_list);
            auto const region = filter->region.value_or(context.who.region);
            return api::Page<NoticeView>{rooms.service.on_site(*lease, sees, region, kLimit), std::nullopt};
        });
}

api::Endpoint on_site_places(Rooms const& rooms) {
    return endpoint(Action::notice_inbox, "GET", "/api/v1/on-site-places")
        .summary("今天在现场的项目数，按下一级地区")
        .returns<SitePlace>([rooms](Context const& context) -> Result<api::Page<SitePlace>> {
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::project_list);
            return api::Page<SitePlace>{rooms.service.on_site_places(*lease, sees, context.who.region), std::nullopt};
        });
}

api::Endpoint deadlines(Rooms const& rooms) {
    return endpoint(Action::project_list, "GET", "/api/v1/deadlines")
        .summary("未完成的期限，最紧迫的在前；负数为已超期的工作日")
        .query("region", "只看这个地区的项目：六位地区代码")
        .returns<DeadlineView>([rooms](Context const& context) -> Result<api::Page<DeadlineView>> {
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::project_list);
            std::optional<field::RegionCode> region;
            if (auto const named = context.request.query_value("region")) region = field::RegionCode{*named};
            return api::Page<DeadlineView>{rooms.service.deadlines(*lease, sees, kLimit, region), std::nullopt};
        });
}

api::Endpoint citing(Rooms const& rooms) {
    return endpoint(Action::project_list, "GET", "/api/v1/citations")
        .summary("引用一个条款的行为，最新的在前")
        .query("clause", "条款编号，如 XJ-13a")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<CitingAct>([rooms](Context const& context) -> Result<api::Page<CitingAct>> {
            auto const asked = api::page_of_entries(context.request);
            if (!asked) return unexpected<Error>(asked.error());
            auto const sees = context.policy.visibility(context.who, Action::project_list);
            auto const clause = context.request.query_value("clause").value_or("");
            auto lease = rooms.pool.lease();
            return api::make_page(rooms.service.citing(*lease, sees, clause, asked->before, asked->fetch()), *asked,
                                  [](CitingAct const& row) { return std::vector{std::to_string(row.entry)}; });
        });
}

}  // namespace

std::vector<api::Endpoint> families::bureau(Rooms const& rooms) {
    return {inbox(rooms), open_notice(rooms), on_site(rooms), on_site_places(rooms), deadlines(rooms), citing(rooms)};
}

}  // namespace anping::practice
