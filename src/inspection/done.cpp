// SPDX-License-Identifier: Apache-2.0
#include <anping/inspection/done.hpp>

#include <anping/db/columns.hpp>

namespace anping::inspection {

std::vector<Done> done_in(db::Session& session, field::Date from, field::Date to) {
    std::vector<Done> out;
    session.each<InspectionId, std::optional<registry::InstitutionId>, std::optional<registry::EnterpriseId>,
                 std::optional<practice::ProjectId>, Checked, registry::BureauId, field::RegionCode, Coverage,
                 field::Date, OriginKind, bool>(
        "SELECT id, institution, enterprise, project, checked, bureau, region, coverage, begun_on, origin, refused "
        "FROM "
        "inspection_task WHERE stage = 'closed' AND begun_on >= :from AND begun_on <= :until ORDER BY begun_on, id",
        {db::sql(from), db::sql(to)},
        [&](auto id, auto institution, auto enterprise, auto project, auto checked, auto bureau, auto region, auto kind,
            auto day, auto origin, auto refused) {
            out.push_back({std::move(id), std::move(institution), std::move(enterprise), std::move(project), checked,
                           std::move(bureau), std::move(region), kind, day, origin, refused});
        });
    return out;
}

std::vector<Seen> seen_in(db::Session& session, registry::BureauId const& bureau, field::Date from, field::Date to) {
    std::vector<Seen> out;
    session.each<Setting, registry::InstitutionId>(
        "SELECT DISTINCT setting, institution FROM inspection_task WHERE bureau = :bureau AND checked = 'institution' "
        "AND institution IS NOT NULL AND refused = 0 AND begun_on >= :from AND begun_on <= :until ORDER BY setting, "
        "institution",
        {bureau, db::sql(from), db::sql(to)},
        [&](auto setting, auto institution) { out.push_back({setting, std::move(institution)}); });
    return out;
}

std::vector<Reviewed> reviewed_in(db::Session& session, field::Date from, field::Date to) {
    std::vector<Reviewed> out;
    session.each<CallUpId, practice::ReportId, registry::InstitutionId, registry::BureauId, Timestamp>(
        "SELECT id, report, institution, bureau, concluded_at FROM inspection_call_up WHERE stage = 'concluded' ORDER "
        "BY entry",
        {}, [&](auto id, auto report, auto institution, auto bureau, auto at) {
            auto const day = field::beijing_date(at);
            if (from <= day && day <= to)
                out.push_back({std::move(id), std::move(report), std::move(institution), std::move(bureau), day});
        });
    return out;
}

std::vector<Ahead> ahead_of(db::Session& session, registry::BureauId const& bureau) {
    std::vector<Ahead> out;
    session.each<InspectionId, std::optional<registry::InstitutionId>, std::optional<registry::EnterpriseId>, Checked,
                 field::Date, field::Date>(
        "SELECT id, institution, enterprise, checked, planned_from, planned_until FROM inspection_task WHERE bureau = "
        ":bureau AND stage IN ('planned', 'approved', 'begun') AND coverage <> 'desk' ORDER BY planned_from, id",
        {bureau}, [&](auto id, auto institution, auto enterprise, auto checked, auto from, auto until) {
            out.push_back({std::move(id), std::move(institution), std::move(enterprise), checked, from, until});
        });
    return out;
}

}  // namespace anping::inspection
