// SPDX-License-Identifier: Apache-2.0
// Days of the law. What the calendar did not reach when the step was recorded stands without a day; it is counted each
// time it is read, and has one as soon as the calendar of that year is there.
#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>
#include <anping/db/where_any.hpp>

#include "queries.hpp"

namespace anping::cases::queries {
namespace {

Limit limit_in(std::string const& body, rulebook::Place const& place, Law const& law) {
    return recounted(from_trusted_json<Limit>(json::parse(body)), place, law);
}

constexpr char const* kUncounted =
    "SELECT owner, case_id, bureau, body, region, authority, ended_on FROM cases_limit WHERE owes = 'bureau' AND due "
    "IS "
    "NULL AND ";

std::vector<Counted> counted(db::Session& session, std::string const& statement, db::Params const& params,
                             Law const& law) {
    std::vector<Counted> out;
    // lint: sql - the conditions of the callers, their values bound
    session.each<std::string, CaseId, registry::BureauId, std::string, field::RegionCode, field::Authority,
                 std::optional<field::Date>>(
        statement, params, [&](auto owner, auto of, auto bureau, auto body, auto region, auto authority, auto ended) {
            auto limit = limit_in(body, {region, authority}, law);
            if (limit.due) out.push_back({std::move(owner), std::move(of), std::move(bureau), std::move(limit), ended});
        });
    return out;
}

}  // namespace

std::vector<OpenLimit> open_limits(db::Session& session, std::string const& owner, Law const& law) {
    std::vector<OpenLimit> out;
    session.each<std::string, field::RegionCode, field::Authority>(
        "SELECT body, region, authority FROM cases_limit WHERE owner = :owner AND state = 'open' ORDER BY step, duty",
        {owner}, [&](auto body, auto region, auto authority) {
            auto limit = limit_in(body, {region, authority}, law);
            out.push_back({std::move(limit.duty), std::move(limit.owes), limit.due, std::move(limit.citation.title),
                           limit.due_at});
        });
    return out;
}

std::vector<LimitView> limits(db::Session& session, std::string const& owner, Law const& law) {
    std::vector<LimitView> out;
    session.each<std::string, field::RegionCode, field::Authority, LimitState, std::int64_t, std::optional<field::Date>,
                 std::optional<Timestamp>>(
        "SELECT body, region, authority, state, step, ended_on, ended_at FROM cases_limit WHERE owner = :owner ORDER "
        "BY "
        "step, due, "
        "duty",
        {owner}, [&](auto body, auto region, auto authority, auto state, auto step, auto ended, auto ended_at) {
            LimitView one;
            one.limit = limit_in(body, {region, authority}, law);
            one.state = state;
            one.step = step;
            one.ended_on = ended;
            one.ended_at = ended_at;
            out.push_back(std::move(one));
        });
    return out;
}

std::vector<Counted> counted_now(db::Session& session, std::string const& where, db::Params const& params,
                                 Law const& law) {
    return counted(session, std::string(kUncounted) + where, params, law);
}

std::vector<Counted> counted_of(db::Session& session, std::vector<std::string> const& owners, Law const& law) {
    if (owners.empty()) return {};
    db::Params params;
    auto const statement = db::where_any(std::string(kUncounted) + "state = 'open' AND owner", "owner", owners, params);
    return counted(session, statement, params, law);
}

}  // namespace anping::cases::queries
