// SPDX-License-Identifier: Apache-2.0
// Small files that must be whole or absent.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace anping::ledger::files {

std::optional<std::string> read(std::string const& path);  // nothing when it does not exist; throws otherwise
// tmp, fsync, rename, fsync of the directory. Creates the directory. Throws std::system_error.
void write(std::string const& path, std::string_view bytes, unsigned mode = 0644);
// Writes at an offset without shortening; creates file and directory. Throws std::system_error.
void write_at(std::string const& path, std::uint64_t offset, std::string_view bytes);
void sync(std::string const& path);

}  // namespace anping::ledger::files
