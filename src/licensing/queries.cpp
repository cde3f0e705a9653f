// SPDX-License-Identifier: Apache-2.0
#include "queries.hpp"

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

namespace anping::licensing::queries {
namespace {

using OptionalDate = std::optional<field::Date>;
using OptionalText = std::optional<std::string>;

template <class T>
T read(std::string const& stored) {
    return from_trusted_json<T>(json::parse(stored));
}

constexpr char const* kSummary =
    "SELECT id, title, kind, enterprise, region, bureau, received_on, due, open_corrections, meeting_on, outcome, "
    "turn FROM licensing_application WHERE ";

std::vector<ApplicationSummary> summaries(db::Session& session, std::string const& rest, db::Params const& params) {
    std::vector<ApplicationSummary> out;
    session.each<ApplicationId, std::string, std::string, registry::EnterpriseId, field::RegionCode, registry::BureauId,
                 field::Date, OptionalDate, std::int64_t, OptionalDate, std::optional<Outcome>, std::string>(
        kSummary + rest, params,
        [&](auto id, auto title, auto kind, auto enterprise, auto region, auto bureau, auto received, auto due,
            auto open, auto meeting, auto outcome, auto turn) {
            auto name = enterprise.text;
            out.push_back({std::move(id),
                           std::move(title),
                           {std::move(kind)},
                           std::move(enterprise),
                           std::move(name),
                           std::move(region),
                           {},
                           std::move(bureau),
                           {},
                           received,
                           due,
                           {},
                           open,
                           meeting,
                           outcome,
                           std::move(turn)});
        });
    return out;
}

std::vector<CorrectionView> corrections(db::Session& session, ApplicationId const& id) {
    std::vector<CorrectionView> out;
    session.each<std::string, Timestamp, OptionalText, OptionalText>(
        "SELECT body, demanded_at, answer, closed FROM licensing_correction WHERE application = :id ORDER BY number",
        {id}, [&](auto body, auto at, auto answer, auto closed) {
            auto in = read<CorrectionDemanded>(body);
            auto name = in.institution.text;
            out.push_back({in.number, std::move(in.project), std::move(in.institution), std::move(name),
                           std::move(in.items), std::move(in.due), at, std::move(answer), std::move(closed)});
        });
    return out;
}

std::vector<ReportUsed> reports(db::Session& session, ApplicationId const& id) {
    std::vector<ReportUsed> out;
    session.each<std::string, std::optional<ReviewResult>, OptionalText>(
        "SELECT body, result, opinion FROM licensing_report WHERE application = :id ORDER BY project", {id},
        [&](auto body, auto result, auto opinion) {
            auto in = read<LinkedReport>(body);
            ReportUsed used;
            used.project_title = in.project.text;
            used.project = std::move(in.project);
            used.institution_name = in.institution.text;
            used.institution = std::move(in.institution);
            used.number = std::move(in.number);
            used.missing = std::move(in.missing);
            used.result = result;
            used.opinion = std::move(opinion);
            out.push_back(std::move(used));
        });
    return out;
}

DecisionView decision_of(std::string const& body, std::int64_t entry) {
    auto in = read<ApplicationDecided>(body);
    DecisionView out{in.outcome, in.decided_on, {}, in.reasons.value, in.held.has_value(), entry};
    if (in.permit_number) out.permit_number = in.permit_number->value;
    return out;
}

}  // namespace

std::optional<access::Target> target(db::Session& session, ApplicationId const& id) {
    auto const found = state(session, id);
    if (!found) return std::nullopt;
    access::Target out;
    out.unit = found->enterprise.text;
    out.region = found->region;
    out.authority = found->authority;
    for (auto const& report : found->reports) out.parties.push_back(report.institution.text);
    return out;
}

std::optional<ApplicationView> application(db::Session& session, ApplicationId const& id) {
    auto found = summaries(session, "id = :id", {id});
    if (found.empty()) return std::nullopt;
    ApplicationView out;
    out.summary = std::move(found.front());
    auto const row = session.one<OptionalDate, OptionalText, OptionalText, std::optional<std::int64_t>, std::int64_t>(
        "SELECT accepted_on, due_body, decision, decided_entry, version FROM licensing_application WHERE id = :id",
        {id});
    auto const& [accepted, due, decision, entry, version] = *row;
    out.accepted_on = accepted;
    if (due) out.decision_due = read<rulebook::Deadline>(*due);
    if (decision) out.decision = decision_of(*decision, entry.value_or(0));
    out.version = version;
    out.reports = reports(session, id);
    out.corrections = corrections(session, id);
    return out;
}

std::vector<ApplicationSummary> applications(db::Session& session, Narrowed const& asked, std::string const& after,
                                             std::int64_t limit) {
    auto params = asked.params;
    params.insert(params.end(), {after, limit});
    return summaries(session, asked.sql + " AND turn > :after ORDER BY turn LIMIT :limit", params);
}

std::int64_t count(db::Session& session, Narrowed const& asked) {
    return session.scalar<std::int64_t>("SELECT count(*) FROM licensing_application WHERE " + asked.sql, asked.params);
}

bool decided_in_spite(db::Session& session, ApplicationId const& id) {
    return session.scalar<std::int64_t>("SELECT count(*) FROM licensing_application WHERE id = :id AND in_spite = 1",
                                        {id}) > 0;
}

}  // namespace anping::licensing::queries
