// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "answer.hpp"
#include "input.hpp"

namespace anping::worker {

void read_pdf(Input const& input, Answer& answer);
// Draws page `number` (from 1) into a PNG; false when there is no such page.
bool draw_pdf_page(Input const& input, int number, std::string const& path);

// What its pages say, up to kTextBytes; `problem` says why there is none.
inline constexpr std::size_t kTextBytes = 2u << 20;
std::string pdf_text(Input const& input, std::string& problem);

}  // namespace anping::worker
