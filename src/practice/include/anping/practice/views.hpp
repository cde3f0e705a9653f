// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/practice/acts.hpp>
#include <anping/practice/views/disclosure.hpp>
#include <anping/practice/views/parts.hpp>
#include <anping/practice/views/site.hpp>

namespace anping::practice {

struct ProjectSummary {
    ProjectId id;
    std::string title;
    registry::InstitutionId institution;
    std::string institution_name;
    registry::EnterpriseId enterprise;
    std::string enterprise_name;
    field::RegionCode region;
    std::string region_name;
    Stage stage = Stage::contracted;
    field::Date site_first_day;
    std::optional<std::string> next_duty;  // the nearest open deadline
    std::optional<field::Date> next_due;
    std::optional<std::int64_t> working_days_left;
    std::int64_t open_flags = 0;
    Timestamp changed_at;
};
BOOST_DESCRIBE_STRUCT(ProjectSummary, (),
                      (id, title, institution, institution_name, enterprise, enterprise_name, region, region_name,
                       stage, site_first_day, next_duty, next_due, working_days_left, open_flags, changed_at))

// What a number leads to: a notice by its receipt, a report by its public number.
struct FoundMatter {
    std::string kind;  // "notice", "report"
    ProjectId project;
    std::string project_title;
    std::string number;
};

struct ProjectView {
    ProjectId id;
    std::string title;
    registry::InstitutionId institution;
    std::string institution_name;
    registry::EnterpriseId enterprise;
    std::string enterprise_name;
    field::RegionCode region;
    std::string region_name;
    field::Authority authority = field::Authority::government;
    std::string site;
    field::Scope scope;
    bool scope_covered = true;
    bool qualification_valid = true;
    bool statutory = true;
    std::string statutory_kind;
    std::string service_type;
    std::optional<Stored<Contract>> contract;  // nothing for those who may not see the price
    std::optional<registry::BranchId> branch;
    std::optional<std::string> branch_name;
    std::optional<Stored<RiskAnalysis>> risk;
    std::optional<Stored<Terms>> terms;  // for those who may see the price
    registry::PersonId leader;
    std::string leader_name;
    field::Date site_first_day;
    Stage stage = Stage::contracted;
    std::vector<ReviewStep> review_steps;  // what the region's book asks for before publication, in order
    Timestamp opened_at;
    Timestamp changed_at;
    std::int64_t version = 0;
    std::optional<TeamView> team;  // as last formed
    std::vector<DeadlineView> deadlines;
    std::vector<FlagView> flags;
    std::vector<EvidenceView> evidence;
    std::vector<NoticeView> notices;
    std::vector<SurveyView> surveys;
    std::vector<ReportView> reports;
};
BOOST_DESCRIBE_STRUCT(ProjectView, (),
                      (id, title, institution, institution_name, enterprise, enterprise_name, region, region_name,
                       authority, site, scope, scope_covered, qualification_valid, statutory, statutory_kind,
                       service_type, contract, branch, branch_name, risk, terms, leader, leader_name, site_first_day,
                       stage, review_steps, opened_at, changed_at, version, team, deadlines, flags, evidence, notices,
                       surveys, reports))

// Where a price stands among like projects: the same service and scope, in the smallest area with enough of them.
// `percentile` of them cost less; nothing when there are too few anywhere.
struct PriceComparison {
    std::int64_t samples = 0;
    std::optional<std::int64_t> percentile;
    std::string area;
    bool low = false;  // below what the book calls low: for a person to look at (XJ-8)
    std::int64_t samples_asked = 0;
    std::optional<rulebook::Citation> citation;
};
BOOST_DESCRIBE_STRUCT(PriceComparison, (), (samples, percentile, area, low, samples_asked, citation))

// What an archive of the project is made of.
struct ProjectFiles {
    std::vector<std::string> sm3;  // of evidence and of every edition of the report, each once
    bool published = false;
};

// A published report as anybody may see it.
struct PublishedReport {
    std::string number;
    std::string title;
    std::string institution_name;
    std::string enterprise_name;
    std::string region_name;
    field::RegionCode region;
    Timestamp published_at;
    std::string sm3;
    std::string sha256;
    std::int64_t size = 0;
    std::string state;  // "filed", "superseded" or "withdrawn"
    std::int64_t entry = 0;
    std::optional<PublicDisclosure> disclosure;  // on the institution's own site
    std::optional<PublicCopy> copy;              // here, by the institution's choice
};
BOOST_DESCRIBE_STRUCT(PublishedReport, (),
                      (number, title, institution_name, enterprise_name, region_name, region, published_at, sm3, sha256,
                       size, state, entry, disclosure, copy))

}  // namespace anping::practice
