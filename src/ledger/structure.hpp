// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <anping/db/session.hpp>

#include "findings.hpp"

namespace anping::ledger {

// SQLite's own check of pages, indexes and constraints, and that every value has its column's type. PostgreSQL has
// checks of its own (pg_amcheck, data checksums).
void check_structure(db::Session& session, Findings& findings);

// The tables as they are against the tables as these statements make them. SQLite only.
void check_schema(db::Session& session, db::Session& scratch, Findings& findings);

}  // namespace anping::ledger
