// SPDX-License-Identifier: Apache-2.0
// For tests: one institution of Xinjiang with people, an enterprise in Changji, and everything they work on - ledger,
// vault, law - on a database of its own, with further projections of modules that stand on these. Header only: whoever
// includes it links registry.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <anping/access/projection.hpp>
#include <anping/db/testing.hpp>
#include <anping/ledger/keys.hpp>
#include <anping/ledger/signer.hpp>
#include <anping/ledger/writer.hpp>
#include <anping/practice/endpoints.hpp>
#include <anping/practice/projection.hpp>
#include <anping/practice/service.hpp>
#include <anping/practice/testing_folder.hpp>
#include <anping/practice/testing_law.hpp>
#include <anping/practice/testing_signers.hpp>
#include <anping/registry/endpoints.hpp>
#include <anping/registry/projection.hpp>
#include <anping/registry/service.hpp>

namespace anping::practice::testing {

class House {
public:
    House(db::Backend backend, std::shared_ptr<rulebook::Law const> books_used,
          std::vector<ledger::Projection*> const& further = {})
        : law(std::move(books_used)), database(backend), projections(and_these(further)), personal(ready_data_key()) {
        institution = add_institution("91650100MA775E3P5A", "天山安评", "650000");
        for (auto const& [name, specialty] :
             {std::pair{"王组长", "化工工艺"}, {"赵评价", "化工工艺"}, {"孙评价", "安全"}})
            people.push_back(add_person(institution, name, specialty));
        for (auto const* specialty : {"化工机械", "化工机械", "电气", "电气", "安全", "自动化"})
            add_person(institution, "其他", specialty);
        enterprise = add_enterprise("91652301MA776F4Q8T", "昌吉化工", "652301");
    }

    // ---- who acts
    access::Principal of_institution(access::Role role, std::string const& account) const {
        return {{account}, role, institution.text, access::UnitKind::institution, {"650000"}, {}, account, true};
    }
    access::Principal of_bureau(access::Role role, std::string const& region, std::string const& account) const {
        return {{account}, role, "B-" + region, access::UnitKind::bureau, {region}, {}, account, true};
    }
    access::Principal leader() const { return of_institution(access::Role::project_leader, "A-leader"); }
    access::Principal county() const { return of_bureau(access::Role::clerk, "652301", "A-county"); }
    access::Principal the_enterprise() const {
        auto who = of_institution(access::Role::enterprise, "A-enterprise");
        who.unit = enterprise.text;
        who.unit_kind = access::UnitKind::enterprise;
        who.region = {"652301"};
        return who;
    }

    // ---- acting
    static ledger::Actor actor(access::Principal const& who) {
        return {who.account.text, boost::describe::enum_to_string(who.role, ""), who.unit, who.region.digits};
    }
    Result<ledger::Written> act(access::Principal const& who, practice::Decision decide, std::string key = {}) {
        return writer.apply({actor(who), std::move(key), {}, std::move(decide)});
    }
    Answer done(access::Principal const& who, practice::Decision decide) {
        auto const written = act(who, std::move(decide));
        if (written) return from_trusted_json<Answer>(written->answer);
        throw std::runtime_error(written.error().key + " " + written.error().text + written.error().internal);
    }
    vault::UploadId upload(access::Principal const& who, std::string const& name, std::string const& content) {
        auto const state =
            vault.create(who.account.text, name, static_cast<std::int64_t>(content.size()), true).value();
        auto append = vault.append(state.id, 0).value();
        if (!append->write(content) || !append->finish()) throw std::runtime_error("the vault did not take " + name);
        return state.id;
    }
    AttachFile file(access::Principal const& who, std::string const& kind, std::string const& name,
                    std::string const& content) {
        return {upload(who, name, content), {kind}, std::nullopt};
    }
    void sign_head() {
        ledger::Signer(database.address(), {folder.path, "", "0.1.0"},
                       ledger::load_or_make_signing_key(folder.path, "").value(), clock)
            .sign()
            .value();
    }

    // A confirmation of what the project's newest report is, signed with a key of one's own.
    SignReview confirming(access::Principal const& who, ProjectId const& id, ReviewStep step, std::string const& sm3) {
        auto const report = service.project(*pool.lease(), id).value().reports.at(0).id;
        return {step, {sm3}, {"同意"}, signers_.confirm(signing_keys, actor(who), id, report, step, sm3)};
    }

