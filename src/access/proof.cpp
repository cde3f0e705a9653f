// SPDX-License-Identifier: Apache-2.0
#include "proof.hpp"

#include <algorithm>

#include <anping/access/events.hpp>
#include <anping/access/sessions.hpp>

#include "errors.hpp"

namespace anping::access {
namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kForgetSeconds = 24 * 60 * 60;

std::optional<std::int64_t> locked_for(std::optional<store::Attempt> const& attempt, Timestamp now) {
    if (!attempt || attempt->until <= now) return std::nullopt;
    return (attempt->until.micros - now.micros + kSecond - 1) / kSecond;
}

void count_failure(ledger::Transaction& tx, Proof const& proof, std::optional<store::Attempt> attempt,
                   std::vector<ledger::Event>& events) {
    auto const now = tx.now();
    if (!attempt || attempt->last.micros + kForgetSeconds * kSecond < now.micros)
        attempt = {proof.login_key, 0, {}, {}};
    ++attempt->failures;
    attempt->last = now;
    attempt->until = {now.micros + delay_seconds(attempt->failures) * kSecond};
    store::save(tx.session(), *attempt);
    store::drop_attempts_before(tx.session(), {now.micros - kForgetSeconds * kSecond});
    if (attempt->failures >= kFailuresToLock && proof.account)
        events.push_back(ledger::event(*proof.account, AccountLocked{attempt->failures, attempt->until}));
}

Claimed claim(db::Session& session, std::string login_key, std::optional<store::Credential> known) {
    if (known) {
        auto const account = store::account_of(session, known->account);
        if (!account || account->disabled) known.reset();
    }
    auto attempt = store::attempt_of(session, login_key);
    return {std::move(login_key), std::move(known), std::move(attempt)};
}

}  // namespace

Claimed claim_login(db::Session& session, std::string const& login_key) {
    return claim(session, login_key, store::credential_by_login(session, login_key));
}

Claimed claim_account(db::Session& session, std::string const& account) {
    auto known = store::credential_of(session, account);
    auto login_key = known ? known->login_key : std::string();
    return claim(session, std::move(login_key), std::move(known));
}

std::int64_t delay_seconds(std::int64_t failures) noexcept {
    if (failures < 2) return 0;
    if (failures < kFailuresToLock) return std::int64_t{1} << (failures - 1);
    auto const doublings = std::min<std::int64_t>(failures - kFailuresToLock, 8);
    return std::min(kLockSeconds << doublings, kLongestLockSeconds);
}

Result<Proof> prove(Secrets const& secrets, Claimed const& claimed, std::string const& password,
                    std::string const& code, Timestamp now) {
    if (auto const wait = locked_for(claimed.attempt, now)) return errors::locked(*wait);
    auto const& known = claimed.known;
    auto right = secrets.check(password, known ? std::optional(known->password) : std::nullopt);
    if (!right) return unexpected<Error>(right.error());
    Proof proof{claimed.login_key, known ? std::optional(known->account) : std::nullopt, *right, std::nullopt};
    if (!proof.right || known->totp.empty()) return proof;
    if (code.empty()) return errors::code_needed();
    auto const seed = secrets.unseal_totp(known->account, known->totp);
    if (seed) proof.totp_step = crypto::check_totp(*seed, code, now);
    proof.right = proof.totp_step.has_value();
    return proof;
}

Result<bool> settle(ledger::Transaction& tx, Proof const& proof, std::vector<ledger::Event>& events) {
    auto attempt = store::attempt_of(tx.session(), proof.login_key);
    if (auto const wait = locked_for(attempt, tx.now())) return errors::locked(*wait);
    bool right = proof.right;
    if (right && proof.totp_step) {
        auto known = store::credential_of(tx.session(), *proof.account);
        right = known && known->totp_step < *proof.totp_step;
        if (right) {
            known->totp_step = *proof.totp_step;
            store::save(tx.session(), *known);
        }
    }
    if (right) store::clear_attempts(tx.session(), proof.login_key);
    else count_failure(tx, proof, std::move(attempt), events);
    return right;
}

}  // namespace anping::access
