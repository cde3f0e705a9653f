// SPDX-License-Identifier: Apache-2.0
#include <poll.h>
#include <soci/postgresql/soci-postgresql.h>

#include <stdexcept>

#include "driver.hpp"

namespace anping::db {

namespace {

Fault fault_of(std::string_view state) noexcept {
    auto const is = [&](std::string_view prefix) { return state.substr(0, prefix.size()) == prefix; };
    if (is("23")) return Fault::constraint;
    if (is("08") || is("57P0") || is("40003")) return Fault::disconnected;
    if (is("40001") || is("40P01") || is("55P03") || is("57014") || is("53300")) return Fault::busy;
    if (is("25006")) return Fault::read_only;
    if (is("53100")) return Fault::full;
    if (is("58") || is("XX001") || is("XX002")) return Fault::io;
    return Fault::other;
}

struct Cleared {
    void operator()(PGresult* result) const noexcept { PQclear(result); }
};
using OwnedResult = std::unique_ptr<PGresult, Cleared>;

std::string trimmed(std::string text) {
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

void append_element(std::string& array, Value const& value) {
    if (value.is_null()) {
        array += "NULL";
    } else if (auto const* integer = value.integer()) {
        array += std::to_string(*integer);
    } else {
        array += '"';
        for (char const c : *value.text()) {
            if (c == '"' || c == '\\') array += '\\';
            array += c;
        }
        array += '"';
    }
}

// The columns as arrays for unnest; one that is NULL throughout is no array but the word NULL, which takes its type
// from the table.
struct Arrays {
    std::string selected;  // "u.c0, NULL, u.c2"
    std::string unnested;  // "$1::bigint[], $2::text[]"
    std::string named;     // "c0, c2"
    std::vector<std::string> values;

    Arrays(std::size_t columns, std::vector<Params> const& rows) {
        for (std::size_t column = 0; column < columns; ++column) add(column, rows);
    }

private:
    void add(std::size_t column, std::vector<Params> const& rows) {
        char const* type = nullptr;
        std::string array = "{";
        for (auto const& row : rows) {
            auto const& value = row[column];
            if (array.size() > 1) array += ',';
            append_element(array, value);
            if (value.is_null()) continue;
            auto const* const its = value.integer() != nullptr ? "bigint[]" : "text[]";
            if (type == nullptr) type = its;
            if (type != its) throw std::logic_error("bulk insert: a column mixes integers and text");
        }
        if (!selected.empty()) selected += ", ";
        if (type == nullptr) {
            selected += "NULL";
            return;
        }
        auto const name = "c" + std::to_string(column);
        selected += "u." + name;
        values.push_back(array + "}");
        auto const* const comma = unnested.empty() ? "" : ", ";
        unnested += comma + ("$" + std::to_string(values.size())) + "::" + type;
        named += comma + name;
    }
};

class PostgresDriver final : public Driver {
public:
    PostgresDriver(std::string const& conninfo, Mode mode) {
        bool const uri = conninfo.rfind("//", 0) == 0;
        // What is set later wins, so the operator's own words do.
        auto const target = uri ? "postgresql:" + conninfo
                                : "connect_timeout=5 application_name=anping client_encoding=UTF8 " + conninfo;
        try {
            session_.open(soci::postgresql, target);
        } catch (soci::soci_error const& error) {
            throw DbError(Fault::disconnected, trimmed(error.get_error_message()));
        }
        PQsetNoticeProcessor(handle(), [](void*, char const*) {}, nullptr);
        PQsetErrorVerbosity(handle(), PQERRORS_TERSE);  // details quote values
        control("SET TIME ZONE 'UTC'; SET client_min_messages = warning; SET client_encoding = 'UTF8'");
        if (mode == Mode::read) control("SET default_transaction_read_only = on");
        else
            control(
                "SELECT set_config('synchronous_commit', 'on', false) "
                "WHERE current_setting('synchronous_commit') = 'off'");
    }

    Backend backend() const noexcept override { return Backend::postgres; }
    soci::session& connection() noexcept override { return session_; }

    void control(std::string const& sql) override { expect(OwnedResult(PQexec(handle(), sql.c_str()))); }
    char const* begin(Mode mode) const noexcept override {
        return mode == Mode::write ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
    }
    void commit() override {
        OwnedResult const result(PQexec(handle(), "COMMIT"));
        expect(result);
        // An aborted transaction is committed without any error: by rolling it back.
        if (std::string_view(PQcmdStatus(result.get())) != "COMMIT")
            throw DbError(Fault::other, "the transaction had failed and was rolled back");
    }
    bool in_transaction() noexcept override {
        auto const status = PQtransactionStatus(handle());
        return status == PQTRANS_INTRANS || status == PQTRANS_INERROR || status == PQTRANS_ACTIVE;
    }
    bool aborted() noexcept override { return PQtransactionStatus(handle()) == PQTRANS_INERROR; }

    // The server has nothing to say on an idle connection except that it is closing it.
    bool alive() noexcept override {
        for (int read = 0; read < 3 && PQstatus(handle()) == CONNECTION_OK; ++read) {
            pollfd waiting{PQsocket(handle()), POLLIN, 0};
            if (poll(&waiting, 1, 0) == 0) return true;
            if (PQconsumeInput(handle()) == 0) return false;
        }
        return PQstatus(handle()) == CONNECTION_OK;
    }

    void reset(soci::statement&) noexcept override {}  // its rows are all here already

    DbError translate(soci::soci_error const& error) noexcept override {
        auto const* const known = dynamic_cast<soci::postgresql_soci_error const*>(&error);
        return describe(known != nullptr ? known->sqlstate() : "", error.get_error_message());
    }

    bool insert_arrays(std::string const& table, std::vector<std::string> const& columns,
                       std::vector<Params> const& rows) override {
        Arrays const arrays(columns.size(), rows);
        if (arrays.values.empty()) return false;
        std::string sql = "INSERT INTO " + table + " (";
        for (std::size_t i = 0; i < columns.size(); ++i) sql += (i == 0 ? "" : ", ") + columns[i];
        sql += ") SELECT " + arrays.selected + " FROM unnest(" + arrays.unnested + ") AS u(" + arrays.named + ")";
        std::vector<char const*> values;
        values.reserve(arrays.values.size());
        for (auto const& value : arrays.values) values.push_back(value.c_str());
        expect(OwnedResult(PQexecParams(handle(), sql.c_str(), static_cast<int>(values.size()), nullptr, values.data(),
                                        nullptr, nullptr, 0)));
        return true;
    }

private:
    PGconn* handle() noexcept { return static_cast<soci::postgresql_session_backend*>(session_.get_backend())->conn_; }

    void expect(OwnedResult const& result) {
        auto const status = PQresultStatus(result.get());
        if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return;
        char const* const state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
        throw describe(state != nullptr ? state : "", PQerrorMessage(handle()));
    }
    DbError describe(std::string const& state, std::string text) {
        bool const lost = PQstatus(handle()) != CONNECTION_OK;
        return {lost ? Fault::disconnected : fault_of(state), trimmed(std::move(text)) + " [" + state + "]"};
    }

    soci::session session_;
};

}  // namespace

std::unique_ptr<Driver> open_postgres(std::string const& conninfo, Mode mode) {
    return std::make_unique<PostgresDriver>(conninfo, mode);
}

}  // namespace anping::db
