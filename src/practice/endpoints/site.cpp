// SPDX-License-Identifier: Apache-2.0
#include <anping/practice/endpoints.hpp>

#include "families.hpp"
#include "family.hpp"

namespace anping::practice {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

api::Endpoint view(Rooms const& rooms) {
    return endpoint(Action::project_view, "GET", "/api/v1/projects/{id}/site")
        .summary("交换意见、措施建议及整改、企业确认")
        .target(family::of_project(rooms))
        .returns<SiteView>([rooms](Context const& context) -> Result<SiteView> {
            auto lease = rooms.pool.lease();
            return rooms.service.site(*lease, {context.capture("id")});
        });
}

api::Endpoint exchange(Rooms const& rooms) {
    return endpoint(Action::survey_record, "POST", "/api/v1/projects/{id}/exchanges")
        .summary("与委托方交换意见")
        .target(family::of_project(rooms))
        .changes<ExchangeViews, Answer>(201, [rooms](Context const& context, ExchangeViews in) {
            return rooms.writer.apply(
                context.change(rooms.service.exchange_views(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint propose(Rooms const& rooms) {
    return endpoint(Action::survey_record, "POST", "/api/v1/projects/{id}/measures")
        .summary("提出问题和措施建议")
        .target(family::of_project(rooms))
        .changes<ProposeMeasures, Answer>(201, [rooms](Context const& context, ProposeMeasures in) {
            return rooms.writer.apply(
                context.change(rooms.service.propose_measures({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint answer(Rooms const& rooms) {
    return endpoint(Action::measure_answer, "POST", "/api/v1/projects/{id}/measure-answers")
        .summary("企业答复措施建议：采纳与否、完成情况")
        .target(family::of_project(rooms))
        .changes<AnswerMeasures, Answer>(201, [rooms](Context const& context, AnswerMeasures in) {
            return rooms.writer.apply(
                context.change(rooms.service.answer_measures(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint recheck(Rooms const& rooms) {
    return endpoint(Action::survey_record, "POST", "/api/v1/projects/{id}/rechecks")
        .summary("整改复核")
        .target(family::of_project(rooms))
        .changes<RecheckMeasures, Answer>(201, [rooms](Context const& context, RecheckMeasures in) {
            return rooms.writer.apply(
                context.change(rooms.service.recheck_measures(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint confirm_site(Rooms const& rooms) {
    return endpoint(Action::site_confirm, "POST", "/api/v1/projects/{id}/site-confirmations")
        .summary("企业确认：现场人员与项目组一致、资料真实盖章、委派的专人")
        .target(family::of_project(rooms))
        .changes<ConfirmSite, Answer>(201, [rooms](Context const& context, ConfirmSite in) {
            return rooms.writer.apply(
                context.change(rooms.service.confirm_site(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint spot_check(Rooms const& rooms) {
    return endpoint(Action::spot_check, "POST", "/api/v1/projects/{id}/spot-checks")
        .summary("对进行中的项目监督抽查")
        .target(family::of_project(rooms))
        .changes<RecordSpotCheck, Answer>(201, [rooms](Context const& context, RecordSpotCheck in) {
            return rooms.writer.apply(
                context.change(rooms.service.record_spot_check(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint confirm_report(Rooms const& rooms) {
    return endpoint(Action::site_confirm, "POST", "/api/v1/projects/{id}/report-confirmations")
        .summary("企业核对报告与项目一致")
        .target(family::of_project(rooms))
        .changes<ConfirmReport, Answer>(201, [rooms](Context const& context, ConfirmReport in) {
            return rooms.writer.apply(
                context.change(rooms.service.confirm_report({context.capture("id")}, std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> families::site(Rooms const& rooms) {
    return {view(rooms),    exchange(rooms),     propose(rooms),        answer(rooms),
            recheck(rooms), confirm_site(rooms), confirm_report(rooms), spot_check(rooms)};
}

}  // namespace anping::practice
