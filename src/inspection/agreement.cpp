// SPDX-License-Identifier: Apache-2.0
#include <anping/inspection/agreement.hpp>

#include <algorithm>
#include <cmath>

#include <anping/inspection/outcome.hpp>

namespace anping::inspection {
namespace {

constexpr double kDeviations = 1.959964;  // of a normal distribution, for 95 %
constexpr std::int64_t kEnough = 10;
constexpr std::size_t kVerdicts = 3;

// The same counts as shares of all.
struct Shares {
    std::array<std::array<double, kVerdicts>, kVerdicts> both{};
    std::array<double, kVerdicts> first{}, second{};
    double equal = 0;
    double by_chance = 0;
};

Shares shares_of(VerdictPairs const& pairs, double all) {
    Shares out;
    for (std::size_t i = 0; i < kVerdicts; ++i)
        for (std::size_t j = 0; j < kVerdicts; ++j) {
            out.both[i][j] = static_cast<double>(pairs[i][j]) / all;
            out.first[i] += out.both[i][j];
            out.second[j] += out.both[i][j];
        }
    for (std::size_t i = 0; i < kVerdicts; ++i) {
        out.equal += out.both[i][i];
        out.by_chance += out.first[i] * out.second[i];
    }
    return out;
}

// Of kappa; nothing about its being zero is assumed.
double standard_error(Shares const& of, double all) {
    double const beyond = 1 - of.by_chance;
    double sum = 0;
    for (std::size_t i = 0; i < kVerdicts; ++i)
        for (std::size_t j = 0; j < kVerdicts; ++j) {
            double const term = i == j ? beyond - (of.first[i] + of.second[i]) * (1 - of.equal)
                                       : (1 - of.equal) * (of.second[i] + of.first[j]);
            sum += of.both[i][j] * term * term;
        }
    double const middle = of.equal * of.by_chance - 2 * of.by_chance + of.equal;
    return std::sqrt(std::max(0.0, sum - middle * middle) / all) / (beyond * beyond);
}

std::int64_t permille(double value) {
    return std::clamp(static_cast<std::int64_t>(std::lround(value * 1000)), std::int64_t{-1000}, std::int64_t{1000});
}

void put_interval(Agreement& out, Shares const& of, double kappa) {
    auto const all = static_cast<double>(out.pairs);
    double const half = kDeviations * standard_error(of, all);
    out.low = permille(kappa - half);
    out.high = permille(kappa + half);
    if (half > 5e-4) return;
    // Where all are equal, or one reviewer always says the same, that error is none: Wilson's interval of the equal
    // verdicts is never so sure.
    auto const equal = rate_of({{{}, out.pairs, out.equal}});
    auto const beyond = [&](std::int64_t share) {
        return permille((static_cast<double>(share) / 1000 - of.by_chance) / (1 - of.by_chance));
    };
    out.low = beyond(equal.low);
    out.high = beyond(equal.high);
}

}  // namespace

Agreement agreement_of(VerdictPairs const& pairs) {
    Agreement out;
    for (std::size_t i = 0; i < kVerdicts; ++i) {
        for (auto const count : pairs[i]) out.pairs += count;
        out.equal += pairs[i][i];
    }
    if (out.pairs == 0) return out;
    auto const all = static_cast<double>(out.pairs);
    auto const shares = shares_of(pairs, all);
    out.permille = permille(shares.equal);
    if (out.pairs < kEnough) return out;
    bool const one_answer =
        std::ranges::any_of(std::array{0U, 1U, 2U}, [&](auto i) { return pairs[i][i] == out.pairs; });
    out.measured = one_answer ? Measured::one_answer : Measured::yes;
    if (one_answer) return out;
    double const kappa = (shares.equal - shares.by_chance) / (1 - shares.by_chance);
    out.kappa = permille(kappa);
    put_interval(out, shares, kappa);
    return out;
}

}  // namespace anping::inspection
