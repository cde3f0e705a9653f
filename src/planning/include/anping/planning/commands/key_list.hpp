// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <anping/planning/types.hpp>

namespace anping::planning {

// Where a fact stands: a grade, a case, a report of an accident; `id` is the platform's where it has one.
struct Reference {
    Text<1, 40> kind;
    Text<0, 60> id;
    Text<1, 300> text;
};
BOOST_DESCRIBE_STRUCT(Reference, (), (kind, id, text))

// An officer proposes somebody by what the platform cannot see for itself: accident, price, tip.
struct ProposeListing {
    registry::InstitutionId institution;
    Trigger trigger = Trigger::accident;
    field::Date happened_on;
    Text<2, 2000> facts;
    std::vector<Reference> references;
};
BOOST_DESCRIBE_STRUCT(ProposeListing, (), (institution, trigger, happened_on, facts, references))

struct ConfirmListing {
    Text<2, 1000> reason;
    std::optional<field::Date> until;  // nothing: as long as the clause says
};
BOOST_DESCRIBE_STRUCT(ConfirmListing, (), (reason, until))

// Declining, removing before the end.
struct EndListing {
    Text<2, 1000> reason;
};
BOOST_DESCRIBE_STRUCT(EndListing, (), (reason))

struct ObjectToListing {
    Text<2, 4000> text;
};
BOOST_DESCRIBE_STRUCT(ObjectToListing, (), (text))

struct AnswerObjection {
    bool upheld = false;  // the objection: who is listed is removed
    Text<2, 2000> reason;
};
BOOST_DESCRIBE_STRUCT(AnswerObjection, (), (upheld, reason))

}  // namespace anping::planning
