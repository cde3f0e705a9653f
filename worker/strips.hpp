// SPDX-License-Identifier: Apache-2.0
// The writing on a photo's strips, read with Tesseract.
#pragma once

#include <optional>
#include <vector>

#include <anping/picture/writing.hpp>

namespace anping::worker {

// From above to below; nothing where there is no reader. `strips` are in pixels of the photo. What is not read by
// `until`, in seconds of processor of this process, is left out.
std::optional<std::vector<picture::StripLine>> writing_on(picture::Grey const& photo,
                                                          std::vector<picture::Rectangle> const& strips, double until);

// By when a process with the limit it has should have read, leaving itself time to answer.
double time_to_answer();

}  // namespace anping::worker
