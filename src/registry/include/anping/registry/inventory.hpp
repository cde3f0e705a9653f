// SPDX-License-Identifier: Apache-2.0
// All there is of a kind, for what goes through everything: report forensics.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <anping/db/session.hpp>
#include <anping/registry/views.hpp>

namespace anping::registry {

// What an institution or enterprise is called.
struct PartyName {
    std::string party;
    std::string name;
};

// Thread-safe; each call reads in the session given.
class Inventory {
public:
    virtual ~Inventory() = default;
    // Of all institutions and enterprises, in no order.
    virtual std::vector<PartyName> all_names(db::Session& session) const = 0;
    // Another one once those have changed; cheap.
    virtual std::string names_stamp(db::Session& session) const = 0;
    // Of the institution, by their ids.
    virtual std::vector<InstrumentView> instruments(db::Session& session, InstitutionId const& institution) const = 0;
};

std::unique_ptr<Inventory> make_inventory();

}  // namespace anping::registry
