// SPDX-License-Identifier: Apache-2.0
#include "words.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <numeric>

namespace anping::forensics {

std::string shown(double value) {
    std::array<char, 32> out{};
    std::snprintf(out.data(), out.size(), "%.3g", value);
    return out.data();
}

std::string shown(std::size_t value) { return std::to_string(value); }

std::string named(std::string const& quantity) { return quantity.empty() ? "表中数值" : "「" + quantity + "」"; }

std::string named(Series const& series) { return named(series.quantity); }

double mean_of(std::span<double const> values) {
    if (values.empty()) return 0;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double deviation_of(std::span<double const> values) {
    if (values.size() < 2) return 0;
    double const mean = mean_of(values);
    double squares = 0;
    for (double const one : values) squares += (one - mean) * (one - mean);
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

}  // namespace anping::forensics
