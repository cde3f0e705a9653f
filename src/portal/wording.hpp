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

// What the last look at a report on its institution's own site found there.
inline std::string sight_name(practice::PublicDisclosure const& disclosure) {
    if (!disclosure.sight) return "还没有核对";
    switch (*disclosure.sight) {
        case practice::Sight::same: return "可以打开，内容与提交的报告一致";
        case practice::Sight::different:
            if (disclosure.as == practice::DisclosedAs::original) return "可以打开，内容与提交的报告不同";
            return disclosure.as == practice::DisclosedAs::page ? "网页可以打开" : "可以打开（部分内容已遮盖）";
        default: return "未能打开";
    }
}

}  // namespace anping::portal
