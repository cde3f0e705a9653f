// SPDX-License-Identifier: Apache-2.0
#include <map>

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>
#include <anping/db/where_any.hpp>

#include "queries.hpp"

namespace anping::licensing::queries {
namespace {

using OptionalDate = std::optional<field::Date>;
using ById = std::map<std::string, State*>;

template <class T>
T read(std::string const& stored) {
    return from_trusted_json<T>(json::parse(stored));
}

std::vector<std::string> ids_of(ById const& states) {
    std::vector<std::string> out;
    for (auto const& [id, _] : states) out.push_back(id);
    return out;
}

void add_reports(db::Session& session, ById const& states) {
    db::Params params;
    auto const sql = db::where_any("SELECT application, project, body, result FROM licensing_report WHERE application",
                                   "id", ids_of(states), params);
    session.each<std::string, practice::ProjectId, std::string, std::optional<ReviewResult>>(
        sql + " ORDER BY application, project", params, [&](auto id, auto project, auto body, auto result) {
            auto& state = *states.at(id);
            state.reports.push_back(read<LinkedReport>(body));
            if (result) state.reviews.push_back({std::move(project), *result});
        });
}

void add_corrections(db::Session& session, ById const& states) {
    db::Params params;
    auto const sql = db::where_any(
        "SELECT application, number, institution, due, body, demanded_at, CASE WHEN answer IS NULL THEN 0 ELSE 1 END "
        "AS answered, CASE WHEN closed IS NULL THEN 0 ELSE 1 END AS is_closed, closed_on FROM licensing_correction "
        "WHERE application",
        "id", ids_of(states), params);
    session.each<std::string, std::int64_t, registry::InstitutionId, OptionalDate, std::string, Timestamp, bool, bool,
                 OptionalDate>(sql + " ORDER BY application, number", params,
                               [&](auto id, auto number, auto institution, auto due, auto body, auto at, auto answered,
                                   auto closed, auto closed_on) {
                                   states.at(id)->corrections.push_back(
                                       {number, std::move(institution), due, closed, answered,
                                        read<CorrectionDemanded>(body).project, field::beijing_date(at), closed_on});
                               });
}

std::vector<OpenApplication> states(db::Session& session, std::string const& rest, db::Params const& params) {
    std::vector<OpenApplication> out;
    session.each<ApplicationId, std::string, registry::EnterpriseId, field::RegionCode, field::Authority,
                 registry::BureauId, field::Date, OptionalDate, OptionalDate, OptionalDate, OptionalDate, bool>(
        "SELECT id, title, enterprise, region, authority, bureau, received_on, accepted_on, due, meeting_on, "
        "decided_on, "
        "held FROM licensing_application WHERE " +
            rest,
        params,
        [&](auto id, auto title, auto enterprise, auto region, auto authority, auto bureau, auto received,
            auto accepted, auto due, auto meeting, auto decided, auto held) {
            State state{std::move(id),
                        std::move(enterprise),
                        std::move(region),
                        authority,
                        received,
                        accepted,
                        due,
                        {},
                        {},
                        decided.has_value()};
            state.meeting_on = meeting;
            state.decided_on = decided;
            state.held_before = held;
            state.bureau = std::move(bureau);
            out.push_back({std::move(state), std::move(title)});
        });
    if (out.empty()) return out;
    ById by_id;
    for (auto& one : out) by_id[one.state.id.text] = &one.state;
    add_reports(session, by_id);
    add_corrections(session, by_id);
    return out;
}

}  // namespace

std::optional<State> state(db::Session& session, ApplicationId const& id) {
    auto found = states(session, "id = :id", {id});
    if (found.empty()) return std::nullopt;
    return std::move(found.front().state);
}

std::vector<OpenApplication> open_at(db::Session& session, registry::BureauId const& bureau, std::int64_t limit) {
    return states(session, "bureau = :bureau AND outcome IS NULL ORDER BY COALESCE(due, received_on), id LIMIT :limit",
                  {bureau, limit});
}

std::vector<rulebook::Place> open_places(db::Session& session, std::string const& prefix) {
    std::vector<rulebook::Place> out;
    session.each<field::RegionCode, field::Authority>(
        "SELECT DISTINCT region, authority FROM licensing_application WHERE outcome IS NULL AND region >= :within AND "
        "region < :beyond",
        {prefix, prefix + ":"}, [&](auto region, auto authority) { out.push_back({std::move(region), authority}); });
    return out;
}

std::int64_t open_before(db::Session& session, rulebook::Place const& place, field::Date day) {
    return session.scalar<std::int64_t>(
        "SELECT count(*) FROM licensing_application WHERE outcome IS NULL AND region = :region AND authority = "
        ":authority AND due < :day",
        {place.region.digits, db::sql(place.authority), db::sql(day)});
}

std::vector<Uncorrected> uncorrected(db::Session& session, std::string const& prefix, field::Date today) {
    std::vector<Uncorrected> out;
    session.each<field::RegionCode, field::Authority, std::int64_t, std::int64_t, std::int64_t>(
        "SELECT region, authority, open, overdue, count(*) FROM (SELECT region, authority, open_corrections AS open, "
        "(SELECT count(*) FROM licensing_correction c WHERE c.application = licensing_application.id AND c.closed IS "
        "NULL AND c.due < :today) AS overdue FROM licensing_application WHERE outcome IS NULL AND open_corrections > 0 "
        "AND held = 0 AND region >= :within AND region < :beyond) AS asked GROUP BY region, authority, open, overdue",
        {db::sql(today), prefix, prefix + ":"},
        [&](auto region, auto authority, auto open, auto overdue, auto applications) {
            out.push_back({{std::move(region), authority}, open, overdue, applications});
        });
    return out;
}

}  // namespace anping::licensing::queries
