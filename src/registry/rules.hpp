// SPDX-License-Identifier: Apache-2.0
// Decisions: state and command in, events or a refusal out.
#pragma once

#include <vector>

#include <anping/base/result.hpp>
#include <anping/field/region.hpp>
#include <anping/ledger/entry.hpp>
#include <anping/registry/events.hpp>
#include <anping/registry/officers.hpp>
#include <anping/registry/views.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::registry {

inline constexpr std::size_t kMostInterests = 20;  // institutions an expert or officer is bound to

// What the decisions need to know of what is registered already.
struct Taken {
    bool credit_code = false;
    std::optional<InstitutionId> noted = {};  // the institution with this code, known from a paper only
};

// Whether a bureau there recognises qualifications: a province does.
Result<void> recognises(field::RegionCode const& bureau, field::Regions const& regions);

Result<ledger::Event> decide_institution(RegisterInstitution const& in, InstitutionId const& id, Taken taken,
                                         field::Regions const& regions);
Result<ledger::Event> decide_noted(NoteInstitution const& in, InstitutionId const& id, Taken taken,
                                   field::Regions const& regions);
Result<ledger::Event> decide_enterprise(RegisterEnterprise const& in, EnterpriseId const& id, Taken taken,
                                        field::Regions const& regions);
Result<ledger::Event> decide_description(DescribeEnterprise const& in, EnterpriseId const& id, rulebook::Law const& law,
                                         field::Date today);

// What is known of an institution when something of it is recorded: that what the command names is its own.
struct Own {
    InstitutionId institution;
    bool person = false;
    bool credential = false;  // of that person, where one is named
    bool branch = false;
    bool instrument = false;
};

// `name` stands for the person's name, which is kept apart.
ledger::Event decide_person(AddPerson const& in, PersonId const& id, ledger::Commitment name,
                            InstitutionId const& institution);
Result<ledger::Event> decide_credential(RecordCredential const& in, Own const& own, CredentialId const& id);
// `of` is whose credential it is.
Result<ledger::Event> decide_verification(RecordVerification const& in, Own const& own, PersonId const& of,
                                          rulebook::Law const& law, field::Date today);
Result<ledger::Event> decide_employment(RecordEmployment const& in, Own const& own);
Result<ledger::Event> decide_branch(RegisterBranch const& in, Own const& own, BranchId const& id,
                                    field::Regions const& regions);
Result<ledger::Event> decide_instrument(RegisterInstrument const& in, Own const& own, InstrumentId const& id);
Result<ledger::Event> decide_calibration(RecordCalibration const& in, Own const& own);

// Into the pool of the bureau there. `name` stands for the expert's name.
Result<ledger::Event> decide_expert(ListExpert const& in, ExpertId const& id, ledger::Commitment name,
                                    rulebook::Place const& bureau, field::Date today);
Result<ledger::Event> decide_expert_change(ChangeExpert const& in, ExpertView const& expert, field::Date today);
Result<ledger::Event> decide_expert_removal(StrikeExpert const& in, ExpertView const& expert, field::Date today);

// What the bureau's list says of an officer who is entered.
struct OfficerRoll {
    bool account_of_bureau = false;  // the account that is named
    bool certificate_taken = false;  // by somebody else who is there
};
Result<ledger::Event> decide_officer(AddOfficer const& in, OfficerId const& id, ledger::Commitment name,
                                     BureauId const& bureau, OfficerRoll const& roll);
Result<ledger::Event> decide_officer_change(ChangeOfficer const& in, OfficerId const& id, OfficerRoll const& roll);

}  // namespace anping::registry
