// SPDX-License-Identifier: Apache-2.0
#include <anping/practice/service.hpp>

#include "errors.hpp"
#include "queries.hpp"
#include "rules.hpp"

namespace anping::practice {
queries::Reading Service::reading(db::Session& session, rulebook::Law const& law) const {
    return {session, directory_, law, field::beijing_date(clock_.now())};
}

Result<ProjectFiles> Service::files(db::Session& session, ProjectId const& id, std::int64_t below) const {
    if (!queries::target(session, id)) return unknown_project();
    return queries::files(session, id, below);
}

std::optional<ProjectId> Service::project_of(db::Session& session, NoticeId const& id) const {
    return queries::project_of_notice(session, id);
}

Result<ProjectView> Service::project(db::Session& session, ProjectId const& id) const {
    auto const law = law_();
    auto view = queries::project(reading(session, *law), id);
    if (!view) return unknown_project();
    return std::move(*view);
}

Result<ProjectView> Service::project(ledger::Transaction& transaction, ProjectId const& id) const {
    auto const law = law_();
    auto view = queries::project_within(reading(transaction.session(), *law), id);
    if (!view) return unknown_project();
    return std::move(*view);
}

std::vector<ProjectSummary> Service::projects(db::Session& session, access::Visibility const& sees,
                                              ProjectFilter const& filter, std::string const& after,
                                              std::int64_t limit) const {
    auto const law = law_();
    auto const with = reading(session, *law);
    return queries::projects(
        with, queries::narrowed(session, queries::seen_projects(sees), filter, with.today, queries::Wanted::some),
        after, limit);
}

std::int64_t Service::count(db::Session& session, access::Visibility const& sees, ProjectFilter const& filter) const {
    return queries::count(session, queries::narrowed(session, queries::seen_projects(sees), filter,
                                                     field::beijing_date(clock_.now()), queries::Wanted::all));
}

std::vector<FoundMatter> Service::matters(db::Session& session, access::Visibility const& sees, std::string const& text,
                                          std::int64_t limit) const {
    auto const law = law_();
    return queries::matters(reading(session, *law), queries::seen_projects(sees), text, limit);
}

std::vector<ProjectFacts> Service::facts_of(db::Session& session, std::vector<ProjectId> const& ids) const {
    return queries::facts_of(session, ids);
}

std::vector<FiledReport> Service::filed_after(db::Session& session, std::int64_t entry, std::size_t limit) const {
    return queries::filed_after({session, directory_}, entry, limit);
}

std::int64_t Service::filed_between(db::Session& session, std::int64_t after, std::int64_t before) const {
    return queries::filed_between(session, after, before);
}

std::vector<FiledReport> Service::filed_about(db::Session& session, registry::EnterpriseId const& enterprise,
                                              Timestamp before, std::size_t limit) const {
    return queries::filed_about({session, directory_}, enterprise, before, limit);
}

std::optional<FiledReport> Service::report(db::Session& session, ReportId const& id) const {
    return queries::filed({session, directory_}, id);
}

SiteView Service::site(db::Session& session, ProjectId const& id) const {
    auto const law = law_();
    return queries::site(reading(session, *law), id);
}

std::vector<AskedProject> Service::asked(db::Session& session, registry::EnterpriseId const& enterprise,
                                         std::int64_t limit) const {
    auto out = queries::asked(session, {"practice_project.enterprise = :enterprise", {enterprise}}, limit);
    std::vector<std::string*> names;
    names.reserve(out.size());
    for (auto& one : out) names.push_back(&one.institution_name);
    directory_.put_names(session, names);
    return out;
}

Result<PriceComparison> Service::price(db::Session& session, ProjectId const& id) const {
    auto const law = law_();
    auto out = queries::price(reading(session, *law), id);
    if (!out) return unknown_project();
    return std::move(*out);
}

ProcessRule Service::process_rule(db::Session& session, registry::InstitutionId const& institution) const {
    rulebook::Place place;
    if (auto const known = directory_.institution(session, institution)) place.region = known->region;
    return practice::process_rule(queries::own_process_rule(session, institution), *law_(), place,
                                  field::beijing_date(clock_.now()));
}

std::vector<registry::Staffing> Service::staffing(db::Session& session, ProjectId const& id) const {
    auto const law = law_();
    return queries::staffing(reading(session, *law), id);
}

std::vector<TimelineItem> Service::timeline(db::Session& session, ProjectId const& id) const {
    auto const law = law_();
    return queries::timeline(reading(session, *law), id);
}

std::vector<DeadlineView> Service::deadlines(db::Session& session, access::Visibility const& sees, std::int64_t limit,
                                             std::optional<field::RegionCode> const& region) const {
    auto const law = law_();
    return queries::deadlines(reading(session, *law), queries::seen_deadlines(sees, region), limit);
}

std::vector<OverdueCount> Service::overdue_by_place(db::Session& session, access::Visibility const& sees,
                                                    field::Date today) const {
    return queries::overdue_by_place(session, queries::seen_projects(sees), today);
}

std::vector<NoticeView> Service::inbox(db::Session& session, registry::BureauId const& bureau, bool unopened,
                                       std::int64_t before, std::int64_t limit) const {
    auto const law = law_();
    return queries::inbox(reading(session, *law), bureau, unopened, before, limit);
}

std::vector<NoticeView> Service::on_site(db::Session& session, access::Visibility const& sees,
                                         field::RegionCode const& region, std::int64_t limit) const {
    auto const law = law_();
    auto const with = reading(session, *law);
    ProjectFilter within;
    within.region = region;
    return queries::on_site(
        with, queries::narrowed(session, queries::seen_projects(sees), within, with.today, queries::Wanted::some),
        limit);
}

std::vector<PublishedReport> Service::published(db::Session& session, std::string const& number_or_digest) const {
    auto const law = law_();
    return queries::published(reading(session, *law), number_or_digest);
}

std::vector<PublishedReport> Service::published_of(db::Session& session, registry::InstitutionId const& institution,
                                                   std::int64_t limit) const {
    auto const law = law_();
    return queries::published_of(reading(session, *law), institution, limit);
}

std::vector<rulebook::OpenDeadline> Service::open_deadlines(db::Session& session) const {
    return queries::open_deadlines(session, {});
}

std::vector<rulebook::OpenDeadline> Service::open_deadlines(db::Session& session,
                                                            access::Visibility const& sees) const {
    return queries::open_deadlines(session, queries::seen_projects(sees));
}

std::pair<std::vector<std::string>, std::vector<field::RegionCode>> Service::concerned_by(
    db::Session& session, registry::InstitutionId const& institution, std::string const& asker) const {
    return queries::concerned_by(session, institution, asker);
}

std::map<std::string, std::int64_t> Service::citations(db::Session& session) const {
    return queries::citations(session);
}

std::vector<CitingAct> Service::citing(db::Session& session, access::Visibility const& sees, std::string const& clause,
                                       std::int64_t before, std::int64_t limit) const {
    return queries::citing(session, queries::seen_projects(sees), clause, before, limit);
}

}  // namespace anping::practice
