// SPDX-License-Identifier: Apache-2.0
#include "queries_hosting.hpp"

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

namespace anping::practice::queries {
namespace {

using OptionalDay = std::optional<field::Date>;

constexpr char const* kState = "SELECT id, body, ended_on FROM practice_hosting WHERE ";

HostingState state_of(HostingId id, std::string const& body, OptionalDay ended) {
    return {std::move(id), from_trusted_json<HostingDeclared>(json::parse(body)), ended};
}

field::Date first_of(std::int64_t year) { return field::Date::of(static_cast<int>(year), 1, 1).value(); }
field::Date last_of(std::int64_t year) { return field::Date::of(static_cast<int>(year), 12, 31).value(); }

std::vector<HostingSummary> summaries(db::Session& session, std::int64_t year, std::string const& rest,
                                      db::Params params) {
    std::vector<HostingSummary> out;
    db::Params all{db::sql(first_of(year)), db::sql(last_of(year))};
    for (auto& one : params) all.push_back(std::move(one));
    // lint: sql - the conditions below, their values bound
    session.each<HostingId, std::string, OptionalDay, std::int64_t, std::int64_t>(
        "SELECT h.id, h.body, h.ended_on, h.entry, (SELECT COUNT(*) FROM practice_hosting_visit v WHERE v.hosting = "
        "h.id AND v.visited_on >= :first AND v.visited_on <= :last) FROM practice_hosting h WHERE " +
            rest,
        all, [&](auto id, auto body, auto ended, auto entry, auto visits) {
            auto in = from_trusted_json<HostingDeclared>(json::parse(body));
            HostingSummary row;
            row.id = std::move(id);
            row.institution_name = in.institution.text;
            row.institution = std::move(in.institution);
            row.enterprise_name = in.enterprise.text;
            row.enterprise = std::move(in.enterprise);
            row.region = std::move(in.region);
            row.authority = in.authority;
            row.kind = in.kind;
            row.from = in.from;
            row.until = in.until;
            row.ended_on = ended;
            row.year = year;
            row.visits = visits;
            row.entry = entry;
            out.push_back(std::move(row));
        });
    return out;
}

access::Predicate seen_by(access::Visibility const& sees) {
    return sees.where({"h.institution", {"h.enterprise"}, {"h.region"}, "h.authority", ""});
}

constexpr char const* kInTheYear = "h.from_on <= :until AND COALESCE(h.ended_on, h.until_on) >= :from";

}  // namespace

std::optional<HostingState> hosting_state(db::Session& session, HostingId const& id) {
    // lint: sql - constant
    auto row = session.one<HostingId, std::string, OptionalDay>(std::string(kState) + "id = :id", {id});
    if (!row) return std::nullopt;
    auto& [known, body, ended] = *row;
    return state_of(std::move(known), body, ended);
}

std::vector<HostingState> hostings_of(db::Session& session, registry::InstitutionId const& institution,
                                      registry::EnterpriseId const& enterprise) {
    std::vector<HostingState> out;
    // lint: sql - constant
    session.each<HostingId, std::string, OptionalDay>(
        std::string(kState) + "institution = :institution AND enterprise = :enterprise ORDER BY entry",
        {institution, enterprise},
        [&](auto id, auto body, auto ended) { out.push_back(state_of(std::move(id), body, ended)); });
    return out;
}

std::vector<HostingSummary> hostings(db::Session& session, access::Visibility const& sees, std::int64_t year,
                                     std::int64_t before, std::int64_t limit) {
    auto seen = seen_by(sees);
    seen.params.push_back(before);
    seen.params.push_back(limit);
    return summaries(session, year, seen.text + " AND h.entry < :before ORDER BY h.entry DESC LIMIT :limit",
                     std::move(seen.params));
}

std::vector<HostingSummary> hosted_in(db::Session& session, access::Visibility const& sees, std::int64_t year) {
    auto seen = seen_by(sees);
    seen.params.push_back(db::sql(last_of(year)));
    seen.params.push_back(db::sql(first_of(year)));
    return summaries(session, year, seen.text + " AND " + kInTheYear, std::move(seen.params));
}

std::vector<HostingSummary> hosted_by(db::Session& session, registry::InstitutionId const& institution,
                                      std::int64_t year) {
    return summaries(session, year, std::string("h.institution = :institution AND ") + kInTheYear,
                     {institution, db::sql(last_of(year)), db::sql(first_of(year))});
}

std::optional<HostingSummary> hosting(db::Session& session, HostingId const& id, std::int64_t year) {
    auto found = summaries(session, year, "h.id = :id", {id});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::optional<std::string> ended_reason(db::Session& session, HostingId const& id) {
    auto row =
        session.one<std::optional<std::string>>("SELECT ended_reason FROM practice_hosting WHERE id = :id", {id});
    if (!row) return std::nullopt;
    return std::get<0>(std::move(*row));
}

std::vector<HostingVisit> hosting_visits(db::Session& session, HostingId const& id) {
    std::vector<HostingVisit> out;
    session.each<std::string, Timestamp, std::int64_t>(
        "SELECT body, recorded_at, entry FROM practice_hosting_visit WHERE hosting = :id ORDER BY visited_on DESC, "
        "entry DESC",
        {id}, [&](auto body, auto at, auto entry) {
            auto in = from_trusted_json<HostingVisited>(json::parse(body));
            auto name = in.expert.text;
            out.push_back(
                {std::move(in.expert), std::move(name), in.on, std::move(in.record), in.delivered_on, at, entry});
        });
    return out;
}

std::optional<Exhibit> hosting_record(db::Session& session, HostingId const& id, std::string const& sm3) {
    for (auto& one : hosting_visits(session, id))
        if (one.record.blob.sm3 == sm3) return std::move(one.record);
    return std::nullopt;
}

}  // namespace anping::practice::queries
