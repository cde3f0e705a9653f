// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <anping/db/columns.hpp>
#include <anping/registry/events.hpp>
#include <anping/registry/officers.hpp>
#include <anping/registry/projection.hpp>

#include "schema.hpp"

namespace anping::registry {
namespace {

using db::sql;

template <std::size_t Min, std::size_t Max>
db::Value plain(std::optional<Text<Min, Max>> const& text) {
    return text ? db::Value(text->value) : db::Value(nullptr);
}

// What every entry leaves behind besides its own rows: what was said about whom, entered when, holding from when.
struct Note {
    db::Session& session;
    ledger::Entry const& entry;
    void leave(std::string const& about, std::string const& text, std::optional<field::Date> holds_from = {}) const {
        session.exec(
            "INSERT INTO registry_history (subject, entry, at, holds_from, type, unit, about, text) VALUES (:subject, "
            ":entry, :at, :from, :type, :unit, :about, :text)",
            {entry.event.subject, entry.seq, entry.at, sql(holds_from), entry.event.type, entry.actor.unit, about,
             text});
    }
};

void institution(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<InstitutionRegistered>(entry).institution;
    auto const& q = in.qualification;
    session.exec(
        "INSERT INTO registry_institution (id, name, credit_code, kind, region, address, website, phone, "
        "certificate, scopes, valid_from, valid_until, recognised, people, registered_at, version) VALUES (:id, :name, "
        ":code, :kind, :region, :address, :website, :phone, :certificate, :scopes, :from, :until, 1, 0, :at, 1) ON "
        "CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, region = excluded.region, address = "
        "excluded.address, website = excluded.website, phone = excluded.phone, certificate = excluded.certificate, "
        "scopes = excluded.scopes, valid_from = excluded.valid_from, valid_until = excluded.valid_until, recognised = "
        "1, version = registry_institution.version + 1",
        {entry.event.subject, in.name.value, in.credit_code.text, sql(in.kind), in.region.digits, in.address.value,
         plain(in.website), in.phone.value, q.certificate.value, canonical(to_json(q.scopes)), sql(q.valid_from),
         sql(q.valid_until), entry.at});
    Note{session, entry}.leave({}, "登记机构，资质证书 " + q.certificate.value, q.valid_from);
}

void noted(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<InstitutionNoted>(entry).institution;
    auto const& q = in.qualification;
    session.exec(
        "INSERT INTO registry_institution (id, name, credit_code, kind, region, address, phone, certificate, scopes, "
        "valid_from, valid_until, recognised, people, registered_at, version) VALUES (:id, :name, :code, :kind, "
        ":region, '', :phone, :certificate, :scopes, :from, :until, 0, 0, :at, 1)",
        {entry.event.subject, in.name.value, in.credit_code.text, sql(in.kind), in.region.digits, in.phone.value,
         q.certificate.value, canonical(to_json(q.scopes)), sql(q.valid_from), sql(q.valid_until), entry.at});
    Note{session, entry}.leave({}, "依纸质材料记录机构，资质证书 " + q.certificate.value, q.valid_from);
}

void contact(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<ContactChanged>(entry).contact;
    session.exec(
        "UPDATE registry_institution SET address = :address, website = :website, phone = :phone, "
        "version = version + 1 WHERE id = :id",
        {in.address.value, plain(in.website), in.phone.value, entry.event.subject});
    Note{session, entry}.leave({}, "更新地址、网站、电话");
}

// An assessor's certificate given with the person is a credential like those given later.
void first_credential(db::Session& session, ledger::Entry const& entry, PersonAdded const& in) {
    constexpr Grade grades[] = {Grade::level3, Grade::level1, Grade::level2, Grade::level3};
    if (in.level == AssessorLevel::none) return;
    session.exec(
        "INSERT INTO registry_credential (id, person, institution, kind, grade, specialty, number, valid_until, "
        "recorded_at) VALUES (:id, :person, :institution, :kind, :grade, :specialty, :number, :until, :at)",
        {fmt::format("Z-{:08}", entry.seq), in.person, entry.event.subject, sql(CredentialKind::assessor),
         sql(grades[static_cast<std::size_t>(in.level)]), in.specialty, in.certificate, sql(in.certificate_until),
         entry.at});
}

void person(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<PersonAdded>(entry);
    session.exec(
        "INSERT INTO registry_person (id, institution, name_ref, name_digest, level, specialty, certificate, "
        "certificate_until) VALUES (:id, :institution, :ref, :digest, :level, :specialty, :certificate, :until)",
        {in.person, entry.event.subject, in.name.ref, in.name.digest, sql(in.level), in.specialty, in.certificate,
         sql(in.certificate_until)});
    first_credential(session, entry, in);
    session.exec("UPDATE registry_institution SET people = people + 1, version = version + 1 WHERE id = :id",
                 {entry.event.subject});
    Note{session, entry}.leave(in.person.text, "登记人员，专业" + in.specialty);
}

AssessorLevel level_of(Grade grade) {
    switch (grade) {
        case Grade::level1: return AssessorLevel::level1;
        case Grade::level2: return AssessorLevel::level2;
        case Grade::level3: return AssessorLevel::level3;
        default: return AssessorLevel::none;
    }
}

void credential(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<CredentialRecorded>(entry);
    auto const& it = in.content;
    session.exec(
        "INSERT INTO registry_credential (id, person, institution, kind, grade, specialty, number, valid_from, "
        "valid_until, recorded_at) VALUES (:id, :person, :institution, :kind, :grade, :specialty, :number, :from, "
        ":until, :at)",
        {in.credential, it.person, entry.event.subject, sql(it.kind), sql(it.grade), it.specialty.value,
         plain(it.number), sql(it.valid_from), sql(it.valid_until), entry.at});
    if (it.replaces)
        session.exec("UPDATE registry_credential SET replaced_by = :new WHERE id = :old",
                     {in.credential, *it.replaces});
    if (it.kind == CredentialKind::assessor)
        session.exec(
            "UPDATE registry_person SET level = :level, specialty = :specialty, certificate = :number, "
            "certificate_until = :until WHERE id = :id",
            {sql(level_of(it.grade)), it.specialty.value, plain(it.number), sql(it.valid_until), it.person});
    Note{session, entry}.leave(it.person.text, (it.replaces ? "更正证件，专业" : "登记证件，专业") + it.specialty.value,
                               it.valid_from);
}

void verification(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<CredentialVerified>(entry);
    session.exec(
        "INSERT INTO registry_verification (credential, entry, institution, platform, result, asked_on, note, unit, "
        "recorded_at) VALUES (:credential, :entry, :institution, :platform, :result, :asked, :note, :unit, :at)",
        {in.content.credential, entry.seq, entry.event.subject, in.content.platform.value, sql(in.content.result),
         sql(in.content.asked_on), plain(in.content.note), entry.actor.unit, entry.at});
    Note{session, entry}.leave(in.person.text, "核验证件", in.content.asked_on);
}

void employment(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<EmploymentRecorded>(entry).content;
    session.exec(
        "INSERT INTO registry_employment (person, starts_on, institution, kind, full_time, branch, ends_on) VALUES "
        "(:person, :from, :institution, :kind, :full, :branch, :until) ON CONFLICT (person, starts_on) DO UPDATE SET "
        "kind = excluded.kind, full_time = excluded.full_time, branch = excluded.branch, ends_on = excluded.ends_on",
        {in.person, sql(in.from), entry.event.subject, sql(in.kind), in.full_time, in.branch, sql(in.until)});
    Note{session, entry}.leave(in.person.text, in.until ? "合同期至 " + field::to_string(*in.until) : "登记合同",
                               in.from);
}

void branch(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<BranchRegistered>(entry);
    session.exec(
        "INSERT INTO registry_branch (id, institution, name, region, address, phone, registered_on) VALUES (:id, "
        ":institution, :name, :region, :address, :phone, :on)",
        {in.branch, entry.event.subject, in.content.name.value, in.content.region.digits, in.content.address.value,
         in.content.phone.value, sql(in.content.registered_on)});
    Note{session, entry}.leave(in.branch.text, "登记分支机构", in.content.registered_on);
}

void instrument(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<InstrumentRegistered>(entry);
    auto const& it = in.content;
    session.exec(
        "INSERT INTO registry_instrument (id, institution, branch, name, model, serial, calibration, "
        "calibrated_until) VALUES (:id, :institution, :branch, :name, :model, :serial, :calibration, :until)",
        {in.instrument, entry.event.subject, it.branch, it.name.value, it.model.value, it.serial.value,
         it.calibration ? db::Value(canonical(to_json(*it.calibration))) : db::Value(nullptr),
         it.calibration ? sql(it.calibration->until) : db::Value(nullptr)});
    instrument_serials().put(session, in.instrument.text, it.serial.value);
    Note{session, entry}.leave(in.instrument.text, "登记仪器设备");
}

void calibration(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<InstrumentCalibrated>(entry).content;
    session.exec("UPDATE registry_instrument SET calibration = :body, calibrated_until = :until WHERE id = :id",
                 {canonical(to_json(in.calibration)), sql(in.calibration.until), in.instrument});
    Note{session, entry}.leave(in.instrument.text, "检定校准至 " + field::to_string(in.calibration.until),
                               in.calibration.on);
}

void enterprise(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<EnterpriseRegistered>(entry).enterprise;
    session.exec(
        "INSERT INTO registry_enterprise (id, name, credit_code, region, authority, address, site, registered_at) "
        "VALUES (:id, :name, :code, :region, :authority, :address, '[]', :at)",
        {entry.event.subject, in.name.value, in.credit_code.text, in.region.digits, sql(in.authority), in.address.value,
         entry.at});
    enterprise_names().put(session, entry.event.subject, in.name.value);
    Note{session, entry}.leave({}, "登记企业");
}

void described(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<EnterpriseDescribed>(entry).content;
    session.exec(
        "UPDATE registry_enterprise SET industry = :industry, supervision_level = :level, site = :site WHERE id = :id",
        {in.industry.value, sql(in.supervision_level), canonical(to_json(in.site)), entry.event.subject});
    Note{session, entry}.leave({}, "登记行业、监管层级和位置");
}

// What a search looks into: the fields, and where one works and has worked.
std::string sought(ExpertFacts const& facts) {
    std::string out;
    for (auto const& field : facts.fields) out += field.value + "\n";
    out += facts.employer.value;
    for (auto const& before : facts.employers_before) out += "\n" + before.value;
    return out;
}

std::string interests(ExpertFacts const& facts) {
    return canonical(to_json(facts.interests.value_or(std::vector<Text<1, 100>>{})));
}

void expert(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<ExpertListed>(entry);
    auto const& it = in.facts;
    session.exec(
        "INSERT INTO registry_expert (id, name_ref, title, fields, employer, employers_before, interests, sought, "
        "bureau, region, authority, listed_on, until, version) VALUES (:id, :ref, :title, :fields, :employer, :before, "
        ":interests, :sought, :bureau, :region, :authority, :on, :until, 1)",
        {entry.event.subject, in.name.ref, it.title.value, canonical(to_json(it.fields)), it.employer.value,
         canonical(to_json(it.employers_before)), interests(it), sought(it), in.bureau, in.region.digits,
         sql(in.authority), sql(it.listed_on), sql(it.until)});
    Note{session, entry}.leave({}, "列入专家库，单位 " + it.employer.value, it.listed_on);
}

void expert_changed(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<ExpertChanged>(entry).content;
    auto const& it = in.facts;
    session.exec(
        "UPDATE registry_expert SET title = :title, fields = :fields, employer = :employer, employers_before = "
        ":before, interests = :interests, sought = :sought, listed_on = :on, until = :until, version = version + 1 "
        "WHERE id = :id",
        {it.title.value, canonical(to_json(it.fields)), it.employer.value, canonical(to_json(it.employers_before)),
         interests(it), sought(it), sql(it.listed_on), sql(it.until), entry.event.subject});
    Note{session, entry}.leave({}, "更新：单位 " + it.employer.value + "。" + in.reason.value);
}

void expert_struck(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<ExpertStruck>(entry).content;
    session.exec(
        "UPDATE registry_expert SET struck_on = :on, struck_reason = :reason, version = version + 1 WHERE id = :id",
        {sql(in.on), in.reason.value, entry.event.subject});
    Note{session, entry}.leave({}, "移出专家库：" + in.reason.value, in.on);
}

void officer(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<OfficerAdded>(entry);
    session.exec(
        "INSERT INTO registry_officer (id, name_ref, bureau, facts, version) VALUES (:id, :ref, :bureau, :facts, 1)",
        {entry.event.subject, in.name.ref, in.bureau, canonical(to_json(in.facts))});
    Note{session, entry}.leave({}, "登记执法人员，执法证号 " + in.facts.certificate.value);
}

void officer_changed(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<OfficerChanged>(entry).content;
    session.exec("UPDATE registry_officer SET facts = :facts, version = version + 1 WHERE id = :id",
                 {canonical(to_json(in.facts)), entry.event.subject});
    Note{session, entry}.leave({}, (in.facts.left_on ? "离岗：" : "更新：") + in.reason.value, in.facts.left_on);
}

struct Handler {
    char const* type;
    void (*apply)(db::Session&, ledger::Entry const&);
};
constexpr Handler kHandlers[] = {{InstitutionRegistered::kType, institution},
                                 {InstitutionNoted::kType, noted},
                                 {ContactChanged::kType, contact},
                                 {PersonAdded::kType, person},
                                 {CredentialRecorded::kType, credential},
                                 {CredentialVerified::kType, verification},
                                 {EmploymentRecorded::kType, employment},
                                 {BranchRegistered::kType, branch},
                                 {InstrumentRegistered::kType, instrument},
                                 {InstrumentCalibrated::kType, calibration},
                                 {EnterpriseRegistered::kType, enterprise},
                                 {EnterpriseDescribed::kType, described},
                                 {ExpertListed::kType, expert},
                                 {ExpertChanged::kType, expert_changed},
                                 {ExpertStruck::kType, expert_struck},
                                 {OfficerAdded::kType, officer},
                                 {OfficerChanged::kType, officer_changed}};

class RegistryProjection final : public ledger::Projection {
public:
    std::string name() const override { return "registry"; }
    std::string stamp() const override { return "5"; }
    std::string schema() const override { return registry::schema(); }
    std::vector<ledger::Table> tables() const override { return registry::tables(); }
    void apply(db::Session& session, ledger::Entry const& entry) override {
        for (auto const& handler : kHandlers)
            if (entry.event.type == handler.type) handler.apply(session, entry);
    }
};

}  // namespace

std::unique_ptr<ledger::Projection> make_projection() { return std::make_unique<RegistryProjection>(); }

}  // namespace anping::registry
