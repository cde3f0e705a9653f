// SPDX-License-Identifier: Apache-2.0
#include <anping/inspection/outcome.hpp>

#include <algorithm>
#include <cmath>

namespace anping::inspection {
namespace {

constexpr double kDeviations = 1.959964;  // of a normal distribution, for 95 %

std::int64_t permille(double share) {
    return std::clamp(static_cast<std::int64_t>(std::lround(share * 1000)), std::int64_t{0}, std::int64_t{1000});
}

}  // namespace

Rate rate_of(std::vector<Sample> const& samples) {
    Rate out;
    out.inspections = static_cast<std::int64_t>(samples.size());
    for (auto const& one : samples) {
        out.checked += one.checked;
        out.failed += one.failed;
    }
    if (out.checked == 0) return out;
    auto const n = static_cast<double>(out.checked);
    double const p = static_cast<double>(out.failed) / n;
    double const z2 = kDeviations * kDeviations;
    double const middle = (p + z2 / (2 * n)) / (1 + z2 / n);
    double const half = kDeviations * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
    out.permille = permille(p);
    out.low = permille(middle - half);
    out.high = permille(middle + half);
    return out;
}

BeforeAfter before_and_after(std::vector<Sample> const& samples, field::Date action) {
    std::vector<Sample> before;
    std::vector<Sample> after;
    for (auto const& one : samples) (one.on <= action ? before : after).push_back(one);
    BeforeAfter out{rate_of(before), rate_of(after), Change::unclear};
    if (out.before.checked == 0 || out.after.checked == 0) return out;
    if (out.after.high < out.before.low) out.change = Change::fell;
    if (out.after.low > out.before.high) out.change = Change::rose;
    return out;
}

}  // namespace anping::inspection
