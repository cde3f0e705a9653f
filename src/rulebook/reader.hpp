// SPDX-License-Identifier: Apache-2.0
// First stage: files of a shelf of books -> trees with locations. Knows TOML and directories, not what clauses mean.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "node.hpp"

namespace anping::rulebook {

struct Document {
    SourceFile const* file = nullptr;
    Node root;
};

struct BookFiles {
    std::string directory;  // "XJ-xinjiang"
    std::vector<Document> documents;
    std::vector<Document> tests;
    std::string digest;  // hex SM3 of the files in name order, tests apart
};

struct Shelf {
    std::vector<std::unique_ptr<SourceFile>> sources;
    std::vector<BookFiles> books;  // in name order
};

enum class Tests { leave, read };

// A draft of a book that is not on the shelf is reported.
Shelf read_shelf(std::string const& directory, Tests tests, Report& report, Drafts const& drafts = {});
// Nothing when the text is no TOML (reported).
std::optional<Node> parse(SourceFile const& file, Report& report);

}  // namespace anping::rulebook
