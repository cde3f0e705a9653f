// SPDX-License-Identifier: Apache-2.0
#include "tails.hpp"

#include <boost/math/special_functions/bessel.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <numbers>

namespace anping::forensics {

double chi_square_above(double statistic, double degrees) { return boost::math::gamma_q(degrees / 2, statistic / 2); }

double chi_square_below(double statistic, double degrees) { return boost::math::gamma_p(degrees / 2, statistic / 2); }

double binomial_at_most(std::int64_t successes, std::int64_t trials, double chance) {
    if (successes >= trials) return 1;
    return boost::math::ibetac(static_cast<double>(successes) + 1, static_cast<double>(trials - successes), chance);
}

double normal_above(double z) { return boost::math::erfc(z / std::numbers::sqrt2) / 2; }

double poisson_equal(double mean) {
    if (mean > 300) return 1 / std::sqrt(4 * std::numbers::pi * mean);
    return std::exp(-2 * mean) * boost::math::cyl_bessel_i(0, 2 * mean);
}

}  // namespace anping::forensics
