// SPDX-License-Identifier: Apache-2.0
// A QR code as a picture to print.
#pragma once

#include <string>
#include <string_view>

namespace anping::documents {

// Black on white with the quiet zone around it, each square 8 pixels wide; correction level M. The text may be empty:
// then a white picture, to hold the place. Throws std::length_error for what no code can hold.
std::string qr_png(std::string_view text);

}  // namespace anping::documents
