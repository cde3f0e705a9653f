// SPDX-License-Identifier: Apache-2.0
#include "queries.hpp"

#include <algorithm>

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

namespace anping::cases::queries {
namespace {

using db::sql;

template <class T>
T kept(std::string const& body) {
    return from_trusted_json<T>(json::parse(body));
}

void steps_into(State& state, db::Session& session) {
    session.each<StepKind, std::string>("SELECT kind, body FROM cases_step WHERE case_id = :id ORDER BY number",
                                        {state.id}, [&](auto kind, auto body) {
                                            if (kind != StepKind::decision) {
                                                state.steps.push_back(kept<StepRecorded>(body));
                                                return;
                                            }
                                            if (state.decision) state.annulled.push_back(std::move(*state.decision));
                                            state.decision = kept<DecisionMade>(body);
                                        });
}

// The first unit, by its id or its name, and how many parties there are.
constexpr char const* kParties =
    "COALESCE((SELECT COALESCE(p.unit, p.name) FROM cases_party p WHERE p.case_id = c.id AND p.kind <> 'person' ORDER "
    "BY p.number LIMIT 1), ''), (SELECT COUNT(*) FROM cases_party p WHERE p.case_id = c.id)";

constexpr char const* kOwn =
    "(SELECT COUNT(*) FROM cases_limit l WHERE l.owner = c.id AND l.state = 'open' AND l.owes = 'bureau' AND (l.due < "
    ":today OR l.due_at < :now)), (SELECT MIN(l.due) FROM cases_limit l WHERE l.owner = c.id AND l.state = 'open' AND "
    "l.owes = 'bureau'), (SELECT MIN(l.due_at) FROM cases_limit l WHERE l.owner = c.id AND l.state = 'open' AND l.owes "
    "= 'bureau')";

// What the query could not count.
void add_counted(std::vector<CaseSummary>& rows, db::Session& session, Law const& law) {
    std::vector<std::string> ids;
    for (auto const& row : rows) ids.push_back(row.id.text);
    for (auto const& one : counted_of(session, ids, law))
        for (auto& row : rows) {
            if (row.id.text != one.owner) continue;
            row.due = row.due ? std::min(*row.due, *one.limit.due) : *one.limit.due;
            row.overdue += one.overdue(law.today) ? 1 : 0;
        }
}

std::vector<CaseSummary> summaries(db::Session& session, std::string const& rest, Law const& law,
                                   db::Params const& more) {
    std::vector<CaseSummary> out;
    db::Params params{sql(law.today), law.now};
    params.insert(params.end(), more.begin(), more.end());
    // lint: sql - the conditions below, their values bound
    session.each<CaseId, std::string, registry::BureauId, CaseMode, CaseStage, std::optional<registry::InstitutionId>,
                 std::optional<std::string>, field::Date, std::optional<field::Date>, std::optional<field::Date>,
                 std::int64_t, std::string, std::int64_t, std::int64_t, std::optional<field::Date>,
                 std::optional<Timestamp>>(
        std::string("SELECT c.id, c.title, c.bureau, c.mode, c.stage, c.institution, c.external_number, c.opened_on, "
                    "c.decided_on, c.closed_on, c.entry, ") +
            kParties + ", " + kOwn + " FROM cases_case c WHERE " + rest,
        params,
        [&](auto id, auto title, auto bureau, auto mode, auto stage, auto institution, auto external, auto opened,
            auto decided, auto closed, auto entry, auto party, auto parties, auto overdue, auto due, auto due_at) {
            CaseSummary row;
            row.id = std::move(id);
            row.title = std::move(title);
            row.bureau = bureau;
            row.bureau_name = bureau.text;
            row.mode = mode;
            row.stage = stage;
            row.institution_name = institution ? institution->text : std::string();
            row.institution = std::move(institution);
            row.party_name = std::move(party);
            row.parties = parties;
            row.external_number = std::move(external);
            row.opened_on = opened;
            row.decided_on = decided;
            row.closed_on = closed;
            row.due = due;
            row.due_at = due_at;
            row.overdue = overdue;
            row.entry = entry;
            out.push_back(std::move(row));
        });
    add_counted(out, session, law);
    return out;
}

std::vector<DecisionRow> decisions(db::Session& session, std::string const& rest, db::Params const& params) {
    std::vector<DecisionRow> out;
    // lint: sql - the conditions below, their values bound
    session.each<CaseId, registry::BureauId, std::optional<registry::InstitutionId>, std::string, std::string,
                 std::optional<field::Date>, std::optional<field::Date>, std::optional<field::Date>, std::string,
                 std::int64_t>(
        std::string("SELECT c.id, c.bureau, c.institution, c.title, s.body, c.delivered_on, c.published_on, "
                    "c.annulled_on, ") +
            kParties +
            " FROM cases_case c JOIN cases_step s ON s.case_id = c.id AND s.kind = 'decision' AND s.number = (SELECT "
            "MAX(d.number) FROM cases_step d WHERE d.case_id = c.id AND d.kind = 'decision') WHERE " +
            rest,
        params,
        [&](auto id, auto bureau, auto institution, auto title, auto body, auto delivered, auto published,
            auto annulled, auto party, auto) {
            auto const made = kept<DecisionMade>(body);
            DecisionRow row;
            row.id = std::move(id);
            row.bureau = bureau;
            row.bureau_name = bureau.text;
            if (institution) row.institution = *institution;
            row.institution_name = institution ? institution->text : party;
            row.title = std::move(title);
            row.document = made.document;
            row.decided_on = made.on;
            row.delivered_on = delivered;
            row.published_on = published;
            row.annulled_on = annulled;
            row.reasons = made.reasons;
            row.effective = delivered && !annulled;
            for (auto const& one : made.conducts) {
                row.conducts.push_back(one.facts.conduct.value);
                row.conduct_names.push_back(one.conduct_name);
            }
            for (auto const& one : made.penalties) {
                auto const& of = made.conducts.at(static_cast<std::size_t>(one.count - 1));
                std::string name = one.code;
                for (auto const& measure : of.measures)
                    if (measure.code == one.code && measure.on == one.on) name = measure.name;
                bool const person = one.on == "persons";
                row.penalties.push_back((person ? std::string("责任人员：") : std::string()) + name +
                                        (one.amount ? " " + yuan(*one.amount) : ""));
            }
            out.push_back(std::move(row));
        });
    return out;
}

}  // namespace

std::optional<State> state(db::Session& session, CaseId const& id, Law const& law) {
    auto const row = session.one<std::string>("SELECT body FROM cases_case WHERE id = :id", {id});
    if (!row) return std::nullopt;
    State out{id, kept<CaseOpened>(std::get<0>(*row))};
    steps_into(out, session);
    out.limits = open_limits(session, id.text, law);
    return out;
}

std::optional<access::Target> target(db::Session& session, CaseId const& id) {
    auto row = session.one<std::string, field::RegionCode, field::Authority>(
        "SELECT bureau, region, authority FROM cases_case WHERE id = :id", {id});
    if (!row) return std::nullopt;
    access::Target out;
    std::tie(out.unit, out.region, out.authority) = std::move(*row);
    session.each<std::string>("SELECT bureau FROM cases_referral WHERE case_id = :id ORDER BY bureau", {id},
                              [&](auto bureau) { out.parties.push_back(std::move(bureau)); });
    // Until notice is given those it is against are none.
    session.each<std::string>(
        "SELECT DISTINCT p.unit FROM cases_party p WHERE p.case_id = :id AND p.unit IS NOT NULL AND EXISTS (SELECT 1 "
        "FROM cases_step s WHERE s.case_id = p.case_id AND s.kind IN ('notice', 'hearing_notice')) ORDER BY p.unit",
        {id}, [&](auto unit) { out.parties.push_back(std::move(unit)); });
    return out;
}

std::vector<CaseId> told_to(db::Session& session, std::string const& unit, std::int64_t limit) {
    std::vector<CaseId> out;
    session.each<CaseId>(
        "SELECT id FROM cases_case c WHERE EXISTS (SELECT 1 FROM cases_party p WHERE p.case_id = c.id AND p.unit = "
        ":unit) AND EXISTS (SELECT 1 FROM cases_step s WHERE s.case_id = c.id AND s.kind IN ('notice', "
        "'hearing_notice')) ORDER BY entry DESC LIMIT :limit",
        {unit, limit}, [&](auto id) { out.push_back(std::move(id)); });
    return out;
}

std::optional<ModeView> mode(db::Session& session, registry::BureauId const& bureau) {
    auto row = session.one<CaseMode, std::optional<std::string>>(
        "SELECT mode, system FROM cases_mode WHERE bureau = :bureau", {bureau});
    if (!row) return std::nullopt;
    return ModeView{std::get<0>(*row), std::get<1>(*row)};
}

std::vector<CaseSummary> cases(db::Session& session, access::Visibility const& sees, std::optional<CaseStage> stage,
                               Law const& law, std::int64_t before, std::int64_t limit) {
    auto seen = sees.where({"c.bureau",
                            {"EXISTS (SELECT 1 FROM cases_referral r WHERE r.case_id = c.id AND {r.bureau})"},
                            {"c.region"},
                            "c.authority",
                            ""});
    auto text = seen.text;
    if (stage) {
        text += " AND c.stage = :stage";
        seen.params.push_back(sql(*stage));
    }
    seen.params.push_back(before);
    seen.params.push_back(limit);
    return summaries(session, text + " AND c.entry < :before ORDER BY c.entry DESC LIMIT :limit", law, seen.params);
}

std::vector<CaseSummary> referred(db::Session& session, registry::BureauId const& bureau, field::Date since,
                                  Law const& law) {
    return summaries(
        session,
        "EXISTS (SELECT 1 FROM cases_referral r WHERE r.case_id = c.id AND r.bureau = :bureau AND r.day >= "
        ":since) AND NOT EXISTS (SELECT 1 FROM cases_source s WHERE s.bureau = :own AND s.source = c.id) "
        "ORDER BY c.entry DESC LIMIT 100",
        law, {bureau, sql(since), bureau});
}

std::optional<CaseSummary> summary(db::Session& session, CaseId const& id, Law const& law) {
    auto found = summaries(session, "c.id = :id", law, {id});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::optional<CaseId> of_system(db::Session& session, registry::BureauId const& bureau, std::string const& number) {
    std::vector<CaseId> found;
    session.each<CaseId>(
        "SELECT id FROM cases_case WHERE bureau = :bureau AND external_number = :number ORDER BY entry LIMIT 2",
        {bureau, number}, [&](auto id) { found.push_back(std::move(id)); });
    if (found.size() != 1) return std::nullopt;
    return std::move(found.front());
}

std::int64_t version(db::Session& session, CaseId const& id) {
    return session.scalar<std::int64_t>("SELECT version FROM cases_case WHERE id = :id", {id});
}

std::vector<Recorded> recorded(db::Session& session, CaseId const& id) {
    std::vector<Recorded> out;
    session.each<std::int64_t, StepKind, std::int64_t, Timestamp>(
        "SELECT number, kind, entry, at FROM cases_step WHERE case_id = :id ORDER BY number", {id},
        [&](auto number, auto kind, auto entry, auto at) { out.push_back({number, kind, entry, at}); });
    return out;
}

std::vector<RelianceView> handled(db::Session& session, CaseId const& id) {
    std::vector<RelianceView> out;
    session.each<std::string, field::Date, std::string>(
        "SELECT application, handled_on, outcome FROM cases_reliance WHERE case_id = :id ORDER BY application", {id},
        [&](auto application, auto on, auto outcome) {
            out.push_back({std::move(application), {}, {}, on, std::move(outcome)});
        });
    return out;
}

std::vector<DecisionRow> decisions_of(db::Session& session, registry::InstitutionId const& institution,
                                      std::optional<field::Date> from, std::optional<field::Date> to) {
    return decisions(
        session,
        "c.institution = :institution AND c.decided_on >= :from AND c.decided_on <= :until ORDER BY "
        "c.decided_on DESC, c.entry DESC LIMIT 200",
        {institution, from ? to_string(*from) : std::string(), to ? to_string(*to) : std::string("9999-12-31")});
}

std::vector<DecisionRow> published(db::Session& session, std::int64_t limit) {
    return decisions(session, "c.published_on IS NOT NULL ORDER BY c.published_on DESC, c.entry DESC LIMIT :limit",
                     {limit});
}

std::vector<CaseCount> counts(db::Session& session, Law const& law) {
    std::vector<CaseCount> out;
    session.each<registry::BureauId, field::RegionCode, std::int64_t, std::int64_t, std::int64_t, std::int64_t,
                 std::int64_t>(
        "SELECT c.bureau, c.region, COUNT(*), SUM(CASE WHEN c.decided_on IS NULL THEN 0 ELSE 1 END), SUM(CASE WHEN "
        "c.published_on IS NULL THEN 0 ELSE 1 END), (SELECT COUNT(*) FROM cases_limit l WHERE l.bureau = c.bureau AND "
        "l.state = 'open' AND l.owes = 'bureau' AND (l.due < :today OR l.due_at < :now)), (SELECT COUNT(*) FROM "
        "cases_limit l WHERE l.bureau = c.bureau AND l.state = 'ended' AND l.owes = 'bureau' AND (l.ended_on > l.due "
        "OR "
        "l.ended_at > l.due_at)) FROM cases_case c GROUP BY c.bureau, c.region ORDER BY c.region, c.bureau",
        {sql(law.today), law.now},
        [&](auto bureau, auto region, auto cases, auto decided, auto shown, auto overdue, auto late) {
            out.push_back({bureau, bureau.text, std::move(region), cases, decided, shown, overdue, late});
        });
    for (auto const& one : counted_now(session, "state IN ('open', 'ended')", {}, law))
        for (auto& row : out) {
            if (row.bureau != one.bureau) continue;
            row.overdue += one.overdue(law.today) ? 1 : 0;
            row.kept_late += one.ended_on && *one.ended_on > *one.limit.due ? 1 : 0;
        }
    return out;
}

std::vector<Late> late(db::Session& session, access::Visibility const& sees, Law const& law, std::int64_t limit) {
    auto seen = sees.where({"bureau", {}, {"region"}, "authority", ""});
    std::vector<Late> out;
    for (auto& one : counted_now(session, seen.text + " AND state = 'open'", seen.params, law))
        if (one.overdue(law.today))
            out.push_back({std::move(one.of), std::move(one.bureau), one.limit.citation.title, *one.limit.due, {}});
    seen.params.push_back(sql(law.today));
    seen.params.push_back(law.now);
    seen.params.push_back(limit);
    // lint: sql - the conditions of what may be seen, their values bound
    session.each<CaseId, registry::BureauId, std::string, field::Date>(
        "SELECT case_id, bureau, body, due FROM cases_limit WHERE " + seen.text +
            " AND state = 'open' AND owes = 'bureau' AND (due < :today OR due_at < :now) ORDER BY due, owner LIMIT "
            ":limit",
        seen.params, [&](auto id, auto bureau, auto body, auto due) {
            auto const late = kept<Limit>(body);
            out.push_back({std::move(id), std::move(bureau), late.citation.title, due, late.due_at});
        });
    std::ranges::stable_sort(out, {}, &Late::due);
    if (std::ssize(out) > limit) out.resize(static_cast<std::size_t>(limit));
    return out;
}

}  // namespace anping::cases::queries
