// SPDX-License-Identifier: Apache-2.0
// Decisions about safety hosting, and what a year of it asks for. Pure.
#pragma once

#include <anping/base/result.hpp>
#include <anping/ledger/entry.hpp>
#include <anping/practice/views/hosting.hpp>
#include <anping/registry/views.hpp>

namespace anping::practice {

struct HostingState {
    HostingId id;
    HostingDeclared declared;
    std::optional<field::Date> ended_on;
};

struct Declaring {
    registry::InstitutionId institution;
    std::optional<registry::EnterpriseView> enterprise;
    std::vector<HostingState> own;  // of the same enterprise by the institution
    std::int64_t next_seq = 0;
};
Result<std::vector<ledger::Event>> declare_hosting(DeclareHosting const& in, Declaring const& with);

enum class Expert { unknown, listed };
Result<std::vector<ledger::Event>> record_hosting_visit(RecordHostingVisit const& in, HostingState const& state,
                                                        Expert expert, Exhibit record, field::Date today);
Result<std::vector<ledger::Event>> end_hosting(EndHosting const& in, HostingState const& state, field::Date today);

// What the clause says of the kind in a year; nothing without a clause or a number.
std::optional<std::int64_t> visits_asked(rulebook::Clause const* clause, HostedKind kind);
// What a year lacks, once it or the contract ends in as many days as the clause reminds before.
struct Lacking {
    std::int64_t missing = 0;
    field::Date by;
};
std::optional<Lacking> lacking(HostingSummary const& row, rulebook::Clause const* clause, field::Date today);

}  // namespace anping::practice
