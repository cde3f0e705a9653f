// SPDX-License-Identifier: Apache-2.0
// What forms and sheets share.
#pragma once

#include <map>
#include <string>

#include <anping/api/answer.hpp>

#include "family.hpp"

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

inline std::string looked_up(std::map<std::string, std::string> const& names, std::string const& code) {
    auto const found = names.find(code);
    return found == names.end() ? code : found->second;
}

using api::attachment;
using api::kDocx;
using api::kXlsx;

}  // namespace anping::practice
