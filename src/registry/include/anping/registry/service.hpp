// SPDX-License-Identifier: Apache-2.0
// Use cases of the registry. Each change is returned as the decision the writer runs; reads use a session of the
// caller.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <anping/access/policy.hpp>
#include <anping/ledger/personal.hpp>
#include <anping/ledger/writer.hpp>
#include <anping/registry/commands.hpp>
#include <anping/registry/directory.hpp>
#include <anping/registry/holding.hpp>
#include <anping/registry/sheets.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::registry {

using Decision = std::function<Result<ledger::Decided>(ledger::Transaction&)>;
using LawSource = std::function<std::shared_ptr<rulebook::Law const>()>;

// Thread-safe.
class Service final : public Directory {
public:
    Service(LawSource law, ledger::Personal const& personal) : law_(std::move(law)), personal_(personal) {}

    // Qualifications are recognised by provinces: other bureaus do not register institutions.
    Result<void> may_register_institutions(access::Principal const& who) const;
    Decision register_institution(RegisterInstitution in) const;
    Decision note_institution(NoteInstitution in) const;
    Decision change_contact(InstitutionId institution, ChangeContact in) const;
    Decision add_person(InstitutionId institution, AddPerson in) const;
    Decision record_credential(InstitutionId institution, RecordCredential in) const;
    Decision record_verification(InstitutionId institution, RecordVerification in) const;
    Decision record_employment(InstitutionId institution, RecordEmployment in) const;
    Decision register_branch(InstitutionId institution, RegisterBranch in) const;
    Decision register_instrument(InstitutionId institution, RegisterInstrument in) const;
    Decision record_calibration(InstitutionId institution, RecordCalibration in) const;
    Decision register_enterprise(RegisterEnterprise in) const;
    Decision describe_enterprise(EnterpriseId enterprise, DescribeEnterprise in) const;
    // Into the pool of the bureau of `who`.
    Decision list_expert(access::Principal const& who, ListExpert in) const;
    Decision change_expert(ExpertId expert, ChangeExpert in) const;
    Decision strike_expert(ExpertId expert, StrikeExpert in) const;
    // Into the list of the bureau of `who`.
    Decision add_officer(access::Principal const& who, AddOfficer in) const;
    Decision change_officer(OfficerId officer, ChangeOfficer in) const;
    // Everything of a table that can be added, in one change; rows that are known or wrong are left out. Without any
    // the change has no event. Error "documents.intake" when it is not such a table.
    Decision take_in_sheet(SheetQuestion question) const;
    // What that would do.
    Result<SheetPreview> preview_sheet(db::Session& session, SheetQuestion const& question, Timestamp now) const;
    // What the items of a national catalogue are called, by their codes.
    std::map<std::string, std::string> names_in(std::string const& catalogue, field::Date day) const;
    std::string blank_sheet(db::Session& session, SheetKind kind, InstitutionId const& institution,
                            Timestamp now) const;

    std::optional<InstitutionView> institution(db::Session& session, InstitutionId const& id) const override;
    std::vector<PersonView> people(db::Session& session, std::vector<PersonId> const& ids) const override;
    std::optional<Staffing> staffing(db::Session& session, StaffingQuestion const& question) const override;
    bool has_branch(db::Session& session, InstitutionId const& institution, BranchId const& branch) const override;
    std::vector<InstrumentView> instruments(db::Session& session, std::vector<InstrumentId> const& ids) const override;
    bool has_expert(db::Session& session, ExpertId const& id) const override;
    std::vector<OfficerView> officers_of(db::Session& session, BureauId const& bureau, field::Date day) const override;
    std::optional<OfficerView> officer(db::Session& session, OfficerId const& id, field::Date day) const;
    std::optional<EnterpriseView> enterprise(db::Session& session, EnterpriseId const& id) const override;
    std::vector<EnterpriseId> enterprises_named(db::Session& session, std::string const& text,
                                                std::size_t limit) const override;
    void put_names(db::Session& session, std::vector<std::string*> const& ids) const override;
    std::string bureau_name(BureauId const& bureau) const override;

    // By part of the name or by exact credit code or certificate number; at most `limit`, after the id `after`.
    std::vector<InstitutionView> institutions(db::Session& session, std::string const& text, std::string const& after,
                                              std::int64_t limit) const;
    // Those the asker may see, by part of the name or exact credit code.
    std::vector<EnterpriseView> enterprises(db::Session& session, access::Visibility const& sees,
                                            std::string const& text, std::string const& after,
                                            std::int64_t limit) const;
    // Of all institutions, whoever asks: people by their whole name, instruments by part of their serial number.
    std::vector<PersonView> people_named(db::Session& session, std::string const& name) const;
    std::vector<InstrumentView> instruments_numbered(db::Session& session, std::string const& serial,
                                                     std::int64_t limit) const;
    // Of all bureaus' pools; at most `limit`, after the id `after`.
    std::optional<ExpertView> expert(db::Session& session, ExpertId const& id, field::Date today) const;
    std::vector<ExpertView> experts(db::Session& session, ExpertFilter const& filter, std::string const& after,
                                    std::int64_t limit, field::Date today) const;
    std::vector<StaffView> staff(db::Session& session, InstitutionId const& institution, field::Date today) const;
    std::vector<CredentialView> credentials(db::Session& session, InstitutionId const& institution,
                                            field::Date today) const;
    std::vector<BranchView> branches(db::Session& session, InstitutionId const& institution, field::Date today) const;
    std::vector<InstrumentView> instruments(db::Session& session, InstitutionId const& institution) const;
    // Each scope of its qualification, for a branch or all of it.
    std::vector<Staffing> staffings(db::Session& session, InstitutionId const& institution,
                                    std::optional<BranchId> const& branch, field::Date day) const;
    std::optional<Holding> holding(db::Session& session, InstitutionId const& institution, field::Date today) const;
    std::vector<HistoryItem> history(db::Session& session, std::string const& subject, std::int64_t before,
                                     std::int64_t limit) const;
    // What runs out from `today` on, or ran out in the 30 days before, until `until`.
    std::vector<ExpiryView> expiries(db::Session& session, access::Visibility const& sees, field::Date today,
                                     field::Date until, std::int64_t limit) const;

private:
    LawSource law_;
    ledger::Personal const& personal_;
};

}  // namespace anping::registry
