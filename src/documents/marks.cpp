// SPDX-License-Identifier: Apache-2.0
#include "marks.hpp"

#include <algorithm>

#include "text.hpp"

namespace anping::documents {
namespace {

constexpr std::size_t kLongestName = 200;

std::string_view trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(" \t\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

Mark mark_of(std::string_view inner, std::size_t begin, std::size_t end) {
    auto name = trimmed(inner);
    auto kind = MarkKind::value;
    if (name.starts_with('#')) kind = MarkKind::begin;
    if (name.starts_with('/')) kind = MarkKind::end;
    if (kind != MarkKind::value) name = trimmed(name.substr(1));
    return {kind, std::string(name), begin, end};
}

}  // namespace

std::vector<Mark> marks_in(std::string_view text) {
    std::vector<Mark> out;
    std::size_t at = 0;
    for (;;) {
        auto const begin = text.find("{{", at);
        if (begin == std::string_view::npos) return out;
        auto const inner = text.substr(begin + 2, kLongestName + 2);
        auto const length = inner.find_first_of("{}");
        at = begin + 1;
        if (length == std::string_view::npos || !inner.substr(length).starts_with("}}")) continue;
        auto mark = mark_of(inner.substr(0, length), begin, begin + 2 + length + 2);
        if (mark.name.empty()) continue;
        at = mark.end;
        out.push_back(std::move(mark));
    }
}

std::string as_written(Mark const& mark) {
    char const* const sign = mark.kind == MarkKind::begin ? "#" : mark.kind == MarkKind::end ? "/" : "";
    return "{{" + (sign + mark.name) + "}}";
}

ParagraphText::ParagraphText(pugi::xml_node paragraph, WordNames const& names) : names_(names) {
    collect(paragraph);
    marks_ = marks_in(text_);
}

void ParagraphText::collect(pugi::xml_node node) {
    for (auto const child : node.children()) {
        std::string_view const name = child.name();
        if (name == names_.paragraph) continue;  // of a text box: a paragraph of its own
        if (name != names_.text) {
            collect(child);
            continue;
        }
        auto const begin = text_.size();
        for (auto const part : child.children())
            if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) text_ += part.value();
        pieces_.push_back({child, begin, text_.size()});
    }
    // A line break of the file is white space, one of a value is not: only the latter is left.
    std::replace(text_.begin(), text_.end(), '\n', ' ');
}

void ParagraphText::replace(std::function<std::optional<std::string>(Mark const&)> const& replacement) {
    struct Change {
        std::size_t begin, end;
        std::string text;
    };
    std::vector<Change> changes;
    for (auto const& mark : marks_)
        if (auto text = replacement(mark)) changes.push_back({mark.begin, mark.end, std::move(*text)});
    auto next = changes.begin();
    for (auto const& piece : pieces_) {
        std::string out;
        bool changed = false;
        auto at = piece.begin;
        for (; next != changes.end() && next->begin < piece.end; ++next) {
            if (next->begin >= at) out += text_.substr(at, next->begin - at);
            if (next->begin >= piece.begin) out += next->text;
            changed = true;
            at = std::min(next->end, piece.end);
            if (next->end > piece.end) break;  // goes on in the next piece
        }
        if (at < piece.end) out += text_.substr(at, piece.end - at);
        if (changed) write(piece.node, out);
    }
}

void ParagraphText::write(pugi::xml_node node, std::string_view text) const {
    while (node.first_child()) node.remove_child(node.first_child());
    node.remove_attribute("xml:space");
    node.append_attribute("xml:space") = "preserve";
    auto run = node.parent();
    auto last = node;
    bool first = true;
    for (auto line : lines(text)) {
        if (!first) {
            last = run.insert_child_after(names_.line_break.c_str(), last);
            last = run.insert_child_after(names_.text.c_str(), last);
            last.append_attribute("xml:space") = "preserve";
        }
        last.append_child(pugi::node_pcdata).set_value(std::string(line).c_str());
        first = false;
    }
}

}  // namespace anping::documents
