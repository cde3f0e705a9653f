// SPDX-License-Identifier: Apache-2.0
// The kept rows of this module. Each is written whole, with a seal over its values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/access/identity.hpp>
#include <anping/base/time.hpp>
#include <anping/db/session.hpp>

namespace anping::access::store {

struct Credential {
    std::string account;
    std::string login_key;
    std::string password;  // encoded hash
    bool must_change = false;
    std::string totp;            // sealed seed, "" if not enabled
    std::string totp_pending;    // offered, not yet proved
    std::int64_t totp_step = 0;  // last step used: a code counts once
};
std::optional<Credential> credential_by_login(db::Session& session, std::string const& login_key);
std::optional<Credential> credential_of(db::Session& session, std::string const& account);
void save(db::Session& session, Credential const& row);

// Failures to sign in under a login, whether or not an account has it: both look the same from outside.
struct Attempt {
    std::string login_key;
    std::int64_t failures = 0;
    Timestamp last;
    Timestamp until;
};
std::optional<Attempt> attempt_of(db::Session& session, std::string const& login_key);
void save(db::Session& session, Attempt const& row);
void clear_attempts(db::Session& session, std::string const& login_key);
void drop_attempts_before(db::Session& session, Timestamp before);

struct SessionRow {
    std::string id;
    std::string account;
    Timestamp opened, seen, authenticated;
};
void save(db::Session& session, SessionRow const& row);
std::optional<SessionRow> session_of(db::Session& session, std::string const& id);
void end_session(db::Session& session, std::string const& id);
void end_sessions(db::Session& session, std::string const& account);
void end_sessions_before(db::Session& session, Timestamp opened, Timestamp seen);

// The private half of an account's signing key, as only its owner's browser opens it.
struct WrappedKey {
    std::string account;
    std::string key;
    std::string wrapped;
};
std::optional<WrappedKey> wrapped_key_of(db::Session& session, std::string const& account);
void save(db::Session& session, WrappedKey const& row);
void drop_wrapped_key(db::Session& session, std::string const& account);

// Filters of a list, under a name of the account's own.
struct ViewRow {
    std::string account;
    std::string list;
    std::string name;
    std::string filters;
};
std::vector<ViewRow> views_of(db::Session& session, std::string const& account);  // by list and name
void save(db::Session& session, ViewRow const& row);
void drop_view(db::Session& session, std::string const& account, std::string const& list, std::string const& name);

// What an account is, from the projection.
struct AccountRow {
    std::string id;
    Principal who;  // without display name
    bool disabled = false;
    bool totp = false;
    std::int64_t locked_until = 0;
    std::string login_ref, name_ref;  // of personal values
};
std::optional<AccountRow> account_of(db::Session& session, std::string const& id);

}  // namespace anping::access::store
