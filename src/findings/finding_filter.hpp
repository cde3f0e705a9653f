// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>
#include <vector>

#include <anping/base/result.hpp>
#include <anping/findings/views.hpp>
#include <anping/http/message.hpp>

namespace anping::findings {

std::vector<std::pair<char const*, char const*>> const& finding_filter_fields();
Result<FindingFilter> finding_filter(http::Request const& request);

}  // namespace anping::findings
