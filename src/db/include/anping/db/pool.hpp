// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include <anping/db/session.hpp>

namespace anping::db {

// "sqlite:/path/to/file" or "postgresql:host=... dbname=...".
struct Address {
    Backend backend = Backend::sqlite;
    std::string target;
};
Address parse_address(std::string const& text);  // throws std::invalid_argument

// A session of one's own. Readers on SQLite are query_only; writers have synchronous=FULL.
enum class Mode { read, write };
Session open(Address const& address, Mode mode);

// Reading sessions, as many as there are workers. Thread-safe.
class Pool {
public:
    Pool(Address address, std::size_t size);
    ~Pool();

    // Gives its session back at the end of the scope. A lost connection is replaced on the next lease.
    class Lease {
    public:
        Lease(Pool& pool, std::unique_ptr<Session> session);
        ~Lease();
        Lease(Lease&&) noexcept;
        Lease& operator=(Lease&&) = delete;
        Session& operator*() noexcept { return *session_; }
        Session* operator->() noexcept { return session_.get(); }

    private:
        Pool* pool_;
        std::unique_ptr<Session> session_;
    };
    // Throws DbError{busy} when none is free within the time.
    Lease lease(std::chrono::milliseconds wait = std::chrono::seconds(5));
    Address const& address() const noexcept;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace anping::db
