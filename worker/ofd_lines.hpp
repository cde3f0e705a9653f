// SPDX-License-Identifier: Apache-2.0
// The text of a page in the order it is read.
#pragma once

#include <vector>

#include "composer.hpp"
#include "ofd_page.hpp"
#include "pictures.hpp"

namespace anping::worker {

// In the order of the file where that goes down the page, by place where it does not: of a form whose words come from a
// template. Each stretch of a line is a run; hidden pieces and pictures are told where they stand.
void tell_page(std::vector<PageText> texts, std::vector<PagePicture> pictures, int page, Composer& composer,
               Pictures& shown);

}  // namespace anping::worker
