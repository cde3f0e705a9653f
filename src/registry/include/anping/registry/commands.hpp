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

struct RegisterEnterprise {
    Text<2, 100> name;
    field::CreditCode credit_code;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    Text<1, 200> address;
};
BOOST_DESCRIBE_STRUCT(RegisterEnterprise, (), (name, credit_code, region, authority, address))

}  // namespace anping::registry
