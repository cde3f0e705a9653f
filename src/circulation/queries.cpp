// SPDX-License-Identifier: Apache-2.0
#include "queries.hpp"

#include <fmt/format.h>

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

namespace anping::circulation::queries {
namespace {

using OptionalAccount = std::optional<access::AccountId>;
using OptionalText = std::optional<std::string>;
using OptionalTime = std::optional<Timestamp>;

SlipView view_of(SlipId id, std::string const& body, Timestamp at, std::int64_t entry) {
    auto in = from_trusted_json<SlipSent>(json::parse(body));
    SlipView out;
    out.id = std::move(id);
    out.kind = in.kind;
    out.matter = {in.matter.kind, in.matter.id, in.matter.id.text, {}, {}};
    out.from_bureau = in.from.bureau;
    out.from_bureau_name = in.from.bureau.text;
    out.from_name = in.from.officer ? in.from.officer->text : "";
    out.from_for = in.acted_for ? in.acted_for->text : "";
    if (in.text) out.text = std::move(in.text->value);
    out.due = in.due;
    out.count = std::move(in.count);
    out.sent_at = at;
    out.entry = entry;
    out.follows = std::move(in.follows);
    return out;
}

std::vector<LineView> lines_of(db::Session& session, SlipId const& id) {
    std::vector<LineView> out;
    session.each<std::int64_t, registry::BureauId, OptionalAccount, OptionalTime, std::optional<Outcome>, OptionalText,
                 OptionalText, OptionalText, OptionalTime, std::optional<std::int64_t>>(
        "SELECT number, bureau, officer, received_at, outcome, text, answered_by, answered_for, answered_at, entry "
        "FROM "
        "circulation_line WHERE slip = :slip ORDER BY number",
        {id},
        [&](auto number, auto bureau, auto officer, auto received, auto outcome, auto text, auto by, auto acted_for,
            auto at, auto entry) {
            auto const name = bureau.text;
            auto const officer_name = officer ? officer->text : std::string();
            out.push_back({number,
                           std::move(bureau),
                           name,
                           std::move(officer),
                           officer_name,
                           received,
                           outcome,
                           std::move(text),
                           by.value_or(""),
                           acted_for.value_or(""),
                           at,
                           entry,
                           false,
                           {}});
        });
    return out;
}

std::vector<SlipView> slips(db::Session& session, std::string const& rest, db::Params const& params) {
    std::vector<SlipView> out;
    // lint: sql - the conditions below, their values bound
    session.each<SlipId, std::string, Timestamp, std::int64_t>(
        "SELECT id, body, sent_at, entry FROM circulation_slip WHERE " + rest, params,
        [&](auto id, auto body, auto at, auto entry) { out.push_back(view_of(std::move(id), body, at, entry)); });
    for (auto& slip : out) slip.lines = lines_of(session, slip.id);
    return out;
}

}  // namespace

std::optional<State> state(db::Session& session, SlipId const& id) {
    auto found = slips(session, "id = :id", {id});
    if (found.empty()) return std::nullopt;
    auto const& slip = found.front();
    State out{id, slip.kind, {slip.matter.kind, slip.matter.id}, {slip.from_bureau, {{slip.from_name}}}, {}, {}};
    if (!slip.from_for.empty()) out.sent_for = access::AccountId{slip.from_for};
    for (auto const& line : slip.lines)
        out.lines.push_back(
            {line.number, {line.bureau, line.officer}, !line.outcome.has_value(), line.received_at.has_value()});
    return out;
}

std::vector<SlipView> of_matter(db::Session& session, Matter const& matter) {
    return slips(session, "matter = :matter AND matter_kind = :kind ORDER BY entry DESC",
                 {matter.id, db::sql(matter.kind)});
}

std::vector<SlipView> waiting(db::Session& session, Hand const& hand, std::int64_t limit) {
    std::string accounts = ":me";
    db::Params params{hand.who.account};
    for (auto const& account : hand.stands_in_for) {
        accounts += fmt::format(", :for{}", params.size());
        params.emplace_back(account);
    }
    params.emplace_back(takes_for_the_bureau(hand.who.role) ? hand.who.unit : std::string());
    params.emplace_back(limit);
    // lint: sql - as many placeholders as accounts, made here
    auto const asked = "l.officer IN (" + accounts + ") OR (l.officer IS NULL AND l.bureau = :unit)";
    return slips(
        session,
        "open > 0 AND EXISTS (SELECT 1 FROM circulation_line l WHERE l.slip = circulation_slip.id AND l.outcome "
        // lint: sql - the condition above
        "IS NULL AND (" +
            asked + ")) ORDER BY COALESCE(due, '9999-12-31'), entry LIMIT :limit",
        params);
}

std::vector<SlipView> sent(db::Session& session, access::AccountId const& account, std::int64_t limit) {
    return slips(session, "officer = :officer OR sent_for = :officer ORDER BY entry DESC LIMIT :limit",
                 {account, limit});
}

std::vector<SlipView> lying_at(db::Session& session, registry::BureauId const& bureau, std::int64_t limit) {
    return slips(
        session,
        "open > 0 AND EXISTS (SELECT 1 FROM circulation_line l WHERE l.slip = circulation_slip.id AND l.outcome "
        "IS NULL AND l.bureau = :bureau) ORDER BY COALESCE(due, '9999-12-31'), entry LIMIT :limit",
        {bureau, limit});
}

std::vector<SlipView> late(db::Session& session, field::Date today) {
    return slips(session, "open > 0 AND due < :today ORDER BY due, entry", {db::sql(today)});
}

std::vector<std::pair<registry::BureauId, std::int64_t>> loads(db::Session& session) {
    std::vector<std::pair<registry::BureauId, std::int64_t>> out;
    session.each<registry::BureauId, std::int64_t>(
        "SELECT bureau, COUNT(*) FROM circulation_line WHERE outcome IS NULL GROUP BY bureau ORDER BY bureau", {},
        [&](auto bureau, auto count) { out.emplace_back(std::move(bureau), count); });
    return out;
}

std::vector<access::AccountId> stood_in_for(db::Session& session, access::AccountId const& deputy, field::Date day) {
    std::vector<access::AccountId> out;
    session.each<access::AccountId>(
        "SELECT DISTINCT officer FROM circulation_deputy WHERE deputy = :deputy AND from_on <= :day AND until_on >= "
        ":day AND ended_at IS NULL ORDER BY officer",
        {deputy, db::sql(day)}, [&](auto officer) { out.push_back(std::move(officer)); });
    return out;
}

std::optional<DeputyState> deputy(db::Session& session, DeputyId const& id) {
    auto row = session.one<registry::BureauId, access::AccountId, field::Date, OptionalTime>(
        "SELECT bureau, officer, until_on, ended_at FROM circulation_deputy WHERE id = :id", {id});
    if (!row) return std::nullopt;
    auto& [bureau, officer, until, ended] = *row;
    return DeputyState{id, std::move(bureau), std::move(officer), until, ended.has_value()};
}

std::vector<DeputyView> deputies(db::Session& session, registry::BureauId const& bureau, std::int64_t limit) {
    std::vector<DeputyView> out;
    session.each<DeputyId, access::AccountId, access::AccountId, field::Date, field::Date, std::string, std::string,
                 Timestamp, std::int64_t, OptionalTime, OptionalText, OptionalText>(
        "SELECT id, officer, deputy, from_on, until_on, reason, named_by, named_at, entry, ended_at, ended_by, "
        "ended_reason FROM circulation_deputy WHERE bureau = :bureau ORDER BY entry DESC LIMIT :limit",
        {bureau, limit},
        [&](auto id, auto officer, auto deputy, auto from, auto until, auto reason, auto by, auto at, auto entry,
            auto ended, auto ended_by, auto ended_reason) {
            auto const officer_name = officer.text;
            auto const deputy_name = deputy.text;
            out.push_back({std::move(id), std::move(officer), officer_name, std::move(deputy), deputy_name, from, until,
                           std::move(reason), std::move(by), at, ended, ended_by.value_or(""), std::move(ended_reason),
                           entry, false});
        });
    return out;
}

}  // namespace anping::circulation::queries
