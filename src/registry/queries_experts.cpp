// SPDX-License-Identifier: Apache-2.0
#include <map>

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

#include "queries.hpp"

namespace anping::registry::queries {
namespace {

using OptionalDate = std::optional<field::Date>;

constexpr char const* kExpert =
    "SELECT id, name_ref, title, fields, employer, employers_before, interests, bureau, region, authority, listed_on, "
    "until, struck_on, struck_reason, version FROM registry_expert WHERE ";
constexpr char const* kCurrent = "struck_on IS NULL AND listed_on <= :today AND (until IS NULL OR until >= :today)";

std::vector<std::string> texts(std::string const& stored) {
    return from_trusted_json<std::vector<std::string>>(json::parse(stored));
}

std::vector<ExpertView> experts_where(db::Session& session, std::string const& rest, db::Params const& params,
                                      field::Date today, ledger::Personal const& personal) {
    std::vector<ExpertView> out;
    session.each<ExpertId, std::string, std::string, std::string, std::string, std::string, std::string, BureauId,
                 field::RegionCode, field::Authority, field::Date, OptionalDate, OptionalDate,
                 std::optional<std::string>, std::int64_t>(
        kExpert + rest, params,
        [&](auto id, auto ref, auto title, auto fields, auto employer, auto before, auto interests, auto bureau,
            auto region, auto authority, auto listed, auto until, auto struck, auto reason, auto version) {
            bool const current = !struck && listed <= today && (!until || today <= *until);
            out.push_back({std::move(id),
                           std::move(ref),
                           std::move(title),
                           texts(fields),
                           std::move(employer),
                           texts(before),
                           texts(interests),
                           std::move(bureau),
                           {},
                           std::move(region),
                           authority,
                           listed,
                           until,
                           struck,
                           std::move(reason),
                           current,
                           version});
        });
    open_names(session, personal, out);
    return out;
}

}  // namespace

std::optional<ExpertView> expert(db::Session& session, ExpertId const& id, field::Date today,
                                 ledger::Personal const& personal) {
    auto found = experts_where(session, "id = :id", {id}, today, personal);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<ExpertView> experts(db::Session& session, ExpertFilter const& filter, std::string const& after,
                                std::int64_t limit, field::Date today, ledger::Personal const& personal) {
    std::string sql = "id > :after";
    db::Params params{after};
    if (!filter.text.empty()) {
        sql += " AND (lower(sought) LIKE lower(:text) ESCAPE '!'";
        params.emplace_back(like(filter.text));
        auto const refs = personal.find(session, "name", filter.text);
        for (std::size_t i = 0; i < refs.size(); ++i) {
            // lint: sql - a placeholder
            sql += " OR name_ref = :ref" + std::to_string(i);
            params.emplace_back(refs[i]);
        }
        sql += ")";
    }
    if (filter.state) {
        sql += *filter.state == ExpertState::current ? std::string(" AND ") + kCurrent
                                                     : std::string(" AND NOT (") + kCurrent + ")";
        params.push_back(db::sql(today));
    }
    params.emplace_back(limit);
    return experts_where(session, sql + " ORDER BY id LIMIT :limit", params, today, personal);
}

std::vector<ExpertView> pool(db::Session& session, BureauId const& bureau, field::Date today,
                             ledger::Personal const& personal) {
    return experts_where(session, "bureau = :bureau AND struck_on IS NULL ORDER BY id", {bureau}, today, personal);
}

bool has_expert(db::Session& session, ExpertId const& id) {
    return session.scalar<std::int64_t>("SELECT count(*) FROM registry_expert WHERE id = :id", {id}) > 0;
}

}  // namespace anping::registry::queries
