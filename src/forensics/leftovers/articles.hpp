// SPDX-License-Identifier: Apache-2.0
// Articles of a law, by their numbers at the start of a line.
#pragma once

#include <vector>

#include <anping/forensics/quotations.hpp>

#include "leftovers/letters.hpp"

namespace anping::forensics {

std::vector<LawLibrary::Article> articles_in(View text);
// "第二十条", "第20条", "第二十条之一" at `at`, which is of "第".
struct CitedArticle {
    ArticleNumber number;
    std::size_t end = 0;
};
std::optional<CitedArticle> article_at(View text, std::size_t at);

}  // namespace anping::forensics
