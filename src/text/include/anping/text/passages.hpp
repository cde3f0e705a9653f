// SPDX-License-Identifier: Apache-2.0
// From the places two texts share to the passages one took from the other.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include <anping/text/align.hpp>

namespace anping::text {

// A seed both have: its first character in either. For a search `b` counts in the text of all sources.
struct Hit {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
};

struct Passage {
    std::uint32_t a_from = 0;
    std::uint32_t a_to = 0;
    std::uint32_t b_from = 0;
    std::uint32_t b_to = 0;
    std::uint32_t differences = 0;
    double score = 0;
};

// Whether the one lies in the other on both sides.
constexpr bool holds(Passage const& whole, Passage const& one) noexcept {
    return whole.a_from <= one.a_from && one.a_to <= whole.a_to && whole.b_from <= one.b_from && one.b_to <= whole.b_to;
}

// Sure enough to be looked into, to be suspected, and to be held against somebody (design: 0 of 9,923 at 60 were
// wrong).
inline constexpr double kLead = 36;
inline constexpr double kSuspected = 45;
inline constexpr double kEstablished = 60;

// Begins to read what `likely` looks at.
void fetch(std::span<Code const> b, Hit const& hit) noexcept;

// Both texts have kMargin readable bytes before and after. One thread uses one.
class Finder {
public:
    explicit Finder(Vector vector = best_vector(), double drop = kDrop) : near_(near_with(vector)), aligner_(drop) {}
    // Of one source, which lies at `from` to `to` of `b`; `hits` ascend by `b`. The alignments, ascending by `b_from`;
    // their places in `b` count from `from`.
    // Whether the two have more in common around a hit than chance.
    bool likely(std::span<Code const> a, std::span<Code const> b, Hit const& hit) const noexcept;
    // The alignment through one that is; nothing when it scores less than an alignment does.
    std::optional<Passage> at(std::span<Code const> a, std::span<Code const> b, std::uint32_t from, std::uint32_t to,
                              Hit const& hit);
    void find(std::span<Code const> a, std::span<Code const> b, std::uint32_t from, std::uint32_t to,
              std::span<Hit const> hits, std::vector<Passage>& out);

private:
    Near near_;
    Aligner aligner_;
    std::vector<std::size_t> open_;
};

// Alignments that follow one another in `a`, from about the same part of the source in any order, are one passage. What
// is left scores at least `least`; ascending by `a_from`.
std::vector<Passage> merged(std::vector<Passage> alignments, double least);

}  // namespace anping::text
