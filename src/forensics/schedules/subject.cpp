// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include <anping/forensics/schedules.hpp>

namespace anping::forensics {
namespace {

// One form of each character: full width letters and digits are U+FF01 to U+FF5E, three bytes each.
std::string plain(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        auto const byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
        if (byte(i) == 0xefU && (byte(i + 1) == 0xbcU || byte(i + 1) == 0xbdU)) {
            auto const point = 0xff00U + ((byte(i + 1) & 0x03U) << 6) + (byte(i + 2) & 0x3fU);
            if (point > 0xff00U && point < 0xff5fU) out += static_cast<char>(point - 0xff00U + 0x20U);
            i += 3;
            continue;
        }
        out += text[i++];
    }
    return out;
}

bool names_nobody(std::string_view number) {
    constexpr std::size_t kLeast = 4;
    if (number.size() < kLeast) return true;
    auto const digits = std::ranges::count_if(number, [](char one) { return one >= '0' && one <= '9'; });
    bool const one_sign = std::ranges::all_of(number, [&](char one) { return one == number[0]; });
    return digits == 0 || one_sign || number == "1234" || number == "12345" || number == "123456";
}

}  // namespace

std::string subject_of(std::string_view written) {
    std::string out;
    for (auto one : plain(written)) {
        if (one >= 'a' && one <= 'z') one = static_cast<char>(one - 'a' + 'A');
        if (one == 'O') one = '0';
        if (one == 'I' || one == 'L') one = '1';
        bool const kept =
            (one >= '0' && one <= '9') || (one >= 'A' && one <= 'Z') || (static_cast<unsigned char>(one) & 0x80U) != 0;
        if (kept) out += one;
    }
    for (std::string_view const general : {"无", "详见", "见附", "未知", "不详", "自编"})
        if (out.find(general) != std::string::npos) return {};
    // "1号", "3号机": a number of the house and not of the maker.
    if (out.find("号") != std::string::npos && out.size() < 12) return {};
    return names_nobody(out) ? std::string{} : out;
}

}  // namespace anping::forensics
