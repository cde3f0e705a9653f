// SPDX-License-Identifier: Apache-2.0
// From a plan and a seed to who is drawn. The rule DRAW1:
//   commitment = SM3(canonical {"by", "draw", "share"}), a share being 32 random bytes in lower-case hex
//   seed       = SM3(canonical {"draw", "head", "plan", "public", "rule", "shares"}); plan and head in hex, shares in
//   the order
//                of the participants, those withheld left out
//   ticket     = SM3(seed || label || 0x00 || id || 0x00 || decimal number of the ticket, from 1)
//                a candidate's label is "candidate"; a member's is the pool's id, 0x00, the candidate's id, with one
//                ticket
// The lowest ticket of each is compared as bytes, then the identity. Canonical JSON: RFC 8785.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <anping/draw/plan.hpp>

namespace anping::draw {

std::string commitment(std::string_view draw, std::string_view by, std::string_view share);
std::string announcement(std::string_view share);

struct Participant {
    Label by;
    std::string commitment;
    std::optional<std::string> share;      // none: not revealed in time
    std::optional<std::string> announced;  // SM3 of the share's hex, made public before there was a plan
};
BOOST_DESCRIBE_STRUCT(Participant, (), (by, commitment, share, announced))

struct Inputs {
    std::string head;  // of the ledger when nobody could choose any more, hex
    std::vector<Participant> participants;
    std::string number;  // the public one, as it was announced
};
BOOST_DESCRIBE_STRUCT(Inputs, (), (head, participants, number))

crypto::Digest seed(Plan const& plan, Inputs const& inputs);

struct Skipped {
    Key member;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Skipped, (), (member, reason))

struct Sent {
    Key pool;
    std::vector<Key> members;      // fewer than asked where there are no more
    std::vector<Skipped> skipped;  // whom the rank would have sent, and why not
};
BOOST_DESCRIBE_STRUCT(Sent, (), (pool, members, skipped))

struct Drawn {
    Key candidate;
    std::vector<Sent> sent;
};
BOOST_DESCRIBE_STRUCT(Drawn, (), (candidate, sent))

struct StratumDrawn {
    Key stratum;
    Listed<Drawn> drawn;
    Listed<Key> reserve;
};
BOOST_DESCRIBE_STRUCT(StratumDrawn, (), (stratum, drawn, reserve))

// Of a plan that was checked.
std::vector<StratumDrawn> outcome(Plan const& plan, crypto::Digest const& seed);

// A draw as it is published.
struct Paper {
    std::string rule;
    Plan plan;
    std::string plan_digest;
    Inputs inputs;
    std::string seed;
    std::vector<StratumDrawn> outcome;
};
BOOST_DESCRIBE_STRUCT(Paper, (), (rule, plan, plan_digest, inputs, seed, outcome))

Paper paper(Plan plan, Inputs inputs);
// What of it does not follow from the rest, in words; none: it was drawn as it says.
std::vector<std::string> replay(Paper const& paper);

}  // namespace anping::draw
