// SPDX-License-Identifier: Apache-2.0
#include <anping/practice/endpoints.hpp>

#include "families.hpp"
#include "family.hpp"

namespace anping::practice {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

api::Endpoint file_report(Rooms const& rooms) {
    return endpoint(Action::report_file, "POST", "/api/v1/projects/{id}/reports")
        .summary("提交报告的一个版本")
        .target(family::of_project(rooms))
        .changes<FileReport, Answer>(201, [rooms](Context const& context, FileReport in) {
            return rooms.writer.apply(
                context.change(rooms.service.file_report(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint sign_review(Rooms const& rooms) {
    return endpoint(Action::report_sign, "POST", "/api/v1/projects/{id}/reviews")
        .summary("审核确认：针对所读版本的摘要")
        .target(family::of_project(rooms))
        .reauthenticated()
        .changes<SignReview, Answer>(201, [rooms](Context const& context, SignReview in) {
            return rooms.writer.apply(
                context.change(rooms.service.sign_review(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint publish(Rooms const& rooms) {
    return endpoint(Action::report_publish, "POST", "/api/v1/projects/{id}/publication")
        .summary("公开报告：给出与文件字节绑定的公开编号")
        .target(family::of_project(rooms))
        .changes<PublishReport, Answer>(201, [rooms](Context const& context, PublishReport in) {
            return rooms.writer.apply(
                context.change(rooms.service.publish_report(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint give_opinions(Rooms const& rooms) {
    return endpoint(Action::report_sign, "POST", "/api/v1/projects/{id}/opinions")
        .summary("审核人提出意见，逐条答复后才能确认")
        .target(family::of_project(rooms))
        .changes<GiveOpinions, Answer>(201, [rooms](Context const& context, GiveOpinions in) {
            return rooms.writer.apply(
                context.change(rooms.service.give_opinions(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint answer_opinions(Rooms const& rooms) {
    return endpoint(Action::opinion_answer, "POST", "/api/v1/projects/{id}/opinion-answers")
        .summary("逐条答复审核意见")
        .target(family::of_project(rooms))
        .changes<AnswerOpinions, Answer>(201, [rooms](Context const& context, AnswerOpinions in) {
            return rooms.writer.apply(
                context.change(rooms.service.answer_opinions({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint withdraw(Rooms const& rooms) {
    return endpoint(Action::report_publish, "POST", "/api/v1/projects/{id}/withdrawal")
        .summary("撤回已公开的报告：编号保留，注明已撤回")
        .target(family::of_project(rooms))
        .reauthenticated()
        .changes<WithdrawReport, Answer>(201, [rooms](Context const& context, WithdrawReport in) {
            return rooms.writer.apply(
                context.change(rooms.service.withdraw_report({context.capture("id")}, std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> families::reports(Rooms const& rooms) {
    return {file_report(rooms),     sign_review(rooms), give_opinions(rooms),
            answer_opinions(rooms), publish(rooms),     withdraw(rooms)};
}

}  // namespace anping::practice
