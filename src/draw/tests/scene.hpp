// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <random>

#include <anping/draw/draw.hpp>

namespace anping::draw {

struct Weighted {
    std::string id;
    std::int64_t weight = 1;
};

inline Plan plan_of(std::vector<Weighted> const& candidates, std::int64_t take, std::int64_t reserve = 0) {
    Plan out;
    out.draw = {"SJ-00000001"};
    out.title = {"2026 年第四季度双随机抽查"};
    for (auto const& one : candidates) out.candidates.push_back({{one.id}, {one.id + " 机构"}, {"全部"}, one.weight});
    out.strata.push_back({{"全部"}, take, reserve});
    return out;
}

inline std::vector<Weighted> alike(int count) {
    std::vector<Weighted> out;
    for (int i = 1; i <= count; ++i) out.push_back({"J-" + std::to_string(i), 1});
    return out;
}

// Invented randomness, the same in every run.
class Chance {
public:
    explicit Chance(std::uint64_t start) : next_(start) {}
    crypto::Digest bytes() {
        crypto::Digest out;
        for (auto& byte : out) byte = static_cast<std::uint8_t>(next_());
        return out;
    }
    std::uint64_t below(std::uint64_t end) { return next_() % end; }

private:
    std::mt19937_64 next_;
};

inline std::vector<std::string> ids(StratumDrawn const& drawn) {
    std::vector<std::string> out;
    for (auto const& one : drawn.drawn) out.push_back(one.candidate.value);
    return out;
}

inline std::vector<std::string> drawn_by(Plan const& plan, crypto::Digest const& seed) {
    return ids(outcome(plan, seed).front());
}

}  // namespace anping::draw
