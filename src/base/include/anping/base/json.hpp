// SPDX-License-Identifier: Apache-2.0
// JSON as it is accepted and as it is hashed.
#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <string_view>

#include <anping/base/result.hpp>

namespace anping {

namespace json = boost::json;

// Parses untrusted JSON: UTF-8 only, no duplicate keys, no NUL in strings, no trailing text, depth at most 32,
// numbers only as integers within +-(2^53 - 1), which a browser reads exactly (no fractions, exponents or overflow).
Result<json::value> parse_json(std::string_view text);

// RFC 8785 canonical form of a document without floating-point numbers: keys sorted by UTF-16 code units,
// shortest escapes, no white space. Throws std::invalid_argument on a double and on an integer beyond 2^53 - 1:
// nothing hashed contains one.
std::string canonical(json::value const& value);

}  // namespace anping
