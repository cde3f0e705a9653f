// SPDX-License-Identifier: Apache-2.0
// How papers call things.
#pragma once

#include <map>
#include <string>

#include <anping/practice/types.hpp>
#include <anping/registry/commands.hpp>

namespace anping::practice {

inline char const* name_of(Channel channel) {
    switch (channel) {
        case Channel::online: return "网上";
        case Channel::paper: return "纸质";
        case Channel::telephone: return "电话";
        case Channel::fax: return "传真";
        case Channel::email: return "电子邮件";
    }
    return "";
}

inline char const* name_of(registry::AssessorLevel level) {
    switch (level) {
        case registry::AssessorLevel::level1: return "一级";
        case registry::AssessorLevel::level2: return "二级";
        case registry::AssessorLevel::level3: return "三级";
        case registry::AssessorLevel::none: return "";
    }
    return "";
}

inline std::string looked_up(std::map<std::string, std::string> const& names, std::string const& code) {
    auto const found = names.find(code);
    return found == names.end() ? code : found->second;
}

}  // namespace anping::practice
