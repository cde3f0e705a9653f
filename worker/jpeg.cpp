// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
// jpeglib.h needs the declaration of FILE before it.
#include <jerror.h>
#include <jpeglib.h>

#include "image.hpp"

namespace anping::worker {
namespace {

constexpr int kMaxScans = 200;  // a progressive picture of a few kilobytes can ask for hours

struct Decoding {
    jpeg_error_mgr errors{};
    jpeg_progress_mgr progress{};
    jpeg_decompress_struct jpeg{};
    Answer* answer = nullptr;
    OnSize const* on_size = nullptr;
};

Decoding& of(j_common_ptr common) { return *static_cast<Decoding*>(common->client_data); }

[[noreturn]] void on_error(j_common_ptr common) {
    auto& decoding = of(common);
    int const code = common->err->msg_code;
    bool const memory = code == JERR_OUT_OF_MEMORY || code == JERR_IMAGE_TOO_BIG || code == JERR_WIDTH_OVERFLOW;
    // A header may ask for more than there is before anything else is wrong.
    if (decoding.jpeg.image_width > 0) (*decoding.on_size)({decoding.jpeg.image_width, decoding.jpeg.image_height});
    decoding.answer->give_up(memory ? "too_large" : "damaged");
}

void on_message(j_common_ptr common, int level) {
    if (level >= 0) return;
    int const code = common->err->msg_code;
    // Cameras leave stray bytes between segments; a picture that ends early is another matter.
    if (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER) of(common).answer->give_up("damaged");
}

void on_progress(j_common_ptr common) {
    if (common->is_decompressor && reinterpret_cast<j_decompress_ptr>(common)->input_scan_number > kMaxScans)
        of(common).answer->give_up("too_large");
}

void start(Decoding& decoding, std::FILE* file) {
    auto& jpeg = decoding.jpeg;
    jpeg.err = jpeg_std_error(&decoding.errors);
    jpeg.client_data = &decoding;
    decoding.errors.error_exit = on_error;
    decoding.errors.emit_message = on_message;
    jpeg_create_decompress(&jpeg);
    decoding.progress.progress_monitor = on_progress;
    jpeg.progress = &decoding.progress;
    jpeg_stdio_src(&jpeg, file);
    jpeg_read_header(&jpeg, TRUE);
}

// Printers' four inks, which this kind of file keeps inverted.
void to_rgb(std::vector<std::uint8_t>& row, std::size_t width) {
    for (std::size_t x = 0; x < width; ++x)
        for (std::size_t channel = 0; channel < 3; ++channel)
            row[x * 3 + channel] = static_cast<std::uint8_t>(row[x * 4 + channel] * unsigned{row[x * 4 + 3]} / 255);
}

}  // namespace

void decode_jpeg(Input const& input, Answer& answer, OnSize const& size, Bitmap* picture) {
    auto const file = open_stream(input.path, "rb");
    Decoding decoding;
    auto& jpeg = decoding.jpeg;
    decoding.answer = &answer;
    decoding.on_size = &size;
    start(decoding, file.get());
    size({jpeg.image_width, jpeg.image_height});
    bool const inks = jpeg.num_components == 4;
    jpeg.out_color_space = inks ? JCS_CMYK : JCS_RGB;
    jpeg.dct_method = JDCT_IFAST;
    jpeg.scale_denom = 8;
    jpeg.scale_num = 1;
    // Without a picture only whether it can be decoded is asked; with one, what comes next above its size.
    if (picture != nullptr) {
        auto const longest = std::max(jpeg.image_width, jpeg.image_height);
        while (jpeg.scale_num < 8 && longest * jpeg.scale_num / 8 < kThumbnailSide) jpeg.scale_num *= 2;
    }
    jpeg_start_decompress(&jpeg);
    std::vector<std::uint8_t> row(std::size_t{jpeg.output_width} * (inks ? 4 : 3));
    Shrinker shrinker(jpeg.output_width, jpeg.output_height);
    while (jpeg.output_scanline < jpeg.output_height) {
        auto* line = row.data();
        jpeg_read_scanlines(&jpeg, &line, 1);
        if (picture == nullptr) continue;
        if (inks) to_rgb(row, jpeg.output_width);
        shrinker.add(std::span(row).first(std::size_t{jpeg.output_width} * 3));
    }
    jpeg_finish_decompress(&jpeg);
    jpeg_destroy_decompress(&jpeg);
    if (picture != nullptr) *picture = std::move(shrinker).finish();
}

}  // namespace anping::worker
