// SPDX-License-Identifier: Apache-2.0
// A question about segments as another process is asked it, and its answer: JSON in one line each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <anping/base/result.hpp>
#include <anping/forensics/search.hpp>

namespace anping::forensics {

struct Asked {
    text::Folded report;  // without its origins
    text::Masks masks;
    double least = text::kSuspected;
    DocId except = 0;
};

std::string question_line(std::u16string_view report, text::Masks const& masks, double least, DocId except);
// Error "forensics.exchange".
Result<Asked> asked_from(std::string_view line);

std::string answer_line(std::vector<Found> const& found);
// What names no document of the segment, or places outside the report or the document, is none: error
// "forensics.exchange".
Result<std::vector<Found>> answer_from(std::string_view line, Segment const& segment, std::size_t characters);

}  // namespace anping::forensics
