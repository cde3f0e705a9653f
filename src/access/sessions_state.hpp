// SPDX-License-Identifier: Apache-2.0
// What Sessions keeps in memory, and the steps its acts share.
#pragma once

#include <functional>
#include <mutex>
#include <unordered_map>

#include <anping/access/sessions.hpp>

#include "proof.hpp"

namespace anping::access {

std::string session_id(std::string_view token);
store::SessionRow row_of(Session const& session);

struct Sessions::State {
    struct Cached {
        Session session;
        Timestamp read_at;
        Timestamp written_seen;
    };

    db::Pool& pool;
    ledger::Writer& writer;
    ledger::Personal const& personal;
    Secrets const& secrets;
    Clock const& clock;
    std::mutex mutex;
    std::unordered_map<std::string, Cached> cache;

    std::optional<Session> load(std::string const& id);
    std::optional<Cached> fresh(std::string const& id, Timestamp now);
    void keep(Cached const& known);
    void touch(std::string const& id, Timestamp seen);
    void forget_account(std::string const& account);
    std::string login_of(std::string const& account) const {
        auto lease = pool.lease();
        auto const row = store::account_of(*lease, account);
        return row ? personal.get(*lease, row->login_ref).value_or("") : std::string();
    }
    // Proves, settles, and if it held lets `then` do what it was for.
    Result<ledger::Written> with_proof(
        ledger::Actor const& by, Proof const& proof,
        std::function<Result<void>(ledger::Transaction&, std::vector<ledger::Event>&)> then);
    OpenedSession opened(Session session, std::string token);
    Claimed claim(std::string const& account) {
        auto lease = pool.lease();
        return claim_account(*lease, account);
    }
    void forget_session(std::string const& id) {
        std::lock_guard guard(mutex);
        cache.erase(id);
    }
};

}  // namespace anping::access
