// SPDX-License-Identifier: Apache-2.0
// A person's own SM2 pair for confirmations 系统确认. It is made in the browser; the private half comes here only
// wrapped under a passphrase nobody else knows, so no administrator can sign for anyone. docs/formats/confirmation.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <anping/access/by.hpp>
#include <anping/access/identity.hpp>
#include <anping/base/codec.hpp>
#include <anping/base/result.hpp>
#include <anping/base/time.hpp>
#include <anping/db/pool.hpp>
#include <anping/ledger/writer.hpp>

namespace anping::access {

struct MakeSigningKey {
    Text<88, 88> public_key;  // base64 of the 65 bytes of the point
    Text<1, 4000> wrapped;    // the private half as only the browser opens it
    Text<1, 200> proof;       // base64 DER: signature by the new key of proof_statement()
};
BOOST_DESCRIBE_STRUCT(MakeSigningKey, (), (public_key, wrapped, proof))

struct SigningKeyView {
    std::string key;
    std::string public_key;
    std::string wrapped;
    Timestamp made_at;
    bool after_reset = false;
};
BOOST_DESCRIBE_STRUCT(SigningKeyView, (), (key, public_key, wrapped, made_at, after_reset))

// With a command: by which key, and what it signed with.
struct Signature {
    Text<32, 32> key;
    Text<1, 200> signature;  // base64 DER
};
BOOST_DESCRIBE_STRUCT(Signature, (), (key, signature))

// In an event: all somebody needs who checks the signature later, without this program.
struct SignedWith {
    std::string key;
    std::string public_key;
    std::string signature;
    bool after_reset = false;
};
BOOST_DESCRIBE_STRUCT(SignedWith, (), (key, public_key, signature, after_reset))

// What a new key signs to show that its private half exists.
std::string proof_statement(AccountId const& account, std::string_view public_key);

// Thread-safe.
class SigningKeys {
public:
    SigningKeys(db::Pool& pool, ledger::Writer& writer) : pool_(pool), writer_(writer) {}

    // Errors at /public_key and /proof. Written answer: {"key": ...}.
    Result<ledger::Written> make(ledger::Actor const& by, AccountId const& account, MakeSigningKey const& in);
    Result<ledger::Written> revoke(By by, AccountId const& account, std::string const& reason);
    // The one that signs now.
    std::optional<SigningKeyView> find(AccountId const& account);

    // Error at /signature: not the account's present key, or not its signature of this statement.
    static Result<SignedWith> check(db::Session& session, AccountId const& account, std::string_view statement,
                                    Signature const& given);

private:
    db::Pool& pool_;
    ledger::Writer& writer_;
};

}  // namespace anping::access
