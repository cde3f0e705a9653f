// SPDX-License-Identifier: Apache-2.0
#include "score.hpp"

#include <algorithm>
#include <cstdio>
#include <set>

namespace anping::judge {
namespace {

struct Range {
    std::uint32_t from;
    std::uint32_t to;
};

std::uint32_t both(Range one, Range other) {
    auto const from = std::max(one.from, other.from);
    auto const to = std::min(one.to, other.to);
    return to > from ? to - from : 0;
}

// How much of `whole` the ranges cover together.
std::uint32_t covered(Range whole, std::vector<Range> ranges) {
    std::ranges::sort(ranges, {}, &Range::from);
    std::uint32_t out = 0;
    auto at = whole.from;
    for (auto const& one : ranges) {
        auto const from = std::max(one.from, at);
        auto const to = std::min(one.to, whole.to);
        if (to <= from) continue;
        out += to - from;
        at = to;
    }
    return out;
}

}  // namespace

void Score::add(Set const& set, std::uint32_t query, text::Folded const& folded, forensics::Segment const& segment,
                std::vector<forensics::Found> const& found) {
    std::vector<Told> told;
    for (auto const& source : found)
        for (auto const& one : source.passages)
            told.push_back({folded.origin[one.a_from], folded.origin[one.a_to - 1] + 1,
                            static_cast<std::uint32_t>(segment.id(source.doc) - 1), one.score});
    auto const plants = set.plants.find(query);
    auto const zones = set.zones.find(query);
    std::vector<Plant> const none;
    for (auto& tier : tiers_) {
        std::vector<Told> enough;
        std::ranges::copy_if(told, std::back_inserter(enough),
                             [&](Told const& one) { return one.score >= tier.least; });
        auto const& planted = plants == set.plants.end() ? none : plants->second;
        add_plants(tier, planted, enough);
        add_told(tier, set, planted, zones->second, enough);
    }
}

void Score::add_plants(Tier& tier, std::vector<Plant> const& plants, std::vector<Told> const& told) {
    // What has several carriers is one passage.
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Plant const*>> passages;
    for (auto const& plant : plants) passages[{plant.from, plant.to}].push_back(&plant);
    for (auto const& [at, carriers] : passages) {
        Range const whole{at.first, at.second};
        bool const found = std::ranges::any_of(carriers, [&](Plant const* plant) {
            std::vector<Range> ranges;
            for (auto const& one : told)
                if (one.source == plant->source) ranges.push_back({one.from, one.to});
            return 2 * covered(whole, std::move(ranges)) >= whole.to - whole.from;
        });
        auto& level = tier.levels[carriers.front()->level];
        ++level.all;
        level.found += found ? 1 : 0;
        if (whole.to - whole.from >= 300) continue;
        ++tier.brief.all;
        tier.brief.found += found ? 1 : 0;
    }
}

void Score::add_told(Tier& tier, Set const& set, std::vector<Plant> const& plants, std::vector<Zone> const& zones,
                     std::vector<Told> const& told) {
    for (auto const& one : told) {
        Range const range{one.from, one.to};
        std::vector<Range> own;
        std::vector<Range> any;
        for (auto const& plant : plants) {
            any.push_back({plant.from, plant.to});
            // Of a clone all is copied, its author's template with it, which others of that author's reports have too.
            bool const clone = plant.level == "V20" || plant.level == "V21";
            auto const& author = set.reports[plant.source].institution;
            if (clone && set.reports[one.source].institution == author) any.back() = range;
            if (plant.source == one.source) own.push_back(any.back());
        }
        auto const half = (range.to - range.from + 1) / 2;
        if (covered(range, own) >= half) {
            ++tier.right;
            continue;
        }
        if (covered(range, any) >= half) {
            ++tier.other;
            continue;
        }
        std::map<std::string, std::uint32_t> types;
        for (auto const& zone : zones) types[zone.type] += both(range, {zone.from, zone.to});
        auto const most = std::ranges::max_element(types, {}, [](auto const& type) { return type.second; });
        ++tier.wrong[most == types.end() ? "nothing" : most->first];
    }
}

void Score::print() const {
    for (auto const& tier : tiers_) {
        Count whole;
        for (auto const& [level, count] : tier.levels) {
            if (level == "V15") continue;  // rows of tables are not compared as text
            whole.all += count.all;
            whole.found += count.found;
        }
        int wrong = 0;
        for (auto const& [type, count] : tier.wrong) wrong += count;
        auto const all = tier.right + tier.other + wrong;
        std::printf(
            "score %.0f: recall %.4f (%d of %d; brief %d of %d), precision %.4f (%d right, %d of another source, %d "
            "wrong)\n",
            tier.least, static_cast<double>(whole.found) / std::max(1, whole.all), whole.found, whole.all,
            tier.brief.found, tier.brief.all, static_cast<double>(tier.right + tier.other) / std::max(1, all),
            tier.right, tier.other, wrong);
        std::printf("   ");
        for (auto const& [level, count] : tier.levels) std::printf(" %s %d/%d", level.c_str(), count.found, count.all);
        std::printf("\n   ");
        for (auto const& [type, count] : tier.wrong) std::printf(" wrongly %s %d", type.c_str(), count);
        std::printf("\n");
    }
}

}  // namespace anping::judge
