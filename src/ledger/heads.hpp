// SPDX-License-Identifier: Apache-2.0
// The files signed heads lie in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace anping::ledger {

inline constexpr std::size_t kRecentHeads = 64;

std::string head_path(std::string const& directory, std::int64_t size);
std::vector<std::int64_t> head_sizes(std::string const& directory);  // ascending
// Keeps the newest ones and the last of each day in Beijing: a second's head proves no more than the next one.
void thin_heads(std::string const& directory);

}  // namespace anping::ledger
