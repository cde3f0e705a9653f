// SPDX-License-Identifier: Apache-2.0
// What a decision knows of a project.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <anping/practice/events.hpp>
#include <anping/practice/views/papers.hpp>

namespace anping::practice {

struct SignedStep {
    ReviewStep step = ReviewStep::internal_review;
    std::string account;
};

struct State {
    ProjectId id;
    registry::InstitutionId institution;
    registry::EnterpriseId enterprise;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    Stage stage = Stage::contracted;
    bool statutory = true;
    std::string service_type;
    std::string scope;
    bool scope_covered = true;
    bool qualification_valid = true;
    registry::PersonId leader;
    std::optional<field::Date> signed_on;  // nothing: the contract is not known yet
    std::optional<field::Date> ends_on;
    field::Date planned_first_day;
    std::int64_t contract_scans = 0;
    std::int64_t invoices = 0;
    std::optional<field::Date> contract_uploaded_on;
    std::optional<field::Date> notice_filed_on;
    std::vector<registry::PersonId> noticed;  // the people of the last notice
    std::optional<field::Date> first_day;     // of the first survey
    std::optional<field::Date> last_day;
    std::int64_t surveys = 0;
    std::int64_t photos = 0;
    bool leader_on_site = false;
    std::optional<std::string> reason_code;
    std::optional<ReportId> report;
    std::int64_t edition = 0;
    std::string report_sm3;
    std::string report_sha256;
    std::int64_t report_size = 0;
    std::string report_filer;  // account
    std::optional<field::Date> report_filed_on;
    std::vector<SignedStep> signed_steps;  // of the current edition
    bool published = false;                // the current edition
    bool withdrawn = false;                // it was published once
    struct Opinion {
        std::int64_t number = 0;
        ReviewStep step = ReviewStep::internal_review;
        bool answered = false;
    };
    std::vector<Opinion> opinions;
    std::optional<ProcessRule> own_rule;  // of the institution's process control
    // On the institution's own site, of whichever edition.
    struct Disclosure {
        ReportId report;
        std::string sm3;  // of its file
        std::string url;
        DisclosedAs as = DisclosedAs::original;
        std::int64_t failed_days = 0;
        std::optional<field::Date> failed_on;  // the last of them
    };
    std::optional<Disclosure> disclosure;
    std::optional<ReportId> copy;  // the report a redacted copy is on the portal of
    std::int64_t team_edition = 0;
    std::vector<TeamMember> team;  // of the last edition, the leader apart
    struct OpenMeasure {
        std::int64_t number = 0;
        bool settled = false;  // declined, or checked and done
    };
    std::vector<OpenMeasure> measures;
    Noted noted;  // further facts, as events left them
    std::int64_t entries = 0;
    std::int64_t exhibits = 0;

    // The edition that counts is disclosed.
    bool disclosed() const { return disclosure && report && disclosure->report == *report; }
    rulebook::Place place() const { return {region, authority}; }
    bool has_signed(ReviewStep step) const {
        return std::ranges::any_of(signed_steps, [&](SignedStep const& s) { return s.step == step; });
    }
};

}  // namespace anping::practice
