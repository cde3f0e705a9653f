// SPDX-License-Identifier: Apache-2.0
#include "queries_typical.hpp"

#include <algorithm>

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

namespace anping::cases::queries {
namespace {

using db::sql;

std::vector<TypicalView> read(db::Session& session, std::string const& rest, db::Params const& params) {
    std::vector<TypicalView> out;
    // lint: sql - the conditions below, their values bound
    session.each<TypicalId, std::string, TypicalStage, std::optional<field::Date>, std::optional<std::string>,
                 std::int64_t, std::int64_t>(
        "SELECT t.id, t.body, t.stage, t.published_on, t.reason, t.entry, (SELECT COUNT(*) FROM cases_step s WHERE "
        "s.case_id = t.case_id AND s.kind = 'annulment' AND s.entry > t.entry) FROM cases_typical t WHERE " +
            rest,
        params, [&](auto id, auto body, auto stage, auto published, auto reason, auto entry, auto annulments) {
            auto in = from_trusted_json<TypicalDrafted>(json::parse(body));
            auto const name = in.bureau.text;
            out.push_back({std::move(id), std::move(in.of), std::move(in.bureau), name, in.kind, stage,
                           std::move(in.topic), std::move(in.topic_name), std::move(in.title), std::move(in.facts),
                           std::move(in.clause), std::move(in.lesson), published, std::move(reason), annulments > 0,
                           entry});
        });
    return out;
}

// Of a text that is looked for anywhere.
std::string like(std::string const& text) {
    std::string out = "%";
    for (char c : text) {
        if (c == '%' || c == '_' || c == '!') out += '!';
        out += c;
    }
    return out + "%";
}

}  // namespace

std::optional<TypicalState> typical_state(db::Session& session, TypicalId const& id) {
    auto const found = typical(session, id);
    if (!found) return std::nullopt;
    return TypicalState{id, found->stage, found->annulled};
}

std::optional<access::Target> typical_target(db::Session& session, TypicalId const& id) {
    auto row = session.one<std::string, field::RegionCode, field::Authority>(
        "SELECT bureau, region, authority FROM cases_typical WHERE id = :id", {id});
    if (!row) return std::nullopt;
    access::Target out;
    std::tie(out.unit, out.region, out.authority) = std::move(*row);
    return out;
}

std::optional<TypicalGround> typical_ground(db::Session& session, CaseId const& id) {
    auto const row = session.one<CaseStage, std::optional<field::Date>, std::optional<field::Date>>(
        "SELECT stage, published_on, annulled_on FROM cases_case WHERE id = :id", {id});
    if (!row) return std::nullopt;
    auto const& [stage, published, annulled] = *row;
    TypicalGround out;
    out.stage = stage;
    out.published = published.has_value();
    out.annulled = annulled.has_value();
    return out;
}

std::vector<TypicalView> typicals(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                  std::int64_t limit) {
    auto seen = sees.where({"t.bureau", {}, {"t.region"}, "t.authority", ""});
    seen.params.push_back(before);
    seen.params.push_back(limit);
    return read(session, seen.text + " AND t.entry < :before ORDER BY t.entry DESC LIMIT :limit", seen.params);
}

std::vector<TypicalView> published_cases(db::Session& session, PublishedFilter const& filter, std::int64_t limit) {
    std::string where = "t.stage = 'published'";
    db::Params params;
    auto const add = [&](char const* condition, db::Value value) {
        where += condition;
        params.push_back(std::move(value));
    };
    if (filter.kind) add(" AND t.kind = :kind", sql(*filter.kind));
    if (!filter.topic.empty()) add(" AND t.topic = :topic", filter.topic);
    if (!filter.words.empty()) add(" AND t.words LIKE :words ESCAPE '!'", like(filter.words));
    params.emplace_back(limit);
    return read(session, where + " ORDER BY t.published_on DESC, t.entry DESC LIMIT :limit", params);
}

std::optional<TypicalView> typical(db::Session& session, TypicalId const& id) {
    auto found = read(session, "t.id = :id", {id});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<std::pair<std::string, std::string>> published_topics(db::Session& session) {
    std::vector<std::pair<std::string, std::string>> out;
    for (auto& one : published_cases(session, {}, 1000))
        if (std::ranges::find(out, one.topic, [](auto const& known) { return known.first; }) == out.end())
            out.emplace_back(std::move(one.topic), std::move(one.topic_name));
    std::ranges::sort(out);
    return out;
}

}  // namespace anping::cases::queries
