// SPDX-License-Identifier: Apache-2.0
// Signing in and out, passwords, TOTP, and the administration of accounts. These endpoints belong to `access`, which
// lies below `api` and cannot know it; so they stand here.
#pragma once

#include <string>
#include <vector>

#include <anping/access/accounts.hpp>
#include <anping/access/saved_views.hpp>
#include <anping/access/sessions.hpp>
#include <anping/access/signing_keys.hpp>
#include <anping/api/dispatcher.hpp>
#include <anping/api/endpoint.hpp>

namespace anping::api {

// Browsers take a "__Host-" cookie only with Secure, and Secure over plain HTTP only from localhost and 127.0.0.1:
// a plain-HTTP installation elsewhere (for trials) names it otherwise.
struct CookieOptions {
    std::string name = "__Host-anping";
    bool secure = true;
};

SessionLookup session_lookup(access::Sessions& sessions);
std::vector<Endpoint> session_endpoints(access::Sessions& sessions, CookieOptions const& cookie = {});
std::vector<Endpoint> signing_key_endpoints(access::SigningKeys& keys);
std::vector<Endpoint> saved_view_endpoints(access::SavedViews& views);
std::vector<Endpoint> account_endpoints(access::Accounts& accounts);

}  // namespace anping::api
