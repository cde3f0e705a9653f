// SPDX-License-Identifier: Apache-2.0
// Tails of distributions.
#pragma once

#include <cstdint>

namespace anping::forensics {

double chi_square_above(double statistic, double degrees);
double chi_square_below(double statistic, double degrees);
// As few successes as `successes` or fewer among `trials`.
double binomial_at_most(std::int64_t successes, std::int64_t trials, double chance);
double normal_above(double z);
// Two independent Poisson counts of the same mean are equal.
double poisson_equal(double mean);

}  // namespace anping::forensics
