// SPDX-License-Identifier: Apache-2.0
#include <anping/text/passages.hpp>

#include <algorithm>

namespace anping::text {
namespace {

constexpr int kMoreThanChance = 14;      // characters of the window, besides the seed
constexpr double kLeast = 16;            // score of an alignment
constexpr std::uint32_t kApart = 100;    // characters of `a` between two parts of a passage
constexpr std::uint32_t kAround = 2000;  // characters of the source one passage comes from
constexpr std::int64_t kBeside = 48;     // diagonals an alignment is wide

bool holds(Passage const& one, Hit const& hit, std::uint32_t from) {
    auto const b = hit.b - from;
    if (hit.a < one.a_from || hit.a >= one.a_to || b < one.b_from || b >= one.b_to) return false;
    auto const drift = (static_cast<std::int64_t>(hit.a) - one.a_from) - (static_cast<std::int64_t>(b) - one.b_from);
    return drift >= -kBeside && drift <= kBeside;
}

}  // namespace

void fetch(std::span<Code const> b, Hit const& hit) noexcept {
    __builtin_prefetch(b.data() + hit.b - kReach);
    __builtin_prefetch(b.data() + hit.b + kReach);
}

bool Finder::likely(std::span<Code const> a, std::span<Code const> b, Hit const& hit) const noexcept {
    return near_(a.data() + hit.a, b.data() + hit.b) >= kMoreThanChance;
}

std::optional<Passage> Finder::at(std::span<Code const> a, std::span<Code const> b, std::uint32_t from,
                                  std::uint32_t to, Hit const& hit) {
    auto const source = b.subspan(from, to - from);
    auto const before = aligner_.backward(a.first(hit.a), source.first(hit.b - from));
    auto const after = aligner_.forward(a.subspan(hit.a), source.subspan(hit.b - from));
    if (before.score + after.score < kLeast) return std::nullopt;
    return Passage{hit.a - before.a,
                   hit.a + after.a,
                   hit.b - from - before.b,
                   hit.b - from + after.b,
                   before.differences + after.differences,
                   before.score + after.score};
}

void Finder::find(std::span<Code const> a, std::span<Code const> b, std::uint32_t from, std::uint32_t to,
                  std::span<Hit const> hits, std::vector<Passage>& out) {
    open_.clear();
    for (auto const& hit : hits) {
        std::erase_if(open_, [&](std::size_t one) { return out[one].b_to <= hit.b - from; });
        if (std::ranges::any_of(open_, [&](std::size_t one) { return holds(out[one], hit, from); })) continue;
        if (!likely(a, b, hit)) continue;
        auto const found = at(a, b, from, to, hit);
        if (!found) continue;
        open_.push_back(out.size());
        out.push_back(*found);
    }
}

namespace {

// Characters of `one` that `until` does not reach, as a share of it.
double beyond(Passage const& one, std::uint32_t until) {
    if (until <= one.a_from) return 1;
    if (until >= one.a_to) return 0;
    return static_cast<double>(one.a_to - until) / (one.a_to - one.a_from);
}

bool follows(Passage const& whole, Passage const& part) {
    if (part.a_from > whole.a_to + kApart) return false;
    auto const from = std::min(whole.b_from, part.b_from);
    auto const to = std::max(whole.b_to, part.b_to);
    return to - from <= std::max(kAround, 2 * (std::max(whole.a_to, part.a_to) - whole.a_from));
}

void join(Passage& whole, Passage const& part) {
    auto const share = beyond(part, whole.a_to);
    whole.score += share * part.score;
    whole.differences += static_cast<std::uint32_t>(share * part.differences);
    whole.a_to = std::max(whole.a_to, part.a_to);
    whole.b_from = std::min(whole.b_from, part.b_from);
    whole.b_to = std::max(whole.b_to, part.b_to);
}

}  // namespace

std::vector<Passage> merged(std::vector<Passage> alignments, double least) {
    std::ranges::sort(alignments, [](Passage const& x, Passage const& y) {
        return std::pair(x.a_from, x.b_from) < std::pair(y.a_from, y.b_from);
    });
    std::vector<Passage> out;
    for (auto const& part : alignments) {
        auto const whole =
            std::find_if(out.rbegin(), out.rend(), [&](Passage const& one) { return follows(one, part); });
        if (whole == out.rend()) out.push_back(part);
        else join(*whole, part);
    }
    std::erase_if(out, [&](Passage const& one) { return one.score < least; });
    return out;
}

}  // namespace anping::text
