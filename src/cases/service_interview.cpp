// SPDX-License-Identifier: Apache-2.0
#include <anping/cases/service.hpp>

#include <fmt/format.h>

#include "errors.hpp"
#include "noting.hpp"
#include "queries_followup.hpp"
#include "queries_interview.hpp"

namespace anping::cases {
namespace {

constexpr std::int64_t kOwn = 100;

auto unknown_invitation() { return fail(ErrorCode::not_found, "cases.no_invitation", "没有这份约谈邀请"); }

// A change of one invitation: its state is loaded, the rule decides.
template <class In, class Rule>
Decision on_invitation(InvitationId id, In in, Rule rule) {
    return [id = std::move(id), in = std::move(in), rule](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const state = queries::invitation_state(tx.session(), id);
        if (!state) return unknown_invitation();
        return decided(rule(in, *state, tx.now()));
    };
}

}  // namespace

Decision Service::invite(access::Principal who, InviteToTalk in) const {
    return [this, who = std::move(who), in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        if (!with_.directory.institution(tx.session(), in.institution))
            return wrong_field("/institution", "institution", "名录中没有这家机构");
        if (in.of) {
            auto const target = queries::target(tx.session(), *in.of);
            if (!target || target->unit != who.unit) return wrong_field("/of", "case", "没有这个案件");
        }
        return decided(cases::invite({fmt::format("YQ-{:08}", tx.next_seq())}, in, who, tx.now()));
    };
}

Decision Service::answer_invitation(InvitationId id, AnswerInvitation in) const {
    return on_invitation(std::move(id), std::move(in), cases::answer_invitation);
}

Decision Service::set_invitation_time(InvitationId id, SetInvitationTime in) const {
    return on_invitation(std::move(id), std::move(in), cases::set_invitation_time);
}

Decision Service::end_invitation(access::Principal who, InvitationId id, EndInvitation in) const {
    return [this, who = std::move(who), id = std::move(id),
            in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const state = queries::invitation_state(tx.session(), id);
        if (!state) return unknown_invitation();
        auto documents = received(with_, who.account.text, in.documents);
        if (!documents) return unexpected<Error>(std::move(documents.error()));
        TalkId const talk{fmt::format("YT-{:08}", tx.next_seq())};
        Noted names{{}, {}, std::move(*documents), {}};
        if (in.outcome == InvitationOutcome::held) names.officers = noted(with_.personal, tx, talk.text, in.officers);
        return decided(cases::end_invitation(in, *state, talk, std::move(names), tx.now()));
    };
}

Decision Service::remark_talk(access::Principal who, TalkId id, RemarkTalk in) const {
    return [who = std::move(who), id = std::move(id),
            in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        if (!queries::talk_target(tx.session(), id))
            return fail(ErrorCode::not_found, "cases.no_talk", "没有这次约谈或通报");
        return decided(cases::remark_talk(id, in, {who.unit}));
    };
}

Result<access::Target> Service::target(db::Session& session, InvitationId const& id) const {
    auto out = queries::invitation_target(session, id);
    if (!out) return unknown_invitation();
    return std::move(*out);
}

void Service::tell(db::Session& session, std::vector<InvitationView>& rows) const {
    Names names(with_.directory);
    for (auto& row : rows) {
        names.add(row.bureau_name);
        names.add(row.institution_name);
    }
    names.put(session);
}

std::vector<InvitationView> Service::invitations(db::Session& session, access::Visibility const& sees,
                                                 std::int64_t before, std::int64_t limit) const {
    auto out = queries::invitations(session, sees, with_.clock.now(), before, limit);
    tell(session, out);
    return out;
}

std::vector<InvitationView> Service::own_invitations(db::Session& session,
                                                     registry::InstitutionId const& institution) const {
    auto out = queries::invitations_of(session, institution, with_.clock.now(), kOwn);
    tell(session, out);
    return out;
}

std::vector<OwnTalk> Service::own_talks(db::Session& session, registry::InstitutionId const& institution) const {
    auto out = queries::talks_of(session, institution, kOwn);
    Names names(with_.directory);
    for (auto& row : out) {
        names.add(row.bureau_name);
        for (auto& one : row.remarks) names.add(one.institution_name);
    }
    names.put(session);
    return out;
}

}  // namespace anping::cases
