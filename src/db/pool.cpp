// SPDX-License-Identifier: Apache-2.0
#include <condition_variable>
#include <mutex>
#include <stdexcept>

#include <anping/db/pool.hpp>

#include "session_impl.hpp"

namespace anping::db {

Address parse_address(std::string const& text) {
    constexpr std::string_view kSqlite = "sqlite:";
    constexpr std::string_view kPostgres = "postgresql:";
    if (text.rfind(kSqlite, 0) == 0 && text.size() > kSqlite.size()) {
        auto path = text.substr(kSqlite.size());
        if (path.find('"') != std::string::npos || path == ":memory:")
            throw std::invalid_argument("a SQLite database is a file without '\"' in its path: " + path);
        return {Backend::sqlite, std::move(path)};
    }
    if (text.rfind(kPostgres, 0) == 0 && text.size() > kPostgres.size())
        return {Backend::postgres, text.substr(kPostgres.size())};
    throw std::invalid_argument("a database address begins with sqlite: or postgresql: and says where it is");
}

Session open(Address const& address, Mode mode) {
    auto driver =
        address.backend == Backend::sqlite ? open_sqlite(address.target, mode) : open_postgres(address.target, mode);
    return Session(std::make_unique<Session::Impl>(std::move(driver)));
}

struct Pool::State {
    Address address;
    std::size_t size;
    std::mutex mutex = {};
    std::condition_variable freed = {};
    std::size_t leased = 0;
    std::vector<std::unique_ptr<Session>> idle = {};

    // The session used last is the warmest; none if there is none that is still connected.
    std::unique_ptr<Session> take(std::chrono::milliseconds wait) {
        std::unique_lock lock(mutex);
        if (!freed.wait_for(lock, wait, [&] { return leased < size; }))
            throw DbError(Fault::busy, "no free database session in time");
        ++leased;
        std::unique_ptr<Session> session;
        if (!idle.empty()) {
            session = std::move(idle.back());
            idle.pop_back();
        }
        lock.unlock();
        if (session != nullptr && !session->impl().alive()) session.reset();
        return session;
    }

    void give_back(std::unique_ptr<Session> session) {
        // Whatever was left open must not meet the next one.
        if (session != nullptr && (session->impl().driver().in_transaction() || !session->impl().alive()))
            session.reset();
        {
            std::lock_guard const lock(mutex);
            --leased;
            if (session != nullptr) idle.push_back(std::move(session));
        }
        freed.notify_one();
    }
};

Pool::Pool(Address address, std::size_t size) : state_(new State{std::move(address), size}) {
    if (size == 0) throw std::invalid_argument("a pool of no sessions");
}
Pool::~Pool() = default;

Address const& Pool::address() const noexcept { return state_->address; }

Pool::Lease Pool::lease(std::chrono::milliseconds wait) {
    auto session = state_->take(wait);
    try {
        if (session == nullptr) session = std::make_unique<Session>(open(state_->address, Mode::read));
    } catch (...) {
        state_->give_back(nullptr);
        throw;
    }
    return {*this, std::move(session)};
}

Pool::Lease::Lease(Pool& pool, std::unique_ptr<Session> session) : pool_(&pool), session_(std::move(session)) {}
Pool::Lease::Lease(Lease&&) noexcept = default;
Pool::Lease::~Lease() {
    if (session_ != nullptr) pool_->state_->give_back(std::move(session_));
}

}  // namespace anping::db
