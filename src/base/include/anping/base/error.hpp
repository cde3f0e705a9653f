// SPDX-License-Identifier: Apache-2.0
// Expected outcomes are values: what went wrong, in one of a closed set of kinds, worded for the person it is shown to.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace anping {

// Protocol-neutral; api/problem.cpp alone maps them to HTTP.
enum class ErrorCode {
    invalid_input,        // the request does not have the shape asked for
    unauthenticated,      // nobody is signed in
    reauthenticate,       // signed in, but this act asks for the password again
    forbidden,            // signed in, and may not
    not_found,            // does not exist, or may not be known to exist
    conflict,             // contradicts what is already recorded
    precondition_failed,  // somebody changed it first (If-Match)
    refused,              // the institution's process control or the bureau's agenda holds it; clauses say why
    too_large,
    too_many,     // locked out or rate limited
    unavailable,  // the ledger cannot be written, or the queue is full: try again
    internal,
};

// One field that is wrong. `pointer` is an RFC 6901 JSON pointer into the input ("/people/0/name").
struct FieldError {
    std::string pointer;
    std::string rule;  // machine-readable: "required", "credit_code", "max_length"
    std::string text;  // the field's rule, for the person who filled it in (Chinese)

    bool operator==(FieldError const&) const = default;
};

struct Error {
    ErrorCode code = ErrorCode::internal;
    std::string key;   // stable, "<module>.<what>": documented, never translated
    std::string text;  // for the person (Chinese), never an internal detail
    std::vector<FieldError> fields = {};
    std::vector<std::string> clauses = {};  // "<book>/<clause>" the refusal rests on
    std::string internal = {};              // for the log only
    std::int64_t retry_after = 0;           // seconds until it may be tried again; 0: not known

    bool operator==(Error const&) const = default;
};

std::string_view to_string(ErrorCode code) noexcept;

}  // namespace anping
