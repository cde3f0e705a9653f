// SPDX-License-Identifier: Apache-2.0
#include "families.hpp"
#include "family.hpp"

namespace anping::inspection {

using access::Action;
using api::Context;
using api::endpoint;
using family::IdAnswer;

std::vector<std::pair<char const*, char const*>> const& family::order_filter_fields() {
    static std::vector<std::pair<char const*, char const*>> const fields{
        {"state",
         "open 整改中，to_recheck 待复查，overdue 逾期，escalated 提请上级督办，closed 已了结，withdrawn 已撤销"},
        {"institution", "机构编号"},
        {"bureau", "部门编号"},
        {"campaign", "专项名称"}};
    return fields;
}

Result<OrderFilter> family::order_filter(http::Request const& request) {
    api::Asked asked(request);
    OrderFilter out;
    out.state = asked.word<OrderState>("state");
    if (auto id = asked.text("institution")) out.institution = registry::InstitutionId{*id};
    if (auto id = asked.text("bureau")) out.bureau = registry::BureauId{*id};
    out.campaign = asked.text("campaign");
    if (asked.error()) return unexpected<Error>(*asked.error());
    return out;
}

namespace {

auto of_order(Rooms const& rooms) { return family::whose<OrderId>(rooms); }

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::rectification_view, "GET", "/api/v1/rectifications")
        .summary("整改文书，最新的在前")
        .queries(family::order_filter_fields())
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<OrderSummary>([rooms](Context const& context) -> Result<api::Page<OrderSummary>> {
            auto const page = api::page_of_entries(context.request);
            if (!page) return unexpected<Error>(page.error());
            auto const filter = family::order_filter(context.request);
            if (!filter) return unexpected<Error>(filter.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::rectification_view);
            return api::make_page(rooms.service.orders(*lease, sees, *filter, page->before, page->fetch()), *page,
                                  [](OrderSummary const& row) { return std::vector{std::to_string(row.entry)}; });
        });
}

api::Endpoint view(Rooms const& rooms) {
    return endpoint(Action::rectification_view, "GET", "/api/v1/rectifications/{id}")
        .summary("一份整改文书：各项、期限、证明、复查")
        .target(of_order(rooms))
        .returns<OrderView>([rooms](Context const& context) -> Result<api::Versioned<OrderView>> {
            auto lease = rooms.pool.lease();
            auto found = rooms.service.order(*lease, {context.capture("id")});
            if (!found) return unexpected<Error>(std::move(found.error()));
            auto const version = found->version;
            return api::Versioned<OrderView>{std::move(*found), version};
        });
}

api::Endpoint file(Rooms const& rooms) {
    return endpoint(Action::rectification_view, "GET", "/api/v1/rectifications/{id}/files/{sm3}")
        .summary("整改中的一个文件，原件")
        .target(of_order(rooms))
        .returns<http::Response>([rooms](Context const& context) { return family::file(rooms, context); });
}

api::Endpoint issue(Rooms const& rooms) {
    return endpoint(Action::rectification_handle, "POST", "/api/v1/rectifications")
        .summary("责令限期整改，或者发督促函")
        .changes<IssueOrder, IdAnswer>(201, [rooms](Context const& context, IssueOrder in) {
            return rooms.writer.apply(context.change(rooms.service.issue(context.who, std::move(in))));
        });
}

api::Endpoint give_proof(Rooms const& rooms) {
    return endpoint(Action::rectification_answer, "POST", "/api/v1/rectifications/{id}/proofs")
        .summary("被责令单位提交一项的整改证明")
        .target(of_order(rooms))
        .changes<GiveProof, IdAnswer>(201, [rooms](Context const& context, GiveProof in) {
            return rooms.writer.apply(
                context.change(rooms.service.give_proof(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint recheck(Rooms const& rooms) {
    return endpoint(Action::rectification_handle, "POST", "/api/v1/rectifications/{id}/rechecks")
        .summary("复查一项")
        .target(of_order(rooms))
        .changes<RecheckItem, IdAnswer>(201, [rooms](Context const& context, RecheckItem in) {
            return rooms.writer.apply(
                context.change(rooms.service.recheck(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint extend(Rooms const& rooms) {
    return endpoint(Action::rectification_handle, "POST", "/api/v1/rectifications/{id}/extensions")
        .summary("一项延期，写明理由")
        .target(of_order(rooms))
        .changes<ExtendDeadline, IdAnswer>(201, [rooms](Context const& context, ExtendDeadline in) {
            return rooms.writer.apply(context.change(rooms.service.extend({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint withdraw(Rooms const& rooms) {
    return endpoint(Action::rectification_handle, "POST", "/api/v1/rectifications/{id}/withdrawal")
        .summary("撤销，写明理由")
        .target(of_order(rooms))
        .changes<WithdrawOrder, IdAnswer>(201, [rooms](Context const& context, WithdrawOrder in) {
            return rooms.writer.apply(context.change(rooms.service.withdraw({context.capture("id")}, std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> families::orders(Rooms const& rooms) {
    return {list(rooms),       view(rooms),    file(rooms),   issue(rooms),
            give_proof(rooms), recheck(rooms), extend(rooms), withdraw(rooms)};
}

}  // namespace anping::inspection
