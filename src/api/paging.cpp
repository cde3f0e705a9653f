// SPDX-License-Identifier: Apache-2.0
#include <anping/api/paging.hpp>

#include <boost/json/serialize.hpp>
#include <charconv>

#include <anping/crypto/digest.hpp>

#include "errors.hpp"

namespace anping::api {

std::string encode_cursor(std::vector<std::string> const& key) {
    auto text = crypto::to_base64(json::serialize(json::value_from(key)));
    while (!text.empty() && text.back() == '=') text.pop_back();
    for (char& c : text) {
        if (c == '+') c = '-';
        if (c == '/') c = '_';
    }
    return text;
}

std::optional<std::vector<std::string>> decode_cursor(std::string_view cursor) {
    if (cursor.size() > 2000) return std::nullopt;
    std::string text(cursor);
    for (char& c : text) {
        if (c == '-') c = '+';
        else if (c == '_') c = '/';
        else if (c == '+' || c == '/' || c == '=') return std::nullopt;
    }
    while (text.size() % 4 != 0) text += '=';
    auto const bytes = crypto::from_base64(text);
    if (!bytes) return std::nullopt;
    auto const value = parse_json(*bytes);
    if (!value || !value->is_array()) return std::nullopt;
    std::vector<std::string> key;
    for (auto const& part : value->get_array()) {
        if (!part.is_string()) return std::nullopt;
        key.emplace_back(part.get_string());
    }
    return key;
}

Result<PageRequest> page_request(http::Request const& request, std::size_t parts, std::int64_t default_limit) {
    PageRequest asked;
    asked.limit = default_limit;
    if (auto const limit = request.query_value("limit")) {
        auto const* end = limit->data() + limit->size();
        auto const [stop, problem] = std::from_chars(limit->data(), end, asked.limit);
        if (problem != std::errc() || stop != end || asked.limit < 1 || asked.limit > 200) return errors::bad_limit();
    }
    auto const cursor = request.query_value("cursor");
    if (!cursor || cursor->empty()) return asked;
    auto key = decode_cursor(*cursor);
    if (!key || key->size() != parts) return errors::bad_cursor();
    asked.after = std::move(*key);
    return asked;
}

Result<PageRequest> page_of_entries(http::Request const& request) {
    auto asked = page_request(request, 1);
    if (!asked || asked->after.empty()) return asked;
    auto const& text = asked->after.front();
    auto const [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), asked->before);
    if (problem != std::errc() || stop != text.data() + text.size()) return errors::bad_cursor();
    return asked;
}

}  // namespace anping::api
