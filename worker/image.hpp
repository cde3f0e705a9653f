// SPDX-License-Identifier: Apache-2.0
// Pictures. Their size is asked before a pixel is decoded.
#pragma once

#include <functional>

#include "answer.hpp"
#include "bitmap.hpp"
#include "input.hpp"

namespace anping::worker {

void read_image(Input const& input, Answer& answer);
// A picture of at most kThumbnailSide, upright. Gives up through `answer` when there is none.
Bitmap thumbnail_of(Input const& input, Answer& answer);
// The same where it is known how the camera was held.
Bitmap upright_of(Input const& input, Answer& answer, int orientation);

struct Size {
    std::int64_t width = 0;
    std::int64_t height = 0;
};
// GIF, BMP, WebP; zero where the header does not say.
Size size_in_header(Input const& input);

// The decoders: give up with "damaged" or "too_large"; `size` is called once, before decoding, and ends what it wants
// to end; `picture` is made unless it is null.
using OnSize = std::function<void(Size)>;
void decode_jpeg(Input const& input, Answer& answer, OnSize const& size, Bitmap* picture);
void decode_png(Input const& input, Answer& answer, OnSize const& size, Bitmap* picture);

}  // namespace anping::worker
