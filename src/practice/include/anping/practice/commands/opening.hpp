// SPDX-License-Identifier: Apache-2.0
// From the contract to the team.
#pragma once

#include <anping/practice/types.hpp>

namespace anping::practice {

// A finished upload and what it is evidence of.
struct AttachFile {
    vault::UploadId upload;
    Text<1, 40> kind;
    std::optional<Timestamp> captured_at;
};
BOOST_DESCRIBE_STRUCT(AttachFile, (), (upload, kind, captured_at))

struct OpenProject {
    Text<2, 100> title;
    registry::EnterpriseId enterprise;
    field::RegionCode region;  // the county of the site
    field::Authority authority = field::Authority::government;
    Text<1, 200> site;
    field::Scope scope;
    bool statutory = true;
    Text<1, 60> statutory_kind;  // of the catalogue "statutory_kinds"; "none" when not statutory
    Text<1, 60> service_type;    // of the catalogue "service_types"
    Contract contract;
    registry::PersonId leader;
    field::Date site_first_day;  // as planned
    std::vector<AttachFile> files;
    std::vector<Text<1, 60>> acknowledged;     // watches the person was warned of before signing
    std::optional<registry::BranchId> branch;  // that signs; nothing: the institution itself
    std::optional<RiskAnalysis> risk;
    std::optional<Terms> terms;
};
BOOST_DESCRIBE_STRUCT(OpenProject, (),
                      (title, enterprise, region, authority, site, scope, statutory, statutory_kind, service_type,
                       contract, leader, site_first_day, files, acknowledged, branch, risk, terms))

// The contract of a project a bureau's record was the first of, or one changed since, then with the reason.
struct RecordContract {
    Contract contract;
    registry::PersonId leader;
    std::optional<registry::BranchId> branch;
    std::optional<RiskAnalysis> risk;
    std::optional<Terms> terms;
    std::optional<Text<1, 500>> reason;
    std::vector<AttachFile> files;
};
BOOST_DESCRIBE_STRUCT(RecordContract, (), (contract, leader, branch, risk, terms, reason, files))

// An expert from outside the institution.
struct OutsideExpert {
    Text<1, 50> name;
    Text<1, 40> specialty;
    Text<1, 100> employer;
    std::optional<registry::ExpertId> listed = {};  // in a bureau's pool
};
BOOST_DESCRIBE_STRUCT(OutsideExpert, (), (name, specialty, employer, listed))

// Who does the work, with what. Formed again when it changes, with the reason.
struct FormTeam {
    registry::PersonId leader;
    std::int64_t leader_years = 0;  // in this field of work
    std::vector<TeamMember> members;
    std::vector<OutsideExpert> experts;
    std::vector<SupportUnit> supports;
    std::vector<registry::InstrumentId> instruments;
    std::optional<Text<1, 500>> reason;
};
BOOST_DESCRIBE_STRUCT(FormTeam, (), (leader, leader_years, members, experts, supports, instruments, reason))

}  // namespace anping::practice
