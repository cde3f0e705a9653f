// SPDX-License-Identifier: Apache-2.0
// What Excel asks of names, texts and heights, without the library that writes it.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace anping::documents {

// A tab's name as Excel allows it, and unlike those in `taken`, to which it is added.
std::string tab_name(std::string_view wanted, std::set<std::string>& taken);
// Clean, and cut with an ellipsis where Excel's limit for one cell is.
std::string cell_text(std::string_view text);
// Of a row whose highest cell is `text` in a column of `column_width`: wrapped lines do not lie over each other.
double row_height(std::string_view text, int column_width);

}  // namespace anping::documents
