// SPDX-License-Identifier: Apache-2.0
#include "queries.hpp"

#include <anping/db/columns.hpp>

#include "queries_parts.hpp"
#include "rules.hpp"

namespace anping::practice::queries {
namespace {

using OptionalDate = std::optional<field::Date>;
using OptionalText = std::optional<std::string>;

void put_names(Reading const& with, ProjectView& view) {
    parts::Places places{&view.institution_name, &view.enterprise_name, &view.leader_name};
    for (auto& deadline : view.deadlines) places.push_back(&deadline.institution_name);
    if (view.branch_name) places.push_back(&*view.branch_name);
    if (view.team) parts::add_names_of(*view.team, places);
    parts::add_names_of(view.notices, places);
    parts::add_names_of(view.surveys, places);
    parts::add_names_of(view.reports, places);
    with.directory.put_names(with.session, places);
}

// What there is to be read besides the project's own row: the rest is not asked for.
struct Has {
    bool surveys = false;
    bool team = false;
    bool opinions = false;
};

// The project's own row, with ids where names belong.
std::optional<std::pair<ProjectView, Has>> read_row(Reading const& with, ProjectId const& id) {
    ProjectView out;
    bool found = false;
    Has has;
    with.session.each<std::string, registry::InstitutionId, registry::EnterpriseId, field::RegionCode, field::Authority,
                      std::string, std::string, bool, bool, bool, std::string, std::string, OptionalText,
                      std::optional<registry::BranchId>, OptionalText, OptionalText, registry::PersonId, field::Date,
                      Stage, std::int64_t, bool, bool, Timestamp, Timestamp, std::int64_t>(
        "SELECT title, institution, enterprise, region, authority, site, scope, scope_covered, qualification_valid, "
        "statutory, statutory_kind, service_type, contract, branch, risk, terms, leader, site_first_day, "
        "stage, surveys, teams, opinions, opened_at, "
        "changed_at, "
        "version FROM practice_project WHERE id = :id",
        {id},
        [&](auto title, auto institution, auto enterprise, auto region, auto authority, auto site, auto scope,
            auto covered, auto valid, auto statutory, auto kind, auto service, auto contract, auto branch, auto risk,
            auto terms, auto leader, auto first_day, auto stage, auto survey_count, auto teams, auto opinions,
            auto opened, auto changed, auto version) {
            found = true;
            has = {survey_count > 0, teams, opinions};
            out.id = id;
            out.title = std::move(title);
            out.institution = std::move(institution);
            out.enterprise = std::move(enterprise);
            out.region = std::move(region);
            out.authority = authority;
            out.site = std::move(site);
            out.scope = {std::move(scope)};
            out.scope_covered = covered;
            out.qualification_valid = valid;
            out.statutory = statutory;
            out.statutory_kind = std::move(kind);
            out.service_type = std::move(service);
            if (contract) out.contract.emplace(std::move(*contract));
            out.branch = std::move(branch);
            if (risk) out.risk.emplace(std::move(*risk));
            if (terms) out.terms.emplace(std::move(*terms));
            out.leader = std::move(leader);
            out.site_first_day = first_day;
            out.stage = stage;
            out.opened_at = opened;
            out.changed_at = changed;
            out.version = version;
        });
    if (!found) return std::nullopt;
    out.institution_name = out.institution.text;
    out.enterprise_name = out.enterprise.text;
    out.leader_name = out.leader.text;
    if (out.branch) out.branch_name = out.branch->text;
    out.region_name = with.law.regions().full_name(out.region);
    return std::pair{std::move(out), has};
}

}  // namespace

std::optional<access::Target> target(db::Session& session, ProjectId const& id) {
    auto row = session.one<std::string, std::string, field::RegionCode, field::Authority>(
        "SELECT institution, enterprise, region, authority FROM practice_project WHERE id = :id", {id});
    if (!row) return std::nullopt;
    access::Target out;
    auto& [institution, enterprise, region, authority] = *row;
    out.unit = std::move(institution);
    out.parties = {std::move(enterprise)};
    out.region = std::move(region);
    out.authority = authority;
    return out;
}

std::optional<ProjectView> project(Reading const& with, ProjectId const& id) {
    db::Snapshot const snapshot(with.session);
    return project_within(with, id);
}

std::optional<ProjectView> project_within(Reading const& with, ProjectId const& id) {
    auto row = read_row(with, id);
    if (!row) return std::nullopt;
    auto& [out, has] = *row;
    out.review_steps = review_steps(with.law, {out.region, out.authority}, with.today, out.service_type);
    out.deadlines = parts::deadlines_of(with, out);
    out.flags = parts::flags_of(with, id);
    out.evidence = parts::evidence_of(with, id);
    if (has.team) out.team = parts::team_of(with, id);
    if (out.stage >= Stage::notified) out.notices = parts::notices_of(with, out);
    if (has.surveys) out.surveys = parts::surveys_of(with, id);
    if (out.stage >= Stage::reported) out.reports = parts::reports_of(with, id, has.opinions);
    put_names(with, out);
    return std::move(out);
}

std::vector<registry::Staffing> staffing(Reading const& with, ProjectId const& id) {
    std::vector<registry::Staffing> out;
    parts::Places names;
    auto const row = with.session.one<OptionalText>("SELECT staffing FROM practice_project WHERE id = :id", {id});
    if (row && std::get<0>(*row)) out.push_back(parts::read<registry::Staffing>(*std::get<0>(*row)));
    for (auto& one : out) parts::add_names_of(one, names);
    with.directory.put_names(with.session, names);
    return out;
}

ProjectFiles files(db::Session& session, ProjectId const& id, std::int64_t below) {
    ProjectFiles out;
    session.each<std::string>(
        "SELECT sm3 FROM practice_evidence WHERE project = :id AND entry < :below UNION SELECT sm3 FROM "
        "practice_report "
        "WHERE project = :again AND entry < :still UNION SELECT sm3 FROM practice_copy WHERE project = :once AND entry "
        "< :yet ORDER BY sm3",
        {id, below, id, below, id, below}, [&](auto sm3) { out.sm3.push_back(std::move(sm3)); });
    out.published =
        session.scalar<std::int64_t>(
            "SELECT count(*) FROM practice_report WHERE project = :id AND published_entry < :below", {id, below}) > 0;
    return out;
}

std::vector<TimelineItem> timeline(Reading const& with, ProjectId const& id) {
    std::vector<TimelineItem> out;
    with.session.each<std::int64_t, Timestamp, std::string, std::string, std::string, std::string, std::string>(
        "SELECT entry, at, type, role, unit, text, clauses FROM practice_timeline WHERE project = :id ORDER BY entry "
        "DESC LIMIT 1000",
        {id}, [&](auto entry, auto at, auto type, auto role, auto unit, auto text, auto clauses) {
            out.push_back({entry, at, std::move(type), std::move(role), std::move(unit), std::move(text),
                           parts::read<std::vector<std::string>>(clauses)});
        });
    parts::Places names;
    for (auto& item : out) names.push_back(&item.unit_name);
    with.directory.put_names(with.session, names);
    return out;
}

std::optional<ProjectId> project_of_notice(db::Session& session, NoticeId const& id) {
    auto row = session.one<ProjectId>("SELECT project FROM practice_notice WHERE id = :id", {id});
    if (!row) return std::nullopt;
    return std::get<0>(std::move(*row));
}

std::optional<field::Authority> notice_authority(db::Session& session, NoticeId const& id,
                                                 registry::BureauId const& bureau) {
    auto const row = session.one<registry::BureauId>(
        "SELECT bureau FROM practice_addressee WHERE notice = :id AND bureau = :bureau", {id, bureau});
    if (!row) return std::nullopt;
    return bureau.text.ends_with("-C") ? field::Authority::corps : field::Authority::government;
}

bool notice_opened(db::Session& session, NoticeId const& id, registry::BureauId const& bureau) {
    return session.scalar<std::int64_t>(
               "SELECT count(*) FROM practice_addressee WHERE notice = :id AND bureau = :bureau AND opened_at IS NULL",
               {id, bureau}) == 0;
}

}  // namespace anping::practice::queries
