// SPDX-License-Identifier: Apache-2.0
#include <anping/access/sessions.hpp>

#include <algorithm>

#include <anping/crypto/digest.hpp>

#include "errors.hpp"
#include "sessions_state.hpp"

namespace anping::access {
namespace {

constexpr std::int64_t kSecond = 1'000'000;
// How long what was read of a session is believed: another process may have ended it.
constexpr std::int64_t kFreshMicros = kSecond;
constexpr std::size_t kMostCached = 20'000;

bool older(Timestamp at, Timestamp now, std::int64_t seconds) { return now.micros - at.micros >= seconds * kSecond; }

bool over(Session const& session, Timestamp now) {
    return older(session.seen, now, kIdleSeconds) || older(session.opened, now, kAbsoluteSeconds);
}

// Rows of sessions long over are swept out when somebody signs in.
void sweep(ledger::Transaction& tx) {
    auto const now = tx.now().micros;
    store::end_sessions_before(tx.session(), {now - kAbsoluteSeconds * kSecond}, {now - 2 * kIdleSeconds * kSecond});
}

}  // namespace

std::string session_id(std::string_view token) {
    return crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sm3, token));
}

store::SessionRow row_of(Session const& session) {
    return {session.id, session.who.account.text, session.opened, session.seen, session.authenticated};
}

Timestamp Session::ends() const noexcept {
    return {std::min(seen.micros + kIdleSeconds * kSecond, opened.micros + kAbsoluteSeconds * kSecond)};
}

std::optional<Session> Sessions::State::load(std::string const& id) {
    auto lease = pool.lease();
    auto const row = store::session_of(*lease, id);
    if (!row) return std::nullopt;
    auto account = store::account_of(*lease, row->account);
    auto const credential = store::credential_of(*lease, row->account);
    if (!account || account->disabled || !credential) return std::nullopt;
    Session session;
    session.who = std::move(account->who);
    session.who.display_name = personal.get(*lease, account->name_ref).value_or("");
    session.id = id;
    session.csrf_token = secrets.csrf_token(id);
    session.opened = row->opened;
    session.seen = row->seen;
    session.authenticated = row->authenticated;
    session.must_change_password = credential->must_change;
    session.totp = account->totp;
    return session;
}

void Sessions::State::keep(Cached const& known) {
    std::lock_guard guard(mutex);
    if (cache.size() >= kMostCached) cache.clear();
    cache[known.session.id] = known;
}

// From memory while that is believed, else read again; the last use in memory is never older than the one written.
std::optional<Sessions::State::Cached> Sessions::State::fresh(std::string const& id, Timestamp now) {
    std::optional<Cached> known;
    {
        std::lock_guard guard(mutex);
        if (auto const found = cache.find(id); found != cache.end()) known = found->second;
    }
    if (known && now.micros - known->read_at.micros < kFreshMicros) return known;
    auto session = load(id);
    if (!session) {
        forget_session(id);
        return std::nullopt;
    }
    auto const written_seen = session->seen;
    Cached read{std::move(*session), now, written_seen};
    if (known) {
        read.session.seen = std::max(read.session.seen, known->session.seen);
        read.written_seen = std::max(read.written_seen, known->written_seen);
    }
    return read;
}

// Nobody waits for it; if it cannot be written the session merely ends sooner after a restart.
void Sessions::State::touch(std::string const& id, Timestamp seen) {
    ledger::Change change;
    change.decide = [id, seen](ledger::Transaction& tx) -> Result<ledger::Decided> {
        if (auto row = store::session_of(tx.session(), id); row && row->seen < seen) {
            row->seen = seen;
            store::save(tx.session(), *row);
        }
        return ledger::Decided{};
    };
    static_cast<void>(writer.submit(std::move(change)));
}

void Sessions::State::forget_account(std::string const& account) {
    std::lock_guard guard(mutex);
    std::erase_if(cache, [&](auto const& entry) { return entry.second.session.who.account.text == account; });
}

OpenedSession Sessions::State::opened(Session session, std::string token) {
    session.csrf_token = secrets.csrf_token(session.id);
    keep({session, clock.now(), session.seen});
    session.who.recently_authenticated = true;
    return {std::move(token), std::move(session)};
}

