// SPDX-License-Identifier: Apache-2.0
// What the two back ends do differently. One source includes SOCI's face of each: soci-sqlite3.h wraps sqlite3.h in a
// namespace, so a source can never see both.
#pragma once

#include <soci/soci.h>

#include <memory>
#include <string>
#include <vector>

#include <anping/db/pool.hpp>

namespace anping::db {

class Driver {
public:
    virtual ~Driver() = default;
    virtual Backend backend() const noexcept = 0;
    virtual soci::session& connection() noexcept = 0;

    // Runs statements without parameters past the kept ones.
    virtual void control(std::string const& sql) = 0;
    // The same for the few words of a transaction, which come with every change.
    virtual void transact(char const* words) { control(words); }
    virtual void drop_table(std::string const& name) { control("DROP TABLE IF EXISTS " + name); }
    virtual char const* begin(Mode mode) const noexcept = 0;
    virtual void commit() = 0;
    virtual bool in_transaction() noexcept = 0;
    // PostgreSQL only: an error ended the transaction up to its savepoint, and nothing else runs before that.
    virtual bool aborted() noexcept = 0;
    virtual bool alive() noexcept = 0;

    // Lets go of a statement's rows and with them of its read lock.
    virtual void reset(soci::statement& statement) noexcept = 0;
    // What SOCI reported, without bound values: they may be personal data and end in a log.
    virtual DbError translate(soci::soci_error const& error) noexcept = 0;
    // False where a loop over a prepared INSERT is the way.
    virtual bool insert_arrays(std::string const& table, std::vector<std::string> const& columns,
                               std::vector<Params> const& rows) = 0;
};

std::unique_ptr<Driver> open_sqlite(std::string const& path, Mode mode);
std::unique_ptr<Driver> open_postgres(std::string const& conninfo, Mode mode);

}  // namespace anping::db
