// SPDX-License-Identifier: Apache-2.0
// Whether somebody has shown that an account is theirs, and what a failure to do so leads to.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/access/secrets.hpp>
#include <anping/ledger/writer.hpp>

#include "store.hpp"

namespace anping::access {

// What was found when a password (and code) was tried, outside the writer.
struct Proof {
    std::string login_key;
    std::optional<std::string> account;  // nothing: no such login, or the account is disabled
    bool right = false;
    std::optional<std::int64_t> totp_step;  // the step whose code was given
};

// What is kept about a login, read before the slow part: no database session waits for a hash.
struct Claimed {
    std::string login_key;
    std::optional<store::Credential> known;  // nothing: no such login, or the account is disabled
    std::optional<store::Attempt> attempt;
};
Claimed claim_login(db::Session& session, std::string const& login_key);
Claimed claim_account(db::Session& session, std::string const& account);

// Errors access.locked, access.busy, access.code_needed (right password, TOTP enabled, no code).
Result<Proof> prove(Secrets const& secrets, Claimed const& claimed, std::string const& password,
                    std::string const& code, Timestamp now);

// Within the change: settles what the proof leads to. True: it holds. False: the failure is counted, and `events`
// says if it locked the account. Error access.locked when somebody else's failures locked it meanwhile.
Result<bool> settle(ledger::Transaction& tx, Proof const& proof, std::vector<ledger::Event>& events);

// How long nobody may try after so many failures.
std::int64_t delay_seconds(std::int64_t failures) noexcept;

}  // namespace anping::access
