// SPDX-License-Identifier: Apache-2.0
// People as their colleagues know them: office and name, nothing of how they sign in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/access/identity.hpp>
#include <anping/db/session.hpp>
#include <anping/ledger/personal.hpp>

namespace anping::access {

struct Colleague {
    Principal who;  // as they would sign in, with the display name
    bool disabled = false;
};

// Thread-safe; reads in the session given.
class Colleagues {
public:
    explicit Colleagues(ledger::Personal const& personal) : personal_(personal) {}
    std::optional<Colleague> find(db::Session& session, AccountId const& account) const;
    // Those who can sign in, in the order their accounts were opened.
    std::vector<Colleague> of_unit(db::Session& session, std::string const& unit) const;
    std::vector<Colleague> of_role(db::Session& session, Role role) const;

private:
    std::vector<Colleague> those(db::Session& session, char const* ids_sql, std::string const& value) const;

    ledger::Personal const& personal_;
};

}  // namespace anping::access
