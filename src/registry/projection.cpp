// SPDX-License-Identifier: Apache-2.0
#include <anping/db/columns.hpp>
#include <anping/registry/events.hpp>
#include <anping/registry/projection.hpp>

namespace anping::registry {
namespace {

using db::sql;

constexpr char const* kSchema = R"sql(
CREATE TABLE registry_institution (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, credit_code TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
    region TEXT NOT NULL, address TEXT NOT NULL, website TEXT, phone TEXT NOT NULL, certificate TEXT NOT NULL,
    scopes TEXT NOT NULL, valid_from TEXT NOT NULL, valid_until TEXT NOT NULL, people BIGINT NOT NULL,
    registered_at BIGINT NOT NULL, version BIGINT NOT NULL);
CREATE TABLE registry_person (
    id TEXT PRIMARY KEY, institution TEXT NOT NULL, name_ref TEXT NOT NULL, name_digest TEXT NOT NULL, level TEXT NOT NULL,
    specialty TEXT NOT NULL, certificate TEXT, certificate_until TEXT);
CREATE INDEX registry_person_institution ON registry_person (institution);
CREATE TABLE registry_enterprise (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, credit_code TEXT NOT NULL UNIQUE, region TEXT NOT NULL,
    authority TEXT NOT NULL, address TEXT NOT NULL, registered_at BIGINT NOT NULL);
)sql";

std::optional<std::string> plain(std::optional<Text<1, 200>> const& text) {
    return text ? std::optional(text->value) : std::nullopt;
}

class RegistryProjection final : public ledger::Projection {
public:
    std::string name() const override { return "registry"; }
    std::string stamp() const override { return "1"; }
    std::string schema() const override { return kSchema; }
    std::vector<ledger::Table> tables() const override {
        return {{"registry_institution",
                 {"id"},
                 {"id", "name", "credit_code", "kind", "region", "address", "website", "phone", "certificate", "scopes",
                  "valid_from", "valid_until", "people", "registered_at", "version"}},
                {"registry_person",
                 {"id"},
                 {"id", "institution", "name_ref", "name_digest", "level", "specialty", "certificate",
                  "certificate_until"}},
                {"registry_enterprise",
                 {"id"},
                 {"id", "name", "credit_code", "region", "authority", "address", "registered_at"}}};
    }

    void apply(db::Session& session, ledger::Entry const& entry) override {
        auto const& type = entry.event.type;
        if (type == InstitutionRegistered::kType) institution(session, entry);
        else if (type == ContactChanged::kType) contact(session, entry);
        else if (type == PersonAdded::kType) person(session, entry);
        else if (type == EnterpriseRegistered::kType) enterprise(session, entry);
    }

private:
    static void institution(db::Session& session, ledger::Entry const& entry) {
        auto const in = ledger::data_of<InstitutionRegistered>(entry).institution;
        auto const& q = in.qualification;
        session.exec(
            "INSERT INTO registry_institution (id, name, credit_code, kind, region, address, website, phone, "
            "certificate, scopes, valid_from, valid_until, people, registered_at, version) VALUES (:id, :name, :code, "
            ":kind, :region, :address, :website, :phone, :certificate, :scopes, :from, :until, 0, :at, 1)",
            {entry.event.subject, in.name.value, in.credit_code.text, sql(in.kind), in.region.digits, in.address.value,
             plain(in.website), in.phone.value, q.certificate.value, canonical(to_json(q.scopes)), sql(q.valid_from),
             sql(q.valid_until), entry.at});
    }

    static void contact(db::Session& session, ledger::Entry const& entry) {
        auto const in = ledger::data_of<ContactChanged>(entry).contact;
        session.exec(
            "UPDATE registry_institution SET address = :address, website = :website, phone = :phone, "
            "version = version + 1 WHERE id = :id",
            {in.address.value, plain(in.website), in.phone.value, entry.event.subject});
    }

    static void person(db::Session& session, ledger::Entry const& entry) {
        auto const in = ledger::data_of<PersonAdded>(entry);
        session.exec(
            "INSERT INTO registry_person (id, institution, name_ref, name_digest, level, specialty, certificate, "
            "certificate_until) VALUES (:id, :institution, :ref, :digest, :level, :specialty, :certificate, :until)",
            {in.person, entry.event.subject, in.name.ref, in.name.digest, sql(in.level), in.specialty, in.certificate,
             sql(in.certificate_until)});
        session.exec("UPDATE registry_institution SET people = people + 1, version = version + 1 WHERE id = :id",
                     {entry.event.subject});
    }

    static void enterprise(db::Session& session, ledger::Entry const& entry) {
        auto const in = ledger::data_of<EnterpriseRegistered>(entry).enterprise;
        session.exec(
            "INSERT INTO registry_enterprise (id, name, credit_code, region, authority, address, registered_at) "
            "VALUES (:id, :name, :code, :region, :authority, :address, :at)",
            {entry.event.subject, in.name.value, in.credit_code.text, in.region.digits, sql(in.authority),
             in.address.value, entry.at});
    }
};

}  // namespace

std::unique_ptr<ledger::Projection> make_projection() { return std::make_unique<RegistryProjection>(); }

}  // namespace anping::registry
