// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <anping/rulebook/law.hpp>

namespace anping::rulebook {

// Code and name of each item, in the catalogue's order; none of a catalogue that is not there.
inline std::vector<std::pair<std::string, std::string>> catalogue_names(json::object const* catalogue) {
    std::vector<std::pair<std::string, std::string>> out;
    auto const* items = catalogue == nullptr ? nullptr : catalogue->if_contains("items");
    if (items == nullptr || !items->is_array()) return out;
    for (auto const& item : items->get_array())
        out.emplace_back(std::string(item.at("code").as_string()), std::string(item.at("name").as_string()));
    return out;
}

}  // namespace anping::rulebook
