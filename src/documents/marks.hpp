// SPDX-License-Identifier: Apache-2.0
// The marks of a template, and the text of a paragraph they stand in: Word splits a mark over runs as it likes.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "word_xml.hpp"

namespace anping::documents {

enum class MarkKind { value, begin, end };  // {{name}}, {{#name}}, {{/name}}

struct Mark {
    MarkKind kind = MarkKind::value;
    std::string name;
    std::size_t begin = 0;
    std::size_t end = 0;
};

// What is left open, empty or longer than a name is text like any other.
std::vector<Mark> marks_in(std::string_view text);
std::string as_written(Mark const& mark);

class ParagraphText {
public:
    ParagraphText(pugi::xml_node paragraph, WordNames const& names);

    std::vector<Mark> const& marks() const noexcept { return marks_; }
    // What `replacement` gives stands in the mark's place, in the format of where the mark begins; nothing keeps it.
    void replace(std::function<std::optional<std::string>(Mark const&)> const& replacement);

private:
    struct Piece {
        pugi::xml_node node;
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    void collect(pugi::xml_node node);
    void write(pugi::xml_node node, std::string_view text) const;

    WordNames const& names_;
    std::vector<Piece> pieces_;
    std::string text_;
    std::vector<Mark> marks_;
};

}  // namespace anping::documents
