// SPDX-License-Identifier: Apache-2.0
// Accounts as those who administer them see them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <anping/access/by.hpp>
#include <anping/access/identity.hpp>
#include <anping/access/policy.hpp>
#include <anping/access/secrets.hpp>
#include <anping/db/pool.hpp>
#include <anping/ledger/personal.hpp>
#include <anping/ledger/writer.hpp>

namespace anping::access {

namespace store {
struct AccountRow;
}

struct NewAccount {
    std::string login;  // 3 to 40 of letters, digits, ".-_@"; case does not count
    std::string display_name;
    std::string password;
    Role role = Role::anonymous;
    std::string unit;
    UnitKind unit_kind = UnitKind::none;
    std::optional<field::RegionCode> region;
    field::Authority authority = field::Authority::government;
    bool must_change_password = false;
};

struct AccountView {
    AccountId id;
    std::string login;
    std::string display_name;
    Role role = Role::anonymous;
    std::string unit;
    UnitKind unit_kind = UnitKind::none;
    std::string region;
    field::Authority authority = field::Authority::government;
    bool disabled = false;
    bool totp = false;
    std::optional<Timestamp> locked_until;  // also when it is past
    Timestamp created_at;
};
BOOST_DESCRIBE_STRUCT(AccountView, (),
                      (id, login, display_name, role, unit, unit_kind, region, authority, disabled, totp, locked_until,
                       created_at))

// Thread-safe. Written answers: {"id": ...}.
class Accounts {
public:
    Accounts(db::Pool& pool, ledger::Writer& writer, ledger::Personal const& personal, Secrets const& secrets)
        : pool_(pool), writer_(writer), personal_(personal), secrets_(secrets) {}

    // Called after an account's sessions were ended, with its id (Sessions::forget). Set before the first change.
    void on_ended(std::function<void(AccountId const&)> callback) { on_ended_ = std::move(callback); }

    // Institution administrators open accounts of their own unit; nobody opens an account of the platform's own roles
    // from the browser: whoever creates must not be able to make himself security officer or auditor.
    static Result<void> may_open(Principal const& who, Role role, std::string const& unit);

    // Hashes the password before it queues: never on the writer's thread.
    Result<ledger::Written> create(ledger::Actor const& by, NewAccount const& account);
    Result<ledger::Written> change_role(By by, AccountId const& account, Role role);
    Result<ledger::Written> disable(By by, AccountId const& account, std::string const& reason);
    Result<ledger::Written> unlock(By by, AccountId const& account, std::string const& reason);
    // A forgotten password or a lost second factor. Hashes the password before it queues.
    Result<ledger::Written> reset(ledger::Actor const& by, AccountId const& account, std::string const& password,
                                  std::string const& reason);
    // Whoever resets could sign in as them: not the platform's officers, who keep an eye on one another, and not
    // oneself.
    Result<void> may_reset(Principal const& who, AccountId const& account);

    Result<Target> target(AccountId const& account);
    std::optional<AccountView> find(AccountId const& account);
    std::optional<AccountId> by_login(std::string const& login);
    // In order of creation, after the account `after` ("" from the start).
    std::vector<AccountView> list(Visibility const& visible, std::string const& after, std::int64_t limit);

private:
    using What = std::function<Result<ledger::Event>(db::Session&, store::AccountRow const&)>;
    Result<ledger::Written> end(By by, AccountId const& account, What const& what);

    db::Pool& pool_;
    ledger::Writer& writer_;
    ledger::Personal const& personal_;
    Secrets const& secrets_;
    std::function<void(AccountId const&)> on_ended_ = [](AccountId const&) {};
};

// Kinds of unit a role can belong to.
bool fits(Role role, UnitKind unit) noexcept;

}  // namespace anping::access
