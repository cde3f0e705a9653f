// SPDX-License-Identifier: Apache-2.0
// Decisions about the list of those watched more closely: state, command, law, day in; events or a refusal out. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/access/identity.hpp>
#include <anping/base/result.hpp>
#include <anping/ledger/entry.hpp>
#include <anping/planning/key_list.hpp>

namespace anping::planning {

struct ListingState {
    ListingId id;
    ListingProposed proposed;
    ListingStage stage = ListingStage::proposed;
    std::optional<field::Date> until = {};
    bool objection_open = false;

    rulebook::Place place() const { return {proposed.region, proposed.authority}; }
};

struct ListingGrounds {
    rulebook::Law const& law;
    field::Date today;
};

// A price that an officer suspects, and has not taken back.
struct PriceKnown {
    std::string id;  // of the conclusion
    field::Date concluded_on;
    std::string project;
    std::string facts;
};

struct InstitutionKnown {
    registry::InstitutionId id;
    std::optional<RatingKnown> rating;
    std::vector<DecisionKnown> decisions;  // of the year before
    std::vector<PriceKnown> prices;
};

// What the platform sees by itself: each with the key under which it is proposed once.
struct Seen {
    ProposeListing proposal;
    std::string key;
};
// None where the place has no such list.
std::vector<Seen> seen(InstitutionKnown const& known, rulebook::Place const& place, ListingGrounds const& with);

// "信用评级靠后", as the clause calls it.
std::string trigger_name(rulebook::Law const& law, rulebook::Place const& place, field::Date today, Trigger trigger);

Result<ledger::Event> propose(ProposeListing const& in, std::string key, ListingId const& id,
                              access::Principal const& who, ListingGrounds const& with);
Result<ledger::Event> confirm(ConfirmListing const& in, ListingState const& state, ListingGrounds const& with);
Result<ledger::Event> decline(EndListing const& in, ListingState const& state);
Result<ledger::Event> object(ObjectToListing const& in, ListingState const& state, ListingGrounds const& with);
Result<ledger::Event> answer(AnswerObjection const& in, ListingState const& state);
Result<ledger::Event> remove(EndListing const& in, ListingState const& state);

}  // namespace anping::planning
