// SPDX-License-Identifier: Apache-2.0
#include "detection.hpp"

#include <algorithm>

#include <anping/field/date.hpp>

namespace anping::findings {

forensics::Known known_of(practice::FiledReport const& report, practice::ProjectView const& project) {
    forensics::Known out;
    out.own_names = {report.enterprise_name};
    out.institution_names = {report.institution_name};
    out.regions = {report.target.region};
    out.project_names = {project.title};
    if (project.contract) out.days.contract = project.contract->value().signed_on;
    for (auto const& survey : project.surveys) {
        out.days.survey.push_back(field::beijing_date(survey.started_at));
        out.on_site.insert(out.on_site.end(), survey.member_names.begin(), survey.member_names.end());
    }
    if (!project.team) return out;
    out.team.push_back({project.team->leader_name, {}, {}, {}});
    for (auto const& member : project.team->members) out.team.push_back({member.name, {}, {}, {}});
    for (auto const& expert : project.team->experts) out.own_persons.push_back(expert.name.value);
    for (auto const& support : project.team->supports) out.declared.push_back(support.name.value);
    return out;
}

std::vector<Compared::Found> detect(forensics::Known known, vault::Document const& document,
                                    json::object const* detectors) {
    auto const read = forensics::report_of(document);
    std::vector<Compared::Found> out;
    for (auto& one : forensics::find_leftovers(read, with_facts(std::move(known), forensics::facts_of(read))))
        out.push_back({std::move(one)});
    std::erase_if(
        out, [&](auto const& one) { return rulebook::catalogue_item(detectors, one.finding.detector) == nullptr; });
    return out;
}

}  // namespace anping::findings
