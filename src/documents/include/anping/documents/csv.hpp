// SPDX-License-Identifier: Apache-2.0
// A table other systems write as text.
#pragma once

#include <string_view>

#include <anping/base/result.hpp>
#include <anping/vault/table.hpp>

namespace anping::documents {

// Comma separated values (RFC 4180), or with tabs or semicolons where the first line has those; UTF-8, or GB18030 as
// Excel writes it in China. Rows are numbered as a spreadsheet would show them. Error "documents.csv".
Result<vault::Table> table_of_csv(std::string_view bytes);

}  // namespace anping::documents
