// SPDX-License-Identifier: Apache-2.0
// The real texts a corpus is made of, read where they lie: national laws and technical prose.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_set>
#include <vector>

#include "text.hpp"

namespace corpus {

struct Article {
    Text number;  // 第一条
    Text body;
};

struct Law {
    Text title;
    std::vector<Article> articles;
};

struct Document {
    std::string name;
    Text text;  // paragraphs, each with its line end
};

// One law a folder, its files together; other editions (folders `versions`) and lists are left out.
std::vector<Law> read_laws(std::filesystem::path const& root);
std::vector<Document> read_prose(std::filesystem::path const& root);
Text law_text(Law const& law);

// Books quote each other, and one stands in several packages: told apart from what is met for the first time.
class Repeats {
public:
    // The text without the sentences of which a stretch was in a text before, or earlier in this one.
    Text left_out(View text);

private:
    std::unordered_set<std::uint64_t> seen_;
};

}  // namespace corpus
