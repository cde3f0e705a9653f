// SPDX-License-Identifier: Apache-2.0
#include <anping/access/accounts.hpp>

#include <algorithm>

#include <anping/access/events.hpp>

#include "errors.hpp"
#include "proof.hpp"
#include "store.hpp"

namespace anping::access {
namespace {

bool is_institution_role(Role role) noexcept {
    return role >= Role::institution_admin && role <= Role::authorised_signatory;
}
bool is_bureau_role(Role role) noexcept { return role >= Role::clerk && role <= Role::discipline_officer; }
bool is_platform_role(Role role) noexcept { return role >= Role::administrator && role <= Role::auditor; }

Result<void> check(NewAccount const& account, std::string const& login) {
    bool const plain = std::all_of(login.begin(), login.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' || c == '@';
    });
    if (login.size() < 3 || login.size() > 40 || !plain)
        return errors::field("/login", "login", "用户名为3至40个字母、数字或 . - _ @。");
    if (account.display_name.empty()) return errors::field("/display_name", "required", "请填写姓名。");
    if (account.unit.empty()) return errors::field("/unit", "required", "请填写所属单位。");
    if (!fits(account.role, account.unit_kind)) return errors::field("/role", "role", "该单位不设这种岗位。");
    if (is_bureau_role(account.role) && !account.region)
        return errors::field("/region", "required", "监管部门的账号须填写所在地区。");
    return check_password_rule(account.password, login, "/password");
}

json::value answer(AccountId const& account) { return json::object{{"id", account.text}}; }

constexpr char const* kView =
    "SELECT a.id, a.role, a.unit, a.unit_kind, a.region, a.authority, a.disabled, a.totp, a.locked_until, "
    "a.created_at, a.login_ref, a.name_ref FROM access_account a ";

template <class E>
E enumerator(std::string const& text) {
    E out{};
    boost::describe::enum_from_string(text.c_str(), out);
    return out;
}

std::vector<AccountView> views(db::Session& session, ledger::Personal const& personal, std::string const& rest,
                               db::Params const& params) {
    std::vector<AccountView> out;
    session.each<AccountId, std::string, std::string, std::string, std::string, std::string, bool, bool, Timestamp,
                 Timestamp, std::string, std::string>(
        kView + rest, params,
        [&](AccountId id, auto role, auto unit, auto kind, auto region, auto authority, bool disabled, bool totp,
            Timestamp locked, Timestamp created, auto login, auto name) {
            AccountView view;
            view.id = std::move(id);
            view.role = enumerator<Role>(role);
            view.unit = std::move(unit);
            view.unit_kind = enumerator<UnitKind>(kind);
            view.region = std::move(region);
            view.authority = enumerator<field::Authority>(authority);
            view.disabled = disabled;
            view.totp = totp;
            if (locked.micros != 0) view.locked_until = locked;
            view.created_at = created;
            view.login = std::move(login);
            view.display_name = std::move(name);
            out.push_back(std::move(view));
        });
    for (auto& view : out) {  // references so far
        view.login = personal.get(session, view.login).value_or("");
        view.display_name = personal.get(session, view.display_name).value_or("");
    }
    return out;
}

}  // namespace

bool fits(Role role, UnitKind unit) noexcept {
    if (is_institution_role(role)) return unit == UnitKind::institution;
    if (is_bureau_role(role)) return unit == UnitKind::bureau;
    if (is_platform_role(role)) return unit == UnitKind::platform;
    switch (role) {
        case Role::enterprise: return unit == UnitKind::enterprise;
        case Role::rater: return unit == UnitKind::rater;
        case Role::association: return unit == UnitKind::association;
        case Role::expert: return unit == UnitKind::bureau || unit == UnitKind::association;
        default: return false;
    }
}

Result<void> Accounts::may_open(Principal const& who, Role role, std::string const& unit) {
    bool const own = who.role == Role::institution_admin && is_institution_role(role) && unit == who.unit;
    bool const any = who.role == Role::administrator && !is_platform_role(role) && role != Role::anonymous;
    if (!own && !any) return errors::role_not_given();
    return {};
}

Result<ledger::Written> Accounts::create(ledger::Actor const& by, NewAccount const& account) {
    auto const login = plain_login(account.login);
    if (auto fit = check(account, login); !fit) return unexpected<Error>(fit.error());
    auto encoded = secrets_.hash(account.password);
    if (!encoded) return unexpected<Error>(encoded.error());
    auto const login_key = secrets_.login_key(login);
    ledger::Change change;
    change.actor = by;
    change.decide = [&](ledger::Transaction& tx) -> Result<ledger::Decided> {
        if (store::credential_by_login(tx.session(), login_key)) return errors::login_taken();
        AccountId const id{"acc-" + std::to_string(tx.next_seq())};
        AccountCreated created{
            account.role, account.unit, account.unit_kind, account.region, account.authority, {}, {}};
        created.login = personal_.put(tx, id.text, "login", login);
        created.display_name = personal_.put(tx, id.text, "display_name", account.display_name);
        store::save(tx.session(),
                    store::Credential{id.text, login_key, *encoded, account.must_change_password, "", "", 0});
        store::clear_attempts(tx.session(), login_key);
        return ledger::Decided{{ledger::event(id.text, created)}, answer(id)};
    };
    return writer_.apply(std::move(change));
}

