// SPDX-License-Identifier: Apache-2.0
// A kept statement is busy while it runs; the same text inside its own rows gets another. It is kept on, drained,
// unless it failed.
#include <algorithm>
#include <stdexcept>

#include "placeholders.hpp"
#include "session_impl.hpp"

namespace anping::db {

namespace {

constexpr std::size_t kMostKept = 400;

ColumnType type_of(Value const& value) noexcept {
    return value.integer() != nullptr ? ColumnType::integer : ColumnType::text;
}

// What SOCI reads from and writes to; its address must not change while bound.
struct Slot {
    ColumnType type = ColumnType::text;
    long long integer = 0;
    std::string text = {};
    soci::indicator state = soci::i_null;

    void set(Value const& value) {
        state = value.is_null() ? soci::i_null : soci::i_ok;
        if (auto const* number = value.integer()) integer = *number;
        if (auto const* words = value.text()) {
            // PostgreSQL would silently end the text there.
            if (words->find('\0') != std::string::npos) throw std::invalid_argument("NUL in a text for the database");
            text = *words;
        }
    }
    Value get() {
        if (state == soci::i_null) return nullptr;
        if (type == ColumnType::integer) return std::int64_t{integer};
        return std::move(text);
    }
};

}  // namespace

class Statement {
public:
    Statement(Driver& driver, std::string_view sql, Params const& params, ColumnType const* types, std::size_t count)
        : driver_(driver), placeholders_(find_placeholders(sql)), soci_(driver.connection()) {
        require_count(sql, params);
        if (driver.backend() == Backend::sqlite) {
            placeholders_.occurring.resize(placeholders_.names);
            for (std::size_t i = 0; i < placeholders_.names; ++i) placeholders_.occurring[i] = i;
        }
        for (auto const name : placeholders_.occurring) params_.push_back({type_of(params[name])});
        for (std::size_t i = 0; i < count; ++i) columns_.push_back({types[i]});
        for (auto& slot : columns_) {
            if (slot.type == ColumnType::integer) soci_.exchange(soci::into(slot.integer, slot.state));
            else soci_.exchange(soci::into(slot.text, slot.state));
        }
        for (auto& slot : params_) {
            if (slot.type == ColumnType::integer) soci_.exchange(soci::use(slot.integer, slot.state));
            else soci_.exchange(soci::use(slot.text, slot.state));
        }
        soci_.alloc();
        soci_.prepare(std::string(sql));
        soci_.define_and_bind();
    }

    // Whether these parameters and columns go through the variables bound once. NULL goes through any.
    bool fits(Params const& params, ColumnType const* types, std::size_t count) const {
        if (params.size() != placeholders_.names || count != columns_.size()) return false;
        for (std::size_t i = 0; i < params_.size(); ++i) {
            auto const& value = params[placeholders_.occurring[i]];
            if (!value.is_null() && type_of(value) != params_[i].type) return false;
        }
        return std::equal(columns_.begin(), columns_.end(), types,
                          [](Slot const& slot, ColumnType type) { return slot.type == type; });
    }

    void bind(Params const& params) {
        for (std::size_t i = 0; i < params_.size(); ++i) params_[i].set(params[placeholders_.occurring[i]]);
    }
    std::int64_t exec() {
        soci_.execute(true);
        return soci_.get_affected_rows();
    }
    void run(std::function<void(std::vector<Value>&)> const& visit) {
        soci_.execute(false);
        std::vector<Value> row;
        row.reserve(columns_.size());
        while (soci_.fetch()) {
            row.clear();
            for (auto& slot : columns_) row.push_back(slot.get());
            visit(row);
        }
    }
    void reset() noexcept { driver_.reset(soci_); }

    bool busy = false;

private:
    void require_count(std::string_view sql, Params const& params) const {
        if (params.size() == placeholders_.names) return;
        throw std::logic_error(std::to_string(params.size()) + " parameters for " +
                               std::to_string(placeholders_.names) + " names: " + std::string(sql));
    }

    Driver& driver_;
    Placeholders placeholders_;
    std::vector<Slot> params_;
    std::vector<Slot> columns_;
    soci::statement soci_;
};

// A statement while it runs.
class Session::Impl::Use {
public:
    Use(Impl& impl, std::string_view sql, Params const& params, ColumnType const* types, std::size_t count)
        : impl_(impl), sql_(sql), statement_(impl.kept(sql, params, types, count)) {
        if (statement_ == nullptr) {
            own_ = std::make_unique<Statement>(*impl.driver_, sql, params, types, count);
            statement_ = own_.get();
        }
        statement_->busy = true;
    }
    Use(Use const&) = delete;
    Use& operator=(Use const&) = delete;
    ~Use() {
        statement_->reset();
        statement_->busy = false;
        if (good_ && own_) impl_.keep(sql_, std::move(own_));
        else if (!good_) impl_.retire(sql_, std::move(own_));
    }
    Statement* operator->() noexcept { return statement_; }
    void spoil() noexcept { good_ = false; }

private:
    Impl& impl_;
    std::string_view sql_;
    std::unique_ptr<Statement> own_;  // when it is not one of the kept
    Statement* statement_;
    bool good_ = true;
};

Session::Impl::Impl(std::unique_ptr<Driver> driver) : driver_(std::move(driver)) {}
Session::Impl::~Impl() = default;

Statement* Session::Impl::kept(std::string_view sql, Params const& params, ColumnType const* types, std::size_t count) {
    if (!retired_.empty() && !driver_->aborted()) retired_.clear();
    auto const known = kept_.find(sql);
    if (known == kept_.end() || known->second->busy) return nullptr;
    if (known->second->fits(params, types, count)) return known->second.get();
    retired_.push_back(std::move(known->second));
    kept_.erase(known);
    return nullptr;
}

void Session::Impl::keep(std::string_view sql, std::unique_ptr<Statement> statement) {
    if (kept_.size() >= kMostKept) std::erase_if(kept_, [](auto const& one) { return !one.second->busy; });
    kept_.emplace(sql, std::move(statement));
}

void Session::Impl::retire(std::string_view sql, std::unique_ptr<Statement> own) {
    if (auto const known = kept_.find(sql); !own && known != kept_.end()) {
        own = std::move(known->second);
        kept_.erase(known);
    }
    retired_.push_back(std::move(own));
}

DbError Session::Impl::failed(std::string_view sql, soci::soci_error const& error) {
    auto const plain = driver_->translate(error);
    if (plain.fault() == Fault::disconnected) lost_ = true;
    return {plain.fault(), std::string(plain.what()) + " in: " + std::string(sql.substr(0, 300))};
}

std::int64_t Session::Impl::exec(std::string_view sql, Params const& params) {
    try {
        Use statement(*this, sql, params, nullptr, 0);
        try {
            statement->bind(params);
            return statement->exec();
        } catch (soci::soci_error const&) {
            statement.spoil();
            throw;
        }
    } catch (soci::soci_error const& error) { throw failed(sql, error); }
}

void Session::Impl::run(std::string_view sql, Params const& params, ColumnType const* types, std::size_t count,
                        std::function<void(std::vector<Value>&)> const& visit) {
    try {
        Use statement(*this, sql, params, types, count);
        try {
            statement->bind(params);
            statement->run(visit);
        } catch (soci::soci_error const&) {
            statement.spoil();
            throw;
        }
    } catch (soci::soci_error const& error) { throw failed(sql, error); }
}

}  // namespace anping::db
