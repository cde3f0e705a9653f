// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include <anping/ledger/kept.hpp>

#include "store.hpp"

namespace anping::ledger::store {
namespace {

std::string number(std::int64_t value) { return std::to_string(value); }

std::string seal_of(Head const& head) {
    return row_seal("ledger_head",
                    {head.origin, crypto::to_string(head.hash), number(head.size), crypto::to_hex(head.root),
                     crypto::to_hex(head.leaf), number(head.at.micros), number(head.epoch)});
}

std::string seal_of(Request const& r) {
    return row_seal("ledger_request",
                    {r.account, r.key, r.digest, number(r.last), number(r.size), r.answer, number(r.at.micros)});
}

std::string seal_of(ProjectionState const& s) {
    return row_seal("ledger_projection", {s.name, s.stamp, s.tables, number(s.applied)});
}

crypto::Digest digest_or_throw(std::string const& hex) {
    if (auto const digest = crypto::digest_from_hex(hex)) return *digest;
    throw std::runtime_error("not a digest in the ledger's tables: " + hex);
}

std::string head_query(bool lock) {
    return std::string("SELECT origin, hash, size, root, leaf, at, epoch, seal FROM ledger_head WHERE id = 1") +
           (lock ? " FOR UPDATE" : "");
}

std::optional<Head> head_of(db::Session& session, bool lock) {
    using Text = std::string;
    auto row = session.one<Text, Text, std::int64_t, Text, Text, Timestamp, std::int64_t, Text>(head_query(lock));
    if (!row) return std::nullopt;
    auto const& [origin, hash, size, root, leaf, at, epoch, seal] = *row;
    auto const algorithm = crypto::parse_hash_algorithm(hash);
    if (!algorithm) throw std::runtime_error("ledger_head.hash is unknown: " + hash);
    Head head{origin, *algorithm, size, digest_or_throw(root), digest_or_throw(leaf), at, epoch};
    if (seal_of(head) != seal) throw std::runtime_error("ledger_head was changed outside this program");
    return head;
}

}  // namespace

std::string schema(db::Backend backend) {
    // On SQLite an INTEGER key is the row's own number: no second tree to look rows up in.
    return std::string("\nCREATE TABLE IF NOT EXISTS ledger (\n    seq ") +
           (backend == db::Backend::sqlite ? "INTEGER" : "BIGINT") + R"( NOT NULL PRIMARY KEY,
    subject TEXT NOT NULL,
    type TEXT NOT NULL,
    leaf TEXT NOT NULL,
    body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS ledger_by_subject ON ledger (subject, seq);
CREATE TABLE IF NOT EXISTS ledger_head (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    origin TEXT NOT NULL,
    hash TEXT NOT NULL,
    size BIGINT NOT NULL,
    root TEXT NOT NULL,
    leaf TEXT NOT NULL,
    at BIGINT NOT NULL,
    epoch BIGINT NOT NULL,
    seal TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS ledger_request (
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    digest TEXT NOT NULL,
    last_seq BIGINT NOT NULL,
    size BIGINT NOT NULL,
    answer TEXT NOT NULL,
    at BIGINT NOT NULL,
    seal TEXT NOT NULL,
    PRIMARY KEY (account, key));
CREATE TABLE IF NOT EXISTS ledger_projection (
    name TEXT NOT NULL PRIMARY KEY,
    stamp TEXT NOT NULL,
    tables TEXT NOT NULL,
    applied BIGINT NOT NULL,
    seal TEXT NOT NULL))";
}

void create(db::Session& session) {
    try {
        session.script(schema(session.backend()));
    } catch (db::DbError const&) {
        // Two processes of one PostgreSQL may create the same table at once: the second one finds it made.
        session.script(schema(session.backend()));
    }
}

std::optional<Head> read_head(db::Session& session) { return head_of(session, false); }

std::optional<Head> lock_head(db::Session& session) {
    return head_of(session, session.backend() == db::Backend::postgres);
}

void write_head(db::Session& session, Head const& head) {
    db::Params values{head.origin,
                      crypto::to_string(head.hash),
                      head.size,
                      crypto::to_hex(head.root),
                      crypto::to_hex(head.leaf),
                      head.at,
                      head.epoch,
                      seal_of(head)};
    auto const changed = session.exec(
        "UPDATE ledger_head SET origin = :origin, hash = :hash, size = :size, root = :root, leaf = :leaf, at = :at, "
        "epoch = :epoch, seal = :seal WHERE id = 1",
        values);
    if (changed == 1) return;
    session.exec(
        "INSERT INTO ledger_head (id, origin, hash, size, root, leaf, at, epoch, seal) "
        "VALUES (1, :origin, :hash, :size, :root, :leaf, :at, :epoch, :seal)",
        values);
}

void append(db::Session& session, std::vector<Entry> const& entries) {
    std::vector<db::Params> rows;
    rows.reserve(entries.size());
    for (auto const& entry : entries)
        rows.push_back({entry.seq, entry.event.subject, entry.event.type, crypto::to_hex(entry.leaf), entry.body});
    session.bulk_insert("ledger", {"seq", "subject", "type", "leaf", "body"}, rows);
}

std::vector<crypto::Digest> leaves(db::Session& session, std::int64_t first, std::int64_t end) {
    std::vector<crypto::Digest> out;
    session.each<std::int64_t, std::string>(
        "SELECT seq, leaf FROM ledger WHERE seq >= :first AND seq < :last ORDER BY seq", {first, end},
        [&](std::int64_t seq, std::string const& hex) {
            if (seq != first + static_cast<std::int64_t>(out.size()))
                throw std::runtime_error("the ledger has no entry " +
                                         number(first + static_cast<std::int64_t>(out.size())));
            out.push_back(digest_or_throw(hex));
        });
    if (static_cast<std::int64_t>(out.size()) != end - first)
        throw std::runtime_error("the ledger has no entry " + number(first + static_cast<std::int64_t>(out.size())));
    return out;
}

std::optional<crypto::Digest> leaf(db::Session& session, std::int64_t seq) {
    auto const row = session.one<std::string>("SELECT leaf FROM ledger WHERE seq = :seq", {seq});
    if (!row) return std::nullopt;
    return digest_or_throw(std::get<0>(*row));
}

void each_body(db::Session& session, std::int64_t first, std::int64_t end,
               std::function<void(std::int64_t, std::string&&)> const& visit) {
    session.each<std::int64_t, std::string>(
        "SELECT seq, body FROM ledger WHERE seq >= :first AND seq < :last ORDER BY seq", {first, end},
        [&](std::int64_t seq, std::string&& body) { visit(seq, std::move(body)); });
}

std::optional<Request> find_request(db::Session& session, std::string const& account, std::string const& key) {
    auto row = session.one<std::string, std::int64_t, std::int64_t, std::string, Timestamp>(
        "SELECT digest, last_seq, size, answer, at FROM ledger_request WHERE account = :account AND key = :key",
        {account, key});
    if (!row) return std::nullopt;
    auto& [digest, last, size, answer, at] = *row;
    return Request{account, key, std::move(digest), last, size, std::move(answer), at};
}

void append_requests(db::Session& session, std::vector<Request> const& requests) {
    if (requests.empty()) return;
    std::vector<db::Params> rows;
    rows.reserve(requests.size());
    for (auto const& r : requests)
        rows.push_back({r.account, r.key, r.digest, r.last, r.size, r.answer, r.at, seal_of(r)});
    session.bulk_insert("ledger_request", {"account", "key", "digest", "last_seq", "size", "answer", "at", "seal"},
                        rows);
}

std::optional<ProjectionState> projection_state(db::Session& session, std::string const& name) {
    auto row = session.one<std::string, std::string, std::int64_t>(
        "SELECT stamp, tables, applied FROM ledger_projection WHERE name = :name", {name});
    if (!row) return std::nullopt;
    auto& [stamp, tables, applied] = *row;
    return ProjectionState{name, std::move(stamp), std::move(tables), applied};
}

void set_projection_state(db::Session& session, ProjectionState const& state) {
    session.exec("DELETE FROM ledger_projection WHERE name = :name", {state.name});
    session.exec(
        "INSERT INTO ledger_projection (name, stamp, tables, applied, seal) "
        "VALUES (:name, :stamp, :tables, :applied, :seal)",
        {state.name, state.stamp, state.tables, state.applied, seal_of(state)});
}

std::vector<Damaged> check_rows(db::Session& session) {
    using Text = std::string;
    std::vector<Damaged> damaged;
    try {
        if (!read_head(session)) damaged.push_back({"ledger_head", "id=1", "is missing"});
    } catch (std::runtime_error const& e) { damaged.push_back({"ledger_head", "id=1", e.what()}); }
    session.each<Text, Text, Text, std::int64_t, std::int64_t, Text, Timestamp, Text>(
        "SELECT account, key, digest, last_seq, size, answer, at, seal FROM ledger_request", {},
        [&](Text const& account, Text const& key, Text const& digest, std::int64_t last, std::int64_t size,
            Text const& answer, Timestamp at, Text const& seal) {
            Request const r{account, key, digest, last, size, answer, at};
            if (seal_of(r) != seal)
                damaged.push_back(
                    {"ledger_request", "account=" + r.account + " key=" + r.key, "does not match its seal"});
        });
    session.each<Text, Text, Text, std::int64_t, Text>(
        "SELECT name, stamp, tables, applied, seal FROM ledger_projection", {},
        [&](Text const& name, Text const& stamp, Text const& tables, std::int64_t applied, Text const& seal) {
            ProjectionState const s{name, stamp, tables, applied};
            if (seal_of(s) != seal)
                damaged.push_back({"ledger_projection", "name=" + s.name, "does not match its seal"});
        });
    return damaged;
}

}  // namespace anping::ledger::store
