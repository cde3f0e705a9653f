// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/vault/vault.hpp>

#include "input.hpp"

namespace anping::worker {

struct Shot {
    int orientation = 1;     // EXIF, 1 to 8
    std::int64_t width = 0;  // as stored; of formats that have no decoder here
    std::int64_t height = 0;
    std::string serial;  // of the camera
};

// When, where and with what a photo was taken, as it says itself. Never fails: what cannot be understood stays empty.
Shot read_photo(Input const& input, vault::Reading& reading);

}  // namespace anping::worker
