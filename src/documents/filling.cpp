// SPDX-License-Identifier: Apache-2.0
#include "filling.hpp"

#include <algorithm>
#include <boost/json/serialize.hpp>

#include "errors.hpp"
#include "text.hpp"

namespace anping::documents {
namespace {

constexpr std::size_t kBreakWeight = 256;  // two elements

void collect_paragraphs(pugi::xml_node node, WordNames const& names, std::vector<pugi::xml_node>& into) {
    for (auto const child : node.children()) {
        std::string_view const name = child.name();
        if (name == names.row) continue;  // of a table in a cell: a row of its own
        if (name == names.paragraph) into.push_back(child);
        collect_paragraphs(child, names, into);
    }
}

std::size_t weight(pugi::xml_node node) {
    std::size_t total = 64 + std::string_view(node.name()).size() + std::string_view(node.value()).size();
    for (auto const one : node.attributes())
        total += 32 + std::string_view(one.name()).size() + std::string_view(one.value()).size();
    for (auto const child : node.children()) total += weight(child);
    return total;
}

std::optional<std::string> scalar_text(json::value const& value) {
    switch (value.kind()) {
        case json::kind::null: return "";
        case json::kind::string: return clean(value.get_string());
        case json::kind::bool_: return value.get_bool() ? "是" : "否";
        case json::kind::array:
        case json::kind::object: return std::nullopt;
        default: return json::serialize(value);
    }
}

}  // namespace

json::value const* Scope::find(std::string_view dotted_name) const {
    json::object const* object = &members;
    for (auto rest = dotted_name; object != nullptr;) {
        auto const dot = rest.find('.');
        auto const* value = object->if_contains(rest.substr(0, dot));
        if (value != nullptr && dot == std::string_view::npos) return value;
        object = value != nullptr ? value->if_object() : nullptr;
        if (dot != std::string_view::npos) rest.remove_prefix(dot + 1);
    }
    return outer != nullptr ? outer->find(dotted_name) : nullptr;
}

Result<void> Filling::fill(pugi::xml_node tree, WordNames const& names, json::object const& values) {
    names_ = names;
    return fill_children(tree, Scope{values});
}

Result<void> Filling::fill_children(pugi::xml_node node, Scope const& scope) {
    for (auto child = node.first_child(); child;) {
        auto const next = child.next_sibling();  // a repeated row is replaced by its copies
        if (auto done = fill_child(child, scope); !done) return done;
        child = next;
    }
    return {};
}

Result<void> Filling::fill_child(pugi::xml_node child, Scope const& scope) {
    std::string_view const name = child.name();
    if (name == names_.row) {
        auto const section = take_section(child);
        if (!section) return unexpected<Error>(section.error());
        if (*section) return repeat(child, **section, scope);
    }
    if (name == names_.paragraph)
        if (auto done = fill_paragraph(child, scope); !done) return done;
    return fill_children(child, scope);
}

Result<std::optional<std::string>> Filling::take_section(pugi::xml_node row) {
    std::vector<pugi::xml_node> paragraphs;
    collect_paragraphs(row, names_, paragraphs);
    std::optional<Mark> open;
    std::optional<std::string> section;
    for (auto const one : paragraphs) {
        ParagraphText text(one, names_);
        std::size_t found = 0;
        for (auto const& mark : text.marks()) {
            if (mark.kind == MarkKind::value) continue;
            ++found;
            bool const begins = mark.kind == MarkKind::begin && !open && !section;
            bool const ends = mark.kind == MarkKind::end && open && open->name == mark.name;
            if (!begins && !ends) return mark_without_partner(as_written(open ? *open : mark));
            if (ends) section = mark.name;
            open = begins ? std::optional(mark) : std::nullopt;
        }
        if (found > 0)
            text.replace([](Mark const& mark) {
                return mark.kind == MarkKind::value ? std::nullopt : std::optional<std::string>("");
            });
    }
    if (open) return mark_without_partner(as_written(*open));
    return section;
}

Result<void> Filling::repeat(pugi::xml_node row, std::string const& name, Scope const& scope) {
    static json::array const kOneBlank = {nullptr};
    static json::object const kNothing;
    auto const* value = scope.find(name);
    auto const* elements = value != nullptr ? value->if_array() : nullptr;
    if (elements == nullptr && (value == nullptr || !value->is_null())) report(name, scope);
    else note(name);
    bool const is_blank = elements == nullptr || elements->empty();
    auto const each = weight(row);
    for (auto const& element : is_blank ? kOneBlank : *elements) {
        if (!spend(each)) return filled_too_large();
        auto const copy = row.parent().insert_copy_before(row, row);
        auto const* members = element.if_object();
        Scope const inner{members != nullptr ? *members : kNothing, &scope, is_blank || scope.is_blank};
        if (auto done = fill_children(copy, inner); !done) return done;
    }
    row.parent().remove_child(row);
    return {};
}

Result<void> Filling::fill_paragraph(pugi::xml_node paragraph, Scope const& scope) {
    ParagraphText text(paragraph, names_);
    if (text.marks().empty()) return {};
    for (auto const& mark : text.marks())
        if (mark.kind != MarkKind::value) return mark_outside_row(as_written(mark));
    bool within = true;
    text.replace([&](Mark const& mark) {
        if (!within) return std::optional(std::string());
        auto value = value_text(mark.name, scope);
        auto const breaks = static_cast<std::size_t>(std::ranges::count(value, '\n'));
        within = spend(value.size() + breaks * kBreakWeight);
        return std::optional(within ? std::move(value) : std::string());
    });
    if (!within) return filled_too_large();
    return {};
}

std::string Filling::value_text(std::string const& name, Scope const& scope) {
    if (auto const* value = scope.find(name))
        if (auto text = scalar_text(*value)) {
            note(name);
            return std::move(*text);
        }
    report(name, scope);
    return "";
}

void Filling::report(std::string const& name, Scope const& scope) {
    if (!scope.is_blank && reported_.insert(name).second) unknown_.push_back(name);
}

void Filling::note(std::string const& name) {
    if (noted_.insert(name).second) known_.push_back(name);
}

bool Filling::spend(std::size_t bytes) {
    if (bytes > left_) return false;
    left_ -= bytes;
    return true;
}

}  // namespace anping::documents
