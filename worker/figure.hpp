// SPDX-License-Identifier: Apache-2.0
// The pictures of a document, one file each in the folder the worker was given.
#pragma once

#include <string>
#include <string_view>

#include "composer.hpp"

namespace anping::worker {

inline constexpr std::size_t kFigureBytes = 32u << 20;  // of one

// Adds `figure`, whose page and box the caller knows, at the place reached. Its type, size and EXIF are told from
// `bytes`, which become "figure-1.jpg" and so on; not kept are what is no picture this program knows, and more than
// 200 files or 256 MB.
void keep_figure(std::string_view bytes, std::string const& folder, Composer& composer, vault::Figure figure);
// One that was kept before, at another place.
void keep_figure_again(vault::Figure figure, Composer& composer);

}  // namespace anping::worker
