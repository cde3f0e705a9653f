// SPDX-License-Identifier: Apache-2.0
// What people change about how they sign in: their password, their second factor.
#include <utility>

#include <anping/access/events.hpp>
#include <anping/access/sessions.hpp>
#include <anping/crypto/digest.hpp>

#include "errors.hpp"
#include "sessions_state.hpp"

namespace anping::access {

Result<std::pair<ledger::Written, OpenedSession>> Sessions::change_password(Session const& session,
                                                                            ledger::Actor const& by,
                                                                            std::string const& current,
                                                                            std::string const& wanted) {
    auto const& account = session.who.account.text;
    if (auto fit = check_password_rule(wanted, state_->login_of(account), "/wanted"); !fit)
        return unexpected<Error>(fit.error());
    if (wanted == current) return errors::field("/wanted", "same", "新密码不能与原密码相同。");
    auto claimed = state_->claim(account);
    // The session has shown the second factor when it began; here the password is what is asked for.
    if (claimed.known) claimed.known->totp.clear();
    auto const proof = prove(state_->secrets, claimed, current, "", state_->clock.now());
    if (!proof) return unexpected<Error>(proof.error());
    auto const encoded = state_->secrets.hash(wanted);
    if (!encoded) return unexpected<Error>(encoded.error());

    auto token = crypto::random_token();
    auto renewed = session;
    renewed.id = session_id(token);
    renewed.must_change_password = false;
    auto written = state_->with_proof(by, *proof, [&](ledger::Transaction& tx, auto& events) -> Result<void> {
        auto known = store::credential_of(tx.session(), account);
        if (!known) return errors::not_signed_in();
        known->password = *encoded;
        known->must_change = false;
        store::save(tx.session(), *known);
        store::end_sessions(tx.session(), account);
        renewed.seen = renewed.authenticated = tx.now();
        store::save(tx.session(), row_of(renewed));
        events.push_back(ledger::event(account, PasswordChanged{}));
        return {};
    });
    if (!written) return unexpected<Error>(written.error());
    state_->forget_account(account);
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
    auto const login = state_->login_of(account);
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
