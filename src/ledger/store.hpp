// SPDX-License-Identifier: Apache-2.0
// The ledger's own tables: the only SQL that touches them. docs/formats/ledger.md describes every column.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <anping/db/session.hpp>
#include <anping/ledger/entry.hpp>

namespace anping::ledger::store {

// The row a process locks to be the one writer.
struct Head {
    std::string origin;
    crypto::HashAlgorithm hash = crypto::HashAlgorithm::sm3;
    std::int64_t size = 0;
    crypto::Digest root{};
    crypto::Digest leaf{};   // of the last entry; zeros when there is none
    Timestamp at;            // of the last entry
    std::int64_t epoch = 0;  // counts rebuilds: a writer that finds another one reads everything again
    bool operator==(Head const&) const = default;
};

// An earlier request with an idempotency key, and its answer.
struct Request {
    std::string account;
    std::string key;
    std::string digest;
    std::int64_t last = -1;  // seq of its last entry; -1: it left none
    std::int64_t size = 0;   // of the tree its receipt was made for
    std::string answer;      // JSON
    Timestamp at;
};

struct ProjectionState {
    std::string name;
    std::string stamp;
    std::string tables;        // names, separated by spaces
    std::int64_t applied = 0;  // entries replayed; kLive when it follows the writer
};
inline constexpr std::int64_t kLive = -1;

std::string schema(db::Backend backend);
void create(db::Session& session);

// Throws std::runtime_error when the row is not what this program wrote.
std::optional<Head> read_head(db::Session& session);
std::optional<Head> lock_head(db::Session& session);  // inside a UnitOfWork
void write_head(db::Session& session, Head const& head);

void append(db::Session& session, std::vector<Entry> const& entries);
std::vector<crypto::Digest> leaves(db::Session& session, std::int64_t first, std::int64_t end);
std::optional<crypto::Digest> leaf(db::Session& session, std::int64_t seq);
// (seq, body) of [first, end) in order.
void each_body(db::Session& session, std::int64_t first, std::int64_t end,
               std::function<void(std::int64_t, std::string&&)> const& visit);

std::optional<Request> find_request(db::Session& session, std::string const& account, std::string const& key);
void append_requests(db::Session& session, std::vector<Request> const& requests);

std::optional<ProjectionState> projection_state(db::Session& session, std::string const& name);
void set_projection_state(db::Session& session, ProjectionState const& state);

// Rows of these tables that were changed outside this program, each as (table, row, what).
struct Damaged {
    std::string table;
    std::string row;
    std::string what;
};
std::vector<Damaged> check_rows(db::Session& session);

}  // namespace anping::ledger::store
