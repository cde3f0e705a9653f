// SPDX-License-Identifier: Apache-2.0
#include "queries.hpp"

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

namespace anping::determination::queries {
namespace {

template <class T>
std::optional<T> kept(std::optional<std::string> const& body) {
    if (!body) return std::nullopt;
    return from_trusted_json<T>(json::parse(*body));
}

std::vector<DeterminationSummary> summaries(db::Session& session, std::string const& rest, db::Params const& params) {
    std::vector<DeterminationSummary> out;
    // lint: sql - the conditions below, their values bound
    session.each<DeterminationId, Stage, std::string, std::int64_t, Timestamp, std::int64_t>(
        "SELECT id, stage, body, (SELECT count(*) FROM determination_element e WHERE e.determination = "
        "determination.id), opened_at, entry FROM determination WHERE " +
            rest,
        params, [&](auto id, auto stage, auto body, auto judged, auto at, auto entry) {
            auto in = from_trusted_json<Opened>(json::parse(body));
            out.push_back({std::move(id), std::move(in.title), std::move(in.asked.report), in.institution,
                           in.institution.text, in.enterprise, in.enterprise.text, in.bureau, in.bureau.text,
                           in.asked.fault, std::move(in.situation_name), stage,
                           static_cast<std::int64_t>(in.elements.size()), judged, at, entry});
        });
    return out;
}

void put_elements(db::Session& session, State const& state, DeterminationView& out) {
    for (auto const& element : state.opened.elements) out.elements.push_back({element, {}, {}, {}, {}});
    session.each<std::string, std::string, std::string>(
        "SELECT element, body, account FROM determination_element WHERE determination = :id", {state.id},
        [&](auto code, auto body, auto account) {
            for (auto& view : out.elements) {
                if (view.element.code != code) continue;
                auto in = from_trusted_json<JudgeElement>(json::parse(body));
                view.holds = in.holds;
                view.facts = std::move(in.facts.value);
                view.evidence = std::move(in.evidence);
                view.by = std::move(account);
            }
        });
}

void put_voices(db::Session& session, DeterminationId const& id, DeterminationView& out) {
    session.each<std::string, Timestamp, std::string>(
        "SELECT kind, at, body FROM determination_voice WHERE determination = :id ORDER BY entry", {id},
        [&](auto kind, auto at, auto body) {
            auto const value = json::parse(body);
            if (kind == "answer") {
                out.answers.push_back({from_trusted_json<Answered>(value).text.value, at});
                return;
            }
            auto in = from_trusted_json<AttachOpinion>(value);
            out.opinions.push_back({in.expert, in.expert.text, in.stance, std::move(in.text.value), in.given_on});
        });
}

}  // namespace

std::optional<State> state(db::Session& session, DeterminationId const& id) {
    auto row =
        session
            .one<std::string, Stage, std::optional<std::string>, std::int64_t, std::int64_t, std::optional<Timestamp>>(
                "SELECT body, stage, told, told_entry, judged_entry, told_at FROM determination WHERE id = :id", {id});
    if (!row) return std::nullopt;
    auto& [body, stage, told, told_entry, judged_entry, told_at] = *row;
    State out{id, from_trusted_json<Opened>(json::parse(body)), stage};
    session.each<std::string>("SELECT body FROM determination_element WHERE determination = :id", {id}, [&](auto text) {
        auto in = from_trusted_json<JudgeElement>(json::parse(text));
        auto const code = in.element.value;
        out.judged.emplace(code, std::move(in));
    });
    out.told = kept<Told>(told);
    if (told_at) out.told_on = field::beijing_date(*told_at);
    out.judged_since = out.told && judged_entry > told_entry;
    out.answered = session.scalar<std::int64_t>(
                       "SELECT count(*) FROM determination_voice WHERE determination = :id AND "
                       "kind = 'answer' AND entry > :told",
                       {id, told_entry}) > 0;
    return out;
}

std::vector<DeterminationSummary> determinations(db::Session& session, access::Visibility const& sees,
                                                 std::string const& report, std::int64_t before, std::int64_t limit) {
    auto seen = sees.where(
        {"bureau", {"CASE WHEN told IS NOT NULL THEN institution ELSE '' END"}, {"region"}, "authority", ""});
    for (auto const& one : {report, report}) seen.params.push_back(one);
    seen.params.push_back(before);
    seen.params.push_back(limit);
    return summaries(
        session,
        seen.text + " AND (:any = '' OR report = :report) AND entry < :before ORDER BY entry DESC LIMIT :limit",
        seen.params);
}

std::optional<DeterminationView> determination(db::Session& session, State const& state) {
    auto found = summaries(session, "id = :id", {state.id});
    if (found.empty()) return std::nullopt;
    auto row = session.one<std::optional<Timestamp>, std::optional<std::string>, std::optional<Timestamp>,
                           std::optional<std::string>, std::int64_t>(
        "SELECT told_at, decision, decided_at, annulled, version FROM determination WHERE id = :id", {state.id});
    auto& [told_at, decision, decided_at, annulled, version] = *row;
    DeterminationView out;
    out.summary = std::move(found.front());
    out.project = state.opened.project;
    out.why = state.opened.asked.why.value;
    out.clues = state.opened.asked.clues;
    out.citation = state.opened.citation;
    out.binding = state.opened.binding;
    out.told_at = told_at;
    if (auto const decided = kept<Decide>(decision)) out.reasons = decided->reasons.value;
    out.decided_at = decided_at;
    out.annulled = std::move(annulled);
    out.version = version;
    put_elements(session, state, out);
    put_voices(session, state.id, out);
    return out;
}

}  // namespace anping::determination::queries
