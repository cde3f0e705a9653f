// SPDX-License-Identifier: Apache-2.0
#include <anping/api/asked.hpp>
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
    YearPlans const& plans;
    ledger::Writer& writer;
    db::Pool& pool;
};

auto of_plan(Rooms const& rooms) { return family::whose<YearPlanId>(rooms.plans, rooms.pool); }

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::year_plan_view, "GET", "/api/v1/year-plans")
        .summary("年度检查计划，最新的在前")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<YearPlanSummary>([rooms](Context const& context) -> Result<api::Page<YearPlanSummary>> {
            auto const asked = api::page_of_entries(context.request);
            if (!asked) return unexpected<Error>(asked.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::year_plan_view);
            return api::make_page(rooms.plans.plans(*lease, sees, asked->before, asked->fetch()), *asked,
                                  [](YearPlanSummary const& row) { return std::vector{std::to_string(row.entry)}; });
        });
}

api::Endpoint view(Rooms const& rooms) {
    return endpoint(Action::year_plan_view, "GET", "/api/v1/year-plans/{id}")
        .summary("一份年度检查计划：各机构的次数、理由、已做的次数，批准和变更")
        .target(of_plan(rooms))
        .returns<YearPlanView>([rooms](Context const& context) -> Result<api::Versioned<YearPlanView>> {
            auto lease = rooms.pool.lease();
            auto found = rooms.plans.plan(*lease, {context.capture("id")}, context.who);
            if (!found) return unexpected<Error>(std::move(found.error()));
            found->yours_to_approve =
                found->yours_to_approve && context.policy.ever(Action::year_plan_approve, context.who.role);
            auto const version = found->version;
            return api::Versioned<YearPlanView>{std::move(*found), version};
        });
}

api::Endpoint suggestions(Rooms const& rooms) {
    return endpoint(Action::year_plan_write, "GET", "/api/v1/year-plan-suggestions")
        .summary("本地和在本地执业的机构，按全覆盖、等级、重点名单各应检查几次，附条款")
        .returns<Suggestion>([rooms](Context const& context) -> Result<api::Page<Suggestion>> {
            auto lease = rooms.pool.lease();
            return api::Page<Suggestion>{rooms.plans.suggestions(*lease, context.who), std::nullopt};
        });
}

api::Endpoint coverage(Rooms const& rooms) {
    return endpoint(Action::year_plan_write, "GET", "/api/v1/coverage")
        .summary("全覆盖：本地和在本地执业的机构，谁查过、用什么方式、谁还没有")
        .query("from", "从哪天起，默认今年一月一日")
        .query("to", "到哪天，默认今天")
        .query("bureau", "本部门或者直接下级部门的编号，默认本部门")
        .returns<CoverageView>([rooms](Context const& context) -> Result<CoverageView> {
            auto const days = api::year_so_far(context.request, context.now);
            if (!days) return unexpected<Error>(days.error());
            std::optional<registry::BureauId> bureau;
            if (auto id = api::Asked(context.request).text("bureau")) bureau = registry::BureauId{std::move(*id)};
            auto lease = rooms.pool.lease();
            return rooms.plans.coverage(*lease, context.who, bureau, days->from, days->to);
        });
}

api::Endpoint coverage_below(Rooms const& rooms) {
    return endpoint(Action::year_plan_write, "GET", "/api/v1/coverage-below")
        .summary("直接下级部门的全覆盖：各有多少机构、覆盖了多少、超过频次上限的有多少")
        .query("from", "从哪天起，默认今年一月一日")
        .query("to", "到哪天，默认今天")
        .returns<BureauCoverage>([rooms](Context const& context) -> Result<api::Page<BureauCoverage>> {
            auto const days = api::year_so_far(context.request, context.now);
            if (!days) return unexpected<Error>(days.error());
            auto lease = rooms.pool.lease();
            return api::Page<BureauCoverage>{rooms.plans.coverage_below(*lease, context.who, days->from, days->to),
                                             std::nullopt};
        });
}

api::Endpoint proportions(Rooms const& rooms) {
    return endpoint(Action::year_plan_write, "GET", "/api/v1/inspection-proportions")
        .summary("本年各场景应查和已查的机构数：比例由本部门的年度计划或者当地条款设定")
        .returns<ProportionsView>([rooms](Context const& context) -> Result<ProportionsView> {
            auto lease = rooms.pool.lease();
            return rooms.plans.proportions(*lease, context.who);
        });
}

api::Endpoint write(Rooms const& rooms) {
    return endpoint(Action::year_plan_write, "POST", "/api/v1/year-plans")
        .summary("立年度检查计划")
        .changes<WriteYearPlan, IdAnswer>(201, [rooms](Context const& context, WriteYearPlan in) {
            return rooms.writer.apply(context.change(rooms.plans.write(context.who, std::move(in))));
        });
}

api::Endpoint approve(Rooms const& rooms) {
    return endpoint(Action::year_plan_approve, "POST", "/api/v1/year-plans/{id}/approval")
        .summary("批准计划，由立定或变更者以外的负责人")
        .target(of_plan(rooms))
        .changes<api::Nothing, IdAnswer>(201, [rooms](Context const& context, api::Nothing) {
            return rooms.writer.apply(context.change(rooms.plans.approve(context.who, {context.capture("id")})));
        });
}

api::Endpoint change(Rooms const& rooms) {
    return endpoint(Action::year_plan_write, "POST", "/api/v1/year-plans/{id}/changes")
        .summary("变更计划，写明理由；须再经批准")
        .target(of_plan(rooms))
        .changes<ChangeYearPlan, IdAnswer>(201, [rooms](Context const& context, ChangeYearPlan in) {
            return rooms.writer.apply(context.change(rooms.plans.change({context.capture("id")}, std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> year_plan_endpoints(YearPlans const& service, ledger::Writer& writer, db::Pool& pool) {
    Rooms const rooms{service, writer, pool};
    return {list(rooms),        view(rooms),  suggestions(rooms), coverage(rooms), coverage_below(rooms),
            proportions(rooms), write(rooms), approve(rooms),     change(rooms)};
}

}  // namespace anping::planning
