// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include <anping/db/session.hpp>

#include "session_impl.hpp"

namespace anping::db {

namespace {

std::string insert_statement(std::string_view table, std::vector<std::string> const& columns) {
    std::string names;
    std::string values;
    for (auto const& column : columns) {
        auto const* const comma = names.empty() ? "" : ", ";
        names += comma + column;
        values += comma + (":" + column);
    }
    return "INSERT INTO " + std::string(table) + " (" + names + ") VALUES (" + values + ")";
}

// More at once only costs memory.
constexpr std::size_t kRowsAtOnce = 2000;

}  // namespace

void throw_unexpected_null() { throw std::logic_error("NULL in a column read as never NULL"); }

Session::Session(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Session::~Session() = default;
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

Backend Session::backend() const noexcept { return impl_->driver().backend(); }

std::int64_t Session::exec(std::string_view sql, Params const& params) { return impl_->exec(sql, params); }

void Session::script(std::string_view sql) { impl_->control(std::string(sql)); }
void Session::drop_table(std::string const& name) { impl_->drop_table(name); }

void Session::run(std::string_view sql, Params const& params, Types types,
                  std::function<void(std::vector<Value>&)> const& visit) {
    impl_->run(sql, params, types.first, types.count, visit);
}

void Session::bulk_insert(std::string_view table, std::vector<std::string> const& columns,
                          std::vector<Params> const& rows) {
    for (auto const& row : rows) {
        if (row.size() != columns.size()) throw std::logic_error("bulk insert: a row has not one value per column");
        for (auto const& value : row)
            if (auto const* text = value.text(); text != nullptr && text->find('\0') != std::string::npos)
                throw std::invalid_argument("NUL in a text for the database");
    }
    auto const one_by_one = insert_statement(table, columns);
    for (std::size_t first = 0; first < rows.size(); first += kRowsAtOnce) {
        auto const begin = rows.begin() + static_cast<std::ptrdiff_t>(first);
        auto const end = rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows.size(), first + kRowsAtOnce));
        if (backend() == Backend::postgres &&
            impl_->driver().insert_arrays(std::string(table), columns, std::vector<Params>(begin, end)))
            continue;
        for (auto row = begin; row != end; ++row) exec(one_by_one, *row);
    }
}

}  // namespace anping::db
