// SPDX-License-Identifier: Apache-2.0
// What the enforcement system says of cases that run there, as a sheet.
#pragma once

#include <string>

#include <anping/base/time.hpp>
#include <anping/registry/sheets.hpp>

namespace anping::cases {

struct ResultSheet {
    vault::Table table;
    std::string sm3;  // of the file, which is kept
    std::string file_name;
};

std::string blank_results(Timestamp now);

}  // namespace anping::cases