// Every act that ends an account's sessions: what the account could do has changed.
Result<ledger::Written> Accounts::end(By by, AccountId const& account, What const& what) {
    by.decide = [&](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const row = store::account_of(tx.session(), account.text);
        if (!row) return errors::not_found();
        if (row->disabled) return errors::already_disabled();
        auto event = what(tx.session(), *row);
        if (!event) return unexpected<Error>(event.error());
        store::end_sessions(tx.session(), account.text);
        return ledger::Decided{{std::move(*event)}, answer(account)};
    };
    auto written = writer_.apply(std::move(by));
    on_ended_(account);
    return written;
}

Result<ledger::Written> Accounts::change_role(By by, AccountId const& account, Role role) {
    return end(std::move(by), account, [&](db::Session&, store::AccountRow const& row) -> Result<ledger::Event> {
        if (!fits(role, row.who.unit_kind)) return errors::field("/role", "role", "该单位不设这种岗位。");
        return ledger::event(account.text, RoleChanged{role});
    });
}

Result<ledger::Written> Accounts::disable(By by, AccountId const& account, std::string const& reason) {
    if (by.actor.account == account.text) return errors::own_account();
    return end(std::move(by), account, [&](db::Session&, store::AccountRow const&) -> Result<ledger::Event> {
        return ledger::event(account.text, AccountDisabled{reason});
    });
}

Result<ledger::Written> Accounts::unlock(By by, AccountId const& account, std::string const& reason) {
    by.decide = [&](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const known = store::credential_of(tx.session(), account.text);
        if (!known) return errors::not_found();
        auto const attempt = store::attempt_of(tx.session(), known->login_key);
        if (!attempt || attempt->until <= tx.now()) return errors::not_locked();
        store::clear_attempts(tx.session(), known->login_key);
        return ledger::Decided{{ledger::event(account.text, AccountUnlocked{reason})}, answer(account)};
    };
    return writer_.apply(std::move(by));
}

Result<void> Accounts::may_reset(Principal const& who, AccountId const& account) {
    if (who.account == account) return errors::own_reset();
    auto lease = pool_.lease();
    auto const row = store::account_of(*lease, account.text);
    if (!row) return errors::not_found();
    if (is_platform_role(row->who.role)) return errors::operator_resets();
    return {};
}

Result<ledger::Written> Accounts::reset(ledger::Actor const& by, AccountId const& account, std::string const& password,
                                        std::string const& reason) {
    if (auto fit = check_password_rule(password, "", "/password"); !fit) return unexpected<Error>(fit.error());
    auto encoded = secrets_.hash(password);
    if (!encoded) return unexpected<Error>(encoded.error());
    return end(by, account, [&](db::Session& session, store::AccountRow const&) -> Result<ledger::Event> {
        auto known = store::credential_of(session, account.text);
        if (!known) return errors::not_found();
        known->password = *encoded;
        known->must_change = true;
        known->totp.clear();
        known->totp_pending.clear();
        store::save(session, *known);
        store::clear_attempts(session, known->login_key);
        return ledger::event(account.text, AccountReset{reason});
    });
}

Result<Target> Accounts::target(AccountId const& account) {
    auto lease = pool_.lease();
    auto const row = store::account_of(*lease, account.text);
    if (!row) return errors::not_found();
    Target target;
    target.unit = row->who.unit;
    target.region = row->who.region;
    target.authority = row->who.authority;
    return target;
}

std::optional<AccountView> Accounts::find(AccountId const& account) {
    auto lease = pool_.lease();
    auto found = views(*lease, personal_, "WHERE a.id = :id", {account});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::optional<AccountId> Accounts::by_login(std::string const& login) {
    auto lease = pool_.lease();
    auto const known = store::credential_by_login(*lease, secrets_.login_key(login));
    if (!known) return std::nullopt;
    return AccountId{known->account};
}

std::vector<AccountView> Accounts::list(Visibility const& visible, std::string const& after, std::int64_t limit) {
    auto seen = visible.where({"a.unit", {}, {"a.region"}, "a.authority", ""});
    auto params = std::move(seen.params);
    params.emplace_back(after);
    params.emplace_back(limit);
    auto lease = pool_.lease();
    return views(*lease, personal_,
                 "WHERE " + seen.text +
                     " AND a.seq > COALESCE((SELECT b.seq FROM access_account b WHERE b.id = :after), "
                     "-1) ORDER BY a.seq LIMIT :limit",
                 params);
}

}  // namespace anping::access
