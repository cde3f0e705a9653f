// SPDX-License-Identifier: Apache-2.0
#include <anping/practice/serving.hpp>

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>
#include <anping/practice/events.hpp>

namespace anping::practice {

std::vector<registry::InstitutionId> serving(db::Session& session, field::RegionCode const& region,
                                             field::Authority authority, std::optional<field::Date> since) {
    std::string const prefix(field::subtree_prefix(region));
    std::vector<registry::InstitutionId> out;
    session.each<registry::InstitutionId>(
        "SELECT DISTINCT institution FROM practice_project WHERE region >= :within AND region < :beyond AND "
        "authority = :authority AND (COALESCE(signed_on, '') >= :since OR COALESCE(notice_filed_on, '') >= :since OR "
        "COALESCE(last_day, site_first_day) >= :since) ORDER BY institution",
        {prefix, prefix + ":", db::sql(authority), since ? field::to_string(*since) : std::string()},
        [&](auto id) { out.push_back(std::move(id)); });
    return out;
}

std::vector<std::pair<registry::InstitutionId, registry::EnterpriseId>> services(db::Session& session,
                                                                                 field::RegionCode const& region,
                                                                                 field::Authority authority,
                                                                                 field::Date since) {
    std::string const prefix(field::subtree_prefix(region));
    std::vector<std::pair<registry::InstitutionId, registry::EnterpriseId>> out;
    session.each<registry::InstitutionId, registry::EnterpriseId>(
        "SELECT DISTINCT institution, enterprise FROM practice_project WHERE region >= :within AND region < :beyond "
        "AND authority = :authority AND (COALESCE(signed_on, '') >= :since OR COALESCE(notice_filed_on, '') >= :since "
        "OR COALESCE(last_day, site_first_day) >= :since) ORDER BY institution, enterprise",
        {prefix, prefix + ":", db::sql(authority), field::to_string(since)},
        [&](auto institution, auto enterprise) { out.emplace_back(std::move(institution), std::move(enterprise)); });
    return out;
}

std::vector<registry::EnterpriseId> served(db::Session& session, field::RegionCode const& region,
                                           field::Authority authority, field::Date since) {
    std::string const prefix(field::subtree_prefix(region));
    std::vector<registry::EnterpriseId> out;
    session.each<registry::EnterpriseId>(
        "SELECT DISTINCT enterprise FROM practice_project WHERE region >= :within AND region < :beyond AND authority = "
        ":authority AND (COALESCE(signed_on, '') >= :since OR COALESCE(notice_filed_on, '') >= :since OR "
        "COALESCE(last_day, site_first_day) >= :since) ORDER BY enterprise",
        {prefix, prefix + ":", db::sql(authority), field::to_string(since)},
        [&](auto id) { out.push_back(std::move(id)); });
    return out;
}

std::vector<StatutoryProject> statutory_since(db::Session& session, field::RegionCode const& region,
                                              field::Authority authority, field::Date since) {
    std::string const prefix(field::subtree_prefix(region));
    std::vector<StatutoryProject> out;
    session.each<ProjectId, std::string, registry::InstitutionId, registry::EnterpriseId, field::RegionCode,
                 field::Date>(
        "SELECT id, title, institution, enterprise, region, COALESCE(signed_on, notice_filed_on, site_first_day) FROM "
        "practice_project WHERE statutory = 1 AND region >= :within AND region < :beyond AND authority = :authority "
        "AND COALESCE(signed_on, notice_filed_on, site_first_day) >= :since ORDER BY id DESC",
        {prefix, prefix + ":", db::sql(authority), field::to_string(since)},
        [&](auto id, auto title, auto institution, auto enterprise, auto place, auto day) {
            out.push_back({std::move(id), std::move(title), std::move(institution), std::move(enterprise),
                           std::move(place), day});
        });
    return out;
}

std::vector<SpotCheckDone> spot_checks(db::Session& session, field::RegionCode const& region,
                                       field::Authority authority, field::Date from, field::Date to) {
    std::string const prefix(field::subtree_prefix(region));
    std::vector<SpotCheckDone> out;
    session.each<ProjectId, registry::InstitutionId, registry::EnterpriseId, std::string>(
        "SELECT r.project, p.institution, p.enterprise, r.body FROM practice_record r JOIN practice_project p ON p.id "
        "= r.project "
        "WHERE r.kind = 'spot_check' AND p.region >= :within AND p.region < :beyond AND p.authority = :authority ORDER "
        "BY r.entry",
        {prefix, prefix + ":", db::sql(authority)}, [&](auto project, auto institution, auto enterprise, auto body) {
            auto in = from_trusted_json<SpotChecked>(json::parse(body));
            if (from <= in.checked_on && in.checked_on <= to)
                out.push_back({std::move(project), std::move(institution), std::move(enterprise), std::move(in.bureau),
                               in.checked_on});
        });
    return out;
}

}  // namespace anping::practice
