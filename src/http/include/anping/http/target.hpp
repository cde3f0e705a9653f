// SPDX-License-Identifier: Apache-2.0
// What stands between a method and a version, and what a form without script sends. Nothing doubtful passes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace anping::http {

using Pairs = std::vector<std::pair<std::string, std::string>>;

struct Target {
    std::string path;  // decoded; starts with "/"; no empty, "." or ".." segment (a last empty one is a trailing slash)
    Pairs query;       // decoded, in order
};

// Nothing for what is not to be guessed at: dot segments, encoded slashes, control characters, broken escapes,
// invalid UTF-8, NUL.
std::optional<Target> parse_target(std::string_view raw);

// application/x-www-form-urlencoded, as in a query or a form's body.
std::optional<Pairs> parse_form(std::string_view raw);

bool is_utf8(std::string_view text) noexcept;

}  // namespace anping::http
