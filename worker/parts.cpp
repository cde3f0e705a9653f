// SPDX-License-Identifier: Apache-2.0
#include "parts.hpp"

#include <algorithm>
#include <cstring>

namespace anping::worker {
namespace {

constexpr std::size_t kPartLimit = 32u << 20;
constexpr std::size_t kRelations = 20'000;

std::string_view local(char const* name) {
    auto const* const colon = std::strchr(name, ':');
    return colon == nullptr ? name : colon + 1;
}

std::string last_word(std::string_view type) {
    auto const stroke = type.rfind('/');
    return std::string(stroke == type.npos ? type : type.substr(stroke + 1));
}

}  // namespace

std::string_view local_name(pugi::xml_node node) { return local(node.name()); }

bool is(pugi::xml_node node, std::string_view name) { return local(node.name()) == name; }

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
    return node.find_child([&](pugi::xml_node one) { return is(one, name); });
}

pugi::xml_attribute attribute_node(pugi::xml_node node, std::string_view name) {
    return node.find_attribute([&](pugi::xml_attribute one) { return local(one.name()) == name; });
}

std::string_view attribute(pugi::xml_node node, std::string_view name) { return attribute_node(node, name).value(); }

std::string text_below(pugi::xml_node node) {
    struct Texts : pugi::xml_tree_walker {
        bool for_each(pugi::xml_node& one) override {
            if (one.type() == pugi::node_pcdata || one.type() == pugi::node_cdata) all += one.value();
            return true;
        }
        std::string all;
    } texts;
    node.traverse(texts);
    return std::move(texts.all);
}

std::string joined_path(std::string_view folder, std::string_view target) {
    std::string whole(target);
    std::replace(whole.begin(), whole.end(), '\\', '/');
    if (!whole.starts_with('/')) whole = std::string(folder) + "/" + whole;
    std::vector<std::string_view> steps;
    std::string_view rest = whole;
    while (!rest.empty()) {
        auto const end = std::min(rest.find('/'), rest.size());
        auto const step = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (step == ".." && !steps.empty()) steps.pop_back();
        if (!step.empty() && step != "." && step != "..") steps.push_back(step);
    }
    std::string out;
    for (auto const step : steps) out.append(out.empty() ? "" : "/").append(step);
    return out;
}

std::string folder_of(std::string_view part) {
    auto const stroke = part.rfind('/');
    return stroke == part.npos ? "" : std::string(part.substr(0, stroke));
}

bool Parts::load(std::string const& name, Part& part) {
    part.tree.reset();
    auto const& entries = archive_.entries();
    auto const entry = std::find_if(entries.begin(), entries.end(), [&](Entry const& one) { return one.name == name; });
    if (entry == entries.end()) return false;
    auto const size = static_cast<std::size_t>(std::min<std::uint64_t>(entry->size, kPartLimit + 1));
    if (size > std::min(kPartLimit, budget_)) {
        exhausted_ = true;
        return false;
    }
    budget_ -= size;
    auto content = archive_.content(name, size);
    if (!content) return false;
    part.bytes = std::move(*content);
    constexpr auto kAsWritten = pugi::parse_default | pugi::parse_ws_pcdata;
    return static_cast<bool>(part.tree.load_buffer_inplace(part.bytes.data(), part.bytes.size(), kAsWritten));
}

std::map<std::string, Relation, std::less<>> Parts::relations(std::string const& part) {
    std::map<std::string, Relation, std::less<>> out;
    auto const folder = folder_of(part);
    auto const name = part.substr(folder.empty() ? 0 : folder.size() + 1);
    Part list;
    if (!load(joined_path(folder, "_rels/" + name + ".rels"), list)) return out;
    for (auto const one : child(list.tree, "Relationships").children()) {
        if (!is(one, "Relationship") || out.size() == kRelations) continue;
        Relation relation;
        relation.type = last_word(attribute(one, "Type"));
        relation.outside = attribute(one, "TargetMode") == "External";
        auto const target = attribute(one, "Target");
        relation.target = relation.outside ? std::string(target) : joined_path(folder, target);
        out.emplace(attribute(one, "Id"), std::move(relation));
    }
    return out;
}

}  // namespace anping::worker
