// SPDX-License-Identifier: Apache-2.0
#include "queries_criticism.hpp"

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

namespace anping::circulation::queries {
namespace {

CriticismActView act_of(std::string kind, std::string const& body, std::string unit, Timestamp at, std::int64_t entry) {
    CriticismActView out;
    if (kind == "answered") {
        out.text = from_trusted_json<CriticismAnswered>(json::parse(body)).text;
    } else {
        auto in = from_trusted_json<CriticismReported>(json::parse(body));
        out.text = std::move(in.to);
        out.on = in.on;
        out.number = std::move(in.number);
    }
    out.kind = std::move(kind);
    out.unit_name = std::move(unit);
    out.at = at;
    out.entry = entry;
    return out;
}

CriticismView view_of(CriticismId id, std::string const& body, std::int64_t entry) {
    auto in = from_trusted_json<BureauCriticised>(json::parse(body));
    CriticismView out;
    out.id = std::move(id);
    out.by_name = in.by.text;
    out.by = std::move(in.by);
    out.bureau_name = in.bureau.text;
    out.bureau = std::move(in.bureau);
    out.title = std::move(in.title);
    out.number = std::move(in.number);
    out.basis = std::move(in.basis);
    out.facts = std::move(in.facts);
    out.grounds = std::move(in.grounds);
    out.on = in.on;
    out.demands = std::move(in.demands);
    out.due = in.due;
    out.entry = entry;
    return out;
}

std::vector<CriticismView> read(db::Session& session, std::string const& rest, db::Params const& params) {
    std::vector<CriticismView> out;
    // lint: sql - the conditions below, their values bound
    session.each<CriticismId, std::string, std::int64_t, bool, bool>(
        "SELECT t.id, t.body, t.entry, t.answered, t.reported FROM circulation_criticism t WHERE " + rest, params,
        [&](auto id, auto body, auto entry, auto answered, auto reported) {
            out.push_back(view_of(std::move(id), body, entry));
            out.back().answered = answered;
            out.back().reported = reported;
        });
    for (auto& one : out)
        session.each<std::string, std::string, std::string, Timestamp, std::int64_t>(
            "SELECT kind, body, unit, at, entry FROM circulation_criticism_act WHERE criticism = :id ORDER BY entry",
            {one.id}, [&](auto kind, auto body, auto unit, auto at, auto entry) {
                one.acts.push_back(act_of(std::move(kind), body, std::move(unit), at, entry));
            });
    return out;
}

}  // namespace

std::optional<access::Target> criticism_target(db::Session& session, CriticismId const& id) {
    auto row = session.one<std::string, std::string, field::RegionCode, field::Authority>(
        "SELECT issuer, bureau, region, authority FROM circulation_criticism WHERE id = :id", {id});
    if (!row) return std::nullopt;
    access::Target out;
    out.parties.resize(1);
    std::tie(out.unit, out.parties[0], out.region, out.authority) = std::move(*row);
    return out;
}

std::vector<CriticismView> criticisms(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                      std::int64_t limit) {
    auto seen = sees.where({"t.issuer", {"t.bureau"}, {"t.region"}, "t.authority", ""});
    seen.params.push_back(before);
    seen.params.push_back(limit);
    return read(session, seen.text + " AND t.entry < :before ORDER BY t.entry DESC LIMIT :limit", seen.params);
}

std::optional<CriticismView> criticism(db::Session& session, CriticismId const& id) {
    auto found = read(session, "t.id = :id", {id});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<CriticismView> unanswered(db::Session& session, registry::BureauId const& bureau) {
    return read(session, "t.bureau = :bureau AND t.answered = 0 ORDER BY t.entry", {bureau});
}

}  // namespace anping::circulation::queries
