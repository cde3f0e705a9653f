// SPDX-License-Identifier: Apache-2.0
// The one writer. Changes queue; one thread decides and applies them one after another and commits what queued while
// the disk was busy. Answers leave after the commit.
#pragma once

#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <anping/base/json.hpp>
#include <anping/base/result.hpp>
#include <anping/base/time.hpp>
#include <anping/crypto/merkle.hpp>
#include <anping/db/pool.hpp>
#include <anping/ledger/entry.hpp>
#include <anping/ledger/projection.hpp>

namespace anping::ledger {

// That an act is in the ledger: its leaf, and the proof to the tree of the group it was committed with.
struct Receipt {
    std::int64_t entry = 0;  // seq of the change's last event
    std::string leaf;        // hex
    std::int64_t size = 0;
    std::string root;                // hex
    std::vector<std::string> proof;  // hex, leaf to root (RFC 9162)
    std::string hash;                // "sm3" or "sha256"
};
BOOST_DESCRIBE_STRUCT(Receipt, (), (entry, leaf, size, root, proof, hash))

// What a decision sees and may do. Reads see all changes before this one. Writes go to kept tables only (personal
// values, credentials, drafts); projections are written by events.
class Transaction {
public:
    Transaction(db::Session& session, Timestamp now, std::int64_t next_seq)
        : session_(session), now_(now), next_seq_(next_seq) {}
    db::Session& session() noexcept { return session_; }
    Timestamp now() const noexcept { return now_; }               // the time every event of this change will carry
    std::int64_t next_seq() const noexcept { return next_seq_; }  // seq of its first event: ids are made from it

private:
    db::Session& session_;
    Timestamp now_;
    std::int64_t next_seq_;
};

struct Decided {
    std::vector<Event> events;  // at least one, or the change leaves no trace and no receipt
    json::value answer;         // what the caller is told; kept for retries
};

struct Change {
    Actor actor;
    std::string idempotency_key = {};  // "" for none; scoped by account
    std::string request_digest = {};   // hex: a key used again with another request is a conflict
    // Runs on the writer's thread; may run more than once (a lost group is refused, not retried, but a decision must
    // not keep state of its own). A refusal leaves nothing behind.
    std::function<Result<Decided>(Transaction&)> decide;
};

struct Written {
    json::value answer;
    std::optional<Receipt> receipt;  // nothing when there were no events
    bool replayed = false;           // an earlier request with the same key was answered again
};

struct WriterOptions {
    std::string directory;  // tiles and heads live below it
    crypto::HashAlgorithm hash = crypto::HashAlgorithm::sm3;
    std::size_t queue_limit = 1024;
    std::size_t group_limit = 256;
    std::string origin = {};  // the ledger's name in signed heads; made at random when it is "" and the ledger is new
};

// Thread-safe. Construction brings projections up to date (replays those whose stamp changed).
class Writer {
public:
    Writer(db::Address address, WriterOptions options, std::vector<Projection*> projections, Clock const& clock);
    ~Writer();  // answers what is queued, then stops

    // Error unavailable ("ledger.unavailable", "ledger.queue_full") when it cannot be written now.
    std::future<Result<Written>> submit(Change change);
    Result<Written> apply(Change change);  // submit and wait; never on the writer's own thread

    bool healthy() const noexcept;
    std::int64_t size() const noexcept;  // entries committed
    // Called on the writer's thread after each commit with the new size (wakes the signer). Set before the first
    // change.
    void on_commit(std::function<void(std::int64_t size)> callback);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace anping::ledger
