// SPDX-License-Identifier: Apache-2.0
// What forms and sheets share.
#pragma once

#include <map>
#include <string>

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

inline http::Response attachment(std::string bytes, char const* media_type, std::string const& file_name) {
    http::Response response;
    response.body = std::move(bytes);
    return std::move(response)
        .with("Content-Type", media_type)
        .with("Content-Disposition", "attachment; filename=\"" + file_name + "\"")
        .with("Cache-Control", "private, no-store");
}
inline constexpr char const* kDocx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
inline constexpr char const* kXlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

}  // namespace anping::practice
