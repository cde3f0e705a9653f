// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
// jpeglib.h needs the declaration of FILE before it.
#include <jpeglib.h>

#include <cstdlib>
#include <memory>
#include <stdexcept>

#include "photo.hpp"

namespace photos {
namespace {

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

[[noreturn]] void on_error(j_common_ptr) { throw std::runtime_error("a JPEG that is none"); }

Photo decoded(auto const& source) {
    jpeg_decompress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    errors.error_exit = on_error;
    jpeg_create_decompress(&jpeg);
    source(&jpeg);
    jpeg_read_header(&jpeg, TRUE);
    jpeg.out_color_space = JCS_RGB;
    jpeg_start_decompress(&jpeg);
    Photo out{static_cast<int>(jpeg.output_width), static_cast<int>(jpeg.output_height), {}};
    out.rgb.resize(std::size_t{jpeg.output_width} * jpeg.output_height * 3);
    while (jpeg.output_scanline < jpeg.output_height) {
        auto* row = out.at(0, static_cast<int>(jpeg.output_scanline));
        jpeg_read_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_decompress(&jpeg);
    jpeg_destroy_decompress(&jpeg);
    return out;
}

void encode(Photo const& photo, int quality, auto const& target) {
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    errors.error_exit = on_error;
    jpeg_create_compress(&jpeg);
    target(&jpeg);
    jpeg.image_width = static_cast<JDIMENSION>(photo.width);
    jpeg.image_height = static_cast<JDIMENSION>(photo.height);
    jpeg.input_components = 3;
    jpeg.in_color_space = JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, quality, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    while (jpeg.next_scanline < jpeg.image_height) {
        auto* row = const_cast<std::uint8_t*>(photo.at(0, static_cast<int>(jpeg.next_scanline)));
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
}

File opened(std::filesystem::path const& file, char const* mode) {
    File out(std::fopen(file.c_str(), mode), &std::fclose);
    if (!out) throw std::runtime_error(file.string() + ": cannot be opened");
    return out;
}

}  // namespace

Photo read_jpeg(std::filesystem::path const& file) {
    auto const stream = opened(file, "rb");
    return decoded([&](auto* jpeg) { jpeg_stdio_src(jpeg, stream.get()); });
}

void write_jpeg(Photo const& photo, int quality, std::filesystem::path const& file) {
    auto const stream = opened(file, "wb");
    encode(photo, quality, [&](auto* jpeg) { jpeg_stdio_dest(jpeg, stream.get()); });
}

Photo recoded(Photo const& photo, int quality) {
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    encode(photo, quality, [&](auto* jpeg) { jpeg_mem_dest(jpeg, &bytes, &size); });
    std::unique_ptr<unsigned char, void (*)(void*)> const owned(bytes, &std::free);
    return decoded([&](auto* jpeg) { jpeg_mem_src(jpeg, bytes, size); });
}

}  // namespace photos
