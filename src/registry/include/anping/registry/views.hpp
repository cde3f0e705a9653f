// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/base/time.hpp>
#include <anping/registry/commands.hpp>

namespace anping::registry {

struct InstitutionView {
    InstitutionId id;
    std::string name;
    field::CreditCode credit_code;
    InstitutionKind kind = InstitutionKind::assessment;
    field::RegionCode region;
    std::string region_name;
    std::string address;
    std::optional<std::string> website;
    std::string phone;
    Qualification qualification;
    bool recognised = true;  // registered by its recognition authority; false: noted from a paper
    std::int64_t people = 0;
    Timestamp registered_at;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(InstitutionView, (),
                      (id, name, credit_code, kind, region, region_name, address, website, phone, qualification,
                       recognised, people, registered_at, version))

struct PersonView {
    PersonId id;
    InstitutionId institution;
    std::string name;  // "已删除" once erased
    AssessorLevel level = AssessorLevel::none;
    std::string specialty;
    std::optional<std::string> certificate;
    std::optional<field::Date> certificate_until;
};
BOOST_DESCRIBE_STRUCT(PersonView, (), (id, institution, name, level, specialty, certificate, certificate_until))

// What the register notices of somebody, for a person to look at: nothing of it decides.
enum class PersonRemark { expired, expiring, duplicate_number, unverified, not_employed };
BOOST_DESCRIBE_ENUM(PersonRemark, expired, expiring, duplicate_number, unverified, not_employed)

// Somebody in the list of an institution's people, as of today.
struct StaffView {
    PersonId id;
    std::string name;
    AssessorLevel level = AssessorLevel::none;
    std::string specialty;
    std::optional<std::string> certificate;
    std::optional<field::Date> certificate_until;
    std::vector<std::string> specialties;  // of all credentials in force
    bool employed = true;
    bool full_time = true;
    bool contract_recorded = false;  // without one the person counts as employed
    std::optional<std::string> branch;
    std::optional<field::Date> employed_from;
    std::optional<field::Date> employed_until;
    std::vector<PersonRemark> remarks;
};
BOOST_DESCRIBE_STRUCT(StaffView, (),
                      (id, name, level, specialty, certificate, certificate_until, specialties, employed, full_time,
                       contract_recorded, branch, employed_from, employed_until, remarks))

struct VerificationView {
    std::string platform;
    VerificationResult result = VerificationResult::confirmed;
    field::Date asked_on;
    std::optional<std::string> note;
    std::string unit;  // whose person asked
    std::string unit_name;
    Timestamp recorded_at;
};
BOOST_DESCRIBE_STRUCT(VerificationView, (), (platform, result, asked_on, note, unit, unit_name, recorded_at))

struct CredentialView {
    CredentialId id;
    PersonId person;
    CredentialKind kind = CredentialKind::assessor;
    std::optional<Grade> grade;
    std::string specialty;
    std::optional<std::string> number;
    std::optional<field::Date> valid_from;
    std::optional<field::Date> valid_until;
    Timestamp recorded_at;
    bool duplicate = false;                       // the same number stands for somebody else who works somewhere
    std::vector<VerificationView> verifications;  // the newest first
};
BOOST_DESCRIBE_STRUCT(CredentialView, (),
                      (id, person, kind, grade, specialty, number, valid_from, valid_until, recorded_at, duplicate,
                       verifications))

struct BranchView {
    BranchId id;
    std::string name;
    field::RegionCode region;
    std::string region_name;
    std::string address;
    std::string phone;
    field::Date registered_on;
    std::int64_t people = 0;  // employed there today
};
BOOST_DESCRIBE_STRUCT(BranchView, (), (id, name, region, region_name, address, phone, registered_on, people))

struct InstrumentView {
    InstrumentId id;
    InstitutionId institution;
    std::string name;
    std::string model;
    std::string serial;
    std::optional<std::string> branch;
    std::optional<Calibration> calibration;  // the last
};
BOOST_DESCRIBE_STRUCT(InstrumentView, (), (id, institution, name, model, serial, branch, calibration))

// One thing that was entered of an institution: when it was entered, and from when it holds.
struct HistoryItem {
    std::int64_t entry = 0;
    Timestamp at;
    std::optional<field::Date> holds_from;
    std::string type;
    std::string unit_name;  // whose person entered it
    std::string about;      // the person, branch or instrument
    std::string text;
};
BOOST_DESCRIBE_STRUCT(HistoryItem, (), (entry, at, holds_from, type, unit_name, about, text))

// What runs out: a qualification, somebody's credential, an instrument's calibration.
struct ExpiryView {
    InstitutionId institution;
    std::string institution_name;
    std::string what;  // "qualification", "assessor", "engineer", "title", "degree", "calibration"
    std::string about;
    std::string about_name;
    std::optional<std::string> number;
    field::Date until;
};
BOOST_DESCRIBE_STRUCT(ExpiryView, (), (institution, institution_name, what, about, about_name, number, until))

struct EnterpriseView {
    EnterpriseId id;
    std::string name;
    field::CreditCode credit_code;
    field::RegionCode region;
    std::string region_name;
    field::Authority authority = field::Authority::government;
    std::string address;
    std::optional<std::string> industry;
    std::optional<SupervisionLevel> supervision_level;
    std::vector<Position> site;
};
BOOST_DESCRIBE_STRUCT(EnterpriseView, (),
                      (id, name, credit_code, region, region_name, authority, address, industry, supervision_level,
                       site))

struct ExpertView {
    ExpertId id;
    std::string name;
    std::string title;
    std::vector<std::string> fields;
    std::string employer;
    std::vector<std::string> employers_before;
    std::vector<std::string> interests;  // institutions held shares of, or done business with
    BureauId bureau;
    std::string bureau_name;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    field::Date listed_on;
    std::optional<field::Date> until;
    std::optional<field::Date> struck_on;
    std::optional<std::string> struck_reason;
    bool current = false;  // in the pool today
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ExpertView, (),
                      (id, name, title, fields, employer, employers_before, interests, bureau, bureau_name, region,
                       authority, listed_on, until, struck_on, struck_reason, current, version))

enum class ExpertState { current, former };
BOOST_DESCRIBE_ENUM(ExpertState, current, former)

struct ExpertFilter {
    std::string text = {};  // part of a field or of an employer's name, or the whole name
    std::optional<ExpertState> state = {};
};

}  // namespace anping::registry
