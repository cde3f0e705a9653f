// SPDX-License-Identifier: Apache-2.0
// Which lines of a report are headings, however they are numbered.
#pragma once

#include <optional>
#include <vector>

#include "leftovers/letters.hpp"

namespace anping::forensics {

enum class Numbering { none, chapter, section, decimal, single, ideograph, bracketed };

struct NumberedLine {
    Place line;
    Numbering numbering = Numbering::none;
    int parts = 1;  // of a decimal number
    std::vector<int> number;
    std::u32string title;
};

// A line that can be a heading by itself: "第一章 概述", "2.1 地理位置", "3 结论", "一、概况", "(一)选址", "前言".
// Nothing for a line of a table of contents.
std::optional<NumberedLine> numbered_line(View line);
// "1、", "(2)", "③", "一、": how many characters mark the line as an item; 0 when none do.
std::size_t item_mark(View line) noexcept;
// Of those, which are headings in this report and of what level. `size` is the text's.
std::vector<Heading> headings_of(std::vector<NumberedLine> lines, std::uint32_t size);

}  // namespace anping::forensics
