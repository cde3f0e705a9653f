// SPDX-License-Identifier: Apache-2.0
#include <anping/practice/service.hpp>

#include "errors.hpp"
#include "queries.hpp"

namespace anping::practice {
namespace {

queries::Filter filter_of(access::Visibility const& sees) {
    auto predicate = sees.where({"practice_project.institution",
                                 {"practice_project.enterprise"},
                                 {"practice_project.region"},
                                 "practice_project.authority",
                                 ""});
    return {std::move(predicate.text), std::move(predicate.params)};
}

}  // namespace

Result<ProjectView> Service::project(db::Session& session, ProjectId const& id) const {
    auto const law = law_();
    auto view = queries::project({session, directory_, *law, field::beijing_date(clock_.now())}, id);
    if (!view) return unknown_project();
    return std::move(*view);
}

std::vector<ProjectSummary> Service::projects(db::Session& session, access::Visibility const& sees,
                                              std::string const& text, std::string const& after,
                                              std::int64_t limit) const {
    auto const law = law_();
    return queries::projects({session, directory_, *law, field::beijing_date(clock_.now())}, filter_of(sees), text,
                             after, limit);
}

std::vector<TimelineItem> Service::timeline(db::Session& session, ProjectId const& id) const {
    auto const law = law_();
    return queries::timeline({session, directory_, *law, field::beijing_date(clock_.now())}, id);
}

std::vector<DeadlineView> Service::deadlines(db::Session& session, access::Visibility const& sees,
                                             std::int64_t limit) const {
    auto const law = law_();
    return queries::deadlines({session, directory_, *law, field::beijing_date(clock_.now())}, filter_of(sees), limit);
}

std::vector<NoticeView> Service::inbox(db::Session& session, registry::BureauId const& bureau, bool unopened,
                                       std::int64_t before, std::int64_t limit) const {
    auto const law = law_();
    return queries::inbox({session, directory_, *law, field::beijing_date(clock_.now())}, bureau, unopened, before,
                          limit);
}

std::vector<NoticeView> Service::on_site(db::Session& session, access::Visibility const& sees,
                                         std::int64_t limit) const {
    auto const law = law_();
    return queries::on_site({session, directory_, *law, field::beijing_date(clock_.now())}, filter_of(sees), limit);
}

std::vector<PublishedReport> Service::published(db::Session& session, std::string const& number_or_digest) const {
    auto const law = law_();
    return queries::published({session, directory_, *law, field::beijing_date(clock_.now())}, number_or_digest);
}

std::vector<PublishedReport> Service::published_of(db::Session& session, registry::InstitutionId const& institution,
                                                   std::int64_t limit) const {
    auto const law = law_();
    return queries::published_of({session, directory_, *law, field::beijing_date(clock_.now())}, institution, limit);
}

std::map<std::string, std::int64_t> Service::citations(db::Session& session) const {
    return queries::citations(session);
}

}  // namespace anping::practice
