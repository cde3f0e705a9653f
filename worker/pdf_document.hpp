// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "composer.hpp"
#include "input.hpp"

namespace anping::worker {

void read_pdf_document(Input const& input, std::string const& folder, Composer& composer);

}  // namespace anping::worker
