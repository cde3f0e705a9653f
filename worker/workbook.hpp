// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "input.hpp"

namespace anping::worker {

// The first sheet of a workbook that is shown, as one line of JSON (vault::Table, or why there is none): what each cell
// keeps. A formula is never looked at, only the value stored with it.
std::string table_of(Input const& input);
// That there is none, for this reason.
std::string no_table(std::string const& problem);

}  // namespace anping::worker
