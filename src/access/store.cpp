// SPDX-License-Identifier: Apache-2.0
#include "store.hpp"

#include <stdexcept>

#include <anping/access/projection.hpp>
#include <anping/ledger/kept.hpp>

namespace anping::access {
namespace {

std::string number(std::int64_t value) { return std::to_string(value); }

std::string seal_of(store::Credential const& row) {
    return ledger::row_seal("access_credential", {row.account, row.login_key, row.password, row.must_change ? "1" : "0",
                                                  row.totp, row.totp_pending, number(row.totp_step)});
}
std::string seal_of(store::Attempt const& row) {
    return ledger::row_seal("access_attempt",
                            {row.login_key, number(row.failures), number(row.last.micros), number(row.until.micros)});
}
std::string seal_of(store::SessionRow const& row) {
    return ledger::row_seal("access_session", {row.id, row.account, number(row.opened.micros), number(row.seen.micros),
                                               number(row.authenticated.micros)});
}
std::string seal_of(store::WrappedKey const& row) {
    return ledger::row_seal("access_wrapped_key", {row.account, row.key, row.wrapped});
}

std::string seal_of(store::ViewRow const& row) {
    return ledger::row_seal("access_saved_view", {row.account, row.list, row.name, row.filters});
}

constexpr char const* kCredential =
    "SELECT account, login_key, password, must_change, totp, totp_pending, totp_step FROM access_credential ";

std::optional<store::Credential> credential(db::Session& session, std::string const& condition, db::Params const& by) {
    auto row = session.one<std::string, std::string, std::string, bool, std::string, std::string, std::int64_t>(
        kCredential + condition, by);
    if (!row) return std::nullopt;
    return std::make_from_tuple<store::Credential>(std::move(*row));
}

template <class E>
E enumerator(std::string const& text) {
    E out{};
    if (!boost::describe::enum_from_string(text.c_str(), out)) throw std::runtime_error("unknown value " + text);
    return out;
}

}  // namespace

namespace store {

std::optional<Credential> credential_by_login(db::Session& session, std::string const& login_key) {
    return credential(session, "WHERE login_key = :login", {login_key});
}

std::optional<Credential> credential_of(db::Session& session, std::string const& account) {
    return credential(session, "WHERE account = :account", {account});
}

void save(db::Session& session, Credential const& row) {
    session.exec("DELETE FROM access_credential WHERE account = :account", {row.account});
    session.exec(
        "INSERT INTO access_credential (account, login_key, password, must_change, totp, totp_pending, totp_step, "
        "seal) "
        "VALUES (:account, :login, :password, :must, :totp, :pending, :step, :seal)",
        {row.account, row.login_key, row.password, row.must_change, row.totp, row.totp_pending, row.totp_step,
         seal_of(row)});
}

std::optional<Attempt> attempt_of(db::Session& session, std::string const& login_key) {
    auto row = session.one<std::string, std::int64_t, Timestamp, Timestamp>(
        "SELECT login_key, failures, last_at, until_at FROM access_attempt WHERE login_key = :login", {login_key});
    if (!row) return std::nullopt;
    return std::make_from_tuple<Attempt>(std::move(*row));
}

void save(db::Session& session, Attempt const& row) {
    clear_attempts(session, row.login_key);
    session.exec(
        "INSERT INTO access_attempt (login_key, failures, last_at, until_at, seal) "
        "VALUES (:login, :failures, :last, :until, :seal)",
        {row.login_key, row.failures, row.last, row.until, seal_of(row)});
}

void clear_attempts(db::Session& session, std::string const& login_key) {
    session.exec("DELETE FROM access_attempt WHERE login_key = :login", {login_key});
}

void drop_attempts_before(db::Session& session, Timestamp before) {
    session.exec("DELETE FROM access_attempt WHERE last_at < :before AND until_at < :until", {before, before});
}

void save(db::Session& session, SessionRow const& row) {
    end_session(session, row.id);
    session.exec(
        "INSERT INTO access_session (id, account, opened_at, seen_at, authenticated_at, seal) "
        "VALUES (:id, :account, :opened, :seen, :authenticated, :seal)",
        {row.id, row.account, row.opened, row.seen, row.authenticated, seal_of(row)});
}

std::optional<SessionRow> session_of(db::Session& session, std::string const& id) {
    auto row = session.one<std::string, std::string, Timestamp, Timestamp, Timestamp>(
        "SELECT id, account, opened_at, seen_at, authenticated_at FROM access_session WHERE id = :id", {id});
    if (!row) return std::nullopt;
    auto& [key, account, opened, seen, authenticated] = *row;
    return SessionRow{std::move(key), std::move(account), opened, seen, authenticated};
}

void end_session(db::Session& session, std::string const& id) {
    session.exec("DELETE FROM access_session WHERE id = :id", {id});
}

void end_sessions(db::Session& session, std::string const& account) {
    session.exec("DELETE FROM access_session WHERE account = :account", {account});
}

void end_sessions_before(db::Session& session, Timestamp opened, Timestamp seen) {
    session.exec("DELETE FROM access_session WHERE opened_at < :opened OR seen_at < :seen", {opened, seen});
}

std::optional<WrappedKey> wrapped_key_of(db::Session& session, std::string const& account) {
    auto row = session.one<std::string, std::string, std::string>(
        "SELECT account, key, wrapped FROM access_wrapped_key WHERE account = :account", {account});
    if (!row) return std::nullopt;
    return std::make_from_tuple<WrappedKey>(std::move(*row));
}

void save(db::Session& session, WrappedKey const& row) {
    drop_wrapped_key(session, row.account);
    session.exec(
        "INSERT INTO access_wrapped_key (account, key, wrapped, seal) VALUES (:account, :key, :wrapped, :seal)",
        {row.account, row.key, row.wrapped, seal_of(row)});
}

void drop_wrapped_key(db::Session& session, std::string const& account) {
    session.exec("DELETE FROM access_wrapped_key WHERE account = :account", {account});
}

std::vector<ViewRow> views_of(db::Session& session, std::string const& account) {
    std::vector<ViewRow> out;
    session.each<std::string, std::string, std::string, std::string>(
        "SELECT account, list, name, filters FROM access_saved_view WHERE account = :account ORDER BY list, name",
        {account}, [&](auto owner, auto list, auto name, auto filters) {
            out.push_back({std::move(owner), std::move(list), std::move(name), std::move(filters)});
        });
    return out;
}

void save(db::Session& session, ViewRow const& row) {
    drop_view(session, row.account, row.list, row.name);
    session.exec(
        "INSERT INTO access_saved_view (account, list, name, filters, seal) VALUES (:account, :list, :name, :filters, "
        ":seal)",
        {row.account, row.list, row.name, row.filters, seal_of(row)});
}

void drop_view(db::Session& session, std::string const& account, std::string const& list, std::string const& name) {
    session.exec("DELETE FROM access_saved_view WHERE account = :account AND list = :list AND name = :name",
                 {account, list, name});
}

std::optional<AccountRow> account_of(db::Session& session, std::string const& id) {
    auto row = session.one<std::string, std::string, std::string, std::string, std::string, bool, bool, std::int64_t,
                           std::string, std::string>(
        "SELECT role, unit, unit_kind, region, authority, disabled, totp, locked_until, login_ref, name_ref "
        "FROM access_account WHERE id = :id",
        {id});
    if (!row) return std::nullopt;
    auto const& [role, unit, kind, region, authority, disabled, totp, locked_until, login, name] = *row;
    AccountRow out;
    out.id = id;
    out.who.account = {id};
    out.who.role = enumerator<Role>(role);
    out.who.unit = unit;
    out.who.unit_kind = enumerator<UnitKind>(kind);
    out.who.region = {region};
    out.who.authority = enumerator<field::Authority>(authority);
    out.disabled = disabled;
    out.totp = totp;
    out.locked_until = locked_until;
    out.login_ref = login;
    out.name_ref = name;
    return out;
}

}  // namespace store

char const* kept_schema() noexcept {
    return R"(
CREATE TABLE IF NOT EXISTS access_credential (
    account TEXT NOT NULL PRIMARY KEY,
    login_key TEXT NOT NULL UNIQUE,
    password TEXT NOT NULL,
    must_change BIGINT NOT NULL,
    totp TEXT NOT NULL,
    totp_pending TEXT NOT NULL,
    totp_step BIGINT NOT NULL,
    seal TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS access_attempt (
    login_key TEXT NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    seal TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS access_attempt_by_age ON access_attempt (last_at);
CREATE TABLE IF NOT EXISTS access_session (
    id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    authenticated_at BIGINT NOT NULL,
    seal TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS access_session_by_account ON access_session (account);
CREATE TABLE IF NOT EXISTS access_wrapped_key (
    account TEXT NOT NULL PRIMARY KEY,
    key TEXT NOT NULL,
    wrapped TEXT NOT NULL,
    seal TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS access_saved_view (
    account TEXT NOT NULL,
    list TEXT NOT NULL,
    name TEXT NOT NULL,
    filters TEXT NOT NULL,
    seal TEXT NOT NULL,
    PRIMARY KEY (account, list, name)))";
}

std::vector<std::string> damaged_kept_rows(db::Session& session) {
    std::vector<std::string> out;
    using Text = std::string;
    session.each<Text, Text, Text, std::int64_t, Text, Text, std::int64_t, Text>(
        "SELECT account, login_key, password, must_change, totp, totp_pending, totp_step, seal "
        "FROM access_credential ORDER BY account",
        {}, [&](auto account, auto login, auto password, auto must, auto totp, auto pending, auto step, auto seal) {
            // Any number but 0 reads as true: only 1 was ever written.
            bool const written = must == 0 || must == 1;
            if (!written ||
                seal_of(store::Credential{account, login, password, must != 0, totp, pending, step}) != seal)
                out.push_back("access_credential " + account);
        });
    session.each<std::string>(
        "SELECT c.account FROM access_credential c LEFT JOIN access_account a ON a.id = c.account "
        "WHERE a.id IS NULL ORDER BY c.account",
        {}, [&](auto account) { out.push_back("access_credential " + account); });
    session.each<std::string>(
        "SELECT a.id FROM access_account a LEFT JOIN access_credential c ON a.id = c.account "
        "WHERE c.account IS NULL ORDER BY a.id",
        {}, [&](auto account) { out.push_back("access_credential " + account); });
    session.each<std::string, std::int64_t, Timestamp, Timestamp, std::string>(
        "SELECT login_key, failures, last_at, until_at, seal FROM access_attempt ORDER BY login_key", {},
        [&](auto login, auto failures, auto last, auto until, auto seal) {
            if (seal_of(store::Attempt{login, failures, last, until}) != seal) out.push_back("access_attempt " + login);
        });
    session.each<std::string, std::string, Timestamp, Timestamp, Timestamp, std::string>(
        "SELECT id, account, opened_at, seen_at, authenticated_at, seal FROM access_session ORDER BY id", {},
        [&](auto id, auto account, auto opened, auto seen, auto authenticated, auto seal) {
            if (seal_of(store::SessionRow{id, account, opened, seen, authenticated}) != seal)
                out.push_back("access_session " + id);
        });
    session.each<std::string, std::string, std::string, std::string>(
        "SELECT account, key, wrapped, seal FROM access_wrapped_key ORDER BY account", {},
        [&](auto account, auto key, auto wrapped, auto seal) {
            if (seal_of(store::WrappedKey{account, key, wrapped}) != seal)
                out.push_back("access_wrapped_key " + account);
        });
    session.each<std::string>(
        "SELECT k.account FROM access_signing_key k LEFT JOIN access_wrapped_key w ON w.key = k.key "
        "WHERE k.ended = 0 AND w.key IS NULL ORDER BY k.account",
        {}, [&](auto account) { out.push_back("access_wrapped_key " + account); });
    session.each<std::string, std::string, std::string, std::string, std::string>(
        "SELECT account, list, name, filters, seal FROM access_saved_view ORDER BY account, list, name", {},
        [&](auto account, auto list, auto name, auto filters, auto seal) {
            if (seal_of(store::ViewRow{account, list, name, filters}) != seal)
                out.push_back("access_saved_view " + account);
        });
    return out;
}

}  // namespace anping::access
