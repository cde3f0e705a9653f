// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <set>

#include <anping/base/json.hpp>
#include <anping/planning/campaign.hpp>

#include "covered.hpp"

namespace anping::planning {
namespace {

using Looks = std::map<std::string, std::vector<CoveredBy>>;  // by whom or what was looked at

struct Both {
    Looks institutions;
    Looks projects;
};

rulebook::Place place_of(access::Principal const& who) { return {who.region, who.authority}; }

Both looks_of(Campaign::With const& with, db::Session& session, access::Principal const& who,
              CampaignAsked const& asked) {
    Both out;
    for (auto const& one : with.done(session, place_of(who), asked.since, asked.to)) {
        auto const by = covered_by(one, who.unit, with.directory);
        out.institutions[one.institution.text].push_back(by);
        if (one.project) out.projects[one.project->text].push_back(by);
    }
    return out;
}

std::vector<CoveredBy> of(Looks const& looks, std::string const& id) {
    auto const found = looks.find(id);
    return found == looks.end() ? std::vector<CoveredBy>() : found->second;
}

bool is_shown(Shown shown, std::vector<CoveredBy> const& by) {
    return shown == Shown::all || (shown == Shown::covered) != by.empty();
}

// Whom or what each list is about looks one by one.
CoverageCount counted(std::vector<std::vector<CoveredBy>> const& all) {
    CoverageCount out;
    out.total = static_cast<std::int64_t>(all.size());
    std::map<Coverage, std::int64_t> kinds;
    for (auto const& by : all) {
        std::set<Coverage> ways;
        for (auto const& one : by) ways.insert(one.kind);
        if (!ways.empty()) ++out.covered;
        for (auto const way : ways) ++kinds[way];
    }
    for (auto const& [kind, count] : kinds) out.kinds.push_back({kind, count});
    return out;
}

rulebook::Clause const* clause_of(rulebook::Law const& law, access::Principal const& who, field::Date day) {
    return law.find(rulebook::Kind::campaign, "full_coverage", place_of(who), day);
}

bool full(std::size_t rows, std::int64_t limit) { return static_cast<std::int64_t>(rows) >= limit; }

}  // namespace

field::Date Campaign::since(access::Principal const& who, field::Date today) const {
    auto const law = with_.law();
    auto const* clause = clause_of(*law, who, today);
    auto const* item = clause == nullptr ? nullptr : rulebook::catalogue_item(&clause->body, "projects");
    auto const* from = item == nullptr ? nullptr : item->if_contains("from");
    if (from != nullptr)
        if (auto const day = field::parse_date(std::string(from->as_string()))) return *day;
    return field::Date::of(today.year(), 1, 1).value();
}

CampaignView Campaign::campaign(db::Session& session, access::Principal const& who, CampaignAsked const& asked) const {
    CampaignView out;
    out.since = asked.since;
    out.to = asked.to;
    auto const law = with_.law();
    if (auto const* clause = clause_of(*law, who, asked.to)) out.citation = clause->citation;
    auto const looks = looks_of(with_, session, who, asked);
    std::vector<std::vector<CoveredBy>> institutions, projects, earlier;
    for (auto const& id : with_.local(session, who.region)) institutions.push_back(of(looks.institutions, id.text));
    for (auto const& one : with_.projects(session, place_of(who), asked.since))
        projects.push_back(of(looks.projects, one.id.text));
    for (auto& one : with_.earlier.rows(session, who, asked.since, asked.to)) earlier.push_back(std::move(one.by));
    out.institutions = counted(institutions);
    out.projects = counted(projects);
    out.earlier = counted(earlier);
    return out;
}

std::vector<CampaignInstitution> Campaign::institutions(db::Session& session, access::Principal const& who,
                                                        CampaignAsked const& asked, std::string const& after,
                                                        std::int64_t limit) const {
    auto const looks = looks_of(with_, session, who, asked);
    auto ids = with_.local(session, who.region);
    std::ranges::sort(ids, {}, &registry::InstitutionId::text);
    std::vector<CampaignInstitution> out;
    for (auto& id : ids) {
        if (id.text <= after) continue;
        auto by = of(looks.institutions, id.text);
        if (is_shown(asked.shown, by)) out.push_back({id, id.text, std::move(by)});
        if (full(out.size(), limit)) break;
    }
    std::vector<std::string*> names;
    names.reserve(out.size());
    for (auto& row : out) names.push_back(&row.name);
    with_.directory.put_names(session, names);
    return out;
}

std::vector<CampaignProject> Campaign::projects(db::Session& session, access::Principal const& who,
                                                CampaignAsked const& asked, std::string const& after,
                                                std::int64_t limit) const {
    auto const law = with_.law();
    auto const looks = looks_of(with_, session, who, asked);
    std::vector<CampaignProject> out;
    for (auto& one : with_.projects(session, place_of(who), asked.since)) {
        if (!after.empty() && one.id.text >= after) continue;
        auto by = of(looks.projects, one.id.text);
        if (is_shown(asked.shown, by))
            out.push_back({std::move(one.id), std::move(one.title), one.institution, one.institution.text,
                           std::move(one.enterprise.text), law->regions().full_name(one.region), one.since,
                           std::move(by)});
        if (full(out.size(), limit)) break;
    }
    std::vector<std::string*> names;
    names.reserve(2 * out.size());
    for (auto& row : out) names.insert(names.end(), {&row.institution_name, &row.enterprise_name});
    with_.directory.put_names(session, names);
    return out;
}

std::vector<EarlierReportRow> Campaign::earlier(db::Session& session, access::Principal const& who,
                                                CampaignAsked const& asked, std::string const& after,
                                                std::int64_t limit) const {
    std::vector<EarlierReportRow> out;
    bool behind = after.empty();
    for (auto& one : with_.earlier.rows(session, who, asked.since, asked.to)) {
        if (behind && is_shown(asked.shown, one.by) && !full(out.size(), limit)) out.push_back(std::move(one));
        else behind = behind || one.id.text == after;
    }
    return out;
}

}  // namespace anping::planning
