// SPDX-License-Identifier: Apache-2.0
// How figures are written for people.
#pragma once

#include <span>
#include <string>

#include <anping/forensics/series.hpp>

namespace anping::forensics {

std::string shown(double value);          // three significant digits
std::string shown(std::size_t value);     // all of them
std::string named(Series const& series);  // 「接地电阻」
std::string named(std::string const& quantity);

double mean_of(std::span<double const> values);
double deviation_of(std::span<double const> values);  // of a sample; 0 below two values

}  // namespace anping::forensics
