// SPDX-License-Identifier: Apache-2.0
#include <anping/api/paging.hpp>
#include <anping/planning/endpoints.hpp>

#include "family.hpp"

namespace anping::planning {
namespace {

using access::Action;
using api::Context;
using api::endpoint;
using family::IdAnswer;

struct Rooms {
    Prices const& prices;
    ledger::Writer& writer;
    db::Pool& pool;
};

auto of_project(Rooms const& rooms) { return family::whose<practice::ProjectId>(rooms.prices, rooms.pool); }

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::price_view, "GET", "/api/v1/low-prices")
        .summary("价格偏低（待核）的项目：价款低于规则书所说的同类位置，样本不足的不列")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<LowPriceRow>([rooms](Context const& context) -> Result<api::Page<LowPriceRow>> {
            auto const asked = api::page_request(context.request, 1);
            if (!asked) return unexpected<Error>(asked.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::price_view);
            auto const after = asked->after.empty() ? std::string() : asked->after.front();
            return api::make_page(rooms.prices.low(*lease, context.who, sees, after, asked->fetch()), *asked,
                                  [](LowPriceRow const& row) { return std::vector{row.project.text}; });
        });
}

api::Endpoint view(Rooms const& rooms) {
    return endpoint(Action::price_view, "GET", "/api/v1/projects/{id}/like-prices")
        .summary("同类项目的价款（不署名）、本项目的价款、偏低的界线，以及核查的结论；样本不足时没有价款")
        .target(of_project(rooms))
        .returns<PriceView>([rooms](Context const& context) -> Result<PriceView> {
            auto lease = rooms.pool.lease();
            practice::ProjectId const project{context.capture("id")};
            auto found = rooms.prices.price(*lease, project);
            if (!found || !found->yours_to_conclude) return found;
            auto const target = rooms.prices.target(*lease, project);
            found->yours_to_conclude =
                target && context.policy.decide(context.who, Action::price_conclude, *target).has_value();
            return found;
        });
}

api::Endpoint conclude(Rooms const& rooms) {
    return endpoint(Action::price_conclude, "POST", "/api/v1/projects/{id}/price-conclusions")
        .summary("对偏低的价款作出结论：有正当理由、涉嫌低价竞争、尚不能确定，写明询问情况和理由")
        .target(of_project(rooms))
        .changes<ConcludePrice, IdAnswer>(201, [rooms](Context const& context, ConcludePrice in) {
            return rooms.writer.apply(
                context.change(rooms.prices.conclude(context.who, {context.capture("id")}, std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> price_endpoints(Prices const& prices, ledger::Writer& writer, db::Pool& pool) {
    Rooms const rooms{prices, writer, pool};
    return {list(rooms), view(rooms), conclude(rooms)};
}

}  // namespace anping::planning
