// SPDX-License-Identifier: Apache-2.0
// What a decision knows of a project, and what other modules do.
#include <set>

#include <anping/db/columns.hpp>
#include <anping/db/where_any.hpp>

#include "queries_parts.hpp"

namespace anping::practice::queries {
namespace {

using OptionalDate = std::optional<field::Date>;
using OptionalText = std::optional<std::string>;

void read_report(db::Session& session, State& state) {
    auto const row = session.one<ReportId, std::int64_t, std::string, std::string, std::int64_t, std::string,
                                 field::Date, OptionalText, OptionalText>(
        "SELECT id, edition, sm3, sha256, size, filer, filed_on, number, withdrawn FROM practice_report WHERE project "
        "= :id "
        "ORDER BY edition DESC LIMIT 1",
        {state.id});
    if (!row) return;
    auto const& [id, edition, sm3, sha256, size, filer, filed_on, number, withdrawn] = *row;
    state.report = id;
    state.edition = edition;
    state.report_sm3 = sm3;
    state.report_sha256 = sha256;
    state.report_size = size;
    state.report_filer = filer;
    state.report_filed_on = filed_on;
    state.withdrawn = withdrawn.has_value();
    state.published = number.has_value() && !state.withdrawn;
    session.each<ReviewStep, std::string>(
        "SELECT step, account FROM practice_review WHERE report = :id", {id},
        [&](ReviewStep step, std::string account) { state.signed_steps.push_back({step, std::move(account)}); });
}

void read_disclosure(db::Session& session, State& state) {
    auto const row = session.one<std::string, std::int64_t, OptionalDate>(
        "SELECT body, failed_days, failed_on FROM practice_disclosure WHERE project = :id", {state.id});
    if (!row) return;
    auto const& [body, failed_days, failed_on] = *row;
    auto in = parts::read<DisclosureRecorded>(body);
    state.disclosure = {
        std::move(in.report), std::move(in.report_sm3), std::move(in.url), in.as, failed_days, failed_on};
}

void read_copy(db::Session& session, State& state) {
    auto const row = session.one<ReportId>("SELECT report FROM practice_copy WHERE project = :id", {state.id});
    if (row) state.copy = std::get<0>(*row);
}

void read_opinions(db::Session& session, State& state) {
    session.each<std::int64_t, ReviewStep, bool>(
        "SELECT number, step, CASE WHEN answer IS NULL THEN 0 ELSE 1 END FROM practice_opinion WHERE project = :id "
        "ORDER BY number",
        {state.id}, [&](auto number, auto step, auto answered) { state.opinions.push_back({number, step, answered}); });
}

void read_team(db::Session& session, State& state) {
    auto const row = session.one<std::int64_t, std::string>(
        "SELECT edition, body FROM practice_team WHERE project = :id ORDER BY edition DESC LIMIT 1", {state.id});
    if (!row) return;
    state.team_edition = std::get<0>(*row);
    state.team = parts::read<TeamFormed>(std::get<1>(*row)).members;
}

void read_measures(db::Session& session, State& state) {
    session.each<std::int64_t, bool>("SELECT number, settled FROM practice_measure WHERE project = :id ORDER BY number",
                                     {state.id},
                                     [&](auto number, auto settled) { state.measures.push_back({number, settled}); });
}

void read_notice(db::Session& session, State& state) {
    auto const row = session.one<std::string>(
        "SELECT members FROM practice_notice WHERE project = :id ORDER BY entry DESC LIMIT 1", {state.id});
    if (row) state.noticed = parts::read<std::vector<registry::PersonId>>(std::get<0>(*row));
}

}  // namespace

std::optional<ProcessRule> own_process_rule(db::Session& session, registry::InstitutionId const& institution) {
    auto const row = session.one<bool, bool, std::string, Timestamp>(
        "SELECT separate_persons, own_key, reason, since FROM practice_process_rule WHERE institution = :institution",
        {institution});
    if (!row) return std::nullopt;
    auto const& [separate, own_key, reason, since] = *row;
    return ProcessRule{separate, own_key, true, since, reason};
}

std::optional<State> state(db::Session& session, ProjectId const& id) {
    State out;
    bool found = false;
    session.each<registry::InstitutionId, registry::EnterpriseId, field::RegionCode, field::Authority, Stage, bool,
                 std::string, std::string, bool, bool, registry::PersonId, OptionalDate, OptionalDate, field::Date,
                 std::int64_t, std::int64_t, OptionalDate, OptionalDate, OptionalDate, OptionalDate, std::int64_t,
                 std::int64_t, bool, OptionalText, std::int64_t, std::string, std::int64_t>(
        "SELECT institution, enterprise, region, authority, stage, statutory, service_type, scope, scope_covered, "
        "qualification_valid, leader, signed_on, ends_on, site_first_day, contract_scans, invoices, "
        "contract_uploaded_on, notice_filed_on, first_day, last_day, surveys, photos, leader_on_site, reason_code, "
        "exhibits, noted, (SELECT count(*) FROM practice_timeline t WHERE t.project = practice_project.id) "
        "FROM practice_project WHERE id = :id",
        {id},
        [&](auto institution, auto enterprise, auto region, auto authority, auto stage, auto statutory, auto service,
            auto scope, auto covered, auto valid, auto leader, auto signed_on, auto ends_on, auto planned, auto scans,
            auto invoices, auto uploaded, auto filed, auto first, auto last, auto surveys, auto photos,
            auto leader_on_site, auto reason, auto exhibits, auto noted, auto entries) {
            found = true;
            out.id = id;
            out.institution = std::move(institution);
            out.enterprise = std::move(enterprise);
            out.region = std::move(region);
            out.authority = authority;
            out.stage = stage;
            out.statutory = statutory;
            out.service_type = std::move(service);
            out.scope = std::move(scope);
            out.scope_covered = covered;
            out.qualification_valid = valid;
            out.leader = std::move(leader);
            out.signed_on = signed_on;
            out.ends_on = ends_on;
            out.planned_first_day = planned;
            out.contract_scans = scans;
            out.invoices = invoices;
            out.contract_uploaded_on = uploaded;
            out.notice_filed_on = filed;
            out.first_day = first;
            out.last_day = last;
            out.surveys = surveys;
            out.photos = photos;
            out.leader_on_site = leader_on_site;
            out.reason_code = std::move(reason);
            out.exhibits = exhibits;
            out.noted = json::parse(noted).get_object();
            out.entries = entries;
        });
    if (!found) return std::nullopt;
    out.own_rule = own_process_rule(session, out.institution);
    read_team(session, out);
    read_notice(session, out);
    read_measures(session, out);
    read_report(session, out);
    read_opinions(session, out);
    read_disclosure(session, out);
    read_copy(session, out);
    return out;
}

std::vector<ProjectFacts> facts_of(db::Session& session, std::vector<ProjectId> const& ids) {
    std::vector<ProjectFacts> out;
    std::set<std::string> asked;
    for (auto const& id : ids) asked.insert(id.text);
    if (asked.empty()) return out;
    db::Params params;
    auto const sql = db::where_any(
        "SELECT id, title, institution, enterprise, region, authority, stage FROM practice_project WHERE id", "id",
        {asked.begin(), asked.end()}, params);
    session.each<ProjectId, std::string, registry::InstitutionId, registry::EnterpriseId, field::RegionCode,
                 field::Authority, Stage>(
        sql, params,
        [&](auto id, auto title, auto institution, auto enterprise, auto region, auto authority, auto stage) {
            out.push_back({std::move(id),
                           std::move(title),
                           std::move(institution),
                           std::move(enterprise),
                           std::move(region),
                           authority,
                           stage,
                           {},
                           {}});
        });
    for (auto& one : out) {
        session.each<std::string>(
            "SELECT number FROM practice_report WHERE project = :id AND number IS NOT NULL ORDER BY edition", {one.id},
            [&](auto number) { one.report_number = std::move(number); });
        session.each<std::string>(
            "SELECT body FROM practice_flag WHERE project = :id AND cleared_at IS NULL ORDER BY raised_seq, watch",
            {one.id}, [&](auto body) { one.standing.push_back(parts::read<rulebook::Flag>(body)); });
    }
    return out;
}

}  // namespace anping::practice::queries
