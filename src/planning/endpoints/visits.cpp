// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include <anping/api/asked.hpp>
#include <anping/api/paging.hpp>
#include <anping/planning/endpoints.hpp>

namespace anping::planning {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

struct Rooms {
    Visits const& visits;
    db::Pool& pool;
};

Result<std::int64_t> least_of(api::Asked& asked) {
    auto const given = asked.text("least").value_or("0");
    std::int64_t out = 0;
    auto const* end = given.data() + given.size();
    auto const [at, fault] = std::from_chars(given.data(), end, out);
    if (fault != std::errc() || at != end || out < 0) return wrong_field("/least", "integer", "应为不小于 0 的整数");
    return out;
}

api::Endpoint enterprises(Rooms const& rooms) {
    return endpoint(Action::year_plan_write, "GET", "/api/v1/enterprise-visits")
        .summary("今年在本地有项目的企业，各被进入现场检查几次，对照当地公布的频次上限")
        .query("least", "至少查过几次，默认 0")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<EnterpriseVisits>([rooms](Context const& context) -> Result<api::Page<EnterpriseVisits>> {
            api::Asked asked(context.request);
            auto const least = least_of(asked);
            if (!least) return unexpected<Error>(least.error());
            auto const page = api::page_request(context.request, 1);
            if (!page) return unexpected<Error>(page.error());
            auto lease = rooms.pool.lease();
            auto const after = page->after.empty() ? std::string() : page->after.front();
            auto const today = field::beijing_date(context.now);
            return api::make_page(rooms.visits.enterprises(*lease, context.who, today, *least, after, page->fetch()),
                                  *page, [](EnterpriseVisits const& row) { return std::vector{row.enterprise.text}; });
        });
}

Result<Visited> visited(api::Asked& asked) {
    auto const institution = asked.text("institution");
    auto const enterprise = asked.text("enterprise");
    if (institution.has_value() == enterprise.has_value())
        return wrong_field("/institution", "required", "请写明哪家机构，或者哪家企业");
    if (enterprise) return Visited{std::nullopt, registry::EnterpriseId{*enterprise}};
    return Visited{registry::InstitutionId{*institution}, std::nullopt};
}

api::Endpoint load(Rooms const& rooms) {
    return endpoint(Action::year_plan_write, "GET", "/api/v1/visit-load")
        .summary("拟再检查一家机构或者企业之前：今年已进入现场几次、待办的检查、频次上限和综合查一次的条款；只作提醒")
        .query("institution", "机构的编号")
        .query("enterprise", "或者企业的编号")
        .returns<VisitLoad>([rooms](Context const& context) -> Result<VisitLoad> {
            api::Asked asked(context.request);
            auto const whom = visited(asked);
            if (!whom) return unexpected<Error>(whom.error());
            auto lease = rooms.pool.lease();
            return rooms.visits.load(*lease, context.who, field::beijing_date(context.now), *whom);
        });
}

}  // namespace

std::vector<api::Endpoint> visit_endpoints(Visits const& visits, db::Pool& pool) {
    Rooms const rooms{visits, pool};
    return {enterprises(rooms), load(rooms)};
}

}  // namespace anping::planning
