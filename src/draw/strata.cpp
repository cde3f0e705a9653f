// SPDX-License-Identifier: Apache-2.0
#include <anping/draw/strata.hpp>

#include <algorithm>
#include <tuple>

namespace anping::draw {
namespace {

struct Left {
    std::int64_t total = 0;
    std::int64_t candidates = 0;
};

// Those whose share is below the least have it and are out of the sharing, which makes the others' shares smaller:
// until nobody's is.
std::vector<Portion*> sharing(std::vector<Portion>& all, std::int64_t least, Left& left) {
    std::vector<Portion*> out;
    for (auto& one : all)
        if (one.candidates > 0) out.push_back(&one);
    for (bool again = true; again;) {
        Left const now = left;
        again = std::erase_if(out, [&](Portion* one) {
                    if (now.total * one->candidates >= least * now.candidates) return false;
                    one->take = std::min(least, one->candidates);
                    left.total = std::max<std::int64_t>(0, left.total - one->take);
                    left.candidates -= one->candidates;
                    return true;
                }) > 0;
    }
    return out;
}

void by_largest_remainder(std::vector<Portion*> among, Left const& of) {
    if (among.empty()) return;
    auto left = of.total;
    for (auto* one : among) {
        one->take = of.total * one->candidates / of.candidates;
        left -= one->take;
    }
    std::ranges::sort(among, {}, [&](Portion const* one) {
        return std::tuple(-(of.total * one->candidates % of.candidates), -one->candidates, one->stratum);
    });
    for (auto* one : among) {
        if (left == 0) return;
        ++one->take;
        --left;
    }
}

}  // namespace

std::vector<Portion> in_proportion(std::vector<Sized> const& strata, std::int64_t total, std::int64_t least) {
    Left left;
    std::vector<Portion> out;
    out.reserve(strata.size());
    for (auto const& one : strata) {
        out.push_back({one.stratum, std::max<std::int64_t>(0, one.candidates), 0, 0});
        left.candidates += out.back().candidates;
    }
    left.total = std::clamp<std::int64_t>(total, 0, left.candidates);
    if (left.candidates == 0) return out;
    for (auto& one : out) one.hundredths = left.total * one.candidates * 100 / left.candidates;
    auto const among = sharing(out, least, left);
    by_largest_remainder(among, left);
    return out;
}

}  // namespace anping::draw
