// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "input.hpp"

namespace anping::worker {

// What a PDF, a DOCX or a text file says, as one line of JSON (vault::text_from): paragraphs and pages a line each, no
// layout. A scanned page says nothing.
std::string text_of(Input const& input);
// That there is none, for this reason.
std::string no_text(std::string const& problem);

}  // namespace anping::worker
