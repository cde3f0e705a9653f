// SPDX-License-Identifier: Apache-2.0
// Text on its way into XML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace anping::documents {

bool is_utf8(std::string_view text) noexcept;
// Without what XML 1.0 does not allow and what is not UTF-8; line breaks as '\n'.
std::string clean(std::string_view text);
// Clean, and with entities for markup: for element content and for attributes in quotes.
std::string escaped(std::string_view text);
std::vector<std::string_view> lines(std::string_view text);
// In narrow characters: Chinese ones and full-width forms take two.
int width(std::string_view line) noexcept;
// In the units Excel counts a text's length in.
std::size_t utf16_length(std::string_view text) noexcept;
// The longest beginning of at most `units` UTF-16 units that splits no character.
std::string_view beginning(std::string_view text, std::size_t units) noexcept;

}  // namespace anping::documents
