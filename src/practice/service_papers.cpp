// SPDX-License-Identifier: Apache-2.0
// Reads for what is printed.
#include <anping/practice/service.hpp>

#include "archive_contents.hpp"
#include "errors.hpp"
#include "queries.hpp"

namespace anping::practice {

Result<ArchiveContents> Service::archive(db::Session& session, ProjectId const& id) const {
    auto const project = this->project(session, id);
    if (!project) return unexpected<Error>(project.error());
    rulebook::Place const place{project->region, project->authority};
    auto const law = law_();
    auto const* catalogue = law->catalogue("archive_contents", place, field::beijing_date(clock_.now()));
    return archive_contents(*project, site(session, id), catalogue);
}

Result<std::string> Service::archive_list(db::Session& session, ProjectId const& id) const {
    auto const project = this->project(session, id);
    auto const contents = archive(session, id);
    if (!project || !contents) return unknown_project();
    return archive_text(*project, *contents);
}

Result<NoticePaper> Service::notice_paper(db::Session& session, ProjectId const& id,
                                          std::optional<NoticeId> const& notice) const {
    auto project = this->project(session, id);
    if (!project) return unexpected<Error>(std::move(project.error()));
    NoticePaper out;
    out.project = std::move(*project);
    auto const& notices = out.project.notices;  // the newest first
    if (notices.empty() && !notice) return no_notice_yet();
    auto const found = notice ? std::ranges::find(notices, *notice, &NoticeView::id) : notices.begin();
    if (found == notices.end()) return unknown_notice();
    out.notice = *found;
    auto institution = directory_.institution(session, out.project.institution);
    if (!institution) return unknown_project();
    out.institution = std::move(*institution);
    out.enterprise = directory_.enterprise(session, out.project.enterprise);
    for (auto& person : directory_.people(session, out.notice.content.members)) {
        NoticePaper::Member member{std::move(person), {}};
        if (out.project.team)
            for (auto const& one : out.project.team->members)
                if (one.person == member.person.id) member.duty = one.duty;
        out.members.push_back(std::move(member));
    }
    return out;
}

Result<ProjectPaper> Service::project_paper(db::Session& session, ProjectId const& id) const {
    auto project = this->project(session, id);
    if (!project) return unexpected<Error>(std::move(project.error()));
    ProjectPaper out;
    out.project = std::move(*project);
    auto institution = directory_.institution(session, out.project.institution);
    if (!institution) return unknown_project();
    out.institution = std::move(*institution);
    out.enterprise = directory_.enterprise(session, out.project.enterprise);
    if (!out.project.team) return out;
    std::vector<std::pair<registry::PersonId, std::string>> named{{out.project.team->leader, {}}};
    for (auto const& one : out.project.team->members) named.emplace_back(one.person, one.duty);
    std::vector<registry::PersonId> ids;
    ids.reserve(named.size());
    for (auto const& [person, duty] : named) ids.push_back(person);
    auto const people = directory_.people(session, ids);
    for (auto& [person, duty] : named) {
        auto const found = std::ranges::find(people, person, &registry::PersonView::id);
        if (found != people.end()) out.members.push_back({*found, std::move(duty)});
    }
    return out;
}

std::vector<NoticeLine> Service::notice_lines(db::Session& session, registry::BureauId const& bureau, field::Date from,
                                              field::Date until) const {
    auto const law = law_();
    return queries::notice_lines(reading(session, *law), bureau, from, until);
}

std::vector<WorkLine> Service::work_lines(db::Session& session, registry::InstitutionId const& institution,
                                          field::Date from, field::Date until) const {
    auto const law = law_();
    return queries::work_lines(reading(session, *law), institution, from, until);
}

std::vector<NoticeView> Service::notices(db::Session& session, registry::BureauId const& bureau,
                                         std::vector<NoticeId> const& ids) const {
    auto const law = law_();
    return queries::notices_to(reading(session, *law), bureau, ids);
}

std::vector<std::pair<std::string, std::string>> Service::fields_of(std::string const& form,
                                                                    rulebook::Place const& place) const {
    std::vector<std::pair<std::string, std::string>> out;
    auto const items = law_()->setting(rulebook::Kind::form, form, "items", place, field::beijing_date(clock_.now()));
    if (!items || !items->is_array()) return out;
    for (auto const& item : items->get_array())
        out.emplace_back(std::string(item.at("code").as_string()), std::string(item.at("name").as_string()));
    return out;
}

std::map<std::string, std::string> Service::names_of(rulebook::Kind kind, std::string const& name,
                                                     rulebook::Place const& place) const {
    std::map<std::string, std::string> out;
    auto const items = law_()->setting(kind, name, "items", place, field::beijing_date(clock_.now()));
    if (!items || !items->is_array()) return out;
    for (auto const& item : items->get_array())
        out.emplace(std::string(item.at("code").as_string()), std::string(item.at("name").as_string()));
    return out;
}

}  // namespace anping::practice
