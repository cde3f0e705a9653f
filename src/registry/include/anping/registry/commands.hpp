// SPDX-License-Identifier: Apache-2.0
// What can be asked of the registry.
#pragma once

#include <anping/registry/types.hpp>

namespace anping::registry {

struct RegisterInstitution {
    Text<2, 100> name;
    field::CreditCode credit_code;
    InstitutionKind kind = InstitutionKind::assessment;
    field::RegionCode region;  // where it is registered; any province
    Text<1, 200> address;
    std::optional<Text<1, 200>> website;
    Text<3, 30> phone;  // of the office, published
    Qualification qualification;
};
BOOST_DESCRIBE_STRUCT(RegisterInstitution, (),
                      (name, credit_code, kind, region, address, website, phone, qualification))

// An institution a bureau has a paper of, that its recognition authority has not registered here: as the paper says.
struct NoteInstitution {
    Text<2, 100> name;
    field::CreditCode credit_code;
    InstitutionKind kind = InstitutionKind::assessment;
    field::RegionCode region;
    Text<3, 30> phone;
    Qualification qualification;
};
BOOST_DESCRIBE_STRUCT(NoteInstitution, (), (name, credit_code, kind, region, phone, qualification))

// What an institution may correct by itself.
struct ChangeContact {
    Text<1, 200> address;
    std::optional<Text<1, 200>> website;
    Text<3, 30> phone;
};
BOOST_DESCRIBE_STRUCT(ChangeContact, (), (address, website, phone))

enum class AssessorLevel { none, level1, level2, level3 };
BOOST_DESCRIBE_ENUM(AssessorLevel, none, level1, level2, level3)

struct AddPerson {
    Text<1, 50> name;
    AssessorLevel level = AssessorLevel::none;
    Text<1, 40> specialty;
    std::optional<Text<1, 40>> certificate;
    std::optional<field::Date> certificate_until;
};
BOOST_DESCRIBE_STRUCT(AddPerson, (), (name, level, specialty, certificate, certificate_until))

// One of a person's credentials; one given by mistake is replaced, and both stay in the ledger.
struct RecordCredential {
    PersonId person;
    CredentialKind kind = CredentialKind::assessor;
    Grade grade = Grade::level2;
    Text<1, 40> specialty;
    std::optional<Text<1, 40>> number;
    std::optional<field::Date> valid_from;
    std::optional<field::Date> valid_until;
    std::optional<CredentialId> replaces;
};
BOOST_DESCRIBE_STRUCT(RecordCredential, (), (person, kind, grade, specialty, number, valid_from, valid_until, replaces))

struct RecordVerification {
    CredentialId credential;
    Text<1, 40> platform;  // of the catalogue "verification_platforms"
    VerificationResult result = VerificationResult::confirmed;
    field::Date asked_on;
    std::optional<Text<1, 500>> note;
};
BOOST_DESCRIBE_STRUCT(RecordVerification, (), (credential, platform, result, asked_on, note))

// Known by its first day: told again with a last day, it ends.
struct RecordEmployment {
    PersonId person;
    EmploymentKind kind = EmploymentKind::labour;
    bool full_time = true;
    std::optional<BranchId> branch;  // nothing: the institution itself
    field::Date from;
    std::optional<field::Date> until;
};
BOOST_DESCRIBE_STRUCT(RecordEmployment, (), (person, kind, full_time, branch, from, until))

struct RegisterBranch {
    Text<2, 100> name;
    field::RegionCode region;
    Text<1, 200> address;
    Text<3, 30> phone;
    field::Date registered_on;
};
BOOST_DESCRIBE_STRUCT(RegisterBranch, (), (name, region, address, phone, registered_on))

struct Calibration {
    Text<1, 60> certificate;
    Text<1, 100> laboratory;
    field::Date on;
    field::Date until;
};
BOOST_DESCRIBE_STRUCT(Calibration, (), (certificate, laboratory, on, until))

struct RegisterInstrument {
    Text<1, 100> name;
    Text<1, 60> model;
    Text<1, 60> serial;
    std::optional<BranchId> branch;
    std::optional<Calibration> calibration;
};
BOOST_DESCRIBE_STRUCT(RegisterInstrument, (), (name, model, serial, branch, calibration))

struct RecordCalibration {
    InstrumentId instrument;
    Calibration calibration;
};
BOOST_DESCRIBE_STRUCT(RecordCalibration, (), (instrument, calibration))

struct RegisterEnterprise {
    Text<2, 100> name;
    field::CreditCode credit_code;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    Text<1, 200> address;
};
BOOST_DESCRIBE_STRUCT(RegisterEnterprise, (), (name, credit_code, region, authority, address))

// What is known of an enterprise beyond its registration.
struct DescribeEnterprise {
    Text<2, 4> industry;  // GB/T 4754, of the catalogue "industries"
    SupervisionLevel supervision_level = SupervisionLevel::county;
    std::vector<Position> site;  // nothing, a point, or the corners of a polygon
};
BOOST_DESCRIBE_STRUCT(DescribeEnterprise, (), (industry, supervision_level, site))

// A bureau's pool of experts: whom institutions invite (WJ-6) and reviews draw from. Where an expert works and has
// worked is what recusal is computed from (ZZ-13).
struct ExpertFacts {
    Text<1, 50> title;                // professional title
    std::vector<Text<1, 40>> fields;  // 1 to 10
    Text<1, 100> employer;
    std::vector<Text<1, 100>> employers_before;  // at most 20
    field::Date listed_on;
    std::optional<field::Date> until;
    // Institutions the expert holds shares of or does business with, at most 20.
    std::optional<std::vector<Text<1, 100>>> interests = {};
};
BOOST_DESCRIBE_STRUCT(ExpertFacts, (), (title, fields, employer, employers_before, listed_on, until, interests))

struct ListExpert {
    Text<1, 50> name;
    ExpertFacts facts;
};
BOOST_DESCRIBE_STRUCT(ListExpert, (), (name, facts))

struct ChangeExpert {
    ExpertFacts facts;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(ChangeExpert, (), (facts, reason))

struct StrikeExpert {
    field::Date on;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(StrikeExpert, (), (on, reason))

}  // namespace anping::registry
