// SPDX-License-Identifier: Apache-2.0
#include "ranges.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

#include "text.hpp"

namespace anping::http {
namespace {

// Digits only; a number beyond 64 bits is as good as the largest.
std::uint64_t number(std::string_view digits) noexcept {
    std::uint64_t value = 0;
    auto const result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return result.ec == std::errc() ? value : std::numeric_limits<std::uint64_t>::max();
}

}  // namespace

Range parse_range(std::string_view header, std::uint64_t size) noexcept {
    Range const whole{Range::Kind::whole, 0, size};
    Range const none{Range::Kind::unsatisfiable, 0, 0};
    if (header.size() < 6 || !same_text(header.substr(0, 6), "bytes=")) return whole;
    auto const spec = trim(header.substr(6));
    auto const dash = spec.find('-');
    if (dash == std::string_view::npos) return whole;
    auto const from = spec.substr(0, dash);
    auto const to = spec.substr(dash + 1);
    if (from.empty()) {
        if (!all_digits(to)) return whole;
        auto const length = std::min(number(to), size);
        return length == 0 ? none : Range{Range::Kind::part, size - length, length};
    }
    if (!all_digits(from) || !(to.empty() || all_digits(to))) return whole;
    auto const first = number(from);
    if (!to.empty() && number(to) < first) return whole;
    if (first >= size) return none;
    auto const last = to.empty() ? size - 1 : std::min(number(to), size - 1);
    return {Range::Kind::part, first, last - first + 1};
}

std::string content_range(Range const& range, std::uint64_t size) {
    if (range.kind == Range::Kind::unsatisfiable) return "bytes */" + std::to_string(size);
    return "bytes " + std::to_string(range.first) + "-" + std::to_string(range.first + range.length - 1) + "/" +
           std::to_string(size);
}

}  // namespace anping::http
