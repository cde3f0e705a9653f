// SPDX-License-Identifier: Apache-2.0
#include "queries.hpp"

#include <fmt/format.h>

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

namespace anping::credit {
namespace queries {

std::optional<State> state(db::Session& session, GradeId const& id) {
    auto row = session.one<std::string, GradeStage>("SELECT body, stage FROM credit_grade WHERE id = :id", {id});
    if (!row) return std::nullopt;
    auto& [body, stage] = *row;
    return State{id, from_trusted_json<GradeEntered>(json::parse(body)), stage};
}

std::vector<GradeView> grades(db::Session& session, access::Visibility const& drafts,
                              std::vector<std::string> const& institutions, std::int64_t before, std::int64_t limit) {
    std::vector<GradeView> out;
    auto seen = drafts.where({"institution", {"unit"}, {"region"}, "authority", ""});
    auto& params = seen.params;
    std::string of;
    for (auto const& one : institutions) {
        of += fmt::format("{}:of_{}", of.empty() ? " AND institution IN (" : ", ", params.size());
        params.push_back(one);
    }
    if (!of.empty()) of += ")";
    params.push_back(before);
    params.push_back(limit);
    // lint: sql - the conditions of the policy, their values bound
    session.each<GradeId, GradeStage, std::string, std::optional<std::string>, std::int64_t>(
        "SELECT id, stage, body, withdrawn, entry FROM credit_grade WHERE (stage = 'confirmed' OR " + seen.text + ")" +
            of + " AND entry < :before ORDER BY entry DESC LIMIT :limit",
        params, [&](auto id, auto stage, auto body, auto withdrawn, auto entry) {
            auto const in = from_trusted_json<GradeEntered>(json::parse(body));
            auto const& rating = in.rating;
            GradeView view;
            view.id = std::move(id);
            view.institution = rating.institution;
            view.institution_name = rating.institution.text;
            view.region_name = in.region.digits;
            view.year = rating.year;
            view.standing = rating.standing;
            if (rating.grade) view.grade = rating.grade->value;
            view.grade_name = in.grade_name;
            view.stage = stage;
            view.rater = rating.rater.value;
            view.rated_on = rating.rated_on;
            view.basis = rating.basis.value;
            view.conflicts = rating.conflicts.value;
            view.citation = in.citation;
            view.withdrawn = std::move(withdrawn);
            view.entry = entry;
            out.push_back(std::move(view));
        });
    return out;
}

}  // namespace queries

std::optional<Rated> standing_of(db::Session& session, registry::InstitutionId const& institution,
                                 field::RegionCode const& region, field::Authority authority) {
    auto const& digits = region.digits;
    auto row = session.one<GradeId, std::string>(
        "SELECT id, body FROM credit_grade WHERE institution = :institution AND stage = :stage AND authority = "
        ":authority AND region IN (:own, :prefecture, :province, '000000') ORDER BY year DESC, rated_on DESC, entry "
        "DESC LIMIT 1",
        {institution, db::sql(GradeStage::confirmed), db::sql(authority), digits, digits.substr(0, 4) + "00",
         digits.substr(0, 2) + "0000"});
    if (!row) return std::nullopt;
    auto& [id, body] = *row;
    auto in = from_trusted_json<GradeEntered>(json::parse(body));
    return Rated{std::move(id),
                 in.rating.year,
                 in.rating.standing,
                 in.rating.grade ? in.rating.grade->value : "",
                 std::move(in.grade_name),
                 in.rating.rater.value,
                 in.rating.rated_on};
}

}  // namespace anping::credit
