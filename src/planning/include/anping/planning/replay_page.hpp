// SPDX-License-Identifier: Apache-2.0
// The page a draw is published with: one file that computes it again without a network.
#pragma once

#include <optional>
#include <string>

#include <anping/base/result.hpp>
#include <anping/draw/draw.hpp>
#include <anping/http/message.hpp>

namespace anping::planning {

// `page` is web/replay.html as it is built; `paper` of the draw goes into it, or nothing so far. A download called
// "<name>.html"; an error where no page is installed.
Result<http::Response> replay_page(std::string page, std::optional<draw::Paper> const& paper, std::string const& name);

}  // namespace anping::planning
