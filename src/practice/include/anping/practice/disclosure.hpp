// SPDX-License-Identifier: Apache-2.0
// A report on its institution's own site (XJ-5d): what stands there, and who looked.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include <boost/describe.hpp>

#include <anping/base/result.hpp>

namespace anping::practice {

// What the institution put there: the file as filed, one with parts covered, or a page that tells of it. Only of the
// first the digest must be the filed one's.
enum class DisclosedAs { original, redacted, page };
BOOST_DESCRIBE_ENUM(DisclosedAs, original, redacted, page)

// What was found at the address.
enum class Sight {
    same,         // the bytes filed
    different,    // other bytes
    unreachable,  // as a person says; the rest is what looking.hpp makes of it
    address,
    name,
    blocked,
    refused,
    timeout,
    tls,
    status,
    redirects,
    too_large,
    broken
};
BOOST_DESCRIBE_ENUM(Sight, same, different, unreachable, address, name, blocked, refused, timeout, tls, status,
                    redirects, too_large, broken)

// Only the server's and an officer's look say anything against an institution, or for it.
enum class Looker { server, officer, institution };
BOOST_DESCRIBE_ENUM(Looker, server, officer, institution)

// What came from an address, or why nothing did.
struct Found {
    std::optional<Sight> problem;
    std::int64_t status = 0;
    std::string media_type;
    std::int64_t size = 0;
    std::string sm3;
};

struct Where {
    std::string url;
    std::int64_t size_limit = 0;
    std::chrono::milliseconds deadline{0};
};
// Waits for somebody else's site; empty where this installation asks none. Thread-safe.
using Look = std::function<Result<Found>(Where const&)>;

}  // namespace anping::practice
