// SPDX-License-Identifier: Apache-2.0
#include <anping/access/sessions.hpp>

#include <algorithm>
#include <mutex>
#include <unordered_map>

#include <anping/access/events.hpp>
#include <anping/base/log.hpp>
#include <anping/crypto/digest.hpp>

#include "errors.hpp"
#include "proof.hpp"

namespace anping::access {
namespace {

constexpr std::int64_t kSecond = 1'000'000;
// How long what was read of a session is believed: another process may have ended it.
constexpr std::int64_t kFreshMicros = kSecond;
constexpr std::size_t kMostCached = 20'000;

std::string id_of(std::string_view token) {
    return crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sm3, token));
}

bool older(Timestamp at, Timestamp now, std::int64_t seconds) { return now.micros - at.micros >= seconds * kSecond; }

bool over(Session const& session, Timestamp now) {
    return older(session.seen, now, kIdleSeconds) || older(session.opened, now, kAbsoluteSeconds);
}

}  // namespace

Timestamp Session::ends() const noexcept {
    return {std::min(seen.micros + kIdleSeconds * kSecond, opened.micros + kAbsoluteSeconds * kSecond)};
}

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
    void keep(Session const& session, Timestamp written_seen);
    void touch(std::string const& id, Timestamp seen);
    void forget_account(std::string const& account);
    std::string login_of(db::Session& session, std::string const& account) const {
        auto const row = store::account_of(session, account);
        return row ? personal.get(session, row->login_ref).value_or("") : std::string();
    }
    // Proves, settles, and if it held lets `then` do what it was for.
    Result<ledger::Written> with_proof(ledger::Actor const& by, Proof const& proof,
                                       std::function<Result<void>(ledger::Transaction&, std::vector<ledger::Event>&)> then);
    OpenedSession opened(Session session, std::string token);
};

namespace {

store::SessionRow row_of(Session const& session) {
    return {session.id, session.who.account.text, session.opened, session.seen, session.authenticated};
}

// Rows of sessions long over are swept out when somebody signs in.
void sweep(ledger::Transaction& tx) {
    auto const now = tx.now().micros;
    store::end_sessions_before(tx.session(), {now - kAbsoluteSeconds * kSecond}, {now - 2 * kIdleSeconds * kSecond});
}

}  // namespace

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

