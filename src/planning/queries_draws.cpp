// SPDX-License-Identifier: Apache-2.0
#include "queries_draws.hpp"

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>
#include <anping/draw/draw.hpp>
#include <anping/planning/drawn.hpp>
#include <anping/planning/projection.hpp>

#include "queries_outside_draws.hpp"

namespace anping::planning::queries {
namespace {

template <class T>
std::optional<T> kept(std::optional<std::string> const& body) {
    if (!body) return std::nullopt;
    return from_trusted_json<T>(json::parse(*body));
}

std::vector<Share> shares(db::Session& session, DrawId const& id, std::size_t count) {
    std::vector<Share> out(count);
    session.each<std::int64_t, std::string, std::optional<std::string>>(
        "SELECT participant, commitment, share FROM planning_share WHERE draw = :id", {id},
        [&](auto participant, auto commitment, auto share) {
            out.at(static_cast<std::size_t>(participant - 1)) = {std::move(commitment), std::move(share)};
        });
    return out;
}

std::vector<DrawSummary> summaries(db::Session& session, std::string const& rest, db::Params const& params) {
    std::vector<DrawSummary> out;
    // lint: sql - the conditions below, their values bound
    session.each<DrawId, std::string, registry::BureauId, DrawForm, DrawScope, DrawStage, std::int64_t, std::int64_t,
                 Timestamp, std::optional<Timestamp>, std::optional<Timestamp>, std::int64_t>(
        "SELECT id, title, bureau, form, scope, stage, candidates, take, planned_at, held_at, published_at, entry FROM "
        "planning_draw "
        "WHERE " +
            rest,
        params,
        [&](auto id, auto title, auto bureau, auto form, auto scope, auto stage, auto candidates, auto take,
            auto planned, auto held, auto published, auto entry) {
            out.push_back({std::move(id), std::move(title), bureau, bureau.text, form, scope, stage, candidates, take,
                           planned, held, published, entry});
        });
    return out;
}

}  // namespace

std::optional<State> state(db::Session& session, DrawId const& id) {
    auto row = session.one<std::string, std::string, std::int64_t, DrawStage, std::optional<std::string>,
                           std::optional<Timestamp>>(
        "SELECT body, planned_by, entry, stage, revealing, published_at FROM planning_draw WHERE id = :id", {id});
    if (!row) return std::nullopt;
    auto& [body, by, entry, stage, revealing, published] = *row;
    State out{id, from_trusted_json<DrawPlanned>(json::parse(body)), std::move(by), entry, stage};
    out.shares = shares(session, id, out.plan.participants.size());
    out.revealing = kept<RevealingBegun>(revealing);
    out.published = published.has_value();
    session.each<std::string, std::string>(
        "SELECT account, number FROM planning_number WHERE draw = :id ORDER BY entry", {id},
        [&](auto account, auto number) { out.numbers.push_back({std::move(account), std::move(number)}); });
    return out;
}

std::optional<access::Target> target(db::Session& session, DrawId const& id) {
    auto row = session.one<std::string, field::RegionCode, field::Authority>(
        "SELECT bureau, region, authority FROM planning_draw WHERE id = :id", {id});
    if (!row) return std::nullopt;
    access::Target out;
    std::tie(out.unit, out.region, out.authority) = std::move(*row);
    return out;
}

std::vector<DrawSummary> draws(db::Session& session, access::Visibility const& sees, std::int64_t before,
                               std::int64_t limit) {
    auto seen = sees.where({"bureau", {}, {"region"}, "authority", ""});
    seen.params.push_back(before);
    seen.params.push_back(limit);
    return summaries(session, seen.text + " AND entry < :before ORDER BY entry DESC LIMIT :limit", seen.params);
}

std::vector<DrawSummary> all_draws(db::Session& session, std::int64_t before, std::int64_t limit) {
    return summaries(session, "entry < :before ORDER BY entry DESC LIMIT :limit", {before, limit});
}

std::optional<DrawSummary> summary(db::Session& session, DrawId const& id) {
    auto found = summaries(session, "id = :id", {id});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::optional<DrawHeld> held(db::Session& session, DrawId const& id) {
    return kept<DrawHeld>(
        session.scalar<std::optional<std::string>>("SELECT held FROM planning_draw WHERE id = :id", {id}));
}

std::vector<Pair> last_pairs(db::Session& session, registry::BureauId const& bureau, DrawScope scope) {
    std::vector<Pair> out;
    auto row = session.one<std::string>(
        "SELECT held FROM planning_draw WHERE bureau = :bureau AND held IS NOT NULL AND CASE WHEN scope = 'bureaus' "
        "THEN 1 ELSE 0 END = :bureaus ORDER BY held_at DESC, entry DESC LIMIT 1",
        {bureau, static_cast<std::int64_t>(scope == DrawScope::bureaus)});
    if (!row) return out;
    auto const last = from_trusted_json<DrawHeld>(json::parse(std::get<0>(*row)));
    for (auto const& stratum : last.outcome)
        for (auto const& drawn : stratum.drawn)
            for (auto const& sent : drawn.sent)
                for (auto const& member : sent.members) out.push_back({member.value, drawn.candidate.value});
    return out;
}

std::optional<std::string> held_by(db::Session& session, DrawId const& id) {
    return session.scalar<std::optional<std::string>>("SELECT held_by FROM planning_draw WHERE id = :id", {id});
}

std::optional<std::string> voided(db::Session& session, DrawId const& id) {
    return session.scalar<std::optional<std::string>>("SELECT voided FROM planning_draw WHERE id = :id", {id});
}

std::int64_t version(db::Session& session, DrawId const& id) {
    return session.scalar<std::int64_t>("SELECT version FROM planning_draw WHERE id = :id", {id});
}

std::optional<std::string> unused_seed(db::Session& session, registry::BureauId const& bureau) {
    auto row = session.one<std::string>(
        "SELECT digest FROM planning_seed WHERE bureau = :bureau AND used_by IS NULL ORDER BY entry LIMIT 1", {bureau});
    if (!row) return std::nullopt;
    return std::get<0>(std::move(*row));
}

std::vector<SeedView> seeds(db::Session& session, registry::BureauId const& bureau) {
    std::vector<SeedView> out;
    session.each<std::string, Timestamp, std::int64_t, std::optional<DrawId>>(
        "SELECT digest, announced_at, entry, used_by FROM planning_seed WHERE bureau = :bureau ORDER BY entry DESC "
        "LIMIT 50",
        {bureau}, [&](auto digest, auto at, auto entry, auto used) {
            out.push_back({std::move(digest), at, entry, std::move(used)});
        });
    return out;
}

std::optional<std::string> secret_of(db::Session& session, std::string const& digest) {
    auto row = session.one<std::string>("SELECT secret FROM planning_secret WHERE digest = :digest", {digest});
    if (!row) return std::nullopt;
    return std::get<0>(std::move(*row));
}

}  // namespace anping::planning::queries

namespace anping::planning {
namespace {

Sending sending_of(draw::Drawn const& drawn) {
    Sending out{{drawn.candidate.value}, {}};
    for (auto const& sent : drawn.sent) {
        if (sent.pool.value != kOfficersPool) continue;
        for (auto const& member : sent.members) out.certificates.push_back(member.value);
    }
    return out;
}

}  // namespace

std::optional<DrawnBy> drawn_by(db::Session& session, std::string const& draw) {
    if (auto const state = queries::state(session, {draw})) {
        auto const held = queries::held(session, {draw});
        if (!held) return std::nullopt;
        DrawnBy out{state->plan.bureau, {}};
        for (auto const& stratum : held->outcome) {
            for (auto const& one : stratum.drawn) out.sendings.push_back(sending_of(one));
            for (auto const& one : stratum.reserve) out.sendings.push_back({{one.value}, {}});
        }
        return out;
    }
    auto const outside = queries::outside_state(session, {draw});
    if (!outside || outside->withdrawn) return std::nullopt;
    DrawnBy out{outside->recorded.bureau, {}};
    for (auto const& one : outside->recorded.matched)
        if (outside->recorded.draw.rows.at(static_cast<std::size_t>(one.row)).drawn)
            out.sendings.push_back({one.institution, {}});
    return out;
}

std::vector<std::string> damaged_seeds(db::Session& session) {
    std::vector<std::string> out;
    session.each<std::string, std::optional<std::string>>(
        "SELECT s.digest, k.secret FROM planning_seed s LEFT JOIN planning_secret k ON k.digest = s.digest "
        "LEFT JOIN planning_draw d ON d.id = s.used_by WHERE s.used_by IS NULL OR d.stage = 'planned' ORDER BY "
        "s.entry",
        {}, [&](auto digest, auto secret) {
            if (!secret || draw::announcement(*secret) != digest) out.push_back(std::move(digest));
        });
    return out;
}

}  // namespace anping::planning
