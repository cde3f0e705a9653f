// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "answer.hpp"
#include "archive.hpp"
#include "input.hpp"

namespace anping::worker {

// A zip archive, and what it is besides: docx, xlsx, pptx, ofd, OpenDocument.
void read_package(Input const& input, Answer& answer);
// What it is, and why nothing of it may be used.
void check_package(Archive const& archive, Input const& input, Answer& answer);

}  // namespace anping::worker
