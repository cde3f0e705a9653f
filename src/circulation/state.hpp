// SPDX-License-Identifier: Apache-2.0
// What a decision knows of a slip, and of who decides.
#pragma once

#include <anping/circulation/events.hpp>

namespace anping::circulation {

struct Line {
    std::int64_t number = 0;
    Recipient asked;
    bool open = true;
    bool received = false;
};

struct State {
    SlipId id;
    SlipKind kind = SlipKind::transfer;
    Matter matter;
    Recipient from;
    std::optional<access::AccountId> sent_for;
    std::vector<Line> lines;
};

// Who acts, and whose work is theirs today because they are the deputy.
struct Hand {
    access::Principal who;
    std::vector<access::AccountId> stands_in_for;
};

// Whose desk a slip to a whole bureau lies on: those who hand work out.
constexpr bool takes_for_the_bureau(access::Role role) noexcept {
    return role == access::Role::clerk || role == access::Role::section_head || role == access::Role::permit_officer;
}

// The absent officer in whose stead; nothing: for oneself or for the bureau.
using ActedFor = std::optional<access::AccountId>;
// Whether what was asked of `asked` is this hand's to do, and for whom.
std::optional<ActedFor> does(Hand const& hand, Recipient const& asked);

}  // namespace anping::circulation
