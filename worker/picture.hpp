// SPDX-License-Identifier: Apache-2.0
// What is kept of a photo to find it again. Each photo is read in a process of its own.
#pragma once

#include <string>
#include <vector>

#include <anping/picture/grey.hpp>

#include "answer.hpp"
#include "input.hpp"

namespace anping::worker {

inline constexpr int kUnprotected = 125;  // exit status: it could not protect itself

// One line of picture::Facts for each file, in their order, on standard output; a photo whose reader was stopped is
// "damaged", or "timeout". Returns the exit status.
int tell_photos(std::vector<std::string> const& files);

// The photo upright and without colour, at most kThumbnailSide; gives up with "other" when it is neither JPEG nor PNG.
// `serial` gets the camera's unless it is null.
picture::Grey grey_photo(Input const& input, Answer& answer, std::string* serial);

}  // namespace anping::worker
