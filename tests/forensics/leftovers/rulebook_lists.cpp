// SPDX-License-Identifier: Apache-2.0
#include "rulebook_lists.hpp"

#include <algorithm>
#include <stdexcept>

namespace planted {
namespace {

namespace forensics = anping::forensics;
namespace json = anping::json;
namespace rulebook = anping::rulebook;
namespace field = anping::field;

rulebook::Place const kPlace{field::RegionCode{"652301"}};

rulebook::Law law_in(std::string const& directory) {
    auto loaded = rulebook::load(directory);
    if (!loaded.law) throw std::runtime_error("no rulebooks in " + directory);
    return *loaded.law;
}

std::string text_in(json::object const& item, char const* key) {
    auto const* found = item.if_contains(key);
    return found == nullptr || !found->is_string() ? std::string() : std::string(found->get_string());
}

forensics::SaidAs texts_in(json::object const& item, char const* key) {
    forensics::SaidAs out;
    auto const* found = item.if_contains(key);
    if (found == nullptr || !found->is_array()) return out;
    for (auto const& one : found->get_array())
        if (one.is_string()) out.emplace_back(one.get_string());
    return out;
}

forensics::Standard standard_of(json::object const& item) {
    auto const until = field::parse_date(text_in(item, "until"));
    return {text_in(item, "code"), text_in(item, "name"), field::parse_date(text_in(item, "from")),
            until ? std::optional(*until - 1) : std::nullopt};
}

bool is_for(json::object const& list, std::string const& scope, std::string const& title) {
    auto const ways = texts_in(list, "said_as");
    return text_in(list, "scope") == scope && (ways.empty() || std::ranges::any_of(ways, [&](auto const& way) {
                                                   return title.find(way) != std::string::npos;
                                               }));
}

}  // namespace

Rulebook::Rulebook(std::string const& directory) : law_(law_in(directory)) {}

std::string Rulebook::name_of(std::string const& name, std::string const& variant, field::Date day) const {
    auto special = name + "_" + variant;
    auto const* clause = law_.find(rulebook::Kind::catalogue, special, kPlace, day);
    return clause == nullptr ? name : special;
}

std::vector<json::object const*> Rulebook::items(std::string const& name, field::Date day, bool* binds) const {
    std::vector<json::object const*> out;
    auto const* clause = law_.find(rulebook::Kind::catalogue, name, kPlace, day);
    if (binds != nullptr) *binds = clause != nullptr && clause->citation.binding;
    auto const* all = clause == nullptr ? nullptr : clause->body.if_contains("items");
    if (all == nullptr || !all->is_array()) return out;
    for (auto const& item : all->get_array())
        if (item.is_object()) out.push_back(&item.get_object());
    return out;
}

RulebookLists Rulebook::lists(std::string const& kind, std::string const& scope, std::string const& title,
                              field::Date day) const {
    RulebookLists out;
    bool binds = true;
    for (auto const* item : items(name_of("report_chapters_" + kind, scope, day), day, &binds)) {
        out.chapters.push_back({text_in(*item, "name"), texts_in(*item, "said_as")});
    }
    if (!binds) out.in_doubt.insert("leftovers.chapter");
    for (auto const* item : items("standards_in_force", day)) out.standards.push_back(standard_of(*item));
    for (auto const* list : items(name_of("criteria_lists", kind, day), day)) {
        if (!is_for(*list, scope, title)) continue;
        out.criteria_name = text_in(*list, "code");
        out.criteria_title = text_in(*list, "name");
        for (auto const* item : items(out.criteria_name, day, &binds))
            out.criteria.push_back({text_in(*item, "code"), text_in(*item, "name"), texts_in(*item, "said_as")});
        if (!binds) out.in_doubt.insert("leftovers.criteria");
        break;
    }
    for (auto const* item : items("source_standards", day))
        if (text_in(*item, "scope") == scope) out.source_standard = text_in(*item, "code");
    return out;
}

}  // namespace planted
