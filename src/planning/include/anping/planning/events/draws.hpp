// SPDX-License-Identifier: Apache-2.0
// What can happen to a draw.
#pragma once

#include <anping/planning/commands/draws.hpp>

namespace anping::planning {

// The digest of a secret of the platform's, by which a later everyday draw is made. Its subject is the bureau.
struct SeedAnnounced {
    static constexpr char const* kType = "planning.seed_announced";
    static constexpr std::int64_t kVersion = 1;
    std::string digest;
};
BOOST_DESCRIBE_STRUCT(SeedAnnounced, (), (digest))

// More tickets than one, as the book suggested them on that day; a Weigh of the same institution stands above it.
struct TicketsSuggested {
    registry::InstitutionId institution;
    std::int64_t weight = 1;
    std::string reason;
    std::string clause;
};
BOOST_DESCRIBE_STRUCT(TicketsSuggested, (), (institution, weight, reason, clause))

// What the strata of the plan were made by.
struct SplitFrom {
    SplitBy by = SplitBy::grade;
    std::optional<Text<1, 100>> column;
    std::optional<SourceFile> source;
};
BOOST_DESCRIBE_STRUCT(SplitFrom, (), (by, column, source))

struct DrawPlanned {
    static constexpr char const* kType = "planning.draw_planned";
    static constexpr std::int64_t kVersion = 1;
    registry::BureauId bureau;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    Text<2, 300> basis;
    DrawForm form = DrawForm::everyday;
    DrawScope scope = DrawScope::local;
    std::optional<field::Date> since;
    std::vector<Weigh> weights;
    draw::Plan plan;
    std::string plan_digest;
    std::vector<Text<1, 60>> participants;
    std::optional<std::string> announced;  // the seed of the everyday form
    std::optional<std::vector<TicketsSuggested>> suggested;
    std::optional<SplitFrom> split;
};
BOOST_DESCRIBE_STRUCT(DrawPlanned, (),
                      (bureau, region, authority, basis, form, scope, since, weights, plan, plan_digest, participants,
                       announced, suggested, split))

struct ShareCommitted {
    static constexpr char const* kType = "planning.share_committed";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t participant = 1;
    std::string commitment;
};
BOOST_DESCRIBE_STRUCT(ShareCommitted, (), (participant, commitment))

// From here nobody commits any more. `head`: the leaf of the last of so many entries, which holds the one before, and
// so on.
struct RevealingBegun {
    static constexpr char const* kType = "planning.revealing_begun";
    static constexpr std::int64_t kVersion = 1;
    std::string head;
    std::int64_t size = 0;
};
BOOST_DESCRIBE_STRUCT(RevealingBegun, (), (head, size))

struct ShareRevealed {
    static constexpr char const* kType = "planning.share_revealed";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t participant = 1;
    std::string share;
};
BOOST_DESCRIBE_STRUCT(ShareRevealed, (), (participant, share))

struct NumberEntered {
    static constexpr char const* kType = "planning.number_entered";
    static constexpr std::int64_t kVersion = 1;
    std::string number;
};
BOOST_DESCRIBE_STRUCT(NumberEntered, (), (number))

struct DrawHeld {
    static constexpr char const* kType = "planning.draw_held";
    static constexpr std::int64_t kVersion = 1;
    draw::Inputs inputs;
    std::string seed;
    std::vector<draw::StratumDrawn> outcome;
};
BOOST_DESCRIBE_STRUCT(DrawHeld, (), (inputs, seed, outcome))

// The outcome is everybody's from here on: an unannounced inspection comes first.
struct DrawPublished {
    static constexpr char const* kType = "planning.draw_published";
    static constexpr std::int64_t kVersion = 1;
};
BOOST_DESCRIBE_STRUCT(DrawPublished, (), ())

struct DrawVoided {
    static constexpr char const* kType = "planning.draw_voided";
    static constexpr std::int64_t kVersion = 1;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(DrawVoided, (), (reason))

}  // namespace anping::planning
