// SPDX-License-Identifier: Apache-2.0
#include "template_copies.hpp"

#include <algorithm>
#include <vector>

#include "errors.hpp"

namespace anping::documents {
namespace {

constexpr std::size_t kMostCopied = 64u << 20;

std::string prefix_of(WordNames const& names) { return names.paragraph.substr(0, names.paragraph.size() - 1); }

pugi::xml_node body_of(pugi::xml_document const& tree, WordNames const& names) {
    return tree.document_element().child((prefix_of(names) + "body").c_str());
}

// A line of no height that ends the page: as its section does, so that the next begins with the same paper.
void end_page(pugi::xml_node body, pugi::xml_node section, WordNames const& names) {
    auto const p = prefix_of(names);
    auto paragraph = section ? body.insert_child_before(names.paragraph.c_str(), section)
                             : body.append_child(names.paragraph.c_str());
    auto properties = paragraph.append_child((p + "pPr").c_str());
    auto spacing = properties.append_child((p + "spacing").c_str());
    for (auto const& [name, value] : {std::pair{"before", "0"}, {"after", "0"}, {"line", "20"}, {"lineRule", "exact"}})
        spacing.append_attribute((p + name).c_str()) = value;
    if (section) properties.append_copy(section);
    else
        paragraph.append_child((p + "r").c_str())
            .append_child(names.line_break.c_str())
            .append_attribute((p + "type").c_str()) = "page";
}

}  // namespace

json::object common_values(std::span<json::object const> each) {
    json::object out = each.front();
    for (auto& [name, value] : out)
        for (auto const& other : each.subspan(1)) {
            auto const* found = other.if_contains(name);
            if (found == nullptr || *found != value) value = nullptr;
        }
    return out;
}

Result<void> append_copies(std::string const& body, pugi::xml_document& tree, WordNames const& names, Filling& filling,
                           std::span<json::object const> rest) {
    if (body.size() * rest.size() > kMostCopied) return filled_too_large();
    auto into = body_of(tree, names);
    if (!into) return not_a_template();
    auto const section = into.child((prefix_of(names) + "sectPr").c_str());
    for (auto const& values : rest) {
        pugi::xml_document copy;
        auto const parsed = parse(body, copy);
        if (!parsed) return unexpected<Error>(parsed.error());
        if (auto done = filling.fill(copy.root(), names, values); !done) return done;
        end_page(into, section, names);
        for (auto const child : body_of(copy, names).children()) {
            if (child.name() == prefix_of(names) + "sectPr") continue;
            if (section) into.insert_copy_before(child, section);
            else into.append_copy(child);
        }
    }
    return {};
}

}  // namespace anping::documents
