// SPDX-License-Identifier: Apache-2.0
// An institution's work of a period, as its half-yearly report lists it (WJ Annex 3).
#include <anping/db/columns.hpp>

#include "queries.hpp"

namespace anping::practice::queries {

std::vector<WorkLine> work_lines(Reading const& with, registry::InstitutionId const& institution, field::Date from,
                                 field::Date until) {
    std::vector<WorkLine> out;
    std::vector<std::string> phones;
    with.session.each<std::string, std::string, field::RegionCode, std::string, std::optional<field::Date>,
                      std::optional<field::Date>, std::int64_t, std::optional<std::string>, std::optional<std::string>>(
        "SELECT p.enterprise, p.title, p.region, p.site, p.signed_on, p.ends_on, p.price, n.contact, n.phone FROM "
        "practice_project p LEFT JOIN practice_notice n ON n.project = p.id AND n.entry = (SELECT max(m.entry) FROM "
        "practice_notice m WHERE m.project = p.id) WHERE p.institution = :institution AND p.signed_on >= :from AND "
        "p.signed_on <= :until ORDER BY p.signed_on, p.id LIMIT 10000",
        {institution, db::sql(from), db::sql(until)},
        [&](auto enterprise, auto title, auto region, auto site, auto signed_on, auto ends_on, auto price, auto contact,
            auto phone) {
            out.push_back({std::move(enterprise), std::move(title), with.law.regions().full_name(region) + site,
                           signed_on, ends_on, field::Money{price}, contact.value_or("")});
            phones.push_back(phone.value_or(""));
        });
    std::vector<std::string*> names;
    for (std::size_t i = 0; i < out.size(); ++i)
        names.insert(names.end(), {&out[i].enterprise_name, &out[i].contact, &phones[i]});
    with.directory.put_names(with.session, names);
    for (std::size_t i = 0; i < out.size(); ++i)
        if (!phones[i].empty()) out[i].contact += " " + phones[i];
    return out;
}

}  // namespace anping::practice::queries
