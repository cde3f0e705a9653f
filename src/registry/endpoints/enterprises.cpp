// SPDX-License-Identifier: Apache-2.0
#include <anping/api/paging.hpp>
#include <anping/registry/endpoints.hpp>

#include "../errors.hpp"
#include "families.hpp"
#include "family.hpp"

namespace anping::registry {
namespace {

using access::Action;
using api::Context;
using api::endpoint;
using family::IdAnswer;

Result<EnterpriseView> read(Rooms const& rooms, Context const& context) {
    auto lease = rooms.pool.lease();
    auto view = rooms.service.enterprise(*lease, {context.capture("id")});
    if (!view) return unknown_enterprise();
    return std::move(*view);
}

access::Target whose(EnterpriseView const& view) {
    access::Target target;
    target.unit = view.id.text;
    target.region = view.region;
    target.authority = view.authority;
    return target;
}

api::Endpoint search_enterprises(Rooms const& rooms) {
    return endpoint(Action::enterprise_view, "GET", "/api/v1/enterprises")
        .summary("企业：按名称或统一社会信用代码查找")
        .query("q", "名称的一部分，或完整的代码")
        .query("cursor", "上一页给出的 next")
        .returns<EnterpriseView>([rooms](Context const& context) {
            auto lease = rooms.pool.lease();
            return family::page<EnterpriseView>(context, [&](auto const& text, auto const& after, std::int64_t limit) {
                return rooms.service.enterprises(
                    *lease, context.policy.visibility(context.who, Action::enterprise_view), text, after, limit);
            });
        });
}

api::Endpoint view_enterprise(Rooms const& rooms) {
    return endpoint(Action::enterprise_view, "GET", "/api/v1/enterprises/{id}")
        .summary("企业")
        .returns<EnterpriseView>([rooms](Context const& context) { return read(rooms, context); }, whose);
}

api::Endpoint register_enterprise(Rooms const& rooms) {
    return endpoint(Action::enterprise_register, "POST", "/api/v1/enterprises")
        .summary("登记企业")
        .changes<RegisterEnterprise, IdAnswer>(
            201, [rooms](Context const& context, auto in) -> Result<ledger::Written> {
                // A bureau registers where it supervises; the thing does not exist yet, so the input says where.
                access::Target where;
                where.region = in.region;
                where.authority = in.authority;
                if (auto const may = context.policy.decide(context.who, Action::enterprise_register, where); !may)
                    return unexpected<Error>(may.error());
                return rooms.writer.apply(context.change(rooms.service.register_enterprise(std::move(in))));
            });
}

api::Endpoint describe_enterprise(Rooms const& rooms) {
    return endpoint(Action::enterprise_edit, "PUT", "/api/v1/enterprises/{id}/description")
        .summary("企业的行业、监管层级和场所位置")
        .target([rooms](Context const& context) -> Result<access::Target> {
            auto const view = read(rooms, context);
            if (!view) return unexpected<Error>(view.error());
            return whose(*view);
        })
        .changes<DescribeEnterprise, IdAnswer>(200, [rooms](Context const& context, auto in) {
            return rooms.writer.apply(
                context.change(rooms.service.describe_enterprise({context.capture("id")}, std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> families::enterprises(Rooms const& rooms) {
    return {search_enterprises(rooms), view_enterprise(rooms), register_enterprise(rooms), describe_enterprise(rooms)};
}

}  // namespace anping::registry
