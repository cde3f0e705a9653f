// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <anping/db/session.hpp>

#include "driver.hpp"

namespace anping::db {

class Statement;

// A connection and the statements prepared on it.
class Session::Impl {
public:
    explicit Impl(std::unique_ptr<Driver> driver);
    ~Impl();

    Driver& driver() noexcept { return *driver_; }
    std::int64_t exec(std::string_view sql, Params const& params);
    void run(std::string_view sql, Params const& params, ColumnType const* types, std::size_t count,
             std::function<void(std::vector<Value>&)> const& visit);
    // For statements that are not worth keeping: transactions and schema.
    void control(std::string const& sql) { driver_->control(sql); }
    void drop_table(std::string const& name) { driver_->drop_table(name); }
    void transact(char const* words) { driver_->transact(words); }
    bool alive() noexcept { return !lost_ && driver_->alive(); }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };
    class Use;

    // Nothing when there is none that is free and takes these parameters.
    Statement* kept(std::string_view sql, Params const& params, ColumnType const* types, std::size_t count);
    void keep(std::string_view sql, std::unique_ptr<Statement> statement);
    void retire(std::string_view sql, std::unique_ptr<Statement> own);
    DbError failed(std::string_view sql, soci::soci_error const& error);

    std::unique_ptr<Driver> driver_;
    std::unordered_map<std::string, std::unique_ptr<Statement>, Hash, std::equal_to<>> kept_;
    // Statements that failed: PostgreSQL frees them only outside an aborted transaction.
    std::vector<std::unique_ptr<Statement>> retired_;
    bool lost_ = false;
};

}  // namespace anping::db
