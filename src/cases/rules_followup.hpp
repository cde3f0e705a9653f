// SPDX-License-Identifier: Apache-2.0
// Decisions about listings, interviews and circulated notices. Pure.
#pragma once

#include <anping/cases/followups.hpp>

#include "rules.hpp"

namespace anping::cases {

struct ListingState {
    ListingId id;
    ListingProposed proposed;
    std::vector<ListingRecorded> steps = {};
    std::vector<OpenLimit> limits = {};
    bool annulled = false;  // the decision it rests on, since it was proposed

    // The last of told, listed, dropped, removed, restored.
    ListingStep stage() const;
    // Since then: whoever is listed or removed again is entered, published and struck off again.
    bool has(ListingStep step) const;
    // Early removal was asked for, and nothing is decided about it.
    bool asks() const;
    rulebook::Place place() const { return {proposed.region, proposed.authority}; }
};

// What of the case it rests on stands.
struct Ground {
    std::optional<registry::InstitutionId> institution;
    bool effective = false;
};

Result<Events> propose_listing(ListingId const& id, ProposeListing const& in, access::Principal const& who,
                               Ground const& ground, std::optional<ledger::Commitment> person, Noted noted,
                               Law const& law);
// Facts: what was told, entered, published, asked.
Result<Events> record_listing(RecordListing const& in, ListingState const& state, Noted noted, Law const& law);
// The bureau's own acts: listed, not listed, kept, removed, restored.
Result<Events> decide_listing(RecordListing const& in, ListingState const& state, Noted noted, Law const& law);
// The institution's own, from its account: on the day it says so, late or not.
Result<Events> answer_listing(AnswerListing const& in, ListingState const& state, Noted noted, Law const& law);
Result<Events> request_repair(RequestRepair const& in, ListingState const& state, Noted noted, Law const& law);
bool may_answer(ListingState const& state);  // it may be heard: told or listed, and not dropped or removed
bool in_force(ListingState const& state);
std::vector<ListingStep> next_steps(ListingState const& state);

Result<Events> record_talk(TalkId const& id, RecordTalk const& in, access::Principal const& who, Noted noted,
                           Law const& law);
Result<Events> close_talk(TalkId const& id, CloseTalk const& in, bool closed, Law const& law);

}  // namespace anping::cases
