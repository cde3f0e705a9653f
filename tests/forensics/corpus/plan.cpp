// SPDX-License-Identifier: Apache-2.0
#include "plan.hpp"

#include <algorithm>
#include <cmath>

namespace corpus {

namespace {

constexpr double kLengthSigma = 0.35;
constexpr double kSameEnterprise = 0.1;  // indexed reports on an enterprise another one is on too
constexpr double kClones = 0.05;
constexpr double kRefilings = 0.05;
constexpr std::size_t kMostPlants = 6;
constexpr double kShortestPlant = 150;
constexpr double kLongestPlant = 3000;
constexpr std::size_t kQueriesOfFamily = 3;

constexpr Level kLevels[] = {Level::kVerbatim,      Level::kNames,       Level::kShuffled, Level::kTenth,
                             Level::kFifth,         Level::kThreeTenths, Level::kWords25,  Level::kCombined,
                             Level::kNormalisation, Level::kWords40,     Level::kHuman,    Level::kRecognition,
                             Level::kPageHeaders,   Level::kNumbersKept, Level::kTableRows};

std::size_t share_of(std::size_t whole, double share) {
    return static_cast<std::size_t>(std::ceil(static_cast<double>(whole) * share));
}

// Lengths even on a logarithmic scale: short passages are the hard ones.
std::size_t plant_length(Level level, Rng& rng) {
    double const shortest = level == Level::kPageHeaders ? 900 : kShortestPlant;
    return static_cast<std::size_t>(shortest * std::pow(kLongestPlant / shortest, rng.unit()));
}

}  // namespace

Plan::Plan(Options const& options) : options_(options), queries_(options.queries) {
    if (options_.genre == Genre::kCross) return;
    Rng rng(derived(options_.seed, 2));
    order_copies(rng);
    order_families(rng);
}

void Plan::order_copies(Rng& rng) {
    std::vector<std::size_t> order(queries_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    rng.shuffle(order);
    std::size_t const clones = share_of(order.size(), kClones);
    std::size_t const refiled = clones + share_of(order.size(), kRefilings);
    std::vector<Level> deck;
    for (std::size_t i = 0; i < order.size(); ++i) {
        Query& query = queries_[order[i]];
        if (i < refiled) {
            query.kind = i < clones ? Query::Kind::kClone : Query::Kind::kRefiled;
            query.source = rng.below(options_.indexed);
            continue;
        }
        // Dealt from a deck, so that every level comes equally often.
        for (std::size_t left = rng.between(0, kMostPlants); left > 0; --left) {
            if (deck.empty()) deck.assign(std::begin(kLevels), std::end(kLevels)), rng.shuffle(deck);
            query.plants.push_back({deck.back(), plant_length(deck.back(), rng)});
            deck.pop_back();
        }
    }
}

void Plan::order_families(Rng& rng) {
    std::vector<std::size_t> fresh;
    for (std::size_t i = 0; i < queries_.size(); ++i) {
        if (queries_[i].kind == Query::Kind::kFresh) fresh.push_back(i);
    }
    for (std::size_t const size : {std::size_t{10}, std::size_t{100}, std::size_t{1000}}) {
        if (size * 2 > options_.indexed) break;
        std::size_t const families = size == 10 ? 4 : size == 100 ? 2 : 1;
        for (std::size_t k = 0; k < families; ++k) {
            Family family{"U" + std::to_string(size) + "-" + std::to_string(k + 1), {}};
            for (std::size_t report = 0, left = size; left > 0; ++report) {
                if (rng.below(options_.indexed - report) >= left) continue;
                family.carriers.push_back(report);
                --left;
            }
            rng.shuffle(fresh);
            for (std::size_t i = 0; i < std::min(kQueriesOfFamily, fresh.size()); ++i) {
                queries_[fresh[i]].families.push_back(families_.size());
            }
            families_.push_back(std::move(family));
        }
    }
}

Filing Plan::filing(std::size_t report) const {
    Rng rng(derived(options_.seed, 1000 + report));
    Filing out{};
    double const length = std::clamp(rng.lognormal(1.0, kLengthSigma), 0.3, 3.0) * options_.mean;
    out.length = static_cast<std::size_t>(length);
    out.institution = rng.below(kInstitutions);
    out.enterprise = report;
    if (!is_query(report)) {
        if (report > 0 && rng.chance(kSameEnterprise)) out.enterprise = rng.below(report);
        return out;
    }
    if (options_.genre != Genre::kCross && query(report).kind == Query::Kind::kRefiled) {
        Filing const source = filing(query(report).source);
        out.institution = source.institution;
        out.enterprise = source.enterprise;
    }
    return out;
}

std::vector<std::size_t> Plan::carried(std::size_t report) const {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < families_.size(); ++i) {
        if (std::binary_search(families_[i].carriers.begin(), families_[i].carriers.end(), report)) out.push_back(i);
    }
    return out;
}

}  // namespace corpus
