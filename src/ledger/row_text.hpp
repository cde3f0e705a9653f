// SPDX-License-Identifier: Apache-2.0
// A row of any table as one text that is the same on both back ends: each value as its type, length and text.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <anping/db/session.hpp>
#include <anping/ledger/projection.hpp>

namespace anping::ledger {

struct RowText {
    std::string key;     // values of the key's columns
    std::string values;  // of all columns
};
// In the order of `key`, byte by byte.
void each_row(db::Session& session, Table const& table, std::function<void(RowText&&)> const& visit);
// The values again: NULL, 12, "text", or (other type) ... Empty when it is not such a text.
std::vector<std::string> split_row(std::string const& row);
std::string row_name(Table const& table, std::string const& key);  // subject="p-1" title="..."

}  // namespace anping::ledger
