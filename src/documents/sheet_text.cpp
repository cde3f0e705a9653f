// SPDX-License-Identifier: Apache-2.0
#include "sheet_text.hpp"

#include <algorithm>

#include "text.hpp"

namespace anping::documents {
namespace {

constexpr std::size_t kLongestName = 31;
constexpr std::size_t kLongestText = 32767;
constexpr double kLineHeight = 13.5;
constexpr double kPadding = 4.5;
constexpr double kLowest = 18;
constexpr double kHighest = 409;

// Excel compares names without regard to case.
std::string lower(std::string_view name) {
    std::string out(name);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

}  // namespace

std::string tab_name(std::string_view wanted, std::set<std::string>& taken) {
    std::string name = clean(wanted);
    for (char& c : name)
        if (std::string_view("[]:*?/\\'\n\t").find(c) != std::string_view::npos) c = '_';
    name = beginning(name, kLongestName);
    if (name.find_first_not_of(' ') == std::string::npos) name = "表";
    std::string unique = name;
    for (int i = 2; !taken.insert(lower(unique)).second; ++i) {
        auto const suffix = "(" + std::to_string(i) + ")";
        unique = std::string(beginning(name, kLongestName - suffix.size())) + suffix;
    }
    return unique;
}

std::string cell_text(std::string_view text) {
    auto out = clean(text);
    if (utf16_length(out) <= kLongestText) return out;
    return std::string(beginning(out, kLongestText - 1)) + "…";
}

double row_height(std::string_view text, int column_width) {
    int const room = std::max(column_width - 1, 2);
    int count = 0;
    for (auto line : lines(text)) count += std::max((width(line) + room - 1) / room, 1);
    return std::clamp(count * kLineHeight + kPadding, kLowest, kHighest);
}

}  // namespace anping::documents
