// SPDX-License-Identifier: Apache-2.0
// Tables to views and states: the only code that reads them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <anping/access/identity.hpp>
#include <anping/access/policy.hpp>
#include <anping/db/session.hpp>
#include <anping/practice/project_filter.hpp>
#include <anping/practice/projects.hpp>
#include <anping/practice/reports.hpp>
#include <anping/practice/views/disclosure.hpp>
#include <anping/practice/views/papers.hpp>
#include <anping/registry/directory.hpp>
#include <anping/rulebook/tools.hpp>

#include "state.hpp"

namespace anping::practice::queries {

// A condition over practice_project's columns (region, institution, enterprise), as access makes it of what a person
// may see.
struct Filter {
    std::string sql = "1 = 1";
    db::Params params = {};

    // Its values and then these.
    db::Params and_then(db::Params const& more) const {
        auto out = params;
        out.insert(out.end(), more.begin(), more.end());
        return out;
    }
};

// What the region's book is asked with, and about.
struct DisclosurePlace {
    rulebook::Place place;
    bool failed = false;  // the last time
};

struct Reading {
    db::Session& session;
    registry::Directory const& directory;
    rulebook::Law const& law;
    field::Date today;
};

std::optional<State> state(db::Session& session, ProjectId const& id);
std::optional<access::Target> target(db::Session& session, ProjectId const& id);

std::optional<ProjectView> project(Reading const& with, ProjectId const& id);
// In the transaction that is open.
std::optional<ProjectView> project_within(Reading const& with, ProjectId const& id);
std::vector<ProjectSummary> projects(Reading const& with, Filter const& filter, std::string const& after,
                                     std::int64_t limit);
// What is seen, narrowed; and how many projects a condition leaves, all of them or each kind of them.
inline constexpr char const* kStatutoryKind =
    "CASE WHEN practice_project.statutory = 1 THEN practice_project.statutory_kind ELSE 'none' END";
Filter seen_projects(access::Visibility const& sees);
enum class Wanted { some, all };  // the first in the list's order, or every one, to be counted
Filter narrowed(db::Session& session, Filter seen, ProjectFilter const& by, field::Date today, Wanted wanted);
std::int64_t count(db::Session& session, Filter const& filter);
std::vector<std::pair<std::string, std::int64_t>> tally(db::Session& session, Filter const& filter, TallyBy by);
// Notices by part of a receipt's number, reports by part of their public number.
std::vector<FoundMatter> matters(Reading const& with, Filter const& filter, std::string const& text,
                                 std::int64_t limit);
// Nothing when there is no such project.
std::optional<PriceComparison> price(Reading const& with, ProjectId const& id);
ProjectFiles files(db::Session& session, ProjectId const& id, std::int64_t below);
std::vector<ProjectFacts> facts_of(db::Session& session, std::vector<ProjectId> const& ids);
struct Filings {
    db::Session& session;
    registry::Directory const& directory;
};
std::vector<FiledReport> filed_after(Filings const& from, std::int64_t entry, std::size_t limit);
std::vector<FiledReport> filed_about(Filings const& from, registry::EnterpriseId const& enterprise, Timestamp before,
                                     std::size_t limit);
std::int64_t filed_between(db::Session& session, std::int64_t after, std::int64_t before);
std::optional<FiledReport> filed(Filings const& from, ReportId const& id);
SiteView site(Reading const& with, ProjectId const& id);
// What enterprises are asked for in the projects, the most urgent first.
std::vector<AskedProject> asked(db::Session& session, Filter const& filter, std::int64_t limit);
std::optional<ProcessRule> own_process_rule(db::Session& session, registry::InstitutionId const& institution);
std::vector<registry::Staffing> staffing(Reading const& with, ProjectId const& id);
DisclosureView disclosure(db::Session& session, ProjectId const& id);
std::optional<CopyView> copy(db::Session& session, ProjectId const& id);
std::optional<CopyView> copy_of(db::Session& session, std::string const& number);
std::optional<DisclosureToCheck> disclosure_to_check(db::Session& session, ProjectId const& id);
// Those not looked at since `before`, the longest first; each with its place.
std::vector<std::pair<DisclosureToCheck, DisclosurePlace>> disclosures_before(db::Session& session, Timestamp before);
std::vector<TimelineItem> timeline(Reading const& with, ProjectId const& id);
// Open deadlines of the projects, the most urgent first.
Filter seen_deadlines(access::Visibility const& sees, std::optional<field::RegionCode> const& region);
std::vector<DeadlineView> deadlines(Reading const& with, Filter const& filter, std::int64_t limit);
std::vector<OverdueCount> overdue_by_place(db::Session& session, Filter const& filter, field::Date today);
// Notices to a bureau, newest first, below the entry `before`; `unopened` narrows.
std::vector<NoticeView> inbox(Reading const& with, registry::BureauId const& bureau, bool unopened, std::int64_t before,
                              std::int64_t limit);
// Received by the bureau on these days, the first first.
std::vector<NoticeLine> notice_lines(Reading const& with, registry::BureauId const& bureau, field::Date from,
                                     field::Date until);
// Of contracts signed on these days, the first first.
std::vector<WorkLine> work_lines(Reading const& with, registry::InstitutionId const& institution, field::Date from,
                                 field::Date until);
// Those with these ids that were sent to the bureau.
std::vector<NoticeView> notices_to(Reading const& with, registry::BureauId const& bureau,
                                   std::vector<NoticeId> const& ids);
// Notices whose announced days on site include today.
std::vector<NoticeView> on_site(Reading const& with, Filter const& filter, std::int64_t limit);
std::vector<std::pair<std::string, std::int64_t>> on_site_by_region(Reading const& with, Filter const& filter);
std::optional<ProjectId> project_of_notice(db::Session& session, NoticeId const& id);
// The authority of the addressed bureau: a province receives for both.
std::optional<field::Authority> notice_authority(db::Session& session, NoticeId const& id,
                                                 registry::BureauId const& bureau);
bool notice_opened(db::Session& session, NoticeId const& id, registry::BureauId const& bureau);

std::vector<rulebook::OpenDeadline> open_deadlines(db::Session& session, Filter const& filter);
std::pair<std::vector<std::string>, std::vector<field::RegionCode>> concerned_by(
    db::Session& session, registry::InstitutionId const& institution, std::string const& asker);
// How many acts each clause was cited by.
std::map<std::string, std::int64_t> citations(db::Session& session);
// The acts that cite a clause, newest first, below the entry `before`.
std::vector<CitingAct> citing(db::Session& session, Filter const& filter, std::string const& clause,
                              std::int64_t before, std::int64_t limit);

std::vector<PublishedReport> published(Reading const& with, std::string const& number_or_digest);
std::vector<PublishedReport> published_of(Reading const& with, registry::InstitutionId const& institution,
                                          std::int64_t limit);

}  // namespace anping::practice::queries
