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
        "created_at, seq, login_ref, name_ref) VALUES (:id, :role, :unit, :kind, :region, :authority, 0, 0, 0, :at, "
        ":seq, :login, :name)",
        {entry.event.subject, text(event.role), event.unit, text(event.unit_kind),
         event.region ? event.region->digits : std::string(), text(event.authority), entry.at, entry.seq,
         event.login.ref, event.display_name.ref});
}

void set(db::Session& session, ledger::Entry const& entry, char const* column, db::Value value) {
    session.exec(std::string("UPDATE access_account SET ") + column + " = :value WHERE id = :id",
                 {std::move(value), entry.event.subject});
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
    seq BIGINT NOT NULL,
    login_ref TEXT NOT NULL,
    name_ref TEXT NOT NULL);
CREATE INDEX access_account_by_unit ON access_account (unit, seq))";
}

std::vector<ledger::Table> AccountProjection::tables() const {
    return {{"access_account",
             {"id"},
             {"id", "role", "unit", "unit_kind", "region", "authority", "disabled", "totp", "locked_until",
              "created_at", "seq", "login_ref", "name_ref"}}};
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
    }
    if (type == AccountDisabled::kType) set(session, entry, "disabled", std::int64_t{1});
}

}  // namespace anping::access
