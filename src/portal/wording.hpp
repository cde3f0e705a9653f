// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <anping/base/json.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::portal {

inline std::string mark_name(rulebook::Mark mark) {
    switch (mark) {
        case rulebook::Mark::seen: return "已见原文";
        case rulebook::Mark::secondary: return "转引";
        case rulebook::Mark::recalled: return "凭记忆，待核实";
        case rulebook::Mark::design: return "产品设计";
        case rulebook::Mark::unconfirmed: return "待核实";
        case rulebook::Mark::missing: return "原文缺失";
    }
    return {};
}

// The name of a catalogue's entry, or its code when the catalogue does not have it.
inline std::string catalogue_name(json::object const* catalogue, std::string const& code) {
    auto const* item = rulebook::catalogue_item(catalogue, code);
    if (item == nullptr) return code;
    if (auto const* name = item->if_contains("name"); name != nullptr && name->is_string())
        return std::string(name->get_string());
    return code;
}

}  // namespace anping::portal
