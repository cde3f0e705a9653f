// SPDX-License-Identifier: Apache-2.0
// Decisions about invitations to a warning interview and remarks about one. Pure.
#pragma once

#include <anping/cases/interview_views.hpp>

#include "rules.hpp"

namespace anping::cases {

struct InvitationState {
    InvitationId id;
    TalkInvited invited;
    Timestamp at;  // as it stands now
    InvitationStage stage = InvitationStage::invited;

    bool open() const { return stage <= InvitationStage::asked; }
};

Result<Events> invite(InvitationId const& id, InviteToTalk const& in, access::Principal const& who, Timestamp now);
// The institution's own. Once the time is past it is received all the same.
Result<Events> answer_invitation(AnswerInvitation const& in, InvitationState const& state, Timestamp now);
Result<Events> set_invitation_time(SetInvitationTime const& in, InvitationState const& state, Timestamp now);
// `talk` is the record of one that was held.
Result<Events> end_invitation(EndInvitation const& in, InvitationState const& state, TalkId const& talk, Noted noted,
                              Timestamp now);
Result<Events> remark_talk(TalkId const& id, RemarkTalk const& in, registry::InstitutionId const& who);

}  // namespace anping::cases
