// SPDX-License-Identifier: Apache-2.0
// What happens from the officers' arrival on.
#include "families.hpp"
#include "family.hpp"

namespace anping::inspection {
namespace {

using access::Action;
using api::Context;
using api::endpoint;
using family::IdAnswer;

auto of_inspection(Rooms const& rooms) { return family::whose<InspectionId>(rooms); }

api::Endpoint begin(Rooms const& rooms) {
    return endpoint(Action::inspection_handle, "POST", "/api/v1/inspections/{id}/visit")
        .summary("执法人员到场，检查开始；检查表从此固定")
        .target(of_inspection(rooms))
        .changes<BeginVisit, IdAnswer>(201, [rooms](Context const& context, BeginVisit in) {
            return rooms.writer.apply(context.change(rooms.service.begin({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint answer_items(Rooms const& rooms) {
    return endpoint(Action::inspection_handle, "POST", "/api/v1/inspections/{id}/answers")
        .summary("检查表逐项的结果与证据；同一项以后填的为准")
        .target(of_inspection(rooms))
        .changes<AnswerItems, IdAnswer>(201, [rooms](Context const& context, AnswerItems in) {
            return rooms.writer.apply(
                context.change(rooms.service.answer_items(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint find_problem(Rooms const& rooms) {
    return endpoint(Action::inspection_handle, "POST", "/api/v1/inspections/{id}/problems")
        .summary("发现一个问题：事实与所依据的条款")
        .target(of_inspection(rooms))
        .changes<FindProblem, IdAnswer>(201, [rooms](Context const& context, FindProblem in) {
            return rooms.writer.apply(
                context.change(rooms.service.find_problem(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint withdraw_problem(Rooms const& rooms) {
    return endpoint(Action::inspection_handle, "POST", "/api/v1/inspections/{id}/problem-withdrawals")
        .summary("撤销一个问题，写明理由")
        .target(of_inspection(rooms))
        .changes<WithdrawProblem, IdAnswer>(201, [rooms](Context const& context, WithdrawProblem in) {
            return rooms.writer.apply(
                context.change(rooms.service.withdraw_problem({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint record_refusal(Rooms const& rooms) {
    return endpoint(Action::inspection_handle, "POST", "/api/v1/inspections/{id}/refusal")
        .summary("记录拒绝检查")
        .target(of_inspection(rooms))
        .changes<RecordRefusal, IdAnswer>(201, [rooms](Context const& context, RecordRefusal in) {
            return rooms.writer.apply(
                context.change(rooms.service.record_refusal(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint sign(Rooms const& rooms) {
    return endpoint(Action::inspection_handle, "POST", "/api/v1/inspections/{id}/signatures")
        .summary("执法人员签字；记录被检查单位在纸上签字或者拒签")
        .target(of_inspection(rooms))
        .changes<SignResult, IdAnswer>(201, [rooms](Context const& context, SignResult in) {
            return rooms.writer.apply(
                context.change(rooms.service.sign(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint close(Rooms const& rooms) {
    return endpoint(Action::inspection_handle, "POST", "/api/v1/inspections/{id}/closing")
        .summary("结束检查，写明结论")
        .target(of_inspection(rooms))
        .changes<CloseInspection, IdAnswer>(201, [rooms](Context const& context, CloseInspection in) {
            return rooms.writer.apply(context.change(rooms.service.close({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint acknowledge(Rooms const& rooms) {
    return endpoint(Action::inspection_answer, "POST", "/api/v1/inspections/{id}/acknowledgement")
        .summary("被检查单位用自己的账号确认检查结果")
        .target(of_inspection(rooms))
        .changes<AcknowledgeResult, IdAnswer>(201, [rooms](Context const& context, AcknowledgeResult in) {
            return rooms.writer.apply(
                context.change(rooms.service.acknowledge({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint make_statement(Rooms const& rooms) {
    return endpoint(Action::inspection_answer, "POST", "/api/v1/inspections/{id}/statements")
        .summary("被检查单位对一个问题作出说明")
        .target(of_inspection(rooms))
        .changes<MakeStatement, IdAnswer>(201, [rooms](Context const& context, MakeStatement in) {
            return rooms.writer.apply(
                context.change(rooms.service.make_statement(context.who, {context.capture("id")}, std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> families::visits(Rooms const& rooms) {
    return {begin(rooms), answer_items(rooms), find_problem(rooms), withdraw_problem(rooms), record_refusal(rooms),
            sign(rooms),  close(rooms),        acknowledge(rooms),  make_statement(rooms)};
}

}  // namespace anping::inspection
