// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

#include <anping/forensics/terminal_digits.hpp>

#include "tails.hpp"

namespace anping::forensics {
namespace {

constexpr std::size_t kMostPoints = 240;  // a group's spread is as well known from every so many-th value
constexpr std::size_t kMostGroups = 12;

// Sums of squares around the mean of any stretch of sorted values.
class Stretches {
public:
    explicit Stretches(std::vector<double> const& sorted) : sums_(sorted.size() + 1), squares_(sorted.size() + 1) {
        double const middle = sorted[sorted.size() / 2];
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            double const one = sorted[i] - middle;
            sums_[i + 1] = sums_[i] + one;
            squares_[i + 1] = squares_[i] + one * one;
        }
    }
    double around_mean(std::size_t from, std::size_t to) const {
        double const sum = sums_[to] - sums_[from];
        return std::max(0.0, squares_[to] - squares_[from] - sum * sum / static_cast<double>(to - from));
    }

private:
    std::vector<double> sums_, squares_;
};

std::vector<double> sorted_sample(std::span<std::int64_t const> steps, std::int64_t step) {
    std::vector<double> all;
    all.reserve(steps.size());
    for (auto const one : steps) all.push_back(static_cast<double>(one) / static_cast<double>(step));
    std::ranges::sort(all);
    if (all.size() <= kMostPoints) return all;
    std::vector<double> out;
    out.reserve(kMostPoints);
    for (std::size_t i = 0; i < kMostPoints; ++i) out.push_back(all[i * all.size() / kMostPoints]);
    return out;
}

double plain_spread(std::vector<double> const& sorted) {
    return std::sqrt(Stretches(sorted).around_mean(0, sorted.size()) / static_cast<double>(sorted.size() - 1));
}

// Values even over a range have k times the spread of the best k groups of them; narrow groups far apart have much
// more, and then each must scatter enough by itself.
bool too_narrow(std::size_t groups, double within, double all, double needed) {
    auto const whole = static_cast<double>(groups) * within;
    return whole < needed || (whole < 0.5 * all && within < needed);
}

std::int64_t common_step(std::span<std::int64_t const> steps) {
    std::int64_t out = 0;
    for (auto const one : steps) out = std::gcd(out, one);
    return std::max<std::int64_t>(out, 1);
}

bool lie_near(std::span<std::int64_t const> steps, double step) {
    return std::ranges::all_of(steps, [&](std::int64_t one) {
        auto const value = static_cast<double>(one);
        return std::abs(value - std::round(value / step) * step) <= 0.55;
    });
}

// Exactly, halves rounded up or halves rounded to even.
bool lie_on(std::span<std::int64_t const> steps, double step) {
    auto const all = [&](auto rounded) {
        return std::ranges::all_of(steps, [&](std::int64_t one) {
            auto const count = std::floor(static_cast<double>(std::abs(one)) / step);
            return rounded(count * step) == std::abs(one) || rounded((count + 1) * step) == std::abs(one);
        });
    };
    return all([](double value) { return std::llround(value + 1e-9); }) ||
           all([](double value) { return std::llrint(value); });
}

// Whether the last digits are those of the multiples of `step` between the least and the greatest value.
bool digits_fit(std::span<std::int64_t const> steps, double step) {
    auto const [least, greatest] = std::ranges::minmax(steps);
    std::array<double, 10> expected{}, counts{};
    double multiples = 0;
    auto const last = std::llround(std::floor((static_cast<double>(greatest) + 1) / step));
    for (auto k = std::llround(std::floor(static_cast<double>(least) / step)); k <= last; ++k) {
        ++expected[static_cast<std::size_t>(std::abs(std::llround(static_cast<double>(k) * step) % 10))];
        ++multiples;
    }
    for (auto const one : steps) ++counts[static_cast<std::size_t>(std::abs(one % 10))];
    double statistic = 0, cells = 0;
    for (std::size_t digit = 0; digit < 10; ++digit) {
        auto const wanted = expected[digit] * static_cast<double>(steps.size()) / multiples;
        if (wanted == 0) continue;
        statistic += (counts[digit] - wanted) * (counts[digit] - wanted) / wanted;
        ++cells;
    }
    return cells > 1 && chi_square_above(statistic, cells - 1) > 1e-5;
}

}  // namespace

DigitGate digit_gate(std::span<std::int64_t const> steps, DigitSettings const& settings) {
    DigitGate out;
    if (steps.size() < settings.least_values || steps.empty()) return out;
    // Normal values of this spread, rounded, differ from evenness by less than half a unit of chi-square.
    auto const count = static_cast<double>(steps.size());
    out.needed = std::max(settings.least_spread, 5 / std::numbers::pi * std::sqrt(std::log(4 * count)));
    if (settings.least_spread <= 0) {
        out.open = true;
        return out;
    }
    out.step = common_step(steps);
    out.spread = plain_spread(sorted_sample(steps, out.step));
    out.open = out.spread >= out.needed;
    return out;
}

bool in_narrow_groups(std::span<std::int64_t const> steps, DigitGate const& gate) {
    auto const sorted = sorted_sample(steps, gate.step);
    auto const count = sorted.size();
    Stretches const stretches(sorted);
    std::vector<double> best(count + 1), before(count + 1);
    for (std::size_t to = 1; to <= count; ++to) best[to] = stretches.around_mean(0, to);
    // Groups closer than twenty steps are what heaping on 0 and 5 looks like.
    auto const apart = static_cast<std::size_t>(gate.spread * std::sqrt(12.0) / 20);
    for (std::size_t k = 2; k <= std::min({kMostGroups, count / 5, apart}); ++k) {
        std::swap(best, before);
        for (std::size_t to = k; to <= count; ++to) {
            best[to] = std::numeric_limits<double>::max();
            for (auto from = k - 1; from < to; ++from)
                best[to] = std::min(best[to], before[from] + stretches.around_mean(from, to));
        }
        if (too_narrow(k, std::sqrt(best[count] / static_cast<double>(count - k)), gate.spread, gate.needed))
            return true;
    }
    return false;
}

double converted_step(std::span<std::int64_t const> steps) {
    constexpr double kFinest = 3.5, kMostValue = 20'000;
    std::int64_t most = 0, least = std::numeric_limits<std::int64_t>::max();
    for (auto const one : steps) {
        most = std::max(most, std::abs(one));
        least = std::min(least, std::abs(one));
    }
    if (steps.empty() || most == 0 || static_cast<double>(most) > kMostValue) return 0;
    // ppm to mg/m³ of carbon monoxide and hydrogen sulphide, Celsius to Fahrenheit, halves and quarters; of other steps
    // as fine, chance fits some too easily.
    for (double const known : {1.25, 1.16, 1.165, 1.145, 1.52, 1.42, 1.5, 1.8, 2.5})
        if (lie_on(steps, known) && digits_fit(steps, known)) return known;
    auto const coarsest = std::max(kFinest, static_cast<double>(most - least) / 4);
    auto step = kFinest;
    while (step < coarsest) {
        if (lie_near(steps, step) && digits_fit(steps, step)) return step;
        step += 0.05 * step / static_cast<double>(most);
    }
    return 0;
}

}  // namespace anping::forensics
