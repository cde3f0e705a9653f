// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <anping/documents/template.hpp>

#include "errors.hpp"
#include "filling.hpp"
#include "package.hpp"

namespace anping::documents {
namespace {

constexpr std::string_view kBody = "word/document.xml";

bool is_xml(Part const& part) { return part.name.ends_with(".xml") || part.name.ends_with(".rels"); }

bool is_filled(Part const& part) {
    std::string_view const name = part.name;
    return name == kBody ||
           (name.ends_with(".xml") && (name.starts_with("word/header") || name.starts_with("word/footer")));
}

Result<void> check(std::vector<Part> const& parts) {
    auto const has = [&](std::string_view name) {
        return std::ranges::any_of(parts, [&](Part const& part) { return part.name == name; });
    };
    if (!has(kBody)) return not_a_template();
    if (has("word/vbaProject.bin")) return template_with_macros();
    for (auto const& part : parts)
        if (is_xml(part) && has_document_type(part.content)) return unsafe_template();
    return {};
}

Result<void> fill_part(Part& part, Filling& filling, json::object const& values) {
    pugi::xml_document tree;
    auto const names = parse(part.content, tree);
    if (!names) return unexpected<Error>(names.error());
    if (auto done = filling.fill(tree.root(), *names, values); !done) return done;
    part.content = serialize(tree);
    return {};
}

}  // namespace

Result<Filled> fill(std::string_view template_docx, json::object const& values) {
    auto parts = unpack(template_docx);
    if (!parts) return unexpected<Error>(parts.error());
    if (auto checked = check(*parts); !checked) return unexpected<Error>(checked.error());
    Filling filling;
    for (auto& part : *parts) {
        if (!is_filled(part)) continue;
        if (auto done = fill_part(part, filling, values); !done) return unexpected<Error>(done.error());
    }
    return Filled{pack(*parts), filling.unknown()};
}

}  // namespace anping::documents
