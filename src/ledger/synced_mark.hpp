// SPDX-License-Identifier: Apache-2.0
// <dir>/tiles/synced: how many leaves have reached the disk, and the SM3 of that number.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace anping::ledger {

std::string synced_text(std::uint64_t leaves);
std::optional<std::uint64_t> read_synced(std::string_view text);

}  // namespace anping::ledger
