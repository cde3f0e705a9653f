// SPDX-License-Identifier: Apache-2.0
// What of a list of criteria a report goes through by counting: in whatever words, an item for each.
#pragma once

#include <cstddef>
#include <set>
#include <vector>

#include <anping/forensics/leftovers.hpp>

namespace anping::forensics {

class GoneThrough {
public:
    GoneThrough(Report const& report, std::vector<Criterion> const& criteria);

    // A table of the list, or items one after the other where hidden dangers are judged, bear all its numbers.
    bool whole() const noexcept { return whole_; }
    // Its outcome is told of the number alone: "第6、8项 | 不涉及", "判定标准第1～6项不涉及". One outcome for the whole
    // list at once ("第1～20项均不存在") says no more than that there is none, and does not count.
    bool judges(std::size_t number) const noexcept { return judged_.contains(number); }

private:
    bool whole_ = false;
    std::set<std::size_t> judged_;
};

}  // namespace anping::forensics
