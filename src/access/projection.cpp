// SPDX-License-Identifier: Apache-2.0
#include <anping/access/projection.hpp>

#include <anping/access/events.hpp>

namespace anping::access {
namespace {

template <class E>
std::string text(E value) {
    return boost::describe::enum_to_string(value, "");
}

void created(db::Session& session, ledger::Entry const& entry) {
    auto const event = ledger::data_of<AccountCreated>(entry);
    session.exec(
        "INSERT INTO access_account (id, role, unit, unit_kind, region, authority, disabled, totp, locked_until, "
        "created_at, reset_at, seq, login_ref, name_ref) VALUES (:id, :role, :unit, :kind, :region, :authority, 0, 0, "
        "0, :at, 0, "
        ":seq, :login, :name)",
        {entry.event.subject, text(event.role), event.unit, text(event.unit_kind),
         event.region ? event.region->digits : std::string(), text(event.authority), entry.at, entry.seq,
         event.login.ref, event.display_name.ref});
}

void set(db::Session& session, ledger::Entry const& entry, char const* column, db::Value value) {
    session.exec(std::string("UPDATE access_account SET ") + column + " = :value WHERE id = :id",
                 {std::move(value), entry.event.subject});
}

void end_keys(db::Session& session, std::string const& account) {
    session.exec("UPDATE access_signing_key SET ended = 1 WHERE account = :account", {account});
}

void key_made(db::Session& session, ledger::Entry const& entry) {
    auto const event = ledger::data_of<SigningKeyMade>(entry);
    end_keys(session, entry.event.subject);
    session.exec(
        "INSERT INTO access_signing_key (key, account, public_key, after_reset, made_at, ended) "
        "VALUES (:key, :account, :public, :after, :at, 0)",
        {event.key, entry.event.subject, event.public_key, event.after_reset, entry.at});
}

}  // namespace

std::string AccountProjection::schema() const {
    return R"(
CREATE TABLE access_account (
    id TEXT NOT NULL PRIMARY KEY,
    role TEXT NOT NULL,
    unit TEXT NOT NULL,
    unit_kind TEXT NOT NULL,
    region TEXT NOT NULL,
    authority TEXT NOT NULL,
    disabled BIGINT NOT NULL,
    totp BIGINT NOT NULL,
    locked_until BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    reset_at BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    login_ref TEXT NOT NULL,
    name_ref TEXT NOT NULL);
CREATE INDEX access_account_by_unit ON access_account (unit, seq);
CREATE TABLE access_signing_key (
    key TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    public_key TEXT NOT NULL,
    after_reset BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    ended BIGINT NOT NULL);
CREATE INDEX access_signing_key_by_account ON access_signing_key (account, ended))";
}

std::vector<ledger::Table> AccountProjection::tables() const {
    return {{"access_account",
             {"id"},
             {"id", "role", "unit", "unit_kind", "region", "authority", "disabled", "totp", "locked_until",
              "created_at", "reset_at", "seq", "login_ref", "name_ref"}},
            {"access_signing_key", {"key"}, {"key", "account", "public_key", "after_reset", "made_at", "ended"}}};
}

void AccountProjection::apply(db::Session& session, ledger::Entry const& entry) {
    auto const& type = entry.event.type;
    if (!type.starts_with("access.")) return;
    if (type == AccountCreated::kType) created(session, entry);
    if (type == RoleChanged::kType) set(session, entry, "role", text(ledger::data_of<RoleChanged>(entry).role));
    if (type == TotpChanged::kType) set(session, entry, "totp", ledger::data_of<TotpChanged>(entry).enabled);
    if (type == AccountLocked::kType) set(session, entry, "locked_until", ledger::data_of<AccountLocked>(entry).until);
    if (type == AccountUnlocked::kType) set(session, entry, "locked_until", std::int64_t{0});
    if (type == AccountReset::kType) {
        set(session, entry, "totp", std::int64_t{0});
        set(session, entry, "locked_until", std::int64_t{0});
        set(session, entry, "reset_at", entry.at);
    }
    if (type == SigningKeyMade::kType) key_made(session, entry);
    if (type == SigningKeyRevoked::kType) end_keys(session, entry.event.subject);
    if (type == AccountDisabled::kType) set(session, entry, "disabled", std::int64_t{1});
}

}  // namespace anping::access
