// SPDX-License-Identifier: Apache-2.0
// Signing in and what follows from it. A session is a random token in a cookie; only its hash is kept.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <anping/access/identity.hpp>
#include <anping/access/secrets.hpp>
#include <anping/base/time.hpp>
#include <anping/db/pool.hpp>
#include <anping/ledger/personal.hpp>
#include <anping/ledger/writer.hpp>

namespace anping::access {

inline constexpr std::int64_t kIdleSeconds = 30 * 60;
inline constexpr std::int64_t kAbsoluteSeconds = 12 * 60 * 60;
inline constexpr std::int64_t kRecentSeconds = 5 * 60;  // how long a typed password counts
inline constexpr std::int64_t kTouchSeconds = 60;       // last use is written at most this often
inline constexpr std::int64_t kFailuresToLock = 5;
inline constexpr std::int64_t kLockSeconds = 15 * 60;  // doubles with every further failure
inline constexpr std::int64_t kLongestLockSeconds = 4 * 60 * 60;

struct Credentials {
    std::string login;
    std::string password;
    std::string code;  // TOTP, "" if none
};

struct Session {
    Principal who;
    std::string id;  // hash of the token
    std::string csrf_token;
    Timestamp opened, seen, authenticated;
    bool must_change_password = false;
    bool totp = false;
    Timestamp ends() const noexcept;  // if it is not used before
};

struct OpenedSession {
    std::string token;  // for the cookie, and nowhere else
    Session session;
};

struct TotpSeed {
    std::string secret;  // base32
    std::string uri;     // otpauth://
};

// Thread-safe. Reads never wait for a write: the time of last use is kept in memory and written now and then.
class Sessions {
public:
    Sessions(db::Pool& pool, ledger::Writer& writer, ledger::Personal const& personal, Secrets const& secrets,
             Clock const& clock);
    ~Sessions();

    // Errors: access.bad_credentials (whatever is wrong), access.code_needed, access.locked, access.busy. A session the
    // browser had before is ended.
    Result<OpenedSession> sign_in(Credentials const& given, std::string_view old_token);
    // Counts as use.
    std::optional<Session> find(std::string_view token);
    // A new token for the same session: what was typed by its owner is not for an old copy of the cookie.
    Result<OpenedSession> reauthenticate(Session const& session, std::string const& password, std::string const& code);
    Result<void> sign_out(Session const& session, bool everywhere);
    // What was changed about an account elsewhere in this process holds at once (else within a second).
    void forget(AccountId const& account);

    // Ends every session of the account and opens a new one.
    Result<std::pair<ledger::Written, OpenedSession>> change_password(Session const& session, ledger::Actor const& by,
                                                                      std::string const& current,
                                                                      std::string const& wanted);
    // Two steps: a seed to show once, then a code to prove that it arrived.
    Result<TotpSeed> offer_totp(Session const& session);
    Result<ledger::Written> enable_totp(Session const& session, ledger::Actor const& by, std::string const& code);
    Result<ledger::Written> disable_totp(Session const& session, ledger::Actor const& by);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace anping::access
