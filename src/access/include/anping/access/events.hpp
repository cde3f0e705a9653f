// SPDX-License-Identifier: Apache-2.0
// What can happen to an account. Never a secret and never a name: those are kept apart, here are commitments to them.
#pragma once

#include <optional>
#include <string>

#include <anping/access/identity.hpp>
#include <anping/base/time.hpp>
#include <anping/ledger/personal.hpp>

namespace anping::access {

struct AccountCreated {
    static constexpr char const* kType = "access.account_created";
    static constexpr std::int64_t kVersion = 1;
    Role role = Role::anonymous;
    std::string unit;
    UnitKind unit_kind = UnitKind::none;
    std::optional<field::RegionCode> region;  // the platform's own accounts have none
    field::Authority authority = field::Authority::government;
    ledger::Commitment login;
    ledger::Commitment display_name;
};
BOOST_DESCRIBE_STRUCT(AccountCreated, (), (role, unit, unit_kind, region, authority, login, display_name))

struct RoleChanged {
    static constexpr char const* kType = "access.role_changed";
    static constexpr std::int64_t kVersion = 1;
    Role role = Role::anonymous;
};
BOOST_DESCRIBE_STRUCT(RoleChanged, (), (role))

// By its owner.
struct PasswordChanged {
    static constexpr char const* kType = "access.password_changed";
    static constexpr std::int64_t kVersion = 1;
};
BOOST_DESCRIBE_STRUCT(PasswordChanged, (), ())

// A password given by another's hand, to be changed at the next signing in; no second factor and no lock any more.
struct AccountReset {
    static constexpr char const* kType = "access.account_reset";
    static constexpr std::int64_t kVersion = 1;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(AccountReset, (), (reason))

struct TotpChanged {
    static constexpr char const* kType = "access.totp_changed";
    static constexpr std::int64_t kVersion = 1;
    bool enabled = false;
};
BOOST_DESCRIBE_STRUCT(TotpChanged, (), (enabled))

// By itself, after too many failures.
struct AccountLocked {
    static constexpr char const* kType = "access.account_locked";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t failures = 0;
    Timestamp until;
};
BOOST_DESCRIBE_STRUCT(AccountLocked, (), (failures, until))

struct AccountUnlocked {
    static constexpr char const* kType = "access.account_unlocked";
    static constexpr std::int64_t kVersion = 1;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(AccountUnlocked, (), (reason))

// For good: an account is never taken up again by somebody else.
struct AccountDisabled {
    static constexpr char const* kType = "access.account_disabled";
    static constexpr std::int64_t kVersion = 1;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(AccountDisabled, (), (reason))

// A pair made in its owner's browser; the one before it, if any, signs no more.
struct SigningKeyMade {
    static constexpr char const* kType = "access.signing_key_made";
    static constexpr std::int64_t kVersion = 1;
    std::string key;           // 32 hex digits of the SM3 of the point
    std::string public_key;    // base64 of the 65 bytes of the point
    bool after_reset = false;  // another's hand reset the account since the key before, or ever if there was none
};
BOOST_DESCRIBE_STRUCT(SigningKeyMade, (), (key, public_key, after_reset))

struct SigningKeyRevoked {
    static constexpr char const* kType = "access.signing_key_revoked";
    static constexpr std::int64_t kVersion = 1;
    std::string key;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(SigningKeyRevoked, (), (key, reason))

}  // namespace anping::access
