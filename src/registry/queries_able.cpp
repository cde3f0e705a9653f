// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <map>

#include <anping/db/columns.hpp>

#include "queries.hpp"

namespace anping::registry::queries {
namespace {

// What able_on() says, of one specialty. Without a contract one counts as employed, but at no branch.
constexpr char const* kWorks =
    "EXISTS (SELECT 1 FROM registry_employment e WHERE e.person = c.person AND e.full_time = 1 AND e.starts_on <= :day "
    "AND (e.ends_on IS NULL OR e.ends_on >= :day)";
constexpr char const* kAtBranch = " AND e.branch = :branch)";
constexpr char const* kAnywhere = ") OR NOT EXISTS (SELECT 1 FROM registry_employment e WHERE e.person = c.person)";

std::string in_force(char const* table) {
    return fmt::format(
        "{0}.replaced_by IS NULL AND ({0}.valid_from IS NULL OR {0}.valid_from <= :day) "
        "AND ({0}.valid_until IS NULL OR {0}.valid_until >= :day)",
        table);
}

// Placeholders name0, name1 and so on for the values.
std::string places_for(char const* name, std::vector<PersonId> const& people) {
    std::string out;
    for (std::size_t i = 0; i < people.size(); ++i) out += fmt::format("{}:{}{}", i == 0 ? "" : ", ", name, i);
    return out;
}

std::string condition(StaffingQuestion const& question) {
    auto out = fmt::format(
        "{} AND (c.kind = 'assessor' OR EXISTS (SELECT 1 FROM registry_credential a WHERE a.person = c.person AND "
        "a.kind = 'assessor' AND {})) AND ({}{})",
        in_force("c"), in_force("a"), kWorks, question.branch ? kAtBranch : kAnywhere);
    // lint: sql - placeholders
    if (question.only) out += " AND c.person IN (" + places_for("person", *question.only) + ")";
    return out;
}

}  // namespace

std::vector<Able> able(db::Session& session, StaffingQuestion const& question, std::vector<Need> const& needs) {
    if (question.only && question.only->empty()) return {};
    std::int64_t places = 0;
    for (auto const& need : needs) places += need.number;
    std::string sql;
    db::Params params{question.institution};
    for (std::size_t i = 0; i < needs.size(); ++i) {
        // The first specialty is bound before what the condition names, the others after it.
        sql += fmt::format(
            "{}SELECT person, specialty FROM (SELECT DISTINCT c.person, c.specialty FROM registry_credential c WHERE "
            "c.institution = :institution AND c.specialty = :specialty{} AND {} ORDER BY c.person LIMIT {}) AS part{}",
            i == 0 ? "" : " UNION ALL ", i, condition(question), places, i);
        params.emplace_back(needs[i].specialty);
        if (i > 0) continue;
        params.push_back(db::sql(question.day));
        if (question.branch) params.emplace_back(*question.branch);
        if (question.only) params.insert(params.end(), question.only->begin(), question.only->end());
    }
    std::map<std::string, Able> out;
    session.each<PersonId, std::string>(sql, params, [&](auto person, auto specialty) {
        auto& one = out[person.text];
        one.person = std::move(person);
        one.specialties.push_back(std::move(specialty));
    });
    std::vector<Able> people;
    people.reserve(out.size());
    for (auto& [id, one] : out) people.push_back(std::move(one));
    return people;
}

}  // namespace anping::registry::queries
