// SPDX-License-Identifier: Apache-2.0
#include <png.h>

#include "image.hpp"

namespace anping::worker {
namespace {

constexpr std::size_t kMaxWhole = 256u << 20;  // an interlaced picture has to be held as a whole
constexpr png_alloc_size_t kMaxChunk = 8u << 20;

[[noreturn]] void on_error(png_structp png, png_const_charp message) {
    bool const memory = std::string_view(message).find("emory") != std::string_view::npos;
    static_cast<Answer*>(png_get_error_ptr(png))->give_up(memory ? "too_large" : "damaged");
}

void on_warning(png_structp, png_const_charp) {}

class Decoding {
public:
    Decoding(std::FILE* file, Answer& answer)
        : png_(png_create_read_struct(PNG_LIBPNG_VER_STRING, &answer, on_error, on_warning)),
          info_(png_create_info_struct(png_)) {
        png_set_chunk_malloc_max(png_, kMaxChunk);
        png_set_user_limits(png_, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
        png_init_io(png_, file);
        png_read_info(png_, info_);
    }
    ~Decoding() { png_destroy_read_struct(&png_, &info_, nullptr); }
    Decoding(Decoding const&) = delete;
    Decoding& operator=(Decoding const&) = delete;

    std::size_t width() const { return png_get_image_width(png_, info_); }
    std::size_t height() const { return png_get_image_height(png_, info_); }
    bool interlaced() const { return png_get_interlace_type(png_, info_) != PNG_INTERLACE_NONE; }

    // Three bytes a pixel, whatever the file has; what is transparent becomes white.
    void ask_for_rgb() {
        png_set_expand(png_);
        png_set_scale_16(png_);
        png_set_gray_to_rgb(png_);
        bool const see_through = (png_get_color_type(png_, info_) & PNG_COLOR_MASK_ALPHA) != 0 ||
                                 png_get_valid(png_, info_, PNG_INFO_tRNS) != 0;
        if (see_through) {
            png_color_16 white{};
            white.red = white.green = white.blue = white.gray = 0xff;
            if (png_get_bit_depth(png_, info_) == 16) white.red = white.green = white.blue = white.gray = 0xffff;
            png_set_background(png_, &white, PNG_BACKGROUND_GAMMA_SCREEN, 0, 1.0);
        }
        if (interlaced()) png_set_interlace_handling(png_);
        png_read_update_info(png_, info_);
    }
    // As it is stored, without a place to keep it.
    void read_and_drop() {
        auto const passes = png_set_interlace_handling(png_);
        png_read_update_info(png_, info_);
        std::vector<std::uint8_t> row(row_bytes());
        for (int pass = 0; pass < passes; ++pass)
            for (std::size_t y = 0; y < height(); ++y) read_row(row.data());
    }
    std::size_t row_bytes() const { return png_get_rowbytes(png_, info_); }
    void read_row(std::uint8_t* row) { png_read_row(png_, row, nullptr); }
    void read_whole(std::vector<std::uint8_t*>& rows) { png_read_image(png_, rows.data()); }
    void finish() { png_read_end(png_, nullptr); }

private:
    png_structp png_;
    png_infop info_;
};

void take_rows(Decoding& decoding, Shrinker& shrinker) {
    std::vector<std::uint8_t> row(decoding.row_bytes());
    for (std::size_t y = 0; y < decoding.height(); ++y) {
        decoding.read_row(row.data());
        shrinker.add(row);
    }
}

void take_whole(Decoding& decoding, Answer& answer, Shrinker& shrinker) {
    auto const stride = decoding.row_bytes();
    if (decoding.height() > kMaxWhole / stride) answer.give_up("too_large");
    std::vector<std::uint8_t> pixels(stride * decoding.height());
    std::vector<std::uint8_t*> rows;
    rows.reserve(decoding.height());
    for (std::size_t y = 0; y < decoding.height(); ++y) rows.push_back(&pixels[y * stride]);
    decoding.read_whole(rows);
    for (auto* row : rows) shrinker.add({row, stride});
}

}  // namespace

void decode_png(Input const& input, Answer& answer, OnSize const& size, Bitmap* picture) {
    auto const file = open_stream(input.path, "rb");
    Decoding decoding(file.get(), answer);
    size({static_cast<std::int64_t>(decoding.width()), static_cast<std::int64_t>(decoding.height())});
    if (picture == nullptr) {
        decoding.read_and_drop();
        return decoding.finish();
    }
    decoding.ask_for_rgb();
    if (decoding.row_bytes() != decoding.width() * 3) answer.give_up("damaged");
    Shrinker shrinker(decoding.width(), decoding.height());
    if (decoding.interlaced()) take_whole(decoding, answer, shrinker);
    else take_rows(decoding, shrinker);
    decoding.finish();
    *picture = std::move(shrinker).finish();
}

}  // namespace anping::worker
