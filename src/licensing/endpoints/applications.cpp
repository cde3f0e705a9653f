// SPDX-License-Identifier: Apache-2.0
#include <anping/api/asked.hpp>
#include <anping/licensing/endpoints.hpp>

#include <anping/api/paging.hpp>

#include "lists.hpp"

namespace anping::licensing {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

struct Rooms {
    Service const& service;
    ledger::Writer& writer;
    db::Pool& pool;
};

struct IdAnswer {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(IdAnswer, (), (id))

auto of_application(Rooms const& rooms) {
    return [rooms](Context const& context) -> Result<access::Target> {
        auto lease = rooms.pool.lease();
        return rooms.service.target(*lease, ApplicationId{context.capture("id")});
    };
}

std::optional<registry::InstitutionId> institution_of(access::Principal const& who) {
    if (who.unit_kind != access::UnitKind::institution) return std::nullopt;
    return registry::InstitutionId{who.unit};
}

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::application_view, "GET", "/api/v1/applications")
        .summary("许可申请，未决定的在前，期限近的在前")
        .queries(application_filter_fields())
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<ApplicationSummary>([rooms](Context const& context) -> Result<api::Page<ApplicationSummary>> {
            auto const asked = api::page_request(context.request, 1);
            if (!asked) return unexpected<Error>(asked.error());
            auto const filter = application_filter(context.request);
            if (!filter) return unexpected<Error>(filter.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::application_view);
            auto const after = asked->after.empty() ? std::string() : asked->after.front();
            return api::make_page(rooms.service.applications(*lease, sees, *filter, after, asked->fetch()), *asked,
                                  [](ApplicationSummary const& row) { return std::vector{row.turn}; });
        });
}

api::Endpoint view(Rooms const& rooms) {
    return endpoint(Action::application_view, "GET", "/api/v1/applications/{id}")
        .summary("许可申请：依据的报告、补正通知、期限、决定")
        .target(of_application(rooms))
        .returns<ApplicationView>([rooms](Context const& context) -> Result<api::Versioned<ApplicationView>> {
            auto lease = rooms.pool.lease();
            auto found = rooms.service.application(*lease, {context.capture("id")}, institution_of(context.who));
            if (!found) return unexpected<Error>(std::move(found.error()));
            auto const version = found->version;
            return api::Versioned<ApplicationView>{std::move(*found), version};
        });
}

api::Endpoint history(Rooms const& rooms) {
    return endpoint(Action::application_view, "GET", "/api/v1/applications/{id}/timeline")
        .summary("许可申请的时间线，最新的在前；按规则而变的日子没有账本条目")
        .target(of_application(rooms))
        .returns<HistoryItem>([rooms](Context const& context) -> Result<api::Page<HistoryItem>> {
            auto lease = rooms.pool.lease();
            return api::Page<HistoryItem>{
                rooms.service.history(*lease, {context.capture("id")}, institution_of(context.who)), std::nullopt};
        });
}

api::Endpoint receive(Rooms const& rooms) {
    return endpoint(Action::application_receive, "POST", "/api/v1/applications")
        .summary("登记企业提交的许可申请及其依据的报告")
        .changes<ReceiveApplication, IdAnswer>(
            201, [rooms](Context const& context, ReceiveApplication in) -> Result<ledger::Written> {
                {
                    auto lease = rooms.pool.lease();
                    auto const where = rooms.service.target(*lease, in.enterprise);
                    if (!where) return unexpected<Error>(where.error());
                    if (auto may = context.policy.decide(context.who, Action::application_receive, *where); !may)
                        return unexpected<Error>(std::move(may.error()));
                }
                return rooms.writer.apply(context.change(rooms.service.receive(std::move(in))));
            });
}

api::Endpoint accept(Rooms const& rooms) {
    return endpoint(Action::application_handle, "POST", "/api/v1/applications/{id}/acceptance")
        .summary("受理")
        .target(of_application(rooms))
        .changes<AcceptApplication, IdAnswer>(201, [rooms](Context const& context, AcceptApplication in) {
            return rooms.writer.apply(context.change(rooms.service.accept({context.capture("id")}, in)));
        });
}

