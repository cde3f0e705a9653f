// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include <anping/http/message.hpp>

#include "text.hpp"

namespace anping::http {

std::string_view Request::header(std::string_view lower_case_name) const noexcept {
    for (auto const& [name, value] : headers) {
        if (name == lower_case_name) return value;
    }
    return {};
}

std::string_view Request::cookie(std::string_view name) const noexcept {
    for (auto const& [header_name, value] : headers) {
        if (header_name != "cookie") continue;
        std::string_view rest = value;
        while (!rest.empty()) {
            auto const end = std::min(rest.find(';'), rest.size());
            auto const pair = trim(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            auto const equals = pair.find('=');
            if (equals != std::string_view::npos && pair.substr(0, equals) == name) return pair.substr(equals + 1);
        }
    }
    return {};
}

std::optional<std::string> Request::query_value(std::string_view name) const {
    for (auto const& [key, value] : query) {
        if (key == name) return value;
    }
    return std::nullopt;
}

std::string const& Request::capture(std::string_view name) const {
    auto const found = captures.find(name);
    if (found == captures.end()) throw std::out_of_range("the route has no capture " + std::string(name));
    return found->second;
}

Response& Response::with(std::string name, std::string value) & {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
}

Response&& Response::with(std::string name, std::string value) && {
    headers.emplace_back(std::move(name), std::move(value));
    return std::move(*this);
}

Response text(int status, std::string body, std::string content_type) {
    Response out;
    out.status = status;
    out.body = std::move(body);
    out.headers.emplace_back("Content-Type", std::move(content_type));
    return out;
}

}  // namespace anping::http
