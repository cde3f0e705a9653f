// SPDX-License-Identifier: Apache-2.0
#include <ft2build.h>

#include <array>
#include <stdexcept>
#include FT_FREETYPE_H

#include <algorithm>
#include <string>
#include <string_view>

#include "photo.hpp"

namespace photos {
namespace {

struct Colour {
    int red, green, blue;
};
constexpr Colour kWhite{255, 255, 255};
constexpr Colour kBlack{0, 0, 0};
constexpr Colour kOrange{255, 150, 30};
constexpr Colour kBlue{20, 90, 220};

struct Words {
    std::u32string project, place, time, weather;
};
std::array const kWords = {
    Words{U"隐患排查 现场记录", U"地点：某某县工业园区北三路18号", U"2026-03-17 09:42", U"多云 12℃ 西北风3级"},
    Words{U"安全评价 现场勘验", U"地点：某某市经开区化工二路东段", U"2025.11.08 15:06",
          U"晴 8℃ 经度112.5531 纬度37.8706"},
    Words{U"储罐区检查", U"某某集团原料罐区T-204西侧", U"2026年01月23日 10:31 星期五", U"阴 -2℃ 海拔：781米"},
    Words{U"消防设施检测", U"某某区临港大道与海防路交叉口", U"14:20 2025/09/30", U"小雨 21℃ 施工单位：某某安装"}};

class Pen {
public:
    Pen() {
        if (FT_Init_FreeType(&library_) != 0 ||
            FT_New_Face(library_, "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2, &face_) != 0)
            throw std::runtime_error("no Noto Sans CJK");
    }
    Pen(Pen const&) = delete;
    Pen& operator=(Pen const&) = delete;
    ~Pen() {
        FT_Done_Face(face_);
        FT_Done_FreeType(library_);
    }
    // Returns where the line ends. `y` is the base line.
    int write(Photo& photo, std::u32string_view line, int x, int y, int size, Colour colour) {
        FT_Set_Pixel_Sizes(face_, 0, static_cast<FT_UInt>(size));
        for (auto const c : line) {
            if (FT_Load_Char(face_, c, FT_LOAD_RENDER) != 0) continue;
            auto const& glyph = *face_->glyph;
            draw(photo, glyph.bitmap, x + glyph.bitmap_left, y - glyph.bitmap_top, colour);
            x += static_cast<int>(glyph.advance.x >> 6);
        }
        return x;
    }
    int width(std::u32string_view line, int size) {
        Photo none;
        return write(none, line, 0, 0, size, kBlack);
    }

private:
    static void draw(Photo& photo, FT_Bitmap const& bitmap, int left, int top, Colour colour);

    FT_Library library_ = nullptr;
    FT_Face face_ = nullptr;
};

void mix(Photo& photo, int x, int y, Colour colour, int share) {
    if (x < 0 || y < 0 || x >= photo.width || y >= photo.height) return;
    auto* const to = photo.at(x, y);
    std::array const from = {colour.red, colour.green, colour.blue};
    for (std::size_t c = 0; c < 3; ++c)
        to[c] = static_cast<std::uint8_t>((to[c] * (255 - share) + from[c] * share) / 255);
}

void Pen::draw(Photo& photo, FT_Bitmap const& bitmap, int left, int top, Colour colour) {
    for (int y = 0; y < static_cast<int>(bitmap.rows); ++y)
        for (int x = 0; x < static_cast<int>(bitmap.width); ++x)
            mix(photo, left + x, top + y, colour, bitmap.buffer[y * bitmap.pitch + x]);
}

void fill(Photo& photo, int left, int top, int right, int bottom, Colour colour, int share) {
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x) mix(photo, x, y, colour, share);
}

void shadowed(Pen& pen, Photo& photo, std::u32string_view line, int x, int y, int size, Colour colour) {
    pen.write(photo, line, x + 1, y + 1, size, kBlack);
    pen.write(photo, line, x, y, size, colour);
}

// Lines over the picture itself, lower left.
void in_the_corner(Pen& pen, Photo& photo, Words const& words, int unit) {
    auto y = photo.height - unit * 5;
    for (auto const& line : {words.project, words.place, words.time, words.weather}) {
        shadowed(pen, photo, line, unit / 2, y, unit, kWhite);
        y += unit * 3 / 2;
    }
}

// A dark band right across, two lines on it.
void on_a_band(Pen& pen, Photo& photo, Words const& words, int unit) {
    fill(photo, 0, photo.height - unit * 7 / 2, photo.width, photo.height, kBlack, 140);
    pen.write(photo, words.place, unit / 2, photo.height - unit * 2, unit, kWhite);
    auto const end = pen.write(photo, words.time, unit / 2, photo.height - unit / 2, unit, kWhite);
    pen.write(photo, words.weather, end + unit, photo.height - unit / 2, unit, kWhite);
}

// A date as cameras of old burn it in, lower right, and the maker's name upper left.
void as_a_date(Pen& pen, Photo& photo, Words const& words, int unit) {
    auto const size = unit * 5 / 4;
    pen.write(photo, words.time, photo.width - pen.width(words.time, size) - unit, photo.height - unit, size, kOrange);
    shadowed(pen, photo, U"水印相机", unit / 2, unit * 3 / 2, unit, kWhite);
}

// A coloured head with the project, a light card with the rest below, lower left.
void on_a_card(Pen& pen, Photo& photo, Words const& words, int unit) {
    auto const right = unit + std::max(pen.width(words.place, unit), pen.width(words.weather, unit));
    auto const top = photo.height - unit * 15 / 2;
    fill(photo, unit / 2, top, right, top + unit * 7 / 4, kBlue, 220);
    pen.write(photo, words.project, unit, top + unit * 5 / 4, unit, kWhite);
    fill(photo, unit / 2, top + unit * 7 / 4, right, photo.height - unit / 2, kWhite, 150);
    auto y = top + unit * 13 / 4;
    for (auto const& line : {words.time, words.place, words.weather}) {
        pen.write(photo, line, unit * 3 / 4, y, unit * 9 / 10, kBlack);
        y += unit * 3 / 2;
    }
}

std::u32string points(std::string_view utf8) {
    std::u32string out;
    for (std::size_t at = 0; at < utf8.size();) {
        auto const lead = static_cast<unsigned char>(utf8[at]);
        std::size_t const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        char32_t one = length == 1 ? lead : lead & (0x7fu >> length);
        for (std::size_t i = 1; i < length && at + i < utf8.size(); ++i)
            one = one << 6 | (static_cast<unsigned char>(utf8[at + i]) & 0x3fu);
        out += one;
        at += length;
    }
    return out;
}

Photo with(Photo const& photo, Stamp stamp, Words const& words) {
    static Pen pen;
    auto out = photo;
    auto const unit = std::max(9, std::min(photo.width, photo.height * 4 / 3) / 28);
    if (stamp == Stamp::corner) in_the_corner(pen, out, words, unit);
    if (stamp == Stamp::band) on_a_band(pen, out, words, unit);
    if (stamp == Stamp::date) as_a_date(pen, out, words, unit);
    if (stamp == Stamp::card) on_a_card(pen, out, words, unit);
    return out;
}

}  // namespace

Photo stamped(Photo const& photo, Stamp stamp, int number) {
    return with(photo, stamp, kWords[static_cast<std::size_t>(number) % kWords.size()]);
}

Photo stamped(Photo const& photo, Stamp stamp, StampWords const& words) {
    return with(photo, stamp, {points(words.project), points(words.place), points(words.time), points(words.weather)});
}

}  // namespace photos
