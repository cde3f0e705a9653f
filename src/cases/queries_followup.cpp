// SPDX-License-Identifier: Apache-2.0
#include "queries_followup.hpp"

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

#include "queries.hpp"
#include "queries_interview.hpp"

namespace anping::cases::queries {
namespace {

using db::sql;

access::Columns const kColumns{"t.bureau", {}, {"t.region"}, "t.authority", ""};

std::optional<access::Target> target_in(db::Session& session, std::string_view select, std::string const& id) {
    auto row = session.one<std::string, field::RegionCode, field::Authority>(select, {id});
    if (!row) return std::nullopt;
    access::Target out;
    std::tie(out.unit, out.region, out.authority) = std::move(*row);
    return out;
}

std::vector<ListingSummary> summaries(db::Session& session, std::string const& rest, Law const& law,
                                      db::Params const& more) {
    std::vector<ListingSummary> out;
    db::Params params{sql(law.today)};
    params.insert(params.end(), more.begin(), more.end());
    // lint: sql - the conditions below, their values bound
    session.each<ListingId, registry::BureauId, CaseId, registry::InstitutionId, std::optional<std::string>,
                 std::string, ListingStep, field::Date, std::optional<field::Date>, std::optional<field::Date>,
                 std::optional<field::Date>, std::optional<field::Date>, std::int64_t, std::int64_t>(
        "SELECT t.id, t.bureau, t.case_id, t.institution, t.person, t.situation, t.stage, t.told_on, t.listed_on, "
        "t.publicised_on, t.removed_on, (SELECT MAX(l.due) FROM cases_limit l WHERE l.owner = t.id AND l.duty = "
        "'dishonesty_end'), (SELECT COUNT(*) FROM cases_limit l WHERE l.owner = t.id AND l.state = 'open' AND l.owes = "
        "'bureau' AND l.due < :today), t.entry FROM cases_listing t WHERE " +
            rest,
        params,
        [&](auto id, auto bureau, auto of, auto institution, auto person, auto situation, auto stage, auto told,
            auto listed, auto publicised, auto removed, auto ends, auto overdue, auto entry) {
            ListingSummary row;
            row.id = std::move(id);
            row.bureau = bureau;
            row.bureau_name = bureau.text;
            row.of = std::move(of);
            row.institution = institution;
            row.institution_name = institution.text;
            row.person = person.value_or("");
            row.situation = std::move(situation);
            row.stage = stage;
            row.told_on = told;
            row.listed_on = listed;
            row.publicised_on = publicised;
            row.ends_on = ends;
            row.removed_on = removed;
            row.in_force = stage == ListingStep::listed || stage == ListingStep::restored;
            row.overdue = overdue;
            row.entry = entry;
            out.push_back(std::move(row));
        });
    std::vector<std::string> ids;
    for (auto const& row : out) ids.push_back(row.id.text);
    for (auto const& one : counted_of(session, ids, law))
        for (auto& row : out) row.overdue += row.id.text == one.owner && one.overdue(law.today) ? 1 : 0;
    return out;
}

}  // namespace

std::optional<ListingState> listing_state(db::Session& session, ListingId const& id, Law const& law) {
    auto const row = session.one<std::string, std::int64_t>(
        "SELECT body, (SELECT COUNT(*) FROM cases_step s WHERE s.case_id = t.case_id AND s.kind = 'annulment' AND "
        "s.entry > t.entry) FROM cases_listing t WHERE t.id = :id",
        {id});
    if (!row) return std::nullopt;
    ListingState out{id, from_trusted_json<ListingProposed>(json::parse(std::get<0>(*row)))};
    out.annulled = std::get<1>(*row) > 0;
    session.each<std::string>(
        "SELECT body FROM cases_listing_step WHERE listing = :id ORDER BY number", {id},
        [&](auto body) { out.steps.push_back(from_trusted_json<ListingRecorded>(json::parse(body))); });
    out.limits = open_limits(session, id.text, law);
    return out;
}

std::optional<access::Target> listing_target(db::Session& session, ListingId const& id) {
    auto out = target_in(session, "SELECT bureau, region, authority FROM cases_listing WHERE id = :id", id.text);
    if (out)
        session.each<std::string>("SELECT institution FROM cases_listing WHERE id = :id", {id},
                                  [&](auto institution) { out->parties.push_back(std::move(institution)); });
    return out;
}

std::vector<ListingId> listings_of(db::Session& session, registry::InstitutionId const& institution,
                                   std::int64_t limit) {
    std::vector<ListingId> out;
    session.each<ListingId>(
        "SELECT id FROM cases_listing WHERE institution = :institution ORDER BY entry DESC LIMIT :limit",
        {institution, limit}, [&](auto id) { out.push_back(std::move(id)); });
    return out;
}

std::vector<ListingSummary> in_force(db::Session& session, std::vector<std::string> const& institutions, bool published,
                                     Law const& law, std::int64_t limit) {
    std::string rest =
        "t.stage IN ('listed', 'restored') AND NOT EXISTS (SELECT 1 FROM cases_step s WHERE s.case_id = t.case_id AND "
        "s.kind = 'annulment' AND s.entry > t.entry)";
    if (published) rest += " AND t.publicised_on IS NOT NULL AND t.stopped_on IS NULL";
    db::Params params;
    std::string of;
    for (auto const& one : institutions) {
        of += (of.empty() ? " AND t.institution IN (:of_" : ", :of_") + std::to_string(params.size());
        params.push_back(one);
    }
    if (!of.empty()) rest += of + ")";
    params.push_back(limit);
    auto out = summaries(session, rest + " ORDER BY t.entry DESC LIMIT :limit", law, params);
    std::erase_if(out, [&](ListingSummary const& one) { return one.ends_on && *one.ends_on < law.today; });
    return out;
}

std::optional<std::string> listed_after(db::Session& session, registry::InstitutionId const& institution,
                                        ListingId const& but, field::Date day) {
    auto row = session.one<std::string>(
        "SELECT id FROM cases_listing WHERE institution = :institution AND person IS NULL AND id <> :but AND "
        "listed_on > :day ORDER BY listed_on, id LIMIT 1",
        {institution, but, sql(day)});
    if (!row) return std::nullopt;
    return std::get<0>(std::move(*row));
}

std::vector<ListingSummary> listings(db::Session& session, access::Visibility const& sees, Law const& law,
                                     std::int64_t before, std::int64_t limit) {
    auto seen = sees.where(kColumns);
    seen.params.push_back(before);
    seen.params.push_back(limit);
    return summaries(session, seen.text + " AND t.entry < :before ORDER BY t.entry DESC LIMIT :limit", law,
                     seen.params);
}

std::optional<ListingSummary> listing(db::Session& session, ListingId const& id, Law const& law) {
    auto found = summaries(session, "t.id = :id", law, {id});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<ListingSummary> listed(db::Session& session, Law const& law, std::int64_t limit) {
    return summaries(session,
                     "t.stage IN ('listed', 'restored') AND t.publicised_on IS NOT NULL AND t.stopped_on IS NULL ORDER "
                     "BY t.listed_on DESC, t.entry DESC "
                     "LIMIT :limit",
                     law, {limit});
}

std::vector<ListingEntry> listing_entries(db::Session& session, ListingId const& id) {
    std::vector<ListingEntry> out;
    session.each<std::int64_t, std::string, std::string>(
        "SELECT s.entry, s.unit, t.institution FROM cases_listing_step s JOIN cases_listing t ON t.id = s.listing "
        "WHERE s.listing = :id ORDER BY s.number",
        {id}, [&](auto entry, auto unit, auto institution) { out.push_back({entry, unit == institution}); });
    return out;
}

std::int64_t listing_version(db::Session& session, ListingId const& id) {
    return session.scalar<std::int64_t>("SELECT version FROM cases_listing WHERE id = :id", {id});
}

Ground ground(db::Session& session, CaseId const& id) {
    auto row =
        session.one<std::optional<registry::InstitutionId>, std::optional<field::Date>, std::optional<field::Date>>(
            "SELECT institution, delivered_on, annulled_on FROM cases_case WHERE id = :id AND decided_on IS NOT NULL",
            {id});
    if (!row) return {};
    return {std::get<0>(*row), std::get<1>(*row).has_value() && !std::get<2>(*row)};
}

std::optional<access::Target> talk_target(db::Session& session, TalkId const& id) {
    auto out = target_in(session, "SELECT bureau, region, authority FROM cases_talk WHERE id = :id", id.text);
    if (out)
        session.each<std::string>("SELECT institution FROM cases_talk_party WHERE talk = :id ORDER BY institution",
                                  {id}, [&](auto institution) { out->parties.push_back(std::move(institution)); });
    return out;
}

std::vector<TalkView> talks(db::Session& session, access::Visibility const& sees, std::int64_t before,
                            std::int64_t limit) {
    auto seen = sees.where(kColumns);
    seen.params.push_back(before);
    seen.params.push_back(limit);
    std::vector<TalkView> out;
    // lint: sql - the conditions of what may be seen, their values bound
    session.each<TalkId, std::string, std::int64_t, std::optional<field::Date>, std::optional<std::string>>(
        "SELECT t.id, t.body, t.entry, t.closed_on, t.outcome FROM cases_talk t WHERE " + seen.text +
            " AND t.entry < :before ORDER BY t.entry DESC LIMIT :limit",
        seen.params, [&](auto id, auto body, auto entry, auto closed, auto outcome) {
            auto const in = from_trusted_json<TalkRecorded>(json::parse(body));
            TalkView row;
            row.id = std::move(id);
            row.bureau = in.bureau;
            row.bureau_name = in.bureau.text;
            row.kind = in.kind;
            row.title = in.title;
            for (auto const& one : in.institutions) {
                row.institutions.push_back(one.text);
                row.institution_names.push_back(one.text);
            }
            row.of = in.of;
            row.basis = in.basis;
            row.facts = in.facts;
            row.on = in.on;
            row.demands = in.demands;
            row.due = in.due;
            for (auto const& one : in.officers) row.officers.push_back({one.name.ref, one.certificate});
            row.documents = in.documents;
            row.closed_on = closed;
            row.outcome = std::move(outcome);
            row.invitation = in.invitation;
            row.entry = entry;
            out.push_back(std::move(row));
        });
    for (auto& row : out) row.remarks = remarks_of(session, row.id);
    return out;
}

std::optional<bool> talk_is_closed(db::Session& session, TalkId const& id) {
    auto row = session.one<std::optional<field::Date>>("SELECT closed_on FROM cases_talk WHERE id = :id", {id});
    if (!row) return std::nullopt;
    return std::get<0>(*row).has_value();
}

}  // namespace anping::cases::queries
