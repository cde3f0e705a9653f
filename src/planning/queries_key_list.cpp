// SPDX-License-Identifier: Apache-2.0
#include "queries_key_list.hpp"

#include <fmt/format.h>

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

namespace anping::planning::queries {
namespace {

template <class T>
std::optional<T> kept(std::optional<std::string> const& body) {
    if (!body) return std::nullopt;
    return from_trusted_json<T>(json::parse(*body));
}

std::vector<ListingSummary> summaries(db::Session& session, std::string const& rest, db::Params const& params,
                                      field::Date today) {
    std::vector<ListingSummary> out;
    // lint: sql - the conditions below, their values bound
    session.each<ListingId, registry::InstitutionId, registry::BureauId, Trigger, ListingStage, field::Date, Timestamp,
                 std::optional<std::string>, std::optional<std::string>, std::int64_t, std::int64_t>(
        "SELECT id, institution, bureau, trigger_kind, stage, happened_on, proposed_at, confirm_due, until, objected, "
        "entry FROM planning_listing WHERE " +
            rest,
        params,
        [&](auto id, auto institution, auto bureau, auto trigger, auto stage, auto happened, auto at, auto due,
            auto until, auto objected, auto entry) {
            ListingSummary row;
            row.id = std::move(id);
            row.institution = institution;
            row.institution_name = institution.text;
            row.bureau = bureau;
            row.bureau_name = bureau.text;
            row.trigger = trigger;
            row.stage = stage;
            row.happened_on = happened;
            row.proposed_at = at;
            if (due) row.confirm_due = field::parse_date(*due);
            if (until) row.until = field::parse_date(*until);
            row.in_effect = stage == ListingStage::listed && row.until && *row.until >= today;
            row.objection_open = objected != 0;
            row.entry = entry;
            out.push_back(std::move(row));
        });
    return out;
}

std::vector<ObjectionView> objections(db::Session& session, ListingId const& id) {
    std::vector<ObjectionView> out;
    session.each<Timestamp, std::string, std::optional<std::string>>(
        "SELECT at, body, answer FROM planning_objection WHERE listing = :id ORDER BY entry", {id},
        [&](auto at, auto body, auto answer) {
            auto in = from_trusted_json<ListingObjected>(json::parse(body));
            ObjectionView view{in.text.value, at, std::move(in.answer_due), std::nullopt, std::nullopt};
            if (auto const given = kept<ObjectionAnswered>(answer)) {
                view.upheld = given->upheld;
                view.answer = given->reason.value;
            }
            out.push_back(std::move(view));
        });
    return out;
}

// Codes of the place and of those around it, for IN (:a, :b, :c).
db::Params around(rulebook::Place const& place) {
    auto const& digits = place.region.digits;
    return {digits, digits.substr(0, 4) + "00", digits.substr(0, 2) + "0000"};
}

}  // namespace

std::optional<ListingState> listing_state(db::Session& session, ListingId const& id) {
    auto row = session.one<std::string, ListingStage, std::optional<std::string>, std::int64_t>(
        "SELECT body, stage, until, objected FROM planning_listing WHERE id = :id", {id});
    if (!row) return std::nullopt;
    auto& [body, stage, until, objected] = *row;
    ListingState out{id, from_trusted_json<ListingProposed>(json::parse(body)), stage};
    if (until) out.until = field::parse_date(*until).value();
    out.objection_open = objected != 0;
    return out;
}

std::vector<ListingSummary> listings(db::Session& session, access::Visibility const& sees,
                                     std::string const& institution, field::Date today, std::int64_t before,
                                     std::int64_t limit) {
    auto seen = sees.where({"bureau",
                            {"CASE WHEN stage IN ('listed', 'removed') THEN institution ELSE '' END"},
                            {"region"},
                            "authority",
                            ""});
    for (auto const& one : {institution, institution}) seen.params.push_back(one);
    seen.params.push_back(before);
    seen.params.push_back(limit);
    return summaries(session,
                     seen.text +
                         " AND (:any = '' OR institution = :institution) AND entry < :before ORDER BY entry "
                         "DESC LIMIT :limit",
                     seen.params, today);
}

std::optional<ListingView> listing(db::Session& session, ListingId const& id, field::Date today) {
    auto found = summaries(session, "id = :id", {id}, today);
    if (found.empty()) return std::nullopt;
    auto row = session.one<std::string, std::optional<std::string>, std::optional<std::string>,
                           std::optional<std::string>, std::int64_t>(
        "SELECT body, confirmed, declined, removed, version FROM planning_listing WHERE id = :id", {id});
    auto& [body, confirmed, declined, removed, version] = *row;
    auto in = from_trusted_json<ListingProposed>(json::parse(body));
    ListingView out;
    out.summary = std::move(found.front());
    out.facts = std::move(in.proposal.facts.value);
    out.references = std::move(in.proposal.references);
    out.citation = std::move(in.citation);
    out.confirm_due = std::move(in.confirm_due);
    if (auto one = kept<ListingConfirmed>(confirmed)) {
        out.reason = one->reason.value;
        out.expiry = std::move(one->expiry);
    }
    if (declined) out.reason = std::move(declined);
    out.removed = std::move(removed);
    out.objections = objections(session, id);
    out.version = version;
    return out;
}

std::set<std::string> listing_keys(db::Session& session, rulebook::Place const& place) {
    std::set<std::string> out;
    auto params = around(place);
    params.push_back(db::sql(place.authority));
    session.each<std::string>(
        "SELECT key FROM planning_listing WHERE region IN (:own, :prefecture, :province) AND authority = :authority",
        params, [&](auto key) { out.insert(std::move(key)); });
    return out;
}

std::vector<std::pair<registry::InstitutionId, Trigger>> listed_on(db::Session& session, rulebook::Place const& place,
                                                                   field::Date day) {
    std::vector<std::pair<registry::InstitutionId, Trigger>> out;
    auto params = around(place);
    params.push_back(db::sql(place.authority));
    params.push_back(field::to_string(day));
    session.each<registry::InstitutionId, Trigger>(
        "SELECT institution, trigger_kind FROM planning_listing WHERE region IN (:own, :prefecture, :province) AND "
        "authority = :authority AND stage = 'listed' AND until >= :day ORDER BY entry",
        params, [&](auto id, auto trigger) { out.emplace_back(std::move(id), trigger); });
    return out;
}

}  // namespace anping::planning::queries
