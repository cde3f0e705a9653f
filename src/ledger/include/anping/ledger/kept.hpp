// SPDX-License-Identifier: Apache-2.0
// A checksum for rows that no entry of the ledger vouches for (credentials, answers to retries): damage to them is
// noticed by `verify`. It is no proof against someone who can compute it too.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace anping::ledger {

// Hex, 64 characters: SM3 over the table's name and every value with its length.
std::string row_seal(std::string_view table, std::initializer_list<std::string_view> values);

}  // namespace anping::ledger
