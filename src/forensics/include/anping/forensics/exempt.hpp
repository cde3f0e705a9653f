// SPDX-License-Identifier: Apache-2.0
// What reports have in common lawfully, and so is no copy: laws and standards, an institution's own disclosed template,
// passages a reviewer found common to all. Each is a segment of its own, so that a quotation can be shown beside its
// source.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <anping/forensics/segment.hpp>
#include <anping/text/fold.hpp>
#include <anping/text/mask.hpp>

namespace anping::forensics {

struct Exempt {
    std::shared_ptr<Segment const> laws = {};
    std::shared_ptr<Segment const> common = {};
    std::map<std::string, std::shared_ptr<Segment const>, std::less<>> templates = {};  // by institution
};

// Whose report it is: names and short names are compared with nothing.
struct Parties {
    std::string institution;
    std::vector<std::string> names;
};

// Own names and tables. `utf8` is the text `report` is of.
text::Masks masks_of(std::string_view utf8, text::Folded const& report, Parties const& parties);

}  // namespace anping::forensics
