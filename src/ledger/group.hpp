// SPDX-License-Identifier: Apache-2.0
// The changes of one transaction: decided and applied one after another, each in a savepoint.
#pragma once

#include <exception>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <anping/ledger/writer.hpp>

#include "memory.hpp"

namespace anping::ledger {

// The transaction is gone: nothing of the group happened.
struct GroupLost : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Group {
public:
    struct Context {
        std::vector<Projection*> const& projections;
        Clock const& clock;
        std::string const& directory;
    };
    Group(db::Session& session, db::UnitOfWork& work, Memory const& before, Context context);

    // Throws GroupLost, or DbError when the database cannot go on.
    void apply(Change const& change);
    // Something has to be committed.
    bool dirty() const noexcept { return dirty_; }
    // Writes entries, requests and head; the memory that holds once they are committed. Makes the receipts.
    Memory finish();

    // One for each change, in order; told only after the commit.
    struct Answer {
        Result<Written> result;
        std::exception_ptr fault = {};
    };
    std::vector<Answer> take_answers() { return std::move(answers_); }
    // Leaf of the group's last entry, to ask afterwards whether the group is in.
    std::optional<std::pair<std::int64_t, crypto::Digest>> last_entry() const;

private:
    struct Kept {
        std::size_t answer;
        store::Request request;
    };
    bool answer_again(Change const& change);
    Written written_before(store::Request const& request);
    void decide(Change const& change);
    void append(Actor const& actor, Event&& event, Timestamp at);
    void must_stand();
    void undo(std::size_t entries, std::exception_ptr fault);
    void make_receipts(Memory const& after);
    std::int64_t next_seq() const noexcept;

    db::Session& session_;
    db::UnitOfWork& work_;
    Memory const& before_;
    Context context_;
    std::vector<Entry> entries_;
    std::vector<Answer> answers_;
    std::vector<std::pair<std::size_t, std::int64_t>> receipts_due_;  // answer, its last entry
    std::vector<std::pair<std::size_t, std::size_t>> copies_due_;     // answer, the one it repeats
    std::map<std::pair<std::string, std::string>, Kept> requests_;    // of this group, by account and key
    bool dirty_ = false;
};

}  // namespace anping::ledger
