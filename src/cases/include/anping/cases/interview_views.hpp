// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/cases/followup_views.hpp>
#include <anping/cases/interviews.hpp>

namespace anping::cases {

enum class InvitationStage { invited, confirmed, asked, held, missed, called_off };
BOOST_DESCRIBE_ENUM(InvitationStage, invited, confirmed, asked, held, missed, called_off)

enum class InvitationAct { comes, other_time, time_set, held, missed, called_off };
BOOST_DESCRIBE_ENUM(InvitationAct, comes, other_time, time_set, held, missed, called_off)

struct InvitationActView {
    InvitationAct act = InvitationAct::comes;
    std::string text;
    std::optional<Timestamp> time;  // proposed, or set
    Timestamp at;                   // recorded
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(InvitationActView, (), (act, text, time, at, entry))

struct InvitationView {
    InvitationId id;
    registry::BureauId bureau;
    std::string bureau_name;
    registry::InstitutionId institution;
    std::string institution_name;
    InvitationStage stage = InvitationStage::invited;
    std::string title;
    std::string basis;
    std::string facts;
    std::optional<CaseId> of;
    Timestamp at;  // as it stands now
    std::string place;
    std::string hosts;
    std::string expected;
    bool past = false;  // its time is, and nobody said how it ended
    std::vector<InvitationActView> acts;
    std::optional<TalkId> talk;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(InvitationView, (),
                      (id, bureau, bureau_name, institution, institution_name, stage, title, basis, facts, of, at,
                       place, hosts, expected, past, acts, talk, entry))

// A talk as one of its institutions sees it: nothing of the others.
struct OwnTalk {
    TalkId id;
    std::string bureau_name;
    TalkKind kind = TalkKind::interview;
    std::string title;
    std::string basis;
    std::string facts;
    field::Date on;
    std::optional<std::string> demands;
    std::optional<field::Date> due;
    std::optional<field::Date> closed_on;
    std::optional<std::string> outcome;
    std::vector<TalkRemarkView> remarks;  // its own
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(OwnTalk, (),
                      (id, bureau_name, kind, title, basis, facts, on, demands, due, closed_on, outcome, remarks,
                       entry))

}  // namespace anping::cases
