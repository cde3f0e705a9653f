// SPDX-License-Identifier: Apache-2.0
#include "rooms.hpp"

namespace anping::cases {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

api::Endpoint record(Rooms const& rooms) {
    return endpoint(Action::case_handle, "POST", "/api/v1/cases/{id}/steps")
        .summary("登记一个步骤：日期、执法人员、文书；次序不合、逾期的照录并注明")
        .target(of_case(rooms))
        .changes<RecordStep, IdAnswer>(201, [rooms](Context const& context, RecordStep in) {
            return rooms.writer.apply(
                context.change(rooms.service.record(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint record_decision(Rooms const& rooms) {
    return endpoint(Action::case_handle, "POST", "/api/v1/cases/{id}/recorded-decision")
        .summary("登记执法系统作出的处罚决定")
        .target(of_case(rooms))
        .changes<MakeDecision, IdAnswer>(201, [rooms](Context const& context, MakeDecision in) {
            return rooms.writer.apply(
                context.change(rooms.service.record_decision(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint reliance(Rooms const& rooms) {
    return endpoint(Action::case_handle, "POST", "/api/v1/cases/{id}/reliances")
        .summary("登记采信本案报告的许可怎样处理")
        .target(of_case(rooms))
        .changes<HandleReliance, IdAnswer>(201, [rooms](Context const& context, HandleReliance in) {
            return rooms.writer.apply(
                context.change(rooms.service.handle_reliance({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint judge_earlier(Rooms const& rooms) {
    return endpoint(Action::case_handle, "POST", "/api/v1/cases/{id}/earlier-judgements")
        .summary("此前的一件处罚决定与本案是不是不同事实，写明理由；答为不同事实的才计入移送公安机关的次数")
        .target(of_case(rooms))
        .changes<JudgeEarlier, IdAnswer>(201, [rooms](Context const& context, JudgeEarlier in) {
            return rooms.writer.apply(
                context.change(rooms.service.judge_earlier({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint answer(Rooms const& rooms) {
    return endpoint(Action::case_answer, "POST", "/api/v1/cases/{id}/defences")
        .summary("当事人（机构、企业）陈述、申辩，或者要求听证")
        .target(of_case(rooms))
        .changes<AnswerNotice, IdAnswer>(201, [rooms](Context const& context, AnswerNotice in) {
            return rooms.writer.apply(
                context.change(rooms.service.answer(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint own(Rooms const& rooms) {
    return endpoint(Action::case_answer, "GET", "/api/v1/own-cases")
        .summary("已经告知本单位的处罚案件，最新的在前")
        .returns<OwnCase>([rooms](Context const& context) -> Result<api::Page<OwnCase>> {
            auto lease = rooms.pool.lease();
            return api::Page<OwnCase>{rooms.service.own(*lease, context.who.unit), std::nullopt};
        });
}

}  // namespace

std::vector<api::Endpoint> step_endpoints(Rooms const& rooms) {
    return {record(rooms), record_decision(rooms), reliance(rooms), judge_earlier(rooms), answer(rooms), own(rooms)};
}

}  // namespace anping::cases
