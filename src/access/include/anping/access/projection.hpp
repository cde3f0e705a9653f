// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <anping/ledger/projection.hpp>

namespace anping::access {

// Tables access_account: what an account is; access_signing_key: by which key it signs and signed. Names, passwords and
// sessions are kept, not projected.
class AccountProjection final : public ledger::Projection {
public:
    std::string name() const override { return "access"; }
    std::string stamp() const override { return "2"; }
    std::string schema() const override;
    std::vector<ledger::Table> tables() const override;
    void apply(db::Session& session, ledger::Entry const& entry) override;
};

// CREATE TABLE IF NOT EXISTS for access_credential, access_attempt, access_session, access_wrapped_key,
// access_saved_view: never rebuilt.
char const* kept_schema() noexcept;

// Kept rows whose seal does not fit them, as "<table> <key>"; rows of accounts that do not exist.
std::vector<std::string> damaged_kept_rows(db::Session& session);

}  // namespace anping::access
