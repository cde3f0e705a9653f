// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <anping/documents/template.hpp>

#include "errors.hpp"
#include "filling.hpp"
#include "package.hpp"
#include "placing.hpp"
#include "template_copies.hpp"

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

// The body stands once for each; what is shared gets what is common.
Result<void> fill_part(Part& part, Filling& filling, std::span<json::object const> each, json::object const& common) {
    pugi::xml_document tree;
    auto const names = parse(part.content, tree);
    if (!names) return unexpected<Error>(names.error());
    bool const is_body = part.name == kBody;
    if (auto done = filling.fill(tree.root(), *names, is_body ? each.front() : common); !done) return done;
    if (is_body && each.size() > 1)
        if (auto done = append_copies(part.content, tree, *names, filling, each.subspan(1)); !done) return done;
    part.content = serialize(tree);
    return {};
}

}  // namespace

namespace {

Result<Filled> filled(std::string_view template_docx, std::span<json::object const> each,
                      std::span<Placed const> pictures) {
    auto parts = unpack(template_docx);
    if (!parts) return unexpected<Error>(parts.error());
    if (auto checked = check(*parts); !checked) return unexpected<Error>(checked.error());
    auto const common = common_values(each);
    Filling filling;
    for (auto& part : *parts) {
        if (!is_filled(part)) continue;
        if (auto done = fill_part(part, filling, each, common); !done) return unexpected<Error>(done.error());
    }
    auto missing = place(*parts, pictures);
    return Filled{pack(*parts), filling.unknown(), filling.known(), std::move(missing)};
}

}  // namespace

Result<Filled> fill_each(std::string_view template_docx, std::span<json::object const> each) {
    return filled(template_docx, each, {});
}

Result<Filled> fill(std::string_view template_docx, json::object const& values) {
    return filled(template_docx, {&values, 1}, {});
}

Result<Filled> fill(std::string_view template_docx, json::object const& values, std::span<Placed const> pictures) {
    return filled(template_docx, {&values, 1}, pictures);
}

}  // namespace anping::documents
