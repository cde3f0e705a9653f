// SPDX-License-Identifier: Apache-2.0
// Is everything what was written? Every finding names the place. Reads only; may run beside a serving program.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <anping/base/codec.hpp>
#include <anping/db/pool.hpp>
#include <anping/ledger/projection.hpp>

namespace anping::ledger {

struct Finding {
    std::string kind;         // database, entry, table, tile, head, evidence, personal, schema
    std::int64_t entry = -1;  // its number, or -1
    std::string table;
    std::string row;    // "subject=p-1 title=..."
    std::string field;  // column
    std::string file;   // relative to the data directory
    std::string what;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (kind, entry, table, row, field, file, what))
std::string to_string(Finding const& finding);

using Report = std::function<void(Finding)>;
// What other modules keep: evidence bytes, personal values, sealed rows. Given by app.
using Check = std::function<void(Report const&)>;

struct Stage {
    std::string name;
    std::int64_t count = 0;
    std::int64_t bytes = 0;
    std::int64_t micros = 0;
};
BOOST_DESCRIBE_STRUCT(Stage, (), (name, count, bytes, micros))

struct Verified {
    std::vector<Stage> stages;  // entries, structure, tiles, heads, tables, others
    std::vector<Finding> findings;
    std::int64_t left_out = 0;  // findings past the first 10,000
};
BOOST_DESCRIBE_STRUCT(Verified, (), (stages, findings, left_out))

struct VerifyOptions {
    std::string directory;
    std::vector<Check> checks = {};
    std::size_t threads = 0;  // 0: as many as there are processors
};

// Every entry rehashed, chained and compared with its columns and tiles; the root; every head's signature and root;
// the database's own structure.
Verified verify(db::Address const& address, VerifyOptions const& options);

// Replays all entries into a scratch database and compares every row and field of every projection with it, and the
// schema with `schemas` (of kept tables; those of the ledger and of projections are known).
Verified verify_state(db::Address const& address, std::vector<Projection*> const& projections,
                      std::vector<std::string> const& schemas);

}  // namespace anping::ledger
