// SPDX-License-Identifier: Apache-2.0
// What an officer who opens the archive of a case reads first.
#pragma once

#include <string>
#include <vector>

#include <anping/cases/papers.hpp>
#include <anping/cases/views.hpp>

namespace anping::cases {

// `later`: entries no signed head covers so far.
std::string bundle_text(CaseView const& view, std::vector<Paper> const& papers, std::int64_t later);

}  // namespace anping::cases
