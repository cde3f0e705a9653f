// SPDX-License-Identifier: Apache-2.0
// For tests: people who sign with keys of their own, as their browsers do (docs/formats/confirmation.md).
#pragma once

#include <map>
#include <string>

#include <anping/access/signing_keys.hpp>
#include <anping/crypto/digest.hpp>
#include <anping/crypto/sm2.hpp>
#include <anping/practice/commands.hpp>

namespace anping::practice::testing {

class Signers {
public:
    // Of the opinion "同意", with the account's key, made when it is first asked for.
    access::Signature confirm(access::SigningKeys& keys, ledger::Actor const& by, ProjectId const& id,
                              ReportId const& report, ReviewStep step, std::string const& sm3) {
        access::AccountId const account{by.account};
        auto const& secret = secrets_.try_emplace(by.account, crypto::Sm2PrivateKey::generate()).first->second;
        if (!keys.find(account)) {
            auto const point = crypto::to_base64(secret.public_key().raw());
            auto const proof = crypto::to_base64(secret.sign(access::proof_statement(account, point)));
            keys.make(by, account, {{point}, {"wrapped"}, {proof}}).value();
        }
        auto const text = "anping report confirmation 1\nproject " + id.text + "\nreport " + report.text +
                          "\nreport-sm3 " + sm3 + "\nstep " + boost::describe::enum_to_string(step, "") +
                          "\nopinion-sm3 " + crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sm3, "同意")) +
                          "\naccount " + by.account + "\n";
        return {{keys.find(account)->key}, {crypto::to_base64(secret.sign(text))}};
    }

private:
    std::map<std::string, crypto::Sm2PrivateKey> secrets_;  // by account
};

}  // namespace anping::practice::testing
