// SPDX-License-Identifier: Apache-2.0
#include <anping/picture/writing.hpp>

#include <algorithm>
#include <array>

namespace anping::picture {
namespace {

constexpr char32_t kNone = 0xffffffff;
constexpr int kFaintest = 30;  // brightness by which writing stands out; less is grain

// The code point at `at`, which moves past it; kNone for a byte that begins none.
char32_t next_point(std::string_view utf8, std::size_t& at) {
    auto const lead = static_cast<unsigned char>(utf8[at++]);
    if (lead < 0x80) return lead;
    std::size_t const more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    if (lead < 0xc2 || lead > 0xf4 || utf8.size() - at < more) return kNone;
    char32_t out = lead & (0x3fu >> more);
    for (std::size_t i = 0; i < more; ++i) {
        auto const next = static_cast<unsigned char>(utf8[at + i]);
        if ((next & 0xc0) != 0x80) return kNone;
        out = out << 6 | (next & 0x3fu);
    }
    static constexpr std::array<char32_t, 4> kLeast = {0, 0x80, 0x800, 0x10000};
    if (out < kLeast[more] || (out >= 0xd800 && out < 0xe000) || out > 0x10ffff) return kNone;
    at += more;
    return out;
}

bool is_seen(char32_t one) {
    if (one == kNone || one < 0x20 || (one >= 0x7f && one < 0xa0)) return false;
    bool const turns = (one >= 0x200b && one <= 0x200f) || (one >= 0x2028 && one <= 0x202e);
    return !turns && !(one >= 0x2060 && one <= 0x206f) && one != 0xfeff && one != 0xfffd;
}

// The least, or the greatest, of the pixels at most `reach` away along one direction, `step` pixels apart.
template <class Better>
void spread_line(std::uint8_t const* from, std::uint8_t* to, std::size_t count, std::size_t step, std::size_t reach,
                 Better const& better) {
    for (std::size_t i = 0; i < count; ++i) {
        auto const first = i < reach ? 0 : i - reach;
        auto const last = std::min(count - 1, i + reach);
        auto out = from[first * step];
        for (auto k = first + 1; k <= last; ++k) out = better(out, from[k * step]);
        to[i * step] = out;
    }
}

template <class Better>
Grey spread(Grey const& picture, std::size_t reach, Better const& better) {
    auto across = picture;
    for (std::size_t y = 0; y < picture.height; ++y)
        spread_line(picture.row(y), across.row(y), picture.width, 1, reach, better);
    auto out = across;
    for (std::size_t x = 0; x < picture.width; ++x)
        spread_line(across.pixels.data() + x, out.pixels.data() + x, picture.height, picture.width, reach, better);
    return out;
}

// The brightness so many thousandths of the pixels stay below.
int level(Grey const& picture, std::size_t thousandths) {
    std::array<std::size_t, 256> counts{};
    for (auto const one : picture.pixels) ++counts[one];
    auto left = picture.pixels.size() * thousandths / 1000;
    int at = 0;
    while (at < 255 && counts[static_cast<std::size_t>(at)] <= left) left -= counts[static_cast<std::size_t>(at++)];
    return at;
}

}  // namespace

std::string plain_line(std::string_view text, std::size_t most) {
    std::string out;
    std::size_t many = 0;
    for (std::size_t at = 0; at < text.size() && many < most;) {
        auto const from = at;
        if (!is_seen(next_point(text, at))) continue;
        out += text.substr(from, at - from);
        ++many;
    }
    return out;
}

std::size_t characters_in(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::ranges::count_if(utf8, [](char one) { return (static_cast<unsigned char>(one) & 0xc0) != 0x80; }));
}

bool is_writing(std::vector<StripLine> const& lines, std::size_t strips) {
    std::vector<std::size_t> characters(strips);
    for (auto const& line : lines) {
        if (line.strip < 0 || static_cast<std::size_t>(line.strip) >= strips) return false;
        if (line.confidence < 0 || line.confidence > 100 || line.text.empty()) return false;
        if (plain_line(line.text, kStripCharacters) != line.text) return false;
        auto& sum = characters[static_cast<std::size_t>(line.strip)];
        sum += characters_in(line.text);
        if (sum > kStripCharacters) return false;
    }
    return true;
}

Grey only_ink(Grey const& strip, Ink ink, std::size_t stroke) {
    if (strip.empty()) return strip;
    auto const less = [](std::uint8_t a, std::uint8_t b) { return std::min(a, b); };
    auto const more = [](std::uint8_t a, std::uint8_t b) { return std::max(a, b); };
    auto const reach = stroke / 2 + 1;
    bool const light = ink == Ink::light;
    // What is left when everything narrower than a stroke is gone.
    auto const ground =
        light ? spread(spread(strip, reach, less), reach, more) : spread(spread(strip, reach, more), reach, less);
    auto out = strip;
    for (std::size_t i = 0; i < out.pixels.size(); ++i)
        out.pixels[i] =
            static_cast<std::uint8_t>(light ? strip.pixels[i] - ground.pixels[i] : ground.pixels[i] - strip.pixels[i]);
    auto const full = std::max(kFaintest, level(out, 970));
    for (auto& one : out.pixels) one = static_cast<std::uint8_t>(255 - std::min(255, int{one} * 255 / full));
    return out;
}

Grey enlarged(Grey const& picture, std::size_t times) {
    if (times < 2 || picture.empty()) return picture;
    Grey out{picture.width * times, picture.height * times, {}};
    out.pixels.resize(out.width * out.height);
    // Where the middle of a new pixel lies among the old ones, in parts of an old one.
    auto const between = [times](std::size_t at, std::size_t count) {
        auto const part = 2 * times;
        auto const place = std::min((count - 1) * part, 2 * at + 1 < times ? 0 : 2 * at + 1 - times);
        return std::pair{place / part, place % part};
    };
    auto const part = 2 * times;
    for (std::size_t y = 0; y < out.height; ++y) {
        auto const [above, down] = between(y, picture.height);
        auto const below = std::min(above + 1, picture.height - 1);
        for (std::size_t x = 0; x < out.width; ++x) {
            auto const [left, along] = between(x, picture.width);
            auto const right = std::min(left + 1, picture.width - 1);
            auto const upper = picture.at(left, above) * (part - along) + picture.at(right, above) * along;
            auto const lower = picture.at(left, below) * (part - along) + picture.at(right, below) * along;
            out.row(y)[x] = static_cast<std::uint8_t>((upper * (part - down) + lower * down) / (part * part));
        }
    }
    return out;
}

}  // namespace anping::picture
