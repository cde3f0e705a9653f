// SPDX-License-Identifier: Apache-2.0
// What many reports hold in common: the institutions' templates, the industries' texts and tables, and the templates
// nobody disclosed.
#pragma once

#include <string>
#include <vector>

#include "chain.hpp"
#include "names.hpp"
#include "plan.hpp"

namespace corpus {

struct Institution {
    Text name;
    std::vector<Text> blocks;  // with slots
};

struct Row {
    Text tag;
    Text name;
    Text model;
    std::size_t number;
    View unit;
};

struct Industry {
    std::vector<Text> blocks;
    std::vector<Row> rows;
};

struct Stock {
    Stock(Chain const& chain, Plan const& plan);

    std::vector<Institution> institutions;
    std::vector<Industry> industries;
    std::vector<Text> undisclosed;  // by family, with slots
};

// Paragraphs of at least the length, with facts among the drawn sentences; the slots are left open.
Text drawn(Feed& feed, Rng& rng, std::size_t industry, std::size_t length, double facts);
Text table_rows(Industry const& industry, Rng& rng, std::size_t length);

}  // namespace corpus
