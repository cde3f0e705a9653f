// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <anping/db/session.hpp>

#include "findings.hpp"

namespace anping::ledger {

// SQLite's own check of pages, indexes and constraints, and that every value has its column's type; of the table
// `ledger` only the pages: its rows are checked as entries. PostgreSQL has checks of its own (pg_amcheck, checksums).
void check_structure(db::Session& session, Findings& findings);

// That the index of subjects holds the first `size` entries, whose marks have this sum. SQLite only.
void check_subject_index(db::Session& session, std::int64_t size, std::uint64_t subjects, Findings& findings);

// The tables as they are against the tables as these statements make them. SQLite only.
void check_schema(db::Session& session, db::Session& scratch, Findings& findings);

}  // namespace anping::ledger
