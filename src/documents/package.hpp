// SPDX-License-Identifier: Apache-2.0
// The zip archive around an office document, in memory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <anping/base/result.hpp>

namespace anping::documents {

struct Part {
    std::string name;
    std::string content;
};

// Equal parts give equal bytes: no clock, no time zone.
std::string pack(std::vector<Part> const& parts);

// Believes nothing the archive says of itself before it is unpacked within a budget: at most 1000 entries and 64 MB.
Result<std::vector<Part>> unpack(std::string_view archive);

}  // namespace anping::documents
