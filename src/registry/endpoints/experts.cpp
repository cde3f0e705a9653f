// SPDX-License-Identifier: Apache-2.0
#include <anping/api/asked.hpp>

#include "../errors.hpp"
#include "families.hpp"
#include "family.hpp"

namespace anping::registry {
namespace {

using access::Action;
using api::Context;
using api::endpoint;
using family::IdAnswer;

Result<ExpertView> read(Rooms const& rooms, Context const& context) {
    auto lease = rooms.pool.lease();
    auto view = rooms.service.expert(*lease, {context.capture("id")}, field::beijing_date(context.now));
    if (!view) return unknown_expert();
    return std::move(*view);
}

// The bureau's that keeps the pool.
auto of_expert(Rooms const& rooms) {
    return [rooms](Context const& context) -> Result<access::Target> {
        auto const view = read(rooms, context);
        if (!view) return unexpected<Error>(view.error());
        access::Target target;
        target.unit = view->id.text;
        target.region = view->region;
        target.authority = view->authority;
        return target;
    };
}

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::expert_view, "GET", "/api/v1/experts")
        .summary("各级应急管理部门专家库里的专家")
        .query("q", "专业或单位名称的一部分，或完整的姓名")
        .query("state", "current 在库，former 已不在库")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<ExpertView>([rooms](Context const& context) -> Result<api::Page<ExpertView>> {
            auto const asked = api::page_request(context.request, 1);
            if (!asked) return unexpected<Error>(asked.error());
            auto const filter = family::expert_filter(context.request);
            if (!filter) return unexpected<Error>(filter.error());
            auto const after = asked->after.empty() ? std::string() : asked->after.front();
            auto lease = rooms.pool.lease();
            return api::make_page(
                rooms.service.experts(*lease, *filter, after, asked->fetch(), field::beijing_date(context.now)), *asked,
                [](ExpertView const& view) { return std::vector{view.id.text}; });
        });
}

api::Endpoint view(Rooms const& rooms) {
    return endpoint(Action::expert_view, "GET", "/api/v1/experts/{id}")
        .summary("专家：专业、现在和曾经的工作单位、聘期")
        .target(of_expert(rooms))
        .returns<ExpertView>([rooms](Context const& context) -> Result<api::Versioned<ExpertView>> {
            auto found = read(rooms, context);
            if (!found) return unexpected<Error>(std::move(found.error()));
            auto const version = found->version;
            return api::Versioned<ExpertView>{std::move(*found), version};
        });
}

api::Endpoint history(Rooms const& rooms) {
    return endpoint(Action::expert_view, "GET", "/api/v1/experts/{id}/history")
        .summary("专家入库、更新、出库，最新的在前")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .target(of_expert(rooms))
        .returns<HistoryItem>([rooms](Context const& context) { return family::history(rooms, context); });
}

api::Endpoint add(Rooms const& rooms) {
    return endpoint(Action::expert_keep, "POST", "/api/v1/experts")
        .summary("把专家列入本部门的专家库")
        .changes<ListExpert, IdAnswer>(201, [rooms](Context const& context, auto in) -> Result<ledger::Written> {
            if (auto const may = family::may_keep_experts(context); !may) return unexpected<Error>(may.error());
            return rooms.writer.apply(context.change(rooms.service.list_expert(context.who, std::move(in))));
        });
}

api::Endpoint change(Rooms const& rooms) {
    return endpoint(Action::expert_keep, "POST", "/api/v1/experts/{id}/changes")
        .summary("更新专家的专业、单位和聘期")
        .target(of_expert(rooms))
        .changes<ChangeExpert, IdAnswer>(201, [rooms](Context const& context, auto in) {
            return rooms.writer.apply(
                context.change(rooms.service.change_expert({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint strike(Rooms const& rooms) {
    return endpoint(Action::expert_keep, "POST", "/api/v1/experts/{id}/removal")
        .summary("把专家移出专家库")
        .target(of_expert(rooms))
        .changes<StrikeExpert, IdAnswer>(201, [rooms](Context const& context, auto in) {
            return rooms.writer.apply(
                context.change(rooms.service.strike_expert({context.capture("id")}, std::move(in))));
        });
}

}  // namespace

Result<ExpertFilter> family::expert_filter(http::Request const& request) {
    ExpertFilter out;
    out.text = request.query_value("q").value_or("");
    auto const state = request.query_value("state").value_or("");
    if (state.empty()) return out;
    ExpertState asked{};
    if (!boost::describe::enum_from_string(state.c_str(), asked))
        return wrong_field("/state", "choice", "应为 current 或 former");
    out.state = asked;
    return out;
}

std::vector<api::Endpoint> families::experts(Rooms const& rooms) {
    return {list(rooms), view(rooms), history(rooms), add(rooms), change(rooms), strike(rooms)};
}

}  // namespace anping::registry