    // ---- what is asked for, as somebody would fill it in
    OpenProject contract() const {
        OpenProject in;
        in.title = {"昌吉化工安全现状评价"};
        in.enterprise = enterprise;
        in.region = {"652301"};
        in.site = {"昌吉市工业园 1 号"};
        in.scope = {"assess.5"};
        in.statutory_kind = {"chemical_permit"};
        in.service_type = {"current"};
        in.contract = {{"HT-2026-001"}, day("2026-02-27"), day("2026-06-30"), {12'000'000}};
        in.leader = people[0];
        in.site_first_day = day("2026-03-23");
        in.risk = RiskAnalysis{day("2026-02-26"), true, true, false, {}, {"可以承接"}};
        return in;
    }
    FormTeam team() const {
        FormTeam in;
        in.leader = people[0];
        in.leader_years = 6;
        in.members = {{people[1], {"survey"}}, {people[2], {"writing"}}};
        for (auto const* specialty : {"化工机械", "化工机械", "电气", "电气", "安全", "自动化"})
            in.experts.push_back({{"钱专家"}, {specialty}, {"新疆大学"}});
        return in;
    }
    FileNotice notice(char const* first, char const* last) const {
        return {day(first), day(last), {people[0], people[1]}, {"赵联系"}, {"0991-1234567"}, std::nullopt};
    }
    RecordSurvey survey(char const* from, char const* until) const {
        RecordSurvey in;
        in.started_at = at(from);
        in.ended_at = at(until);
        in.place = {"甲醇罐区"};
        in.members = {people[0], people[1]};
        in.enterprise_people = {"安全科科长"};
        in.findings = {"液位报警完好"};
        return in;
    }

    registry::InstitutionId add_institution(std::string const& code, std::string const& name,
                                            std::string const& region) {
        registry::RegisterInstitution in;
        in.name = {name};
        in.credit_code = {code};
        in.region = {region};
        in.address = {"乌鲁木齐市"};
        in.phone = {"0991-7654321"};
        in.qualification = {
            {"APJ-（新）-" + code.substr(14)}, {{"assess.5"}, {"assess.7"}}, day("2024-01-01"), day("2028-12-31")};
        return {id_of(registry.register_institution(std::move(in)))};
    }
    registry::PersonId add_person(registry::InstitutionId const& of, std::string const& name,
                                  std::string const& specialty = "化工工艺") {
        registry::AddPerson in{{name}, registry::AssessorLevel::level2, {specialty}, std::nullopt, std::nullopt};
        return {id_of(registry.add_person(of, std::move(in)))};
    }
    registry::EnterpriseId add_enterprise(std::string const& code, std::string const& name, std::string const& region) {
        registry::RegisterEnterprise in{{name}, {code}, {region}, field::Authority::government, {"工业园"}};
        return {id_of(registry.register_enterprise(std::move(in)))};
    }

    std::shared_ptr<rulebook::Law const> law;
    Folder folder;
    ManualClock clock{at("2026-03-02T09:00:00+08:00")};  // a Monday
    db::ScratchDatabase database;

private:
    std::string ready_data_key() {
        auto session = db::open(database.address(), db::Mode::write);
        ledger::Personal::create(session);
        session.script(access::kept_schema());
        return ledger::load_or_make_data_key(folder.path).value();
    }
    std::string id_of(std::function<Result<ledger::Decided>(ledger::Transaction&)> decide) {
        ledger::Actor const office{"A-province", "clerk", "B-650000", "650000"};
        return std::string(writer.apply({office, {}, {}, std::move(decide)}).value().answer.at("id").as_string());
    }
    std::vector<ledger::Projection*> and_these(std::vector<ledger::Projection*> out) const {
        out.insert(out.begin(), {account_rows_.get(), registry_rows_.get(), practice_rows_.get()});
        return out;
    }
    std::unique_ptr<ledger::Projection> account_rows_ = std::make_unique<access::AccountProjection>();
    Signers signers_;
    std::unique_ptr<ledger::Projection> registry_rows_ = registry::make_projection();
    std::unique_ptr<ledger::Projection> practice_rows_ = practice::make_projection();

public:
    std::vector<ledger::Projection*> projections;
    ledger::Personal personal;
    ledger::Writer writer{database.address(), {folder.path}, projections, clock};
    db::Pool pool{database.address(), 4};
    access::Policy policy{law->regions()};
    access::SigningKeys signing_keys{pool, writer};
    vault::Vault vault{folder.path, folder.path + "/worker", clock};
    registry::Service registry{[this] { return law; }, personal};
    Service service{[this] { return law; }, registry, personal, vault, clock};
    Hostings hostings{{[this] { return law; }, registry, vault, clock,
                       [](auto&, registry::ExpertId const& id) { return "名 " + id.text; }}};
    Rooms rooms{service, hostings, writer, pool, vault, folder.path};
    registry::InstitutionId institution;
    std::vector<registry::PersonId> people;
    registry::EnterpriseId enterprise;
};

}  // namespace anping::practice::testing
