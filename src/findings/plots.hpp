// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/findings/exhibit.hpp>
#include <anping/forensics/clue.hpp>

namespace anping::findings {

// As a page draws it; nothing where there is nothing to draw.
std::optional<Exhibit> shown(forensics::Plot const& plot);

}  // namespace anping::findings
