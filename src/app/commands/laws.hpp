// SPDX-License-Identifier: Apache-2.0
// Laws as the command line takes them from files.
#pragma once

#include <anping/base/json.hpp>
#include <anping/forensics/editions.hpp>

#include "reading.hpp"

namespace anping::app {

// Of the files that can be read, with the ends of former editions.
forensics::EditionsBySha256 editions_in(Reading const& reading, std::vector<std::string> const& files);

// "issued", "from", "until": those that are known.
void put_days(json::object& out, forensics::Edition const& edition);

}  // namespace anping::app
