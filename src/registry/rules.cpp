// SPDX-License-Identifier: Apache-2.0
#include "rules.hpp"

#include "errors.hpp"

namespace anping::registry {
namespace {

bool known(rulebook::Law const& law, char const* catalogue, std::string const& code, field::Date today) {
    return rulebook::catalogue_item(law.catalogue(catalogue, {{"000000"}}, today), code) != nullptr;
}

bool in_order(std::optional<field::Date> const& from, std::optional<field::Date> const& until) {
    return !from || !until || *from <= *until;
}

}  // namespace

Result<void> recognises(field::RegionCode const& bureau, field::Regions const& regions) {
    auto const* region = regions.find(bureau);
    if (region == nullptr || region->level != field::RegionLevel::province) return not_recognising();
    return {};
}

Result<ledger::Event> decide_institution(RegisterInstitution const& in, InstitutionId const& id, Taken taken,
                                         field::Regions const& regions) {
    if (regions.find(in.region) == nullptr) return unknown_region();
    if (in.qualification.valid_until < in.qualification.valid_from) return not_a_certificate();
    if (taken.noted) return ledger::event(taken.noted->text, InstitutionRegistered{in});
    if (taken.credit_code) return credit_code_taken();
    return ledger::event(id.text, InstitutionRegistered{in});
}

Result<ledger::Event> decide_noted(NoteInstitution const& in, InstitutionId const& id, Taken taken,
                                   field::Regions const& regions) {
    if (regions.find(in.region) == nullptr) return unknown_region();
    if (in.qualification.valid_until < in.qualification.valid_from) return not_a_certificate();
    if (taken.credit_code) return credit_code_taken();
    return ledger::event(id.text, InstitutionNoted{in});
}

Result<ledger::Event> decide_enterprise(RegisterEnterprise const& in, EnterpriseId const& id, Taken taken,
                                        field::Regions const& regions) {
    if (regions.find(in.region) == nullptr) return unknown_region();
    if (taken.credit_code) return credit_code_taken();
    return ledger::event(id.text, EnterpriseRegistered{in});
}

Result<ledger::Event> decide_description(DescribeEnterprise const& in, EnterpriseId const& id, rulebook::Law const& law,
                                         field::Date today) {
    if (!known(law, "industries", in.industry.value, today))
        return wrong_field("/industry", "choice", "不是已知的行业代码（GB/T 4754）");
    if (in.site.size() == 2 || in.site.size() > 200)
        return wrong_field("/site", "count", "场所位置应为一个点，或 3 到 200 个顶点的多边形");
    return ledger::event(id.text, EnterpriseDescribed{in});
}

ledger::Event decide_person(AddPerson const& in, PersonId const& id, ledger::Commitment name,
                            InstitutionId const& institution) {
    PersonAdded added;
    added.person = id;
    added.name = std::move(name);
    added.level = in.level;
    added.specialty = in.specialty.value;
    if (in.certificate) added.certificate = in.certificate->value;
    added.certificate_until = in.certificate_until;
    return ledger::event(institution.text, added);
}

Result<ledger::Event> decide_credential(RecordCredential const& in, Own const& own, CredentialId const& id) {
    if (!own.person) return wrong_field("/person", "person", "应为本机构登记的人员");
    if (!grade_of(in.kind, in.grade)) return wrong_field("/grade", "choice", "这一等级不属于这种证件");
    if (!in_order(in.valid_from, in.valid_until)) return wrong_field("/valid_until", "order", "截止日不能早于起始日");
    if (in.replaces && !own.credential) return wrong_field("/replaces", "credential", "没有登记此人的这一证件");
    return ledger::event(own.institution.text, CredentialRecorded{id, in});
}

Result<ledger::Event> decide_verification(RecordVerification const& in, Own const& own, PersonId const& of,
                                          rulebook::Law const& law, field::Date today) {
    if (!own.credential) return wrong_field("/credential", "credential", "没有登记这一证件");
    if (!known(law, "verification_platforms", in.platform.value, today))
        return wrong_field("/platform", "choice", "不是已知的查询平台");
    if (in.asked_on > today) return wrong_field("/asked_on", "future", "查询日期不能晚于今天");
    return ledger::event(own.institution.text, CredentialVerified{of, in});
}

Result<ledger::Event> decide_employment(RecordEmployment const& in, Own const& own) {
    if (!own.person) return wrong_field("/person", "person", "应为本机构登记的人员");
    if (in.branch && !own.branch) return wrong_field("/branch", "branch", "没有登记这家分支机构");
    if (!in_order(in.from, in.until)) return wrong_field("/until", "order", "截止日不能早于起始日");
    return ledger::event(own.institution.text, EmploymentRecorded{in});
}

Result<ledger::Event> decide_branch(RegisterBranch const& in, Own const& own, BranchId const& id,
                                    field::Regions const& regions) {
    if (regions.find(in.region) == nullptr) return unknown_region();
    return ledger::event(own.institution.text, BranchRegistered{id, in});
}

Result<ledger::Event> decide_instrument(RegisterInstrument const& in, Own const& own, InstrumentId const& id) {
    if (in.branch && !own.branch) return wrong_field("/branch", "branch", "没有登记这家分支机构");
    if (in.calibration && in.calibration->until < in.calibration->on)
        return wrong_field("/calibration/until", "order", "有效期截止日不能早于检定校准日");
    return ledger::event(own.institution.text, InstrumentRegistered{id, in});
}

Result<ledger::Event> decide_calibration(RecordCalibration const& in, Own const& own) {
    if (!own.instrument) return wrong_field("/instrument", "instrument", "应为本机构登记的仪器设备");
    if (in.calibration.until < in.calibration.on)
        return wrong_field("/calibration/until", "order", "有效期截止日不能早于检定校准日");
    return ledger::event(own.institution.text, InstrumentCalibrated{in});
}

}  // namespace anping::registry
