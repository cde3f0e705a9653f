// SPDX-License-Identifier: Apache-2.0
#include "rules_interview.hpp"

#include "errors.hpp"

namespace anping::cases {
namespace {

auto over() { return not_now("这次约谈已经举行、登记未到或者取消"); }

Result<void> check_ahead(Timestamp at, Timestamp now) {
    if (at <= now) return wrong_field("/at", "past", "约谈时间应当晚于现在");
    return {};
}

TalkRecorded record_of(EndInvitation const& in, InvitationState const& state, Noted noted) {
    auto const& invited = state.invited;
    TalkRecorded out;
    out.bureau = invited.bureau;
    out.region = invited.region;
    out.authority = invited.authority;
    out.kind = TalkKind::interview;
    out.title = invited.title;
    out.institutions = {invited.institution};
    out.of = invited.of;
    out.basis = invited.basis;
    out.facts = in.text.value;
    out.on = in.on;
    if (in.demands) out.demands = in.demands->value;
    out.due = in.due;
    out.officers = std::move(noted.officers);
    out.documents = std::move(noted.documents);
    out.invitation = state.id;
    return out;
}

}  // namespace

Result<Events> invite(InvitationId const& id, InviteToTalk const& in, access::Principal const& who, Timestamp now) {
    if (auto fine = check_ahead(in.at, now); !fine) return unexpected<Error>(std::move(fine.error()));
    TalkInvited out{{who.unit},     who.region, who.authority, in.institution, in.title.value, in.basis.value,
                    in.facts.value, in.of,      in.at,         in.place.value, in.hosts.value, in.expected.value};
    return Events{ledger::event(id.text, out)};
}

Result<Events> answer_invitation(AnswerInvitation const& in, InvitationState const& state, Timestamp now) {
    if (!state.open()) return over();
    InvitationAnswered out;
    out.answer = in.answer;
    if (in.answer == InvitationAnswer::other_time) {
        if (!in.text) return wrong_field("/text", "required", "请写明改期的理由");
        if (in.proposed && *in.proposed <= now) return wrong_field("/proposed", "past", "希望的时间应当晚于现在");
        out.proposed = in.proposed;
    }
    if (in.text) out.text = in.text->value;
    return Events{ledger::event(state.id.text, out)};
}

Result<Events> set_invitation_time(SetInvitationTime const& in, InvitationState const& state, Timestamp now) {
    if (!state.open()) return over();
    if (auto fine = check_ahead(in.at, now); !fine) return unexpected<Error>(std::move(fine.error()));
    return Events{ledger::event(state.id.text, InvitationTimeSet{in.at, in.place.value, in.text.value})};
}

Result<Events> end_invitation(EndInvitation const& in, InvitationState const& state, TalkId const& talk, Noted noted,
                              Timestamp now) {
    if (!state.open()) return over();
    if (in.on > field::beijing_date(now)) return wrong_field("/on", "future", "不能晚于今天");
    if (in.due && *in.due < in.on) return wrong_field("/due", "order", "期限不能早于当日");
    if (in.outcome == InvitationOutcome::missed && now < state.at) return not_now("约谈时间还没有到，不能登记机构未到");
    InvitationEnded ended{in.outcome, in.on, in.text.value, {}};
    if (in.outcome != InvitationOutcome::held) return Events{ledger::event(state.id.text, ended)};
    ended.talk = talk;
    return Events{ledger::event(state.id.text, ended),
                  ledger::event(talk.text, record_of(in, state, std::move(noted)))};
}

Result<Events> remark_talk(TalkId const& id, RemarkTalk const& in, registry::InstitutionId const& who) {
    return Events{ledger::event(id.text, TalkRemarked{who, in.text.value})};
}

}  // namespace anping::cases
