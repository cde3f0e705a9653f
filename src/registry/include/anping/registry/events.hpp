// SPDX-License-Identifier: Apache-2.0
// What can happen. A released event never changes; a new version is a new struct. Personal names are commitments to
// values kept apart (ledger/personal.hpp).
#pragma once

#include <anping/ledger/personal.hpp>
#include <anping/registry/commands.hpp>

namespace anping::registry {

struct InstitutionRegistered {
    static constexpr char const* kType = "registry.institution_registered";
    static constexpr std::int64_t kVersion = 1;
    RegisterInstitution institution;
};
BOOST_DESCRIBE_STRUCT(InstitutionRegistered, (), (institution))

// Its registration by the recognition authority may follow, with the same subject.
struct InstitutionNoted {
    static constexpr char const* kType = "registry.institution_noted";
    static constexpr std::int64_t kVersion = 1;
    NoteInstitution institution;
};
BOOST_DESCRIBE_STRUCT(InstitutionNoted, (), (institution))

struct ContactChanged {
    static constexpr char const* kType = "registry.contact_changed";
    static constexpr std::int64_t kVersion = 1;
    ChangeContact contact;
};
BOOST_DESCRIBE_STRUCT(ContactChanged, (), (contact))

struct PersonAdded {
    static constexpr char const* kType = "registry.person_added";
    static constexpr std::int64_t kVersion = 1;
    PersonId person;
    ledger::Commitment name;
    AssessorLevel level = AssessorLevel::none;
    std::string specialty;
    std::optional<std::string> certificate;
    std::optional<field::Date> certificate_until;
};
BOOST_DESCRIBE_STRUCT(PersonAdded, (), (person, name, level, specialty, certificate, certificate_until))

struct CredentialRecorded {
    static constexpr char const* kType = "registry.credential_recorded";
    static constexpr std::int64_t kVersion = 1;
    CredentialId credential;
    RecordCredential content;
};
BOOST_DESCRIBE_STRUCT(CredentialRecorded, (), (credential, content))

// Who asked is the entry's actor.
struct CredentialVerified {
    static constexpr char const* kType = "registry.credential_verified";
    static constexpr std::int64_t kVersion = 1;
    PersonId person;
    RecordVerification content;
};
BOOST_DESCRIBE_STRUCT(CredentialVerified, (), (person, content))

struct EmploymentRecorded {
    static constexpr char const* kType = "registry.employment_recorded";
    static constexpr std::int64_t kVersion = 1;
    RecordEmployment content;
};
BOOST_DESCRIBE_STRUCT(EmploymentRecorded, (), (content))

struct BranchRegistered {
    static constexpr char const* kType = "registry.branch_registered";
    static constexpr std::int64_t kVersion = 1;
    BranchId branch;
    RegisterBranch content;
};
BOOST_DESCRIBE_STRUCT(BranchRegistered, (), (branch, content))

struct InstrumentRegistered {
    static constexpr char const* kType = "registry.instrument_registered";
    static constexpr std::int64_t kVersion = 1;
    InstrumentId instrument;
    RegisterInstrument content;
};
BOOST_DESCRIBE_STRUCT(InstrumentRegistered, (), (instrument, content))

struct InstrumentCalibrated {
    static constexpr char const* kType = "registry.instrument_calibrated";
    static constexpr std::int64_t kVersion = 1;
    RecordCalibration content;
};
BOOST_DESCRIBE_STRUCT(InstrumentCalibrated, (), (content))

struct EnterpriseRegistered {
    static constexpr char const* kType = "registry.enterprise_registered";
    static constexpr std::int64_t kVersion = 1;
    RegisterEnterprise enterprise;
};
BOOST_DESCRIBE_STRUCT(EnterpriseRegistered, (), (enterprise))

struct EnterpriseDescribed {
    static constexpr char const* kType = "registry.enterprise_described";
    static constexpr std::int64_t kVersion = 1;
    DescribeEnterprise content;
};
BOOST_DESCRIBE_STRUCT(EnterpriseDescribed, (), (content))

// Of an expert, who is the subject.
struct ExpertListed {
    static constexpr char const* kType = "registry.expert_listed";
    static constexpr std::int64_t kVersion = 1;
    ledger::Commitment name;
    BureauId bureau;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    ExpertFacts facts;
};
BOOST_DESCRIBE_STRUCT(ExpertListed, (), (name, bureau, region, authority, facts))

struct ExpertChanged {
    static constexpr char const* kType = "registry.expert_changed";
    static constexpr std::int64_t kVersion = 1;
    ChangeExpert content;
};
BOOST_DESCRIBE_STRUCT(ExpertChanged, (), (content))

struct ExpertStruck {
    static constexpr char const* kType = "registry.expert_struck";
    static constexpr std::int64_t kVersion = 1;
    StrikeExpert content;
};
BOOST_DESCRIBE_STRUCT(ExpertStruck, (), (content))

}  // namespace anping::registry
