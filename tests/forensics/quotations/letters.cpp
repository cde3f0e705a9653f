// SPDX-License-Identifier: Apache-2.0
#include "letters.hpp"

namespace planted {

std::u32string points_of(std::string_view utf8) {
    std::u32string out;
    for (std::size_t i = 0; i < utf8.size();) {
        auto const lead = static_cast<unsigned char>(utf8[i]);
        std::size_t const size = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        char32_t point = size == 1 ? lead : lead & (0xffU >> (size + 1));
        for (std::size_t k = 1; k < size && i + k < utf8.size(); ++k)
            point = point << 6 | (static_cast<unsigned char>(utf8[i + k]) & 0x3fU);
        out.push_back(point);
        i += size;
    }
    return out;
}

std::string utf8_of(std::u32string_view points) {
    std::string out;
    for (auto const one : points) {
        if (one < 0x80) {
            out += static_cast<char>(one);
            continue;
        }
        if (one >= 0x10000) out += static_cast<char>(0xf0 | one >> 18);
        if (one >= 0x800) out += static_cast<char>(one >= 0x10000 ? 0x80 | (one >> 12 & 0x3f) : 0xe0 | one >> 12);
        out += static_cast<char>(one >= 0x800 ? 0x80 | (one >> 6 & 0x3f) : 0xc0 | one >> 6);
        out += static_cast<char>(0x80 | (one & 0x3f));
    }
    return out;
}

std::u32string numeral_of(int number) {
    static constexpr std::u32string_view digits = U"零一二三四五六七八九";
    std::u32string out;
    bool gap = false;
    for (int scale = 1000; scale > 0; scale /= 10) {
        auto const digit = static_cast<std::size_t>(number / scale % 10);
        if (digit == 0) {
            gap = !out.empty();
            continue;
        }
        if (gap) out += U'零';
        gap = false;
        bool const plain_ten = scale == 10 && digit == 1 && out.empty();
        if (!plain_ten) out += digits[digit];
        if (scale > 1) out += scale == 1000 ? U'千' : scale == 100 ? U'百' : U'十';
    }
    return out;
}

}  // namespace planted
