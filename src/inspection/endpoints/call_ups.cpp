// SPDX-License-Identifier: Apache-2.0
#include "families.hpp"
#include "family.hpp"

namespace anping::inspection {
namespace {

using access::Action;
using api::Context;
using api::endpoint;
using family::IdAnswer;

auto of_call_up(Rooms const& rooms) {
    return [rooms](Context const& context) -> Result<access::Target> {
        auto lease = rooms.pool.lease();
        return rooms.call_ups.target(*lease, {context.capture("id")}, context.who);
    };
}

// A change of one call-up, by what was asked.
template <class In>
api::Endpoint change(Rooms const& rooms, Action action, char const* path, char const* summary,
                     Decision (CallUps::*decide)(access::Principal, CallUpId, In) const) {
    return endpoint(action, "POST", std::string("/api/v1/call-ups/{id}/") + path)
        .summary(summary)
        .target(of_call_up(rooms))
        .template changes<In, IdAnswer>(201, [rooms, decide](Context const& context, In in) {
            return rooms.writer.apply(
                context.change((rooms.call_ups.*decide)(context.who, CallUpId{context.capture("id")}, std::move(in))));
        });
}

std::vector<std::pair<char const*, char const*>> const& filter_fields() {
    static std::vector<std::pair<char const*, char const*>> const fields{
        {"state",
         "called 已调阅，reviewing 专家评审中，reviewed 意见已齐，concluded 已有结论，withdrawn 已撤回，overdue "
         "材料逾期未交"},
        {"institution", "机构编号"},
        {"bureau", "部门编号"},
        {"report", "报告编号"},
        {"campaign", "专项名称"}};
    return fields;
}

Result<CallUpFilter> filter_of(http::Request const& request) {
    api::Asked asked(request);
    CallUpFilter out;
    out.state = asked.word<CallUpState>("state");
    if (auto id = asked.text("institution")) out.institution = registry::InstitutionId{*id};
    if (auto id = asked.text("bureau")) out.bureau = registry::BureauId{*id};
    if (auto id = asked.text("report")) out.report = practice::ReportId{*id};
    out.campaign = asked.text("campaign");
    if (asked.error()) return unexpected<Error>(*asked.error());
    return out;
}

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::call_up_view, "GET", "/api/v1/call-ups")
        .summary("报告调阅，最新的在前；机构看到本机构的，专家看到请自己评审的")
        .queries(filter_fields())
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<CallUpSummary>([rooms](Context const& context) -> Result<api::Page<CallUpSummary>> {
            auto const page = api::page_of_entries(context.request);
            if (!page) return unexpected<Error>(page.error());
            auto const filter = filter_of(context.request);
            if (!filter) return unexpected<Error>(filter.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::call_up_view);
            return api::make_page(
                rooms.call_ups.call_ups(*lease, sees, context.who, *filter, page->before, page->fetch()), *page,
                [](CallUpSummary const& row) { return std::vector{std::to_string(row.entry)}; });
        });
}

api::Endpoint view(Rooms const& rooms) {
    return endpoint(Action::call_up_view, "GET", "/api/v1/call-ups/{id}")
        .summary("一次报告调阅：材料、评审专家、意见、结论；各人只看到可以知道的")
        .target(of_call_up(rooms))
        .returns<CallUpView>([rooms](Context const& context) -> Result<api::Versioned<CallUpView>> {
            auto lease = rooms.pool.lease();
            auto found = rooms.call_ups.call_up(*lease, {context.capture("id")}, context.who);
            if (!found) return unexpected<Error>(std::move(found.error()));
            auto const version = found->version;
            return api::Versioned<CallUpView>{std::move(*found), version};
        });
}

api::Endpoint file(Rooms const& rooms) {
    return endpoint(Action::call_up_view, "GET", "/api/v1/call-ups/{id}/files/{sm3}")
        .summary("调阅中提交的一个文件，原件；评审专家在结论之前也取得报告和项目的证明资料")
        .target(of_call_up(rooms))
        .returns<http::Response>([rooms](Context const& context) -> Result<http::Response> {
            auto lease = rooms.pool.lease();
            return family::stored(
                rooms, rooms.call_ups.file(*lease, {context.capture("id")}, context.capture("sm3"), context.who));
        });
}

api::Endpoint agreement(Rooms const& rooms) {
    return endpoint(Action::call_up_view, "GET", "/api/v1/call-up-agreement")
        .summary("两位专家各自评审的一致程度：逐种情形的一致率、科恩 kappa 与 95% 区间；部门看本级和下级的")
        .queries(filter_fields())
        .returns<AgreementView>([rooms](Context const& context) -> Result<AgreementView> {
            auto const filter = filter_of(context.request);
            if (!filter) return unexpected<Error>(filter.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::call_up_view);
            return rooms.call_ups.agreement(*lease, sees, context.who, *filter);
        });
}

api::Endpoint accounts(Rooms const& rooms) {
    return endpoint(Action::call_up_handle, "GET", "/api/v1/call-up-accounts")
        .summary("专家的账号：请专家评审时选择")
        .returns<ReviewerAccount>([rooms](Context const&) -> Result<api::Page<ReviewerAccount>> {
            auto lease = rooms.pool.lease();
            return api::Page<ReviewerAccount>{rooms.call_ups.accounts(*lease), std::nullopt};
        });
}

api::Endpoint call_up(Rooms const& rooms) {
    return endpoint(Action::call_up_handle, "POST", "/api/v1/call-ups")
        .summary("调阅辖区内项目的一份报告；平台上没有的过程控制材料，写明要哪些、何时提交")
        .changes<CallUpReport, IdAnswer>(201, [rooms](Context const& context, CallUpReport in) {
            return rooms.writer.apply(context.change(rooms.call_ups.call_up(context.who, std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> families::call_ups(Rooms const& rooms) {
    return {
        list(rooms),
        view(rooms),
        file(rooms),
        agreement(rooms),
        accounts(rooms),
        call_up(rooms),
        change(rooms, Action::call_up_answer, "materials", "机构提交材料和说明", &CallUps::hand_in),
        change(rooms, Action::call_up_handle, "reviewers", "请专家各自评审，至少两位", &CallUps::assign),
        change(rooms, Action::call_up_handle, "reliefs", "解除一位还没有提交意见的专家，写明理由", &CallUps::relieve),
        change(rooms, Action::call_up_opine, "opinions", "专家提交意见：四种情形逐项；提交后不能更改",
               &CallUps::give_opinion),
        change(rooms, Action::call_up_handle, "further-opinions", "意见齐了以后，请一位专家补充意见，写明理由",
               &CallUps::ask_again),
        change(rooms, Action::call_up_handle, "conclusion", "作出结论；与专家意见不一致的写明为什么",
               &CallUps::conclude),
        change(rooms, Action::call_up_handle, "withdrawal", "撤回调阅，写明理由", &CallUps::withdraw)};
}

}  // namespace anping::inspection
