// SPDX-License-Identifier: Apache-2.0
// Tables that are views of the ledger: dropped and replayed at will, written by nothing else.
#pragma once

#include <string>
#include <vector>

#include <anping/db/session.hpp>
#include <anping/ledger/entry.hpp>

namespace anping::ledger {

// A table as `verify --state` compares it: rows ordered by key, all columns as text or integer.
struct Table {
    std::string name;
    std::vector<std::string> key;      // columns of the primary key
    std::vector<std::string> columns;  // all columns, the key included
};

// Stateless: everything it knows is in its tables. apply() is called for every entry in order, by the writer inside
// its transaction and by replay; it must depend on nothing but the entry and its own tables.
class Projection {
public:
    virtual ~Projection() = default;
    virtual std::string name() const = 0;    // the module
    virtual std::string stamp() const = 0;   // changes when the tables' shape or meaning does: then they are rebuilt
    virtual std::string schema() const = 0;  // CREATE TABLE ... ; several statements, portable SQL
    virtual std::vector<Table> tables() const = 0;
    virtual void apply(db::Session& session, Entry const& entry) = 0;
};

}  // namespace anping::ledger
