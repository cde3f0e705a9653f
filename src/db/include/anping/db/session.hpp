// SPDX-License-Identifier: Apache-2.0
// SQL on SQLite and PostgreSQL alike. Statements are prepared once per session, kept, and always drained.
//
// Portable SQL: placeholders `:name`, bound in order of first appearance (a repeated name is the same value); integers
// are BIGINT NOT NULL; texts TEXT; times BIGINT microseconds UTC; JSON as TEXT; no blobs; `INSERT ... ON CONFLICT` is
// fine; no RETURNING, no array slices.
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <anping/db/value.hpp>

namespace anping::db {

enum class Backend { sqlite, postgres };

// What went wrong, the same on both back ends.
enum class Fault { constraint, busy, disconnected, read_only, full, io, other };

// Thrown by every operation that the database refuses.
class DbError : public std::exception {
public:
    DbError(Fault fault, std::string text) : fault_(fault), text_(std::move(text)) {}
    Fault fault() const noexcept { return fault_; }
    char const* what() const noexcept override { return text_.c_str(); }

private:
    Fault fault_;
    std::string text_;
};

// One connection, leased. Not thread-safe.
class Session {
public:
    class Impl;
    explicit Session(std::unique_ptr<Impl> impl);
    ~Session();
    Session(Session&&) noexcept;
    Session& operator=(Session&&) noexcept;

    Backend backend() const noexcept;
    // Rows affected by an INSERT, UPDATE or DELETE.
    std::int64_t exec(std::string_view sql, Params const& params = {});
    // Several statements separated by ";" without parameters (schema).
    void script(std::string_view sql);
    // If there is one. What stood in it may stay readable in the file: not for what has to be forgotten.
    void drop_table(std::string const& name);

    template <class... T>
    std::vector<std::tuple<T...>> query(std::string_view sql, Params const& params = {}) {
        std::vector<std::tuple<T...>> rows;
        each<T...>(sql, params, [&](T... columns) { rows.emplace_back(std::move(columns)...); });
        return rows;
    }
    // The first row, or nothing.
    template <class... T>
    std::optional<std::tuple<T...>> one(std::string_view sql, Params const& params = {}) {
        std::optional<std::tuple<T...>> row;
        each<T...>(sql, params, [&](T... columns) {
            if (!row) row.emplace(std::move(columns)...);
        });
        return row;
    }
    // The single column of a row that must exist (count, max); throws std::logic_error otherwise.
    template <class T>
    T scalar(std::string_view sql, Params const& params = {}) {
        auto row = one<T>(sql, params);
        if (!row) throw std::logic_error("no row: " + std::string(sql));
        return std::get<0>(std::move(*row));
    }
    // Row by row, without keeping them. `visit` may use the session, and may throw to stop.
    template <class... T, class Visit>
    void each(std::string_view sql, Params const& params, Visit&& visit) {
        static constexpr ColumnType kTypes[] = {Column<T>::type...};
        run(sql, params, {kTypes, sizeof...(T)}, [&](std::vector<Value>& row) {
            [&]<std::size_t... I>(std::index_sequence<I...>) {
                visit(Column<T>::read(std::move(row[I]))...);
            }(std::index_sequence_for<T...>{});
        });
    }
    // One statement for many rows: unnest on PostgreSQL, a prepared loop on SQLite. All rows have columns.size()
    // values. Many rows take several statements: inside a UnitOfWork they are one.
    void bulk_insert(std::string_view table, std::vector<std::string> const& columns, std::vector<Params> const& rows);

    Impl& impl() noexcept { return *impl_; }

private:
    struct Types {
        ColumnType const* first;
        std::size_t count;
    };
    void run(std::string_view sql, Params const& params, Types types,
             std::function<void(std::vector<Value>&)> const& visit);
    std::unique_ptr<Impl> impl_;
};

// A write transaction (BEGIN IMMEDIATE on SQLite) with savepoints; rolls back unless committed. The only place that
// begins one.
class UnitOfWork {
public:
    explicit UnitOfWork(Session& session);
    ~UnitOfWork();
    UnitOfWork(UnitOfWork const&) = delete;
    UnitOfWork& operator=(UnitOfWork const&) = delete;

    void savepoint();  // at most one open
    // From here on there is no way back; the database is told with the next savepoint or the commit.
    void release_savepoint();
    void rollback_to_savepoint();  // and closes it; throws if the transaction is gone
    // False when an error ended the transaction behind our back: there is nothing left to commit or to go back to.
    bool stands();
    // Throws DbError; `disconnected` means the outcome is unknown.
    void commit();

private:
    Session& session_;
    bool open_ = true;
    bool savepoint_ = false;
    bool release_due_ = false;
};

// A read transaction: one snapshot for several queries.
class Snapshot {
public:
    explicit Snapshot(Session& session);
    ~Snapshot();
    Snapshot(Snapshot const&) = delete;
    Snapshot& operator=(Snapshot const&) = delete;

private:
    Session& session_;
};

}  // namespace anping::db
