// SPDX-License-Identifier: Apache-2.0
// What other modules of the field ask of the registry.
#pragma once

#include <optional>
#include <string>

#include <anping/db/session.hpp>
#include <anping/registry/views.hpp>

namespace anping::registry {

// Thread-safe; each call reads in the session given, so that a decision sees its own transaction.
class Directory {
public:
    virtual ~Directory() = default;
    virtual std::optional<InstitutionView> institution(db::Session& session, InstitutionId const& id) const = 0;
    virtual std::optional<PersonView> person(db::Session& session, PersonId const& id) const = 0;
    virtual std::optional<EnterpriseView> enterprise(db::Session& session, EnterpriseId const& id) const = 0;
    // Only the name; the id itself when there is no such thing.
    virtual std::string institution_name(db::Session& session, InstitutionId const& id) const = 0;
    virtual std::string enterprise_name(db::Session& session, EnterpriseId const& id) const = 0;
    virtual std::string person_name(db::Session& session, PersonId const& id) const = 0;
    // "昌吉市应急管理局", "新疆生产建设兵团…应急管理局"
    virtual std::string bureau_name(BureauId const& bureau) const = 0;
};

// The name of whoever acted, by the unit's id; the id itself when it is none of these.
inline std::string unit_name(Directory const& directory, db::Session& session, std::string const& unit) {
    if (unit.starts_with("B-")) return directory.bureau_name({unit});
    if (unit.starts_with("J-")) return directory.institution_name(session, {unit});
    if (unit.starts_with("Q-")) return directory.enterprise_name(session, {unit});
    return unit;
}

}  // namespace anping::registry
