// SPDX-License-Identifier: Apache-2.0
#include "queries.hpp"

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

namespace anping::inspection::queries {
namespace {

using Day = std::optional<field::Date>;
using MaybeText = std::optional<std::string>;

// Whom it concerns is a party once it may know.
access::Columns columns() {
    return {"bureau", {"(CASE WHEN told = 1 THEN addressee ELSE '' END)"}, {"region"}, "authority", ""};
}

template <class T>
T read(std::string const& body) {
    return from_trusted_json<T>(json::parse(body));
}

std::vector<InspectionSummary> summaries(db::Session& session, std::string const& rest, db::Params const& params) {
    std::vector<InspectionSummary> out;
    // lint: sql - the conditions below, their values bound
    session.each<InspectionId, std::string, registry::BureauId, Checked, std::optional<registry::InstitutionId>,
                 std::optional<registry::EnterpriseId>, Setting, Coverage, bool, Stage, bool, bool, field::Date,
                 field::Date, Day, Day, std::int64_t, std::int64_t, std::int64_t, std::int64_t>(
        "SELECT id, title, bureau, checked, institution, enterprise, setting, coverage, announced, stage, approved, "
        "refused, planned_from, planned_until, begun_on, closed_on, checked_items, failed_items, problems, entry FROM "
        "inspection_task WHERE " +
            rest,
        params,
        [&](auto id, auto title, auto bureau, auto checked, auto institution, auto enterprise, auto setting,
            auto coverage, auto announced, auto stage, auto approved, auto refused, auto from, auto until, auto begun,
            auto closed, auto items, auto failed, auto problems, auto entry) {
            InspectionSummary row{std::move(id), std::move(title), bureau, bureau.text, checked};
            if (institution) row.institution_name = institution->text;
            if (enterprise) row.enterprise_name = enterprise->text;
            row.institution = std::move(institution);
            row.enterprise = std::move(enterprise);
            row.setting = setting;
            row.coverage = coverage;
            row.announced = announced;
            row.stage = stage;
            row.approved = approved;
            row.refused = refused;
            row.planned_from = from;
            row.planned_until = until;
            row.begun_on = begun;
            row.closed_on = closed;
            row.checked_items = items;
            row.failed_items = failed;
            row.problems = problems;
            row.entry = entry;
            out.push_back(std::move(row));
        });
    return out;
}

void add_visit(db::Session& session, State& out) {
    session.each<std::string, ItemResult>("SELECT item, result FROM inspection_item WHERE inspection = :id", {out.id},
                                          [&](auto item, auto result) { out.results.emplace(item, result); });
    session.each<std::int64_t, std::string, MaybeText>(
        "SELECT number, body, withdrawn FROM inspection_problem WHERE inspection = :id ORDER BY number", {out.id},
        [&](auto number, auto body, auto withdrawn) {
            auto in = read<ProblemFound>(body);
            KnownProblem known{{}, std::move(in.fact.value), std::move(in.citation), withdrawn.has_value()};
            if (in.item) known.item = std::move(in.item->value);
            out.problems.emplace(number, std::move(known));
        });
    session.each<std::string>("SELECT signer FROM inspection_signature WHERE inspection = :id ORDER BY at", {out.id},
                              [&](auto signer) {
                                  if (signer == "checked") out.acknowledged = true;
                                  else out.signed_by.push_back({std::move(signer)});
                              });
}

}  // namespace

std::optional<State> state(db::Session& session, InspectionId const& id) {
    auto row = session.one<std::string, Stage, bool, MaybeText, bool>(
        "SELECT body, stage, approved, visit, refused FROM inspection_task WHERE id = :id", {id});
    if (!row) return std::nullopt;
    auto const& [body, stage, approved, visit, refused] = *row;
    State out{id, read<TaskPlanned>(body), stage, approved};
    if (visit) out.visit = read<VisitBegun>(*visit);
    out.refused = refused;
    if (visit) add_visit(session, out);
    return out;
}

std::optional<access::Target> target(db::Session& session, InspectionId const& id) {
    auto row = session.one<std::string, field::RegionCode, field::Authority, bool, std::string>(
        "SELECT bureau, region, authority, told, addressee FROM inspection_task WHERE id = :id", {id});
    if (!row) return std::nullopt;
    access::Target out;
    bool told = false;
    std::string addressee;
    std::tie(out.unit, out.region, out.authority, told, addressee) = std::move(*row);
    if (told) out.parties.push_back(std::move(addressee));
    return out;
}

std::vector<InspectionSummary> inspections(db::Session& session, access::Visibility const& sees,
                                           InspectionFilter const& filter, std::int64_t before, std::int64_t limit) {
    auto seen = sees.where(columns());
    auto sql = std::move(seen.text);
    auto params = std::move(seen.params);
    if (filter.stage) {
        sql += " AND stage = :stage";
        params.push_back(db::sql(*filter.stage));
    }
    if (filter.institution) {
        sql += " AND institution = :institution";
        params.emplace_back(*filter.institution);
    }
    if (filter.bureau) {
        sql += " AND bureau = :of_bureau";
        params.emplace_back(*filter.bureau);
    }
    if (filter.refused) sql += " AND refused = 1";
    params.emplace_back(before);
    params.emplace_back(limit);
    return summaries(session, sql + " AND entry < :before ORDER BY entry DESC LIMIT :limit", params);
}

std::vector<InspectionSummary> open_of_bureau(db::Session& session, registry::BureauId const& bureau,
                                              std::int64_t limit) {
    return summaries(session,
                     "bureau = :bureau AND (stage IN ('planned', 'approved', 'begun') OR (stage = 'closed' AND "
                     "approved = 0)) ORDER BY planned_until, entry LIMIT :limit",
                     {bureau, limit});
}

std::vector<InspectionSummary> open_of_party(db::Session& session, std::string const& unit, std::int64_t limit) {
    return summaries(
        session,
        "addressee = :unit AND told = 1 AND stage IN ('approved', 'begun') ORDER BY planned_until, entry LIMIT :limit",
        {unit, limit});
}

std::vector<ActView> history(db::Session& session, std::string const& subject, bool party) {
    std::vector<ActView> out;
    session.each<std::int64_t, Timestamp, std::string, std::string, std::string>(
        "SELECT entry, at, type, unit, text FROM inspection_history WHERE subject = :id AND shown >= :least ORDER BY "
        "entry DESC LIMIT 500",
        {subject, static_cast<std::int64_t>(party)}, [&](auto entry, auto at, auto type, auto unit, auto text) {
            out.push_back({entry, at, std::move(type), std::move(unit), std::move(text)});
        });
    return out;
}

std::optional<practice::Exhibit> file(db::Session& session, std::string const& subject, std::string const& sm3) {
    auto row =
        session.one<std::string>("SELECT body FROM inspection_file WHERE subject = :id AND sm3 = :sm3", {subject, sm3});
    if (!row) return std::nullopt;
    return read<practice::Exhibit>(std::get<0>(*row));
}

std::vector<Sample> samples(db::Session& session, access::Visibility const& sees,
                            registry::InstitutionId const& institution) {
    std::vector<Sample> out;
    auto seen = sees.where(columns());
    seen.params.emplace_back(institution);
    // lint: sql - the policy's own condition, its values bound
    session.each<field::Date, std::int64_t, std::int64_t>(
        "SELECT begun_on, checked_items, failed_items FROM inspection_task WHERE " + seen.text +
            " AND institution = :institution AND stage = 'closed' AND checked = 'institution' ORDER BY begun_on",
        seen.params, [&](auto on, auto checked, auto failed) { out.push_back({on, checked, failed}); });
    return out;
}

std::vector<BureauShares> shares(db::Session& session, access::Visibility const& sees, field::Date from,
                                 field::Date to) {
    std::map<std::string, BureauShares> by_bureau;
    std::map<std::string, std::map<Setting, std::int64_t>> settings;
    std::map<std::string, std::map<OriginKind, std::int64_t>> origins;
    auto seen = sees.where(columns());
    seen.params.emplace_back(db::sql(from));
    seen.params.emplace_back(db::sql(to));
    // lint: sql - the policy's own condition, its values bound
    session.each<registry::BureauId, OriginKind, Setting, std::int64_t, std::int64_t>(
        "SELECT bureau, origin, setting, COUNT(*), CAST(SUM(refused) AS BIGINT) FROM inspection_task WHERE " +
            seen.text + " AND begun_on >= :from AND begun_on <= :until GROUP BY bureau, origin, setting",
        seen.params, [&](auto bureau, auto origin, auto setting, auto count, auto refused) {
            auto& row = by_bureau[bureau.text];
            row.inspections += count;
            row.refused += refused;
            if (origin == OriginKind::draw) row.drawn += count;
            origins[bureau.text][origin] += count;
            settings[bureau.text][setting] += count;
        });
    std::vector<BureauShares> out;
    for (auto& [bureau, row] : by_bureau) {
        row.bureau = {bureau};
        for (auto const& [origin, count] : origins[bureau]) row.origins.push_back({origin, count});
        for (auto const& [setting, count] : settings[bureau]) row.settings.push_back({setting, count});
        out.push_back(std::move(row));
    }
    return out;
}

std::optional<Kept> kept(db::Session& session, InspectionId const& id, State const& state) {
    auto rows = summaries(session, "id = :id", {id});
    if (rows.empty()) return std::nullopt;
    Kept out;
    out.summary = std::move(rows.front());
    auto row = session.one<std::string, MaybeText, MaybeText, MaybeText, MaybeText, std::optional<Timestamp>,
                           std::int64_t>(
        "SELECT planned_by, approved_by, opinion, ended, refusal, refused_at, version FROM inspection_task WHERE id = "
        ":id",
        {id});
    auto& [by, approved, opinion, ended, refusal, refused_at, version] = *row;
    out.planned_by = std::move(by);
    out.approved_by = std::move(approved);
    out.opinion = std::move(opinion);
    out.ended = std::move(ended);
    out.version = version;
    if (refusal) {
        auto in = read<InspectionRefused>(*refusal);
        out.refusal = RefusalView{std::move(in.how.value), std::move(in.files), refused_at.value_or(Timestamp{})};
    }
    add_parts(session, id, state, out);
    return out;
}

}  // namespace anping::inspection::queries
