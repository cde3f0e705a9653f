// SPDX-License-Identifier: Apache-2.0
#include "queries_bureau_checks.hpp"

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

namespace anping::planning::queries {

std::vector<BureauCheckView> bureau_checks(db::Session& session, DrawId const& draw) {
    std::vector<BureauCheckView> out;
    session.each<std::string, std::string, Timestamp, std::int64_t>(
        "SELECT body, recorded_by, recorded_at, entry FROM planning_bureau_check WHERE draw = :draw ORDER BY entry",
        {draw}, [&](auto body, auto by, auto at, auto entry) {
            out.push_back({from_trusted_json<RecordBureauCheck>(json::parse(body)), std::move(by), at, entry});
        });
    return out;
}

std::vector<BureauToCheck> to_be_checked(db::Session& session, registry::BureauId const& bureau, std::int64_t limit) {
    std::vector<BureauToCheck> out;
    session.each<DrawId, std::string, std::string>(
        "SELECT d.id, d.title, d.bureau FROM planning_bureau_drawn b JOIN planning_draw d ON d.id = b.draw WHERE "
        "b.bureau = :bureau AND b.checks = 0 ORDER BY d.entry DESC LIMIT :limit",
        {bureau, limit},
        [&](auto draw, auto title, auto by) { out.push_back({std::move(draw), std::move(title), std::move(by)}); });
    return out;
}

}  // namespace anping::planning::queries