void Sessions::State::keep(Session const& session, Timestamp written_seen) {
    std::lock_guard guard(mutex);
    if (cache.size() >= kMostCached) cache.clear();
    cache[session.id] = {session, clock.now(), written_seen};
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
    session.who.recently_authenticated = true;
    keep(session, session.seen);
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

Sessions::Sessions(db::Pool& pool, ledger::Writer& writer, ledger::Personal const& personal,
                   Secrets const& secrets, Clock const& clock)
    : state_(new State{pool, writer, personal, secrets, clock, {}, {}}) {}

Sessions::~Sessions() = default;

Result<OpenedSession> Sessions::sign_in(Credentials const& given, std::string_view old_token) {
    auto const login_key = state_->secrets.login_key(given.login);
    auto const claimed = [&] {
        auto lease = state_->pool.lease();
        return claim_login(*lease, login_key);
    }();
    auto const proof = prove(state_->secrets, claimed, given.password, given.code, state_->clock.now());
    if (!proof) return unexpected<Error>(proof.error());

    auto token = crypto::random_token();
    auto const id = id_of(token);
    auto const old_id = old_token.empty() ? std::string() : id_of(old_token);
    // Who failed has not shown to be the account: such an entry is nobody's act.
    ledger::Actor const nobody{"", "anonymous", "", ""};
    auto written = state_->with_proof(nobody, *proof, [&](ledger::Transaction& tx, auto&) -> Result<void> {
        store::save(tx.session(), store::SessionRow{id, *proof->account, tx.now(), tx.now(), tx.now()});
        if (!old_id.empty()) store::end_session(tx.session(), old_id);
        sweep(tx);
        return {};
    });
    if (!written) return unexpected<Error>(written.error());
    if (!old_id.empty()) {
        std::lock_guard guard(state_->mutex);
        state_->cache.erase(old_id);
    }
    auto session = state_->load(id);
    if (!session) return errors::bad_credentials();
    return state_->opened(std::move(*session), std::move(token));
}

std::optional<Session> Sessions::find(std::string_view token) {
    if (token.size() != 43) return std::nullopt;  // 32 bytes in base64url
    auto const id = id_of(token);
    auto const now = state_->clock.now();
    std::optional<State::Cached> cached;
    {
        std::lock_guard guard(state_->mutex);
        if (auto const found = state_->cache.find(id); found != state_->cache.end()) cached = found->second;
    }
    if (!cached || now.micros - cached->read_at.micros >= kFreshMicros) {
        auto session = state_->load(id);
        if (!session) {
            std::lock_guard guard(state_->mutex);
            state_->cache.erase(id);
            return std::nullopt;
        }
        auto const written = session->seen;
        if (cached) session->seen = std::max(session->seen, cached->session.seen);
        cached = State::Cached{std::move(*session), now, std::max(written, cached ? cached->written_seen : written)};
    }
    if (over(cached->session, now)) return std::nullopt;
    bool const due = older(cached->written_seen, now, kTouchSeconds);
    cached->session.seen = now;
    if (due) {
        state_->touch(id, now);
        cached->written_seen = now;
    }
    {
        std::lock_guard guard(state_->mutex);
        if (state_->cache.size() >= kMostCached) state_->cache.clear();
        state_->cache[id] = *cached;
    }
    auto session = std::move(cached->session);
    session.who.recently_authenticated = !older(session.authenticated, now, kRecentSeconds);
    return session;
}

Result<OpenedSession> Sessions::reauthenticate(Session const& session, std::string const& password,
                                               std::string const& code) {
    auto const claimed = [&] {
        auto lease = state_->pool.lease();
        return claim_account(*lease, session.who.account.text);
    }();
    auto const proof = prove(state_->secrets, claimed, password, code, state_->clock.now());
    if (!proof) return unexpected<Error>(proof.error());
    auto token = crypto::random_token();
    auto renewed = session;
    renewed.id = id_of(token);
    auto written = state_->with_proof({"", "anonymous", "", ""}, *proof, [&](ledger::Transaction& tx, auto&) -> Result<void> {
        if (!store::session_of(tx.session(), session.id)) return errors::not_signed_in();
        store::end_session(tx.session(), session.id);
        renewed.seen = renewed.authenticated = tx.now();
        store::save(tx.session(), row_of(renewed));
        return {};
    });
    if (!written) return unexpected<Error>(written.error());
    {
        std::lock_guard guard(state_->mutex);
        state_->cache.erase(session.id);
    }
    renewed.csrf_token = state_->secrets.csrf_token(renewed.id);
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
    if (everywhere) {
        state_->forget_account(account);
    } else {
        std::lock_guard guard(state_->mutex);
        state_->cache.erase(session.id);
    }
    return {};
}

void Sessions::forget(AccountId const& account) { state_->forget_account(account.text); }

Result<std::pair<ledger::Written, OpenedSession>> Sessions::change_password(Session const& session,
                                                                            ledger::Actor const& by,
                                                                            std::string const& current,
                                                                            std::string const& wanted) {
    auto const& account = session.who.account.text;
    std::string login;
    auto const claimed = [&] {
        auto lease = state_->pool.lease();
        login = state_->login_of(*lease, account);
        return claim_account(*lease, account);
    }();
    if (auto fit = check_password_rule(wanted, login, "/wanted"); !fit) return unexpected<Error>(fit.error());
    if (wanted == current) return errors::field("/wanted", "same", "新密码不能与原密码相同。");
    auto proof = prove(state_->secrets, {claimed.login_key, claimed.known, claimed.attempt}, current, "",
                       state_->clock.now());
    // The session itself has shown the second factor; here the password is what is asked for.
    if (!proof && proof.error().key == "access.code_needed")
        proof = Proof{claimed.login_key, account, true, std::nullopt};
    if (!proof) return unexpected<Error>(proof.error());
    auto encoded = state_->secrets.hash(wanted);
    if (!encoded) return unexpected<Error>(encoded.error());

    auto token = crypto::random_token();
    auto renewed = session;
    renewed.id = id_of(token);
    auto written = state_->with_proof(by, *proof, [&](ledger::Transaction& tx, auto& events) -> Result<void> {
        auto known = store::credential_of(tx.session(), account);
        if (!known) return errors::not_signed_in();
        known->password = *encoded;
        known->must_change = false;
        store::save(tx.session(), *known);
        store::end_sessions(tx.session(), account);
        renewed.seen = renewed.authenticated = tx.now();
        store::save(tx.session(), row_of(renewed));
        events.push_back(ledger::event(account, PasswordChanged{true}));
        return {};
    });
    if (!written) return unexpected<Error>(written.error());
    state_->forget_account(account);
    renewed.must_change_password = false;
    renewed.csrf_token = state_->secrets.csrf_token(renewed.id);
    return std::pair(std::move(*written), state_->opened(std::move(renewed), std::move(token)));
}

Result<TotpSeed> Sessions::offer_totp(Session const& session) {
    auto const account = session.who.account.text;
    auto const secret = crypto::random_bytes(20);
    auto const sealed = state_->secrets.seal_totp(account, secret);
    ledger::Change change;
    change.decide = [&](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto known = store::credential_of(tx.session(), account);
        if (!known) return errors::not_signed_in();
        if (!known->totp.empty()) return errors::totp_state(true);
        known->totp_pending = sealed;
        store::save(tx.session(), *known);
        return ledger::Decided{};
    };
    auto written = state_->writer.apply(std::move(change));
    if (!written) return unexpected<Error>(written.error());
    auto const base32 = crypto::to_base32(secret);
    auto lease = state_->pool.lease();
    auto const login = state_->login_of(*lease, account);
    return TotpSeed{base32, "otpauth://totp/Anping:" + login + "?secret=" + base32 + "&issuer=Anping"};
}

Result<ledger::Written> Sessions::enable_totp(Session const& session, ledger::Actor const& by,
                                              std::string const& code) {
    auto const account = session.who.account.text;
    ledger::Change change;
    change.actor = by;
    change.decide = [&](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto known = store::credential_of(tx.session(), account);
        if (!known || known->totp_pending.empty()) return errors::totp_state(false);
        auto const secret = state_->secrets.unseal_totp(account, known->totp_pending);
        auto const step = secret ? crypto::check_totp(*secret, code, tx.now()) : std::nullopt;
        if (!step) return errors::field("/code", "totp", "动态口令不正确，请核对手机时间。");
        known->totp = std::exchange(known->totp_pending, "");
        known->totp_step = *step;
        store::save(tx.session(), *known);
        return ledger::Decided{{ledger::event(account, TotpChanged{true})}, json::object{{"enabled", true}}};
    };
    auto written = state_->writer.apply(std::move(change));
    state_->forget_account(account);
    return written;
}

Result<ledger::Written> Sessions::disable_totp(Session const& session, ledger::Actor const& by) {
    auto const account = session.who.account.text;
    ledger::Change change;
    change.actor = by;
    change.decide = [&](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto known = store::credential_of(tx.session(), account);
        if (!known || known->totp.empty()) return errors::totp_state(false);
        known->totp.clear();
        store::save(tx.session(), *known);
        return ledger::Decided{{ledger::event(account, TotpChanged{false})}, json::object{{"enabled", false}}};
    };
    auto written = state_->writer.apply(std::move(change));
    state_->forget_account(account);
    return written;
}

}  // namespace anping::access
