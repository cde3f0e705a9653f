// SPDX-License-Identifier: Apache-2.0
#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

#include "queries.hpp"

namespace anping::registry::queries {
namespace {

std::vector<OfficerView> officers_where(db::Session& session, char const* rest, db::Params const& params,
                                        field::Date day, ledger::Personal const& personal) {
    std::vector<OfficerView> out;
    session.each<OfficerId, std::string, BureauId, std::string, std::int64_t>(
        std::string("SELECT id, name_ref, bureau, facts, version FROM registry_officer WHERE ") + rest + " ORDER BY id",
        params, [&](auto id, auto ref, auto bureau, auto facts, auto version) {
            auto it = from_trusted_json<OfficerFacts>(json::parse(facts));
            bool const current = it.current(day);
            bool const valid = it.may_enforce(day);
            out.push_back({std::move(id), std::move(ref), std::move(bureau), std::move(it), current, valid, version});
        });
    open_names(session, personal, out);
    return out;
}

}  // namespace

std::vector<OfficerView> officers(db::Session& session, BureauId const& bureau, field::Date day,
                                  ledger::Personal const& personal) {
    return officers_where(session, "bureau = :bureau", {bureau}, day, personal);
}

std::optional<OfficerView> officer(db::Session& session, OfficerId const& id, field::Date day,
                                   ledger::Personal const& personal) {
    auto found = officers_where(session, "id = :id", {id}, day, personal);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

}  // namespace anping::registry::queries
