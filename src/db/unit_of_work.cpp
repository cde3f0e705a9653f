// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include <anping/db/session.hpp>

#include "session_impl.hpp"

namespace anping::db {

namespace {

void begin(Session::Impl& impl, Mode mode) {
    // PostgreSQL would only warn.
    if (impl.driver().in_transaction()) throw std::logic_error("a transaction is open on this session already");
    impl.transact(impl.driver().begin(mode));
}

void roll_back(Session::Impl& impl) noexcept {
    try {
        if (impl.driver().in_transaction()) impl.transact("ROLLBACK");
    } catch (DbError const&) {
        return;  // the connection is gone, and the transaction with it
    }
}

}  // namespace

UnitOfWork::UnitOfWork(Session& session) : session_(session) { begin(session.impl(), Mode::write); }

UnitOfWork::~UnitOfWork() {
    if (open_) roll_back(session_.impl());
}

void UnitOfWork::savepoint() {
    if (savepoint_) throw std::logic_error("a savepoint is open already");
    auto& impl = session_.impl();
    if (!release_due_) impl.transact("SAVEPOINT command");
    else if (impl.driver().backend() == Backend::postgres)  // one message there and back
        impl.transact("RELEASE SAVEPOINT command; SAVEPOINT command");
    else {
        impl.transact("RELEASE SAVEPOINT command");
        impl.transact("SAVEPOINT command");
    }
    release_due_ = false;
    savepoint_ = true;
}

void UnitOfWork::release_savepoint() {
    savepoint_ = false;
    release_due_ = true;
}

void UnitOfWork::rollback_to_savepoint() {
    savepoint_ = false;
    session_.impl().transact("ROLLBACK TO SAVEPOINT command");
    session_.impl().transact("RELEASE SAVEPOINT command");
}

bool UnitOfWork::stands() {
    auto& driver = session_.impl().driver();
    return open_ && driver.in_transaction() && (savepoint_ || !driver.aborted());
}

void UnitOfWork::commit() {
    if (!open_) throw std::logic_error("the transaction is closed already");
    if (!session_.impl().driver().in_transaction()) {
        open_ = false;
        throw DbError(session_.impl().alive() ? Fault::other : Fault::disconnected, "the transaction is gone");
    }
    session_.impl().driver().commit();
    open_ = false;
}

Snapshot::Snapshot(Session& session) : session_(session) { begin(session.impl(), Mode::read); }

Snapshot::~Snapshot() { roll_back(session_.impl()); }

}  // namespace anping::db
