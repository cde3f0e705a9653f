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
    std::int64_t people = 0;
    Timestamp registered_at;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(InstitutionView, (),
                      (id, name, credit_code, kind, region, region_name, address, website, phone, qualification, people,
                       registered_at, version))

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

struct EnterpriseView {
    EnterpriseId id;
    std::string name;
    field::CreditCode credit_code;
    field::RegionCode region;
    std::string region_name;
    field::Authority authority = field::Authority::government;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(EnterpriseView, (), (id, name, credit_code, region, region_name, authority, address))

}  // namespace anping::registry
