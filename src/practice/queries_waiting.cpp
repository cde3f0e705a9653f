// SPDX-License-Identifier: Apache-2.0
// Each question starts from the projects the filter names: an enterprise's own, or one.
#include <fmt/format.h>

#include <algorithm>

#include "queries.hpp"

namespace anping::practice::queries {
namespace {

// Surveyed since it last confirmed who was there.
void add_sites(std::vector<AskedProject>& out, db::Session& session, Filter const& filter, std::int64_t limit) {
    session.each<ProjectId, std::string, std::string, Timestamp>(
        "SELECT practice_project.id, practice_project.title, practice_project.institution, MIN(s.received_at) AS since "
        "FROM practice_project JOIN practice_survey s ON s.project = practice_project.id WHERE (" +
            filter.sql +
            ") AND s.entry > COALESCE((SELECT MAX(r.entry) FROM practice_record r WHERE r.project = "
            "practice_project.id AND r.kind = 'site_confirmation'), -1) GROUP BY practice_project.id, "
            "practice_project.title, practice_project.institution ORDER BY since, practice_project.id LIMIT :limit",
        filter.and_then({limit}), [&](auto id, auto title, auto institution, auto since) {
            out.push_back({std::move(id),
                           std::move(title),
                           std::move(institution),
                           {AskedKind::confirm_site, "机构已勘验现场：确认到场人员和所提供的资料", false, since}});
        });
}

void add_measures(std::vector<AskedProject>& out, db::Session& session, Filter const& filter, std::int64_t limit) {
    session.each<ProjectId, std::string, std::string, std::int64_t, std::int64_t, Timestamp>(
        "SELECT practice_project.id, practice_project.title, practice_project.institution, COUNT(*), CAST(SUM(m.major) "
        "AS BIGINT) AS "
        "major_ones, MIN(m.proposed_at) AS since FROM practice_project JOIN practice_measure m ON m.project = "
        "practice_project.id WHERE (" +
            filter.sql +
            ") AND m.adopted IS NULL GROUP BY practice_project.id, practice_project.title, "
            "practice_project.institution ORDER BY CASE WHEN SUM(m.major) > 0 THEN 0 ELSE 1 END, since, "
            "practice_project.id LIMIT :limit",
        filter.and_then({limit}), [&](auto id, auto title, auto institution, auto count, auto major, auto since) {
            auto text = fmt::format("答复措施建议 {} 条：采纳与否、完成情况", count);
            if (major > 0) text += fmt::format("；其中重大事故隐患 {} 条", major);
            out.push_back({std::move(id),
                           std::move(title),
                           std::move(institution),
                           {AskedKind::answer_measures, std::move(text), major > 0, since}});
        });
}

// The newest edition, as long as it stands and was not checked.
void add_reports(std::vector<AskedProject>& out, db::Session& session, Filter const& filter, std::int64_t limit) {
    session.each<ProjectId, std::string, std::string, std::int64_t, Timestamp>(
        "SELECT practice_project.id, practice_project.title, practice_project.institution, t.edition, t.filed_at FROM "
        "practice_project JOIN practice_report t ON t.project = practice_project.id WHERE (" +
            filter.sql +
            ") AND t.withdrawn IS NULL AND t.edition = (SELECT MAX(n.edition) FROM practice_report n WHERE n.project = "
            "practice_project.id) AND NOT EXISTS (SELECT 1 FROM practice_record r WHERE r.project = "
            "practice_project.id AND r.kind = 'report_confirmation' AND r.entry > t.entry) ORDER BY t.filed_at, "
            "practice_project.id LIMIT :limit",
        filter.and_then({limit}), [&](auto id, auto title, auto institution, auto edition, auto since) {
            out.push_back({std::move(id),
                           std::move(title),
                           std::move(institution),
                           {AskedKind::confirm_report, fmt::format("报告第 {} 版已提交：核对与项目是否一致", edition),
                            false, since}});
        });
}

}  // namespace

std::vector<AskedProject> asked(db::Session& session, Filter const& filter, std::int64_t limit) {
    std::vector<AskedProject> out;
    add_sites(out, session, filter, limit);
    add_measures(out, session, filter, limit);
    add_reports(out, session, filter, limit);
    std::ranges::stable_sort(out, {},
                             [](AskedProject const& one) { return std::pair(!one.asked.major, one.asked.since); });
    if (out.size() > static_cast<std::size_t>(limit)) out.resize(static_cast<std::size_t>(limit));
    return out;
}

}  // namespace anping::practice::queries
