// SPDX-License-Identifier: Apache-2.0
// The status line and headers of an answer.
#pragma once

#include <cstdint>
#include <ctime>
#include <string>
#include <string_view>

#include <anping/http/message.hpp>

namespace anping::http {

struct HeadFacts {
    std::uint64_t content_length = 0;
    bool http11 = true;
    bool keep_alive = true;
    std::string_view request_id;
    Headers const* defaults = nullptr;
};

// False for what would break the connection: a line break inside a header, a status that is not final.
bool can_send(Response const& response) noexcept;

bool has_header(Headers const& headers, std::string_view name) noexcept;  // in any case of letters
bool asks_to_close(Response const& response) noexcept;

// Framing headers, Date and Connection are the server's: a handler's own are left out.
std::string make_head(Response const& response, HeadFacts const& facts);

std::string_view reason_phrase(int status) noexcept;
std::string http_date(std::time_t time);

}  // namespace anping::http