api::Endpoint link_report(Rooms const& rooms) {
    return endpoint(Action::application_handle, "POST", "/api/v1/applications/{id}/reports")
        .summary("关联一份报告")
        .target(of_application(rooms))
        .changes<LinkReport, IdAnswer>(201, [rooms](Context const& context, LinkReport in) {
            return rooms.writer.apply(
                context.change(rooms.service.link_report({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint review_report(Rooms const& rooms) {
    return endpoint(Action::application_handle, "POST", "/api/v1/applications/{id}/report-reviews")
        .summary("审核所依据的报告")
        .target(of_application(rooms))
        .changes<ReviewReport, IdAnswer>(201, [rooms](Context const& context, ReviewReport in) {
            return rooms.writer.apply(
                context.change(rooms.service.review_report({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint demand_correction(Rooms const& rooms) {
    return endpoint(Action::application_handle, "POST", "/api/v1/applications/{id}/corrections")
        .summary("向机构发出补正通知，抄送申请人")
        .target(of_application(rooms))
        .changes<DemandCorrection, IdAnswer>(201, [rooms](Context const& context, DemandCorrection in) {
            return rooms.writer.apply(
                context.change(rooms.service.demand_correction({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint answer_correction(Rooms const& rooms) {
    return endpoint(Action::correction_answer, "POST", "/api/v1/applications/{id}/correction-answers")
        .summary("机构答复补正通知")
        .target(of_application(rooms))
        .changes<AnswerCorrection, IdAnswer>(201, [rooms](Context const& context, AnswerCorrection in) {
            return rooms.writer.apply(context.change(
                rooms.service.answer_correction({context.capture("id")}, {context.who.unit}, std::move(in))));
        });
}

api::Endpoint close_correction(Rooms const& rooms) {
    return endpoint(Action::application_handle, "POST", "/api/v1/applications/{id}/correction-closings")
        .summary("补正完成")
        .target(of_application(rooms))
        .changes<CloseCorrection, IdAnswer>(201, [rooms](Context const& context, CloseCorrection in) {
            return rooms.writer.apply(
                context.change(rooms.service.close_correction({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint put_on_agenda(Rooms const& rooms) {
    return endpoint(Action::application_handle, "POST", "/api/v1/applications/{id}/agenda")
        .summary("列入办公会议议程")
        .target(of_application(rooms))
        .changes<PutOnAgenda, IdAnswer>(201, [rooms](Context const& context, PutOnAgenda in) {
            return rooms.writer.apply(context.change(rooms.service.put_on_agenda({context.capture("id")}, in)));
        });
}

api::Endpoint decide(Rooms const& rooms) {
    return endpoint(Action::application_decide, "POST", "/api/v1/applications/{id}/decision")
        .summary("作出决定，写明理由")
        .target(of_application(rooms))
        .reauthenticated()
        .changes<Decide, IdAnswer>(201, [rooms](Context const& context, Decide in) {
            return rooms.writer.apply(context.change(rooms.service.decide({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint counts(Rooms const& rooms) {
    return endpoint(Action::register_view, "GET", "/api/v1/permit-counts")
        .summary("各地各年的许可：收到、决定、暂缓上会、提请负责人决定，其中机构未按时补正、仍按法定期限决定的")
        .query("region", "六位地区代码：列出其下一级；不填为全国")
        .returns<PermitCount>([rooms](Context const& context) -> Result<api::Page<PermitCount>> {
            api::Asked asked(context.request);
            auto const region = asked.region("region").value_or(field::RegionCode{"000000"});
            if (asked.error()) return unexpected<Error>(*asked.error());
            auto lease = rooms.pool.lease();
            return api::Page<PermitCount>{rooms.service.counts(*lease, region), std::nullopt};
        });
}

}  // namespace

std::vector<api::Endpoint> endpoints(Service const& service, ledger::Writer& writer, db::Pool& pool) {
    Rooms const rooms{service, writer, pool};
    return {list(rooms),
            view(rooms),
            history(rooms),
            receive(rooms),
            accept(rooms),
            link_report(rooms),
            review_report(rooms),
            demand_correction(rooms),
            answer_correction(rooms),
            close_correction(rooms),
            put_on_agenda(rooms),
            decide(rooms),
            counts(rooms),
            application_list(service, pool)};
}

}  // namespace anping::licensing
