// SPDX-License-Identifier: Apache-2.0
// How results become responses.
#pragma once

#include <functional>
#include <string>

#include <anping/base/json.hpp>
#include <anping/base/result.hpp>
#include <anping/http/message.hpp>
#include <anping/ledger/writer.hpp>

namespace anping::api {

http::Response json_response(int status, json::value const& body);
http::Response text_response(int status, std::string body);  // JSON, written already
// {"result": ..., "receipt": ... or null}; says when an earlier answer was given again.
http::Response change_response(int status, ledger::Written const& written);
// With the strong ETag of the version; 304 when the request already has it.
http::Response versioned_response(http::Request const& request, std::int64_t version,
                                  std::function<std::string()> const& body);

// A file to keep, out of every cache.
http::Response attachment(std::string bytes, char const* media_type, std::string const& file_name);
inline constexpr char const* kDocx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
inline constexpr char const* kXlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

std::string etag(std::int64_t version);  // "\"7\""
// Whether a thing exists must not be told to who may not see it: what is not there is refused in the same words.
Error hide(Error error);
// The JSON of a request: UTF-8, declared as JSON, without duplicate keys; an absent body is an empty object.
Result<json::value> request_json(http::Request const& request);

json::object receipt_schema();
// {"result": inner, "receipt": Receipt or null}
json::object change_schema(json::object inner);
json::object page_schema(json::object item);

}  // namespace anping::api