Result<ledger::Written> Sessions::State::with_proof(
    ledger::Actor const& by, Proof const& proof,
    std::function<Result<void>(ledger::Transaction&, std::vector<ledger::Event>&)> then) {
    ledger::Change change;
    change.actor = by;
    change.decide = [&proof, &then](ledger::Transaction& tx) -> Result<ledger::Decided> {
        ledger::Decided decided;
        auto const held = settle(tx, proof, decided.events);
        if (!held) return unexpected<Error>(held.error());
        decided.answer = *held;
        if (*held)
            if (auto done = then(tx, decided.events); !done) return unexpected<Error>(done.error());
        return decided;
    };
    auto written = writer.apply(std::move(change));
    if (written && !written->answer.as_bool()) return errors::bad_credentials();
    return written;
}

Sessions::Sessions(db::Pool& pool, ledger::Writer& writer, ledger::Personal const& personal, Secrets const& secrets,
                   Clock const& clock)
    : state_(new State{pool, writer, personal, secrets, clock, {}, {}}) {}

Sessions::~Sessions() = default;

Result<OpenedSession> Sessions::sign_in(Credentials const& given, std::string_view old_token) {
    auto const claimed = [&] {  // no database session waits for a hash
        auto lease = state_->pool.lease();
        return claim_login(*lease, state_->secrets.login_key(given.login));
    }();
    auto const proof = prove(state_->secrets, claimed, given.password, given.code, state_->clock.now());
    if (!proof) return unexpected<Error>(proof.error());

    auto token = crypto::random_token();
    auto const id = session_id(token);
    auto const old_id = old_token.empty() ? std::string() : session_id(old_token);
    // Who failed has not shown to be the account: such an entry is nobody's act.
    ledger::Actor const nobody{"", "anonymous", "", ""};
    auto written = state_->with_proof(nobody, *proof, [&](ledger::Transaction& tx, auto&) -> Result<void> {
        store::save(tx.session(), store::SessionRow{id, *proof->account, tx.now(), tx.now(), tx.now()});
        if (!old_id.empty()) store::end_session(tx.session(), old_id);
        sweep(tx);
        return {};
    });
    if (!written) return unexpected<Error>(written.error());
    state_->forget_session(old_id);
    auto session = state_->load(id);
    if (!session) return errors::bad_credentials();
    return state_->opened(std::move(*session), std::move(token));
}

std::optional<Session> Sessions::find(std::string_view token) {
    if (token.size() != 43) return std::nullopt;  // 32 bytes in base64url
    auto const id = session_id(token);
    auto const now = state_->clock.now();
    auto known = state_->fresh(id, now);
    if (!known || over(known->session, now)) return std::nullopt;
    known->session.seen = now;
    if (older(known->written_seen, now, kTouchSeconds)) {
        state_->touch(id, now);
        known->written_seen = now;
    }
    state_->keep(*known);
    auto session = std::move(known->session);
    session.who.recently_authenticated = !older(session.authenticated, now, kRecentSeconds);
    return session;
}

Result<OpenedSession> Sessions::reauthenticate(Session const& session, std::string const& password,
                                               std::string const& code) {
    auto const proof =
        prove(state_->secrets, state_->claim(session.who.account.text), password, code, state_->clock.now());
    if (!proof) return unexpected<Error>(proof.error());
    auto token = crypto::random_token();
    auto renewed = session;
    renewed.id = session_id(token);
    auto written =
        state_->with_proof({"", "anonymous", "", ""}, *proof, [&](ledger::Transaction& tx, auto&) -> Result<void> {
            if (!store::session_of(tx.session(), session.id)) return errors::not_signed_in();
            store::end_session(tx.session(), session.id);
            renewed.seen = renewed.authenticated = tx.now();
            store::save(tx.session(), row_of(renewed));
            return {};
        });
    if (!written) return unexpected<Error>(written.error());
    state_->forget_session(session.id);
    return state_->opened(std::move(renewed), std::move(token));
}

Result<void> Sessions::sign_out(Session const& session, bool everywhere) {
    auto const account = session.who.account.text;
    ledger::Change change;
    change.decide = [&session, &account, everywhere](ledger::Transaction& tx) -> Result<ledger::Decided> {
        if (everywhere) store::end_sessions(tx.session(), account);
        else store::end_session(tx.session(), session.id);
        return ledger::Decided{};
    };
    auto written = state_->writer.apply(std::move(change));
    if (!written) return unexpected<Error>(written.error());
    if (everywhere) state_->forget_account(account);
    else state_->forget_session(session.id);
    return {};
}

void Sessions::forget(AccountId const& account) { state_->forget_account(account.text); }

}  // namespace anping::access
