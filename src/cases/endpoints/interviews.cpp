// SPDX-License-Identifier: Apache-2.0
#include "rooms.hpp"

namespace anping::cases {
namespace {

using access::Action;
using api::Context;
using api::endpoint;

api::Endpoint list(Rooms const& rooms) {
    return endpoint(Action::case_view, "GET", "/api/v1/talk-invitations")
        .summary("警示约谈的邀请：时间、地点、机构的答复和结果，最新的在前")
        .query("cursor", "上一页给出的 next")
        .query("limit", "每页行数，1 到 200")
        .returns<InvitationView>([rooms](Context const& context) -> Result<api::Page<InvitationView>> {
            auto const asked = api::page_of_entries(context.request);
            if (!asked) return unexpected<Error>(asked.error());
            auto lease = rooms.pool.lease();
            auto const sees = context.policy.visibility(context.who, Action::case_view);
            return api::make_page(rooms.service.invitations(*lease, sees, asked->before, asked->fetch()), *asked,
                                  [](InvitationView const& row) { return std::vector{std::to_string(row.entry)}; });
        });
}

api::Endpoint invite(Rooms const& rooms) {
    return endpoint(Action::case_handle, "POST", "/api/v1/talk-invitations")
        .summary("邀请一家机构接受警示约谈：事由、依据、时间、地点、参加的人")
        .changes<InviteToTalk, IdAnswer>(201, [rooms](Context const& context, InviteToTalk in) {
            return rooms.writer.apply(context.change(rooms.service.invite(context.who, std::move(in))));
        });
}

api::Endpoint set_time(Rooms const& rooms) {
    return endpoint(Action::case_handle, "POST", "/api/v1/talk-invitations/{id}/times")
        .summary("改定约谈的时间、地点，或者不予改期：写明理由")
        .target(of_followup<InvitationTag>(rooms))
        .changes<SetInvitationTime, IdAnswer>(201, [rooms](Context const& context, SetInvitationTime in) {
            return rooms.writer.apply(
                context.change(rooms.service.set_invitation_time({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint end(Rooms const& rooms) {
    return endpoint(Action::case_handle, "POST", "/api/v1/talk-invitations/{id}/end")
        .summary("约谈已举行（同时登记记录）、机构未到，或者取消")
        .target(of_followup<InvitationTag>(rooms))
        .changes<EndInvitation, IdAnswer>(201, [rooms](Context const& context, EndInvitation in) {
            return rooms.writer.apply(
                context.change(rooms.service.end_invitation(context.who, {context.capture("id")}, std::move(in))));
        });
}

api::Endpoint answer(Rooms const& rooms) {
    return endpoint(Action::case_answer, "POST", "/api/v1/talk-invitations/{id}/answers")
        .summary("被约谈的机构确认到场，或者说明理由请求改期")
        .target(of_followup<InvitationTag>(rooms))
        .changes<AnswerInvitation, IdAnswer>(201, [rooms](Context const& context, AnswerInvitation in) {
            return rooms.writer.apply(
                context.change(rooms.service.answer_invitation({context.capture("id")}, std::move(in))));
        });
}

api::Endpoint own(Rooms const& rooms) {
    return endpoint(Action::case_answer, "GET", "/api/v1/own-talk-invitations")
        .summary("本机构收到的约谈邀请，最新的在前")
        .returns<InvitationView>([rooms](Context const& context) -> Result<api::Page<InvitationView>> {
            auto lease = rooms.pool.lease();
            return api::Page<InvitationView>{rooms.service.own_invitations(*lease, {context.who.unit}), std::nullopt};
        });
}

api::Endpoint own_talks(Rooms const& rooms) {
    return endpoint(Action::case_answer, "GET", "/api/v1/own-talks")
        .summary("对本机构的约谈记录与通报，最新的在前")
        .returns<OwnTalk>([rooms](Context const& context) -> Result<api::Page<OwnTalk>> {
            auto lease = rooms.pool.lease();
            return api::Page<OwnTalk>{rooms.service.own_talks(*lease, {context.who.unit}), std::nullopt};
        });
}

api::Endpoint remark(Rooms const& rooms) {
    return endpoint(Action::case_answer, "POST", "/api/v1/talks/{id}/remarks")
        .summary("机构对约谈记录、通报补充自己的意见")
        .target(of_followup<TalkTag>(rooms))
        .changes<RemarkTalk, IdAnswer>(201, [rooms](Context const& context, RemarkTalk in) {
            return rooms.writer.apply(
                context.change(rooms.service.remark_talk(context.who, {context.capture("id")}, std::move(in))));
        });
}

}  // namespace

std::vector<api::Endpoint> interview_endpoints(Rooms const& rooms) {
    return {list(rooms),   invite(rooms), set_time(rooms),  end(rooms),
            answer(rooms), own(rooms),    own_talks(rooms), remark(rooms)};
}

}  // namespace anping::cases
