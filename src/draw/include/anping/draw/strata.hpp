// SPDX-License-Identifier: Apache-2.0
// How many of each stratum 分层, before anybody says otherwise: in proportion, by largest remainder.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <anping/base/codec.hpp>

namespace anping::draw {

struct Sized {
    std::string stratum;
    std::int64_t candidates = 0;
};

struct Portion {
    std::string stratum;
    std::int64_t candidates = 0;
    std::int64_t hundredths = 0;  // of the exact share, cut off: 273 for 2.73
    std::int64_t take = 0;
};
BOOST_DESCRIBE_STRUCT(Portion, (), (stratum, candidates, hundredths, take))

// Of `total`, in the order given. A stratum whose exact share is below `least` has `least` (all of it where it has
// fewer), an empty one nothing; what is left goes to the others by whole shares, then one by one to the largest
// remainders, of equal ones to the larger stratum, then to the lower name. So the sum may exceed the total, and is
// never more than there are candidates.
std::vector<Portion> in_proportion(std::vector<Sized> const& strata, std::int64_t total, std::int64_t least);

}  // namespace anping::draw
