// SPDX-License-Identifier: Apache-2.0
// Cursors: where the next page begins, opaque to the client. A list is read one row further than asked for.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <anping/api/endpoint.hpp>

namespace anping::api {

// The sort key of the last row given, in any number of parts; base64url of a JSON array.
std::string encode_cursor(std::vector<std::string> const& key);
std::optional<std::vector<std::string>> decode_cursor(std::string_view cursor);

struct PageRequest {
    std::vector<std::string> after;  // empty: from the start
    std::int64_t limit = 50;
    std::int64_t before = std::numeric_limits<std::int64_t>::max();  // of page_of_entries alone
    std::int64_t fetch() const noexcept { return limit + 1; }        // rows to read
};
// Reads ?cursor=&limit= (1 to 200). `parts` is the number of parts of this list's key.
Result<PageRequest> page_request(http::Request const& request, std::size_t parts, std::int64_t default_limit = 50);
// For a list by entry, the newest first: its key is the entry's number, and the page holds those below `before`.
Result<PageRequest> page_of_entries(http::Request const& request);

// Makes a page of the rows read; `key_of` gives a row's sort key.
template <class T, class KeyOf>
Page<T> make_page(std::vector<T> rows, PageRequest const& asked, KeyOf const& key_of) {
    Page<T> page;
    bool const more = static_cast<std::int64_t>(rows.size()) > asked.limit;
    if (more) rows.resize(static_cast<std::size_t>(asked.limit));
    if (more && !rows.empty()) page.next = encode_cursor(key_of(rows.back()));
    page.items = std::move(rows);
    return page;
}

}  // namespace anping::api
