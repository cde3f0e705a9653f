// SPDX-License-Identifier: Apache-2.0
// What a form says, as WordprocessingML.
#pragma once

#include <string>

#include <anping/documents/form.hpp>

namespace anping::documents {

inline constexpr int kTextWidth = 8845;  // of the type area, in twentieths of a point: 156 mm

std::string paragraph(std::string_view style, std::string_view text);
std::string paragraphs(std::string_view style, std::string_view text);  // one for each line
std::string gap();  // keeps tables off each other and carries what ends a section

std::string stamp_box(Stamp const& stamp);
inline constexpr int kWideTextWidth = 14570;  // of a landscape page: 257 mm
// The picture is the `index`-th of the document, from 1.
std::string picture_body(Picture const& picture, std::size_t index);
std::string block_body(Block const& block, bool landscape = false);
std::string closing_body(Closing const& closing);

}  // namespace anping::documents
