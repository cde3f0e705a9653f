// SPDX-License-Identifier: Apache-2.0
#include "image.hpp"

#include "photo.hpp"

namespace anping::worker {
namespace {

std::int64_t number(std::string_view bytes, std::size_t offset, std::size_t count) {
    std::int64_t out = 0;
    if (bytes.size() < offset + count) return 0;
    for (std::size_t i = count; i-- > 0;) out = out << 8 | static_cast<unsigned char>(bytes[offset + i]);
    return out;
}

Size bmp_size(std::string_view head) {
    if (number(head, 14, 4) == 12) return {number(head, 18, 2), number(head, 20, 2)};
    auto const height = static_cast<std::int32_t>(number(head, 22, 4));
    return {number(head, 18, 4), height < 0 ? -std::int64_t{height} : height};
}

Size webp_size(std::string_view head) {
    auto const kind = head.substr(12, 4);
    if (kind == "VP8 " && head.size() >= 30) return {number(head, 26, 2) & 0x3fff, number(head, 28, 2) & 0x3fff};
    if (kind == "VP8X" && head.size() >= 30) return {number(head, 24, 3) + 1, number(head, 27, 3) + 1};
    auto const bits = number(head, 21, 4);
    return kind == "VP8L" ? Size{(bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1} : Size{};
}

bool too_many_pixels(Size size) {
    return size.width < 0 || size.height < 0 || (size.width > 0 && size.height > kMaxPixels / size.width);
}

class Taker {
public:
    Taker(Answer& answer, int orientation) : answer_(answer), orientation_(orientation) {}
    void operator()(Size size) const {
        bool const side = lies_on_side(orientation_);
        answer_.reading.width = side ? size.height : size.width;
        answer_.reading.height = side ? size.width : size.height;
        if (too_many_pixels(size)) answer_.give_up("too_large");
        answer_.say();
    }

private:
    Answer& answer_;
    int orientation_;
};

bool decode(Input const& input, Answer& answer, OnSize const& size, Bitmap* picture) {
    if (answer.reading.media_type == "image/jpeg") decode_jpeg(input, answer, size, picture);
    else if (answer.reading.media_type == "image/png") decode_png(input, answer, size, picture);
    else return false;
    return true;
}

}  // namespace

Size size_in_header(Input const& input) {
    std::string_view const head = input.head;
    if (head.starts_with("GIF8")) return {number(head, 6, 2), number(head, 8, 2)};
    if (head.starts_with("BM")) return bmp_size(head);
    if (head.size() >= 16 && head.starts_with("RIFF")) return webp_size(head);
    return {};
}

void read_image(Input const& input, Answer& answer) {
    auto const shot = read_photo(input, answer.reading);
    Taker const taker(answer, shot.orientation);
    if (decode(input, answer, taker, nullptr)) return;
    auto const& type = answer.reading.media_type;
    bool const by_directory = type == "image/tiff" || type == "image/heic" || type == "image/avif";
    taker(by_directory ? Size{shot.width, shot.height} : size_in_header(input));
}

Bitmap thumbnail_of(Input const& input, Answer& answer) {
    return upright_of(input, answer, read_photo(input, answer.reading).orientation);
}

Bitmap upright_of(Input const& input, Answer& answer, int orientation) {
    Bitmap picture;
    if (!decode(input, answer, Taker(answer, orientation), &picture)) return {};
    return turned(std::move(picture), orientation);
}

}  // namespace anping::worker
