// SPDX-License-Identifier: Apache-2.0
#include "placing.hpp"

#include <algorithm>
#include <pugixml.hpp>

namespace anping::documents {
namespace {

std::string_view local(char const* name) {
    std::string_view const whole = name;
    auto const colon = whole.find(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

std::string attribute(pugi::xml_node node, std::string_view name) {
    for (auto const one : node.attributes())
        if (local(one.name()) == name) return one.value();
    return {};
}

// The relation of the picture in an inline or anchored drawing.
std::string embedded(pugi::xml_node drawing) {
    auto const blip = drawing.find_node([](pugi::xml_node node) { return local(node.name()) == "blip"; });
    return blip ? attribute(blip, "embed") : std::string();
}

// Relations of the pictures in the part that have the alternative text.
std::vector<std::string> relations_of(Part const& part, std::string const& alt) {
    std::vector<std::string> out;
    pugi::xml_document tree;
    if (!tree.load_buffer(part.content.data(), part.content.size())) return out;
    struct Walker : pugi::xml_tree_walker {
        std::string const& alt;
        std::vector<std::string>& out;
        Walker(std::string const& wanted, std::vector<std::string>& found) : alt(wanted), out(found) {}
        bool for_each(pugi::xml_node& node) override {
            if (local(node.name()) != "docPr") return true;
            // WPS keeps the text as the title where Word keeps it as the description.
            if (attribute(node, "descr") != alt && attribute(node, "title") != alt) return true;
            if (auto id = embedded(node.parent()); !id.empty()) out.push_back(std::move(id));
            return true;
        }
    } walker(alt, out);
    tree.traverse(walker);
    return out;
}

Part* find(std::vector<Part>& parts, std::string const& name) {
    auto const found = std::ranges::find(parts, name, &Part::name);
    return found == parts.end() ? nullptr : &*found;
}

// "word/document.xml" -> "word/_rels/document.xml.rels"
std::string relations_part(std::string const& name) {
    auto const slash = name.rfind('/') + 1;
    return name.substr(0, slash) + "_rels/" + name.substr(slash) + ".rels";
}

// The name of the part a relation of `of` leads to, inside the package.
std::string target_of(Part const& relations, std::string const& id) {
    pugi::xml_document tree;
    if (!tree.load_buffer(relations.content.data(), relations.content.size())) return {};
    for (auto const one : tree.document_element().children()) {
        if (attribute(one, "Id") != id || attribute(one, "TargetMode") == "External") continue;
        auto const target = attribute(one, "Target");
        return target.starts_with('/') ? target.substr(1) : "word/" + target;
    }
    return {};
}

bool place_one(std::vector<Part>& parts, Placed const& picture) {
    std::vector<std::string> targets;
    for (auto const& part : parts) {
        bool const shown = part.name == "word/document.xml" || part.name.starts_with("word/header") ||
                           part.name.starts_with("word/footer");
        if (!shown || part.content.find(picture.alt) == std::string::npos) continue;
        auto const* relations = find(parts, relations_part(part.name));
        if (relations == nullptr) continue;
        for (auto const& id : relations_of(part, picture.alt)) targets.push_back(target_of(*relations, id));
    }
    bool placed = false;
    for (auto const& target : targets) {
        // Only what already is a PNG: its type is said elsewhere by its name.
        auto* part = target.ends_with(".png") ? find(parts, target) : nullptr;
        if (part == nullptr) continue;
        part->content = picture.png;
        placed = true;
    }
    return placed;
}

}  // namespace

std::vector<std::string> place(std::vector<Part>& parts, std::span<Placed const> pictures) {
    std::vector<std::string> missing;
    for (auto const& picture : pictures)
        if (!place_one(parts, picture)) missing.push_back(picture.alt);
    return missing;
}

}  // namespace anping::documents
