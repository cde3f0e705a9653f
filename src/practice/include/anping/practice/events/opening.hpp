// SPDX-License-Identifier: Apache-2.0
// From the contract to the team.
#pragma once

#include <anping/ledger/personal.hpp>
#include <anping/practice/commands.hpp>
#include <anping/registry/staffing.hpp>

namespace anping::practice {

// What the law made of the project with this event: the deadlines it sets, and every flag that stands.
struct Judgement {
    std::string law;  // digest of all books used
    std::vector<rulebook::Deadline> deadlines;
    std::vector<rulebook::Flag> flags;
    std::vector<std::string> undecided;  // duties that cannot be counted yet: the calendar is not published that far
};
BOOST_DESCRIBE_STRUCT(Judgement, (), (law, deadlines, flags, undecided))

// What an event adds to the facts of its project, by their names in the books.
using Noted = json::object;

struct ProjectOpened {
    static constexpr char const* kType = "practice.project_opened";
    static constexpr std::int64_t kVersion = 1;
    registry::InstitutionId institution;
    registry::EnterpriseId enterprise;
    Text<2, 100> title;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    Text<1, 200> site;
    field::Scope scope;
    bool statutory = true;
    Text<1, 60> statutory_kind;
    Text<1, 60> service_type;
    Contract contract;
    registry::PersonId leader;
    field::Date site_first_day;
    bool scope_covered = true;
    bool qualification_valid = true;
    std::vector<Text<1, 60>> acknowledged;
    std::optional<registry::BranchId> branch;
    std::optional<registry::Staffing> staffing;  // of who signs, on the day of signing
    std::optional<RiskAnalysis> risk;
    std::optional<Terms> terms;
    std::optional<Noted> noted;
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(ProjectOpened, (),
                      (institution, enterprise, title, region, authority, site, scope, statutory, statutory_kind,
                       service_type, contract, leader, site_first_day, scope_covered, qualification_valid, acknowledged,
                       branch, staffing, risk, terms, noted, judgement))

struct ContractRecorded {
    static constexpr char const* kType = "practice.contract_recorded";
    static constexpr std::int64_t kVersion = 1;
    Contract contract;
    registry::PersonId leader;
    bool scope_covered = true;
    bool qualification_valid = true;
    std::optional<registry::BranchId> branch;
    std::optional<registry::Staffing> staffing;
    std::optional<RiskAnalysis> risk;
    std::optional<Terms> terms;
    std::optional<Text<1, 500>> reason;
    Noted noted;
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(ContractRecorded, (),
                      (contract, leader, scope_covered, qualification_valid, branch, staffing, risk, terms, reason,
                       noted, judgement))

struct TeamExpert {
    ledger::Commitment name;
    Text<1, 40> specialty;
    Text<1, 100> employer;
    std::optional<registry::ExpertId> listed;  // in a bureau's pool
};
BOOST_DESCRIBE_STRUCT(TeamExpert, (), (name, specialty, employer, listed))

struct TeamInstrument {
    registry::InstrumentId instrument;
    std::optional<field::Date> calibrated_until;  // as known when the team was formed
};
BOOST_DESCRIBE_STRUCT(TeamInstrument, (), (instrument, calibrated_until))

struct TeamFormed {
    static constexpr char const* kType = "practice.team_formed";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t edition = 1;
    registry::PersonId leader;
    std::int64_t leader_years = 0;
    std::vector<TeamMember> members;
    std::vector<TeamExpert> experts;
    std::vector<SupportUnit> supports;
    std::vector<TeamInstrument> instruments;
    std::optional<registry::Staffing> staffing;
    std::optional<Text<1, 500>> reason;
    Noted noted;
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(TeamFormed, (),
                      (edition, leader, leader_years, members, experts, supports, instruments, staffing, reason, noted,
                       judgement))

}  // namespace anping::practice
