// SPDX-License-Identifier: Apache-2.0
// What anyone may ask of the ledger: signed heads, and proofs up to them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <anping/base/codec.hpp>
#include <anping/base/result.hpp>
#include <anping/db/session.hpp>
#include <anping/ledger/writer.hpp>

namespace anping::ledger {

// A proof that ends in a signed head: checked without believing the server.
struct SignedReceipt {
    Receipt receipt;
    std::string head;  // the signed note, whole
};
BOOST_DESCRIBE_STRUCT(SignedReceipt, (), (receipt, head))

struct HeadView {
    std::int64_t size = 0;
    std::string root;  // hex
    Timestamp time;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(HeadView, (), (size, root, time, note))

// An entry as it may be shown to those who may see it.
struct EntryView {
    std::int64_t seq = 0;
    std::string body;
    std::string leaf;  // hex
};
BOOST_DESCRIBE_STRUCT(EntryView, (), (seq, body, leaf))

struct ConsistencyView {
    std::int64_t old_size = 0;
    std::int64_t size = 0;
    std::vector<std::string> proof;  // hex
};
BOOST_DESCRIBE_STRUCT(ConsistencyView, (), (old_size, size, proof))

// The newest signed head; error not_found when nothing was signed yet.
Result<HeadView> latest_head(std::string const& directory);
std::vector<HeadView> newest_heads(std::string const& directory, std::size_t limit);  // newest first

// Proof of an entry to the newest signed head; error not_found when there is no such entry or no head covers it yet.
Result<SignedReceipt> receipt_of(db::Session& session, std::string const& directory, std::int64_t entry);
// Proof that the tree of `size` continues that of `old_size`, up to the newest signed head.
Result<ConsistencyView> consistency(db::Session& session, std::string const& directory, std::int64_t old_size,
                                    std::int64_t size);

std::optional<EntryView> find_entry(db::Session& session, std::int64_t seq);
// Entries about one subject, in order, from `after` (exclusive; -1 for all).
std::vector<EntryView> entries_about(db::Session& session, std::string const& subject, std::int64_t after,
                                     std::int64_t limit);

// Entries of one type ("" for all) before `before` (exclusive), the newest first.
std::vector<EntryView> entries_before(db::Session& session, std::string const& type, std::int64_t before,
                                      std::int64_t limit);

}  // namespace anping::ledger
