// SPDX-License-Identifier: Apache-2.0
#include "service_change.hpp"

namespace anping::registry {
namespace {

Taken taken_by(ledger::Transaction& tx, field::CreditCode const& code) {
    return {queries::institution_code_taken(tx.session(), code.text),
            queries::noted_institution(tx.session(), code.text)};
}

}  // namespace

Result<void> Service::may_register_institutions(access::Principal const& who) const {
    return recognises(who.region, law_()->regions());
}

Decision Service::register_institution(RegisterInstitution in) const {
    return [this, in = std::move(in)](ledger::Transaction& tx) {
        return decided(decide_institution(in, {new_id("J", tx)}, taken_by(tx, in.credit_code), law_()->regions()));
    };
}

Decision Service::note_institution(NoteInstitution in) const {
    return [this, in = std::move(in)](ledger::Transaction& tx) {
        return decided(decide_noted(in, {new_id("J", tx)}, taken_by(tx, in.credit_code), law_()->regions()));
    };
}

Decision Service::change_contact(InstitutionId institution, ChangeContact in) const {
    return [this, institution = std::move(institution),
            in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        if (!this->institution(tx.session(), institution)) return unknown_institution();
        return decided(ledger::event(institution.text, ContactChanged{in}));
    };
}

Decision Service::add_person(InstitutionId institution, AddPerson in) const {
    return [this, institution = std::move(institution),
            in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        if (!this->institution(tx.session(), institution)) return unknown_institution();
        PersonId const person{new_id("R", tx)};
        auto name = personal_.put(tx, person.text, "name", in.name.value);
        return ledger::Decided{{decide_person(in, person, std::move(name), institution)},
                               json::object{{"id", person.text}}};
    };
}

Decision Service::describe_enterprise(EnterpriseId enterprise, DescribeEnterprise in) const {
    return [this, enterprise = std::move(enterprise),
            in = std::move(in)](ledger::Transaction& tx) -> Result<ledger::Decided> {
        if (!this->enterprise(tx.session(), enterprise)) return unknown_enterprise();
        return decided(decide_description(in, enterprise, *law_(), day_of(tx)));
    };
}

Decision Service::register_enterprise(RegisterEnterprise in) const {
    return [this, in = std::move(in)](ledger::Transaction& tx) {
        Taken const taken{queries::enterprise_code_taken(tx.session(), in.credit_code.text)};
        return decided(decide_enterprise(in, {new_id("Q", tx)}, taken, law_()->regions()));
    };
}

std::optional<InstitutionView> Service::institution(db::Session& session, InstitutionId const& id) const {
    return queries::institution(session, id, law_()->regions());
}

std::vector<PersonView> Service::people(db::Session& session, std::vector<PersonId> const& ids) const {
    return queries::people(session, ids, personal_);
}

std::vector<EnterpriseId> Service::enterprises_named(db::Session& session, std::string const& text,
                                                     std::size_t limit) const {
    return queries::enterprises_named(session, text, static_cast<std::int64_t>(limit));
}

std::optional<EnterpriseView> Service::enterprise(db::Session& session, EnterpriseId const& id) const {
    return queries::enterprise(session, id, law_()->regions());
}

void Service::put_names(db::Session& session, std::vector<std::string*> const& ids) const {
    std::vector<std::string> asked;
    asked.reserve(ids.size());
    for (auto const* id : ids) asked.push_back(*id);
    std::sort(asked.begin(), asked.end());
    asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
    auto const names = queries::names(session, asked, personal_);
    for (auto* id : ids) {
        if (id->starts_with("B-")) *id = bureau_name({*id});
        else if (auto const name = names.find(*id); name != names.end()) *id = name->second;
    }
}

std::string Service::bureau_name(BureauId const& bureau) const {
    auto const law = law_();
    bool const corps = bureau.text.size() > 8;
    field::RegionCode const code{bureau.text.size() >= 8 ? bureau.text.substr(2, 6) : std::string()};
    auto const* region = law->regions().find(code);
    if (region == nullptr) return bureau.text;
    auto const place = law->regions().full_name(code);
    if (region->level == field::RegionLevel::nation) return "应急管理部";
    return place + (corps ? "（兵团）" : "") +
           (region->level == field::RegionLevel::province ? "应急管理厅" : "应急管理局");
}

std::vector<InstitutionView> Service::institutions(db::Session& session, std::string const& text,
                                                   std::string const& after, std::int64_t limit) const {
    return queries::institutions(session, text, after, limit, law_()->regions());
}

std::vector<PersonView> Service::people_named(db::Session& session, std::string const& name) const {
    return queries::people_named(session, name, personal_);
}

std::vector<InstrumentView> Service::instruments_numbered(db::Session& session, std::string const& serial,
                                                          std::int64_t limit) const {
    return queries::instruments_numbered(session, serial, limit);
}

std::vector<EnterpriseView> Service::enterprises(db::Session& session, access::Visibility const& sees,
                                                 std::string const& text, std::string const& after,
                                                 std::int64_t limit) const {
    return queries::enterprises(session, sees, text, after, limit, law_()->regions());
}

}  // namespace anping::registry
