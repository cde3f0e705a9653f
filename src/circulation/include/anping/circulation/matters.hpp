// SPDX-License-Identifier: Apache-2.0
// What this module must be told of the things that circulate; bound where their modules are known.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/access/action.hpp>
#include <anping/access/identity.hpp>
#include <anping/circulation/types.hpp>
#include <anping/db/session.hpp>

namespace anping::circulation {

struct MatterFacts {
    std::string title;
    std::string unit_name;               // the institution, or who applied
    std::optional<std::string> project;  // whose page shows it
    access::Target target;
    access::Action view{};  // the right to see it
};

// A day of the law that the bureau itself let pass.
struct OwnDue {
    Matter matter;
    registry::BureauId bureau;
    std::string what;
    field::Date due;
};

struct InstitutionsOverdue {
    registry::BureauId bureau;  // of the place
    std::int64_t count = 0;
};

// Thread-safe; reads in the session given.
class Matters {
public:
    virtual ~Matters() = default;
    // As the bureau that asks has it; nothing when there is no such thing.
    virtual std::optional<MatterFacts> find(db::Session& session, Matter const& matter,
                                            registry::BureauId const& asker) const = 0;
    // What the law set the bureaus a day for that is past, as far as the person sees it.
    virtual std::vector<OwnDue> own_overdue(db::Session& session, access::Principal const& who,
                                            field::Date today) const = 0;
    virtual std::vector<InstitutionsOverdue> institutions_overdue(db::Session& session, access::Principal const& who,
                                                                  field::Date today) const = 0;
    // Of the bureau's orders those whose day is past or that failed their re-check; `due` is the day.
    virtual std::vector<OwnDue> rectifications_overdue(db::Session& /*session*/, access::Principal const& /*who*/,
                                                       registry::BureauId const& /*bureau*/,
                                                       field::Date /*today*/) const {
        return {};
    }
};

}  // namespace anping::circulation
