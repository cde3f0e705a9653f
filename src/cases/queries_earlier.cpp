// SPDX-License-Identifier: Apache-2.0
#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>
#include <anping/rulebook/catalogue.hpp>

#include "queries.hpp"

namespace anping::cases::queries {
namespace {

using db::sql;

constexpr char const* kFalseReport = "false_report";

// For how long before the act earlier penalties count, by the law of the place; nothing where none says so.
std::optional<int> months_counted(State const& state, Law const& law) {
    auto const* item =
        rulebook::catalogue_item(law.books.catalogue("crime_triggers", state.place(), law.today), "months");
    auto const* value = item == nullptr ? nullptr : item->if_contains("value");
    return value == nullptr ? std::nullopt : std::optional(static_cast<int>(value->as_int64()));
}

std::optional<std::string> institution_of(CaseOpened const& opened) {
    for (auto const& one : opened.parties)
        if (one.kind == PartyKind::institution && one.id) return one.id;
    return std::nullopt;
}

EarlierDecision decision_of(DecisionMade const& made) {
    EarlierDecision out;
    out.document = made.document;
    out.decided_on = made.on;
    out.facts = made.reasons;
    for (auto const& one : made.conducts) {
        out.conduct_names.push_back(one.conduct_name);
        if (one.facts.conduct.value == kFalseReport) out.acted_on = one.facts.acted_on;
    }
    return out;
}

void put_answers(std::vector<EarlierDecision>& to, db::Session& session, CaseId const& id) {
    session.each<CaseId, bool, std::string, std::int64_t>(
        "SELECT earlier, different, reason, entry FROM cases_earlier WHERE case_id = :id", {id},
        [&](auto earlier, bool different, auto reason, auto entry) {
            for (auto& one : to) {
                if (one.id != earlier) continue;
                one.different = different;
                one.reason = reason;
                one.entry = entry;
            }
        });
}

}  // namespace

std::vector<EarlierDecision> earlier(db::Session& session, State const& state, Law const& law) {
    std::vector<EarlierDecision> out;
    auto const months = months_counted(state, law);
    auto const institution = institution_of(state.opened);
    if (!months || !institution) return out;
    auto const acted = state.opened.acted_on;
    session.each<CaseId, registry::BureauId, std::string, std::string>(
        "SELECT c.id, c.bureau, c.title, s.body FROM cases_case c JOIN cases_count n ON n.case_id = c.id AND n.conduct "
        "= "
        ":conduct JOIN cases_step s ON s.case_id = c.id AND s.kind = 'decision' AND s.number = (SELECT MAX(d.number) "
        "FROM "
        "cases_step d WHERE d.case_id = c.id AND d.kind = 'decision') WHERE c.institution = :institution AND c.id <> "
        ":but AND c.delivered_on IS NOT NULL AND c.annulled_on IS NULL AND c.decided_on >= :from AND c.decided_on <= "
        ":until ORDER BY c.decided_on DESC, c.entry DESC LIMIT 100",
        {std::string(kFalseReport), *institution, state.id, sql(add_months(acted, -*months)), sql(acted)},
        [&](auto id, auto bureau, auto title, auto body) {
            auto one = decision_of(from_trusted_json<DecisionMade>(json::parse(body)));
            one.id = std::move(id);
            one.bureau_name = bureau.text;
            one.bureau = std::move(bureau);
            one.title = std::move(title);
            out.push_back(std::move(one));
        });
    put_answers(out, session, state.id);
    return out;
}

}  // namespace anping::cases::queries
