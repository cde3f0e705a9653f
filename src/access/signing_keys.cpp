// SPDX-License-Identifier: Apache-2.0
#include <anping/access/signing_keys.hpp>

#include <fmt/format.h>

#include <anping/access/events.hpp>
#include <anping/crypto/digest.hpp>
#include <anping/crypto/sm2.hpp>

#include "errors.hpp"
#include "store.hpp"

namespace anping::access {
namespace {

struct Known {
    std::string key, public_key;
    Timestamp made_at;
    bool after_reset = false;
};

std::optional<Known> present(db::Session& session, std::string const& account) {
    auto row = session.one<std::string, std::string, Timestamp, bool>(
        "SELECT key, public_key, made_at, after_reset FROM access_signing_key WHERE account = :account AND ended = 0",
        {account});
    if (!row) return std::nullopt;
    return std::make_from_tuple<Known>(std::move(*row));
}

// Whether another's hand reset the account after its last key was made.
bool reset_since(db::Session& session, std::string const& account) {
    return session.scalar<std::int64_t>(
               "SELECT count(*) FROM access_account WHERE id = :id AND reset_at > (SELECT coalesce(max(made_at), 0) "
               "FROM access_signing_key WHERE account = :account)",
               {account, account}) > 0;
}

bool known_key(db::Session& session, std::string const& key) {
    return session.scalar<std::int64_t>("SELECT count(*) FROM access_signing_key WHERE key = :key", {key}) > 0;
}

std::optional<crypto::Sm2PublicKey> parse(std::string const& base64) {
    auto const point = crypto::from_base64(base64);
    if (!point) return std::nullopt;
    auto key = crypto::Sm2PublicKey::from_raw(*point);
    if (!key) return std::nullopt;
    return std::move(*key);
}

bool signs(crypto::Sm2PublicKey const& key, std::string_view statement, std::string const& signature) {
    auto const der = crypto::from_base64(signature);
    return der && key.verify(statement, *der);
}

}  // namespace

std::string proof_statement(AccountId const& account, std::string_view public_key) {
    return fmt::format("anping signing key 1\naccount {}\npublic-key {}\n", account.text, public_key);
}

Result<ledger::Written> SigningKeys::make(ledger::Actor const& by, AccountId const& account, MakeSigningKey const& in) {
    auto const public_key = parse(in.public_key.value);
    if (!public_key) return errors::field("/public_key", "sm2", "不是 SM2 公钥。");
    if (!signs(*public_key, proof_statement(account, in.public_key.value), in.proof.value))
        return errors::field("/proof", "signature", "签名与公钥不符，请重新生成密钥。");
    auto const key = crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sm3, public_key->raw())).substr(0, 32);
    ledger::Change change;
    change.actor = by;
    change.decide = [&](ledger::Transaction& tx) -> Result<ledger::Decided> {
        if (known_key(tx.session(), key)) return errors::field("/public_key", "new", "这把密钥已经登记过。");
        SigningKeyMade const made{key, in.public_key.value, reset_since(tx.session(), account.text)};
        store::save(tx.session(), store::WrappedKey{account.text, key, in.wrapped.value});
        return ledger::Decided{{ledger::event(account.text, made)}, json::object{{"key", key}}};
    };
    return writer_.apply(std::move(change));
}

Result<ledger::Written> SigningKeys::revoke(By by, AccountId const& account, std::string const& reason) {
    by.decide = [&](ledger::Transaction& tx) -> Result<ledger::Decided> {
        auto const known = present(tx.session(), account.text);
        if (!known) return errors::no_signing_key();
        store::drop_wrapped_key(tx.session(), account.text);
        return ledger::Decided{{ledger::event(account.text, SigningKeyRevoked{known->key, reason})},
                               json::object{{"key", known->key}}};
    };
    return writer_.apply(std::move(by));
}

std::optional<SigningKeyView> SigningKeys::find(AccountId const& account) {
    auto lease = pool_.lease();
    auto known = present(*lease, account.text);
    if (!known) return std::nullopt;
    auto wrapped = store::wrapped_key_of(*lease, account.text);
    return SigningKeyView{std::move(known->key), std::move(known->public_key),
                          wrapped ? std::move(wrapped->wrapped) : std::string(), known->made_at, known->after_reset};
}

Result<SignedWith> SigningKeys::check(db::Session& session, AccountId const& account, std::string_view statement,
                                      Signature const& given) {
    auto known = present(session, account.text);
    if (!known || known->key != given.key.value)
        return errors::field("/signature/key", "present", "不是您现在的签名密钥，请重新打开页面后再确认。");
    auto const public_key = parse(known->public_key);
    if (!public_key || !signs(*public_key, statement, given.signature.value))
        return errors::field("/signature/signature", "signature", "签名与确认的内容不符，没有记录。");
    return SignedWith{std::move(known->key), std::move(known->public_key), given.signature.value, known->after_reset};
}

}  // namespace anping::access
