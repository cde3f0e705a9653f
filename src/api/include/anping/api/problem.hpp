// SPDX-License-Identifier: Apache-2.0
// RFC 9457 problem details: the only place where an ErrorCode becomes an HTTP status.
#pragma once

#include <anping/base/error.hpp>
#include <anping/base/json.hpp>
#include <anping/http/message.hpp>

namespace anping::api {

int status_of(ErrorCode code) noexcept;
http::Response problem(Error const& error, http::Request const& request);
// For what the server itself refuses (404, 405, 413, 431, 500, 503): give it to http::Options::on_error.
http::Response server_problem(int status, http::Request const& request);
json::object problem_schema();

}  // namespace anping::api
