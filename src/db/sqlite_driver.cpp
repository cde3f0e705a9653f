// SPDX-License-Identifier: Apache-2.0
#include <soci/sqlite3/soci-sqlite3.h>

#include <map>
#include <optional>
#include <stdexcept>
#include <string_view>

#include "driver.hpp"

namespace anping::db {

namespace {

Fault fault_of(int code) noexcept {
    switch (code & 0xff) {
        case SQLITE_CONSTRAINT: return Fault::constraint;
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return Fault::busy;
        case SQLITE_READONLY: return Fault::read_only;
        case SQLITE_FULL: return Fault::full;
        case SQLITE_IOERR:
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
        case SQLITE_CANTOPEN: return Fault::io;
        default: return Fault::other;
    }
}

class SqliteDriver final : public Driver {
public:
    SqliteDriver(std::string const& path, Mode mode) {
        set_up_library();
        // The back end's own options follow in quotes, so the path may contain blanks and "=".
        try {
            session_.open(soci::sqlite3, "db=\"" + path + "\"");
        } catch (soci::soci_error const& error) {
            throw DbError(Fault::io, "cannot open " + path + ": " + error.get_error_message());
        }
        control(
            "PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON; PRAGMA cell_size_check=ON; "
            "PRAGMA trusted_schema=OFF");
        if (mode == Mode::read) {
            control("PRAGMA query_only=ON");
            return;
        }
        require_wal();
        // What a savepoint puts aside stays in memory: elsewhere it would be a file outside the data directory.
        control("PRAGMA temp_store=MEMORY; PRAGMA synchronous=FULL; PRAGMA journal_size_limit=67108864");
    }
    ~SqliteDriver() override {
        for (auto& [words, statement] : transactions_) sqlite_api::sqlite3_finalize(statement);
    }

    Backend backend() const noexcept override { return Backend::sqlite; }
    soci::session& connection() noexcept override { return session_; }

    void control(std::string const& sql) override {
        if (sqlite_api::sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) throw last_error();
    }
    void transact(char const* words) override {
        auto& statement = transactions_[words];
        if (statement == nullptr &&
            sqlite_api::sqlite3_prepare_v2(handle(), words, -1, &statement, nullptr) != SQLITE_OK)
            throw last_error();
        bool const done = sqlite_api::sqlite3_step(statement) == SQLITE_DONE;
        auto failure = done ? std::nullopt : std::optional(last_error());
        sqlite_api::sqlite3_reset(statement);
        if (failure) throw DbError(std::move(*failure));
    }
    // Debian's library overwrites what is deleted. Of a whole table that is every page of it, kept in memory until the
    // commit and written twice.
    void drop_table(std::string const& name) override {
        control("PRAGMA secure_delete=OFF");
        try {
            Driver::drop_table(name);
        } catch (...) {
            control("PRAGMA secure_delete=ON");
            throw;
        }
        control("PRAGMA secure_delete=ON");
    }
    // Plain BEGIN would take its snapshot at once and its lock too late: the busy handler is not asked then.
    char const* begin(Mode mode) const noexcept override { return mode == Mode::write ? "BEGIN IMMEDIATE" : "BEGIN"; }
    void commit() override { transact("COMMIT"); }
    bool in_transaction() noexcept override { return sqlite_api::sqlite3_get_autocommit(handle()) == 0; }
    bool aborted() noexcept override { return false; }
    bool alive() noexcept override { return true; }

    void reset(soci::statement& statement) noexcept override {
        // SOCI's own reset() throws what the failed step has already reported.
        auto* const kept = static_cast<soci::sqlite3_statement_backend*>(statement.get_backend());
        if (kept == nullptr || kept->stmt_ == nullptr) return;
        sqlite_api::sqlite3_reset(kept->stmt_);
        kept->databaseReady_ = false;
    }

    DbError translate(soci::soci_error const& error) noexcept override {
        auto const* const known = dynamic_cast<soci::sqlite3_soci_error const*>(&error);
        return {fault_of(known != nullptr ? known->result() : sqlite_api::sqlite3_errcode(handle())),
                error.get_error_message()};
    }

    bool insert_arrays(std::string const&, std::vector<std::string> const&, std::vector<Params> const&) override {
        return false;
    }

private:
    static void set_up_library() {
        // A session is one thread's at a time: no locks inside. Counting every allocation makes all sessions of the
        // process wait for one lock.
        [[maybe_unused]] static int const done = sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD) |
                                                 sqlite_api::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    }
    sqlite_api::sqlite3* handle() noexcept {
        return static_cast<soci::sqlite3_session_backend*>(session_.get_backend())->conn_;
    }
    DbError last_error() noexcept {
        return {fault_of(sqlite_api::sqlite3_errcode(handle())), sqlite_api::sqlite3_errmsg(handle())};
    }
    void require_wal() {
        std::string mode;
        auto const remember = [](void* out, int, char** values, char**) {
            *static_cast<std::string*>(out) = values[0] != nullptr ? values[0] : "";
            return 0;
        };
        if (sqlite_api::sqlite3_exec(handle(), "PRAGMA journal_mode=WAL", remember, &mode, nullptr) != SQLITE_OK)
            throw last_error();
        if (mode != "wal") throw DbError(Fault::io, "the file system does not allow a write-ahead log: " + mode);
    }

    soci::session session_;
    std::map<std::string_view, sqlite_api::sqlite3_stmt*> transactions_;  // by their words, which are literals
};

}  // namespace

std::unique_ptr<Driver> open_sqlite(std::string const& path, Mode mode) {
    return std::make_unique<SqliteDriver>(path, mode);
}

}  // namespace anping::db
