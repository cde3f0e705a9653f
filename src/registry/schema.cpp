// SPDX-License-Identifier: Apache-2.0
#include "schema.hpp"

namespace anping::registry {
namespace {

char const* const kSchema = R"sql(
CREATE TABLE registry_institution (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, credit_code TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
    region TEXT NOT NULL, address TEXT NOT NULL, website TEXT, phone TEXT NOT NULL, certificate TEXT NOT NULL,
    scopes TEXT NOT NULL, valid_from TEXT NOT NULL, valid_until TEXT NOT NULL, recognised BIGINT NOT NULL, people BIGINT NOT NULL,
    registered_at BIGINT NOT NULL, version BIGINT NOT NULL);
CREATE TABLE registry_person (
    id TEXT PRIMARY KEY, institution TEXT NOT NULL, name_ref TEXT NOT NULL, name_digest TEXT NOT NULL, level TEXT NOT NULL,
    specialty TEXT NOT NULL, certificate TEXT, certificate_until TEXT);
CREATE INDEX registry_person_institution ON registry_person (institution);
CREATE TABLE registry_credential (
    id TEXT PRIMARY KEY, person TEXT NOT NULL, institution TEXT NOT NULL, kind TEXT NOT NULL, grade TEXT,
    specialty TEXT NOT NULL, number TEXT, valid_from TEXT, valid_until TEXT, recorded_at BIGINT NOT NULL,
    replaced_by TEXT);
CREATE INDEX registry_credential_institution ON registry_credential (institution, specialty, person);
CREATE INDEX registry_credential_person ON registry_credential (person);
CREATE INDEX registry_credential_number ON registry_credential (number);
CREATE INDEX registry_credential_until ON registry_credential (valid_until);
CREATE TABLE registry_verification (
    credential TEXT NOT NULL, entry BIGINT NOT NULL, institution TEXT NOT NULL, platform TEXT NOT NULL,
    result TEXT NOT NULL, asked_on TEXT NOT NULL, note TEXT, unit TEXT NOT NULL, recorded_at BIGINT NOT NULL,
    PRIMARY KEY (credential, entry));
CREATE INDEX registry_verification_institution ON registry_verification (institution);
CREATE TABLE registry_employment (
    person TEXT NOT NULL, starts_on TEXT NOT NULL, institution TEXT NOT NULL, kind TEXT NOT NULL,
    full_time BIGINT NOT NULL, branch TEXT, ends_on TEXT, PRIMARY KEY (person, starts_on));
CREATE INDEX registry_employment_institution ON registry_employment (institution);
CREATE TABLE registry_branch (
    id TEXT PRIMARY KEY, institution TEXT NOT NULL, name TEXT NOT NULL, region TEXT NOT NULL, address TEXT NOT NULL,
    phone TEXT NOT NULL, registered_on TEXT NOT NULL);
CREATE INDEX registry_branch_institution ON registry_branch (institution);
CREATE TABLE registry_instrument (
    id TEXT PRIMARY KEY, institution TEXT NOT NULL, branch TEXT, name TEXT NOT NULL, model TEXT NOT NULL,
    serial TEXT NOT NULL, calibration TEXT, calibrated_until TEXT);
CREATE INDEX registry_instrument_institution ON registry_instrument (institution);
CREATE INDEX registry_instrument_until ON registry_instrument (calibrated_until);
CREATE TABLE registry_enterprise (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, credit_code TEXT NOT NULL UNIQUE, region TEXT NOT NULL,
    authority TEXT NOT NULL, address TEXT NOT NULL, industry TEXT, supervision_level TEXT, site TEXT NOT NULL,
    registered_at BIGINT NOT NULL);
CREATE INDEX registry_enterprise_region ON registry_enterprise (region, id);
CREATE TABLE registry_expert (
    id TEXT PRIMARY KEY, name_ref TEXT NOT NULL, title TEXT NOT NULL, fields TEXT NOT NULL, employer TEXT NOT NULL,
    employers_before TEXT NOT NULL, interests TEXT NOT NULL, sought TEXT NOT NULL, bureau TEXT NOT NULL, region TEXT NOT NULL,
    authority TEXT NOT NULL, listed_on TEXT NOT NULL, until TEXT, struck_on TEXT, struck_reason TEXT,
    version BIGINT NOT NULL);
CREATE TABLE registry_officer (
    id TEXT PRIMARY KEY, name_ref TEXT NOT NULL, bureau TEXT NOT NULL, facts TEXT NOT NULL, version BIGINT NOT NULL);
CREATE INDEX registry_officer_bureau ON registry_officer (bureau, id);
CREATE TABLE registry_history (
    subject TEXT NOT NULL, entry BIGINT NOT NULL, at BIGINT NOT NULL, holds_from TEXT, type TEXT NOT NULL,
    unit TEXT NOT NULL, about TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (subject, entry));
)sql";

}  // namespace

std::string schema() { return kSchema + enterprise_names().schema() + instrument_serials().schema(); }

db::NameIndex const& enterprise_names() {
    static db::NameIndex const names("registry_enterprise_name", {"id", "name"});
    return names;
}

db::NameIndex const& instrument_serials() {
    static db::NameIndex const serials("registry_instrument_serial", {"id", "serial"});
    return serials;
}

std::vector<ledger::Table> tables() {
    return {
        {"registry_institution",
         {"id"},
         {"id", "name", "credit_code", "kind", "region", "address", "website", "phone", "certificate", "scopes",
          "valid_from", "valid_until", "recognised", "people", "registered_at", "version"}},
        {"registry_person",
         {"id"},
         {"id", "institution", "name_ref", "name_digest", "level", "specialty", "certificate", "certificate_until"}},
        {"registry_credential",
         {"id"},
         {"id", "person", "institution", "kind", "grade", "specialty", "number", "valid_from", "valid_until",
          "recorded_at", "replaced_by"}},
        {"registry_verification",
         {"credential", "entry"},
         {"credential", "entry", "institution", "platform", "result", "asked_on", "note", "unit", "recorded_at"}},
        {"registry_employment",
         {"person", "starts_on"},
         {"person", "starts_on", "institution", "kind", "full_time", "branch", "ends_on"}},
        {"registry_branch", {"id"}, {"id", "institution", "name", "region", "address", "phone", "registered_on"}},
        {"registry_instrument",
         {"id"},
         {"id", "institution", "branch", "name", "model", "serial", "calibration", "calibrated_until"}},
        {"registry_enterprise",
         {"id"},
         {"id", "name", "credit_code", "region", "authority", "address", "industry", "supervision_level", "site",
          "registered_at"}},
        {enterprise_names().table(), {"gram", "id"}, {"gram", "id"}},
        {instrument_serials().table(), {"gram", "id"}, {"gram", "id"}},
        {"registry_expert",
         {"id"},
         {"id", "name_ref", "title", "fields", "employer", "employers_before", "interests", "sought", "bureau",
          "region", "authority", "listed_on", "until", "struck_on", "struck_reason", "version"}},
        {"registry_officer", {"id"}, {"id", "name_ref", "bureau", "facts", "version"}},
        {"registry_history",
         {"subject", "entry"},
         {"subject", "entry", "at", "holds_from", "type", "unit", "about", "text"}}};
}

}  // namespace anping::registry
