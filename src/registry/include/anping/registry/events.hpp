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

struct EnterpriseRegistered {
    static constexpr char const* kType = "registry.enterprise_registered";
    static constexpr std::int64_t kVersion = 1;
    RegisterEnterprise enterprise;
};
BOOST_DESCRIBE_STRUCT(EnterpriseRegistered, (), (enterprise))

}  // namespace anping::registry
