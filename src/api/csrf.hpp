// SPDX-License-Identifier: Apache-2.0
// Was a changing request sent by one of our own pages?
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <anping/base/result.hpp>
#include <anping/http/message.hpp>

namespace anping::api {

bool changes_something(std::string_view method) noexcept;  // not GET, HEAD, OPTIONS
// What the browser says of the sender. A client that says nothing is not a browser; the token decides.
Result<void> check_origin(http::Request const& request, std::vector<std::string> const& origins);
Result<void> check_token(http::Request const& request, std::string_view expected);

}  // namespace anping::api
