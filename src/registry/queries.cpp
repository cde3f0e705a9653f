// SPDX-License-Identifier: Apache-2.0
#include "queries.hpp"
#include "schema.hpp"

#include <set>

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>
#include <anping/db/where_any.hpp>

namespace anping::registry::queries {
namespace {

using OptionalText = std::optional<std::string>;

constexpr char const* kInstitution =
    "SELECT id, name, credit_code, kind, region, address, website, phone, certificate, scopes, valid_from, "
    "valid_until, recognised, people, registered_at, version FROM registry_institution ";

void each_institution(db::Session& session, std::string const& where, db::Params const& params,
                      field::Regions const& regions, std::vector<InstitutionView>& out) {
    session.each<InstitutionId, std::string, std::string, InstitutionKind, field::RegionCode, std::string, OptionalText,
                 std::string, std::string, std::string, field::Date, field::Date, bool, std::int64_t, Timestamp,
                 std::int64_t>(
        kInstitution + where, params,
        [&](auto id, auto name, auto code, auto kind, auto region, auto address, auto website, auto phone,
            auto certificate, auto scopes, auto from, auto until, auto recognised, auto people, auto at, auto version) {
            InstitutionView view;
            view.id = std::move(id);
            view.name = std::move(name);
            view.credit_code = {std::move(code)};
            view.kind = kind;
            view.region_name = regions.full_name(region);
            view.region = std::move(region);
            view.address = std::move(address);
            view.website = std::move(website);
            view.phone = std::move(phone);
            view.qualification = {{std::move(certificate)},
                                  from_trusted_json<std::vector<field::Scope>>(json::parse(scopes)),
                                  from,
                                  until};
            view.recognised = recognised;
            view.people = people;
            view.registered_at = at;
            view.version = version;
            out.push_back(std::move(view));
        });
}

void each_enterprise(db::Session& session, std::string const& where, db::Params const& params,
                     field::Regions const& regions, std::vector<EnterpriseView>& out) {
    session.each<EnterpriseId, std::string, std::string, field::RegionCode, field::Authority, std::string, OptionalText,
                 std::optional<SupervisionLevel>, std::string>(
        "SELECT id, name, credit_code, region, authority, address, industry, supervision_level, site FROM "
        "registry_enterprise " +
            where,
        params,
        [&](auto id, auto name, auto code, auto region, auto authority, auto address, auto industry, auto level,
            auto site) {
            auto full = regions.full_name(region);
            out.push_back({std::move(id),
                           std::move(name),
                           {std::move(code)},
                           std::move(region),
                           std::move(full),
                           authority,
                           std::move(address),
                           std::move(industry),
                           level,
                           from_trusted_json<std::vector<Position>>(json::parse(site))});
        });
}

constexpr char const* kPerson =
    "SELECT id, institution, name_ref, level, specialty, certificate, certificate_until FROM registry_person WHERE ";

std::vector<PersonView> people_where(db::Session& session, std::string const& sql, db::Params const& params,
                                     ledger::Personal const& personal) {
    std::vector<PersonView> out;
    session.each<PersonId, InstitutionId, std::string, AssessorLevel, std::string, OptionalText,
                 std::optional<field::Date>>(
        sql, params,
        [&](auto id, auto institution, auto name, auto level, auto specialty, auto certificate, auto until) {
            out.push_back({std::move(id), std::move(institution), std::move(name), level, std::move(specialty),
                           std::move(certificate), until});
        });
    open_names(session, personal, out);
    return out;
}

// Whose names there are: the last column says whether it is the name itself or the ref of a personal value. What begins
// with a digit is such a ref.
struct Named {
    char const* begins;
    char const* parameter;
    char const* select;
};
constexpr Named kNamed[] = {{"J-", "j", "SELECT id, name, 0 FROM registry_institution WHERE id"},
                            {"Q-", "q", "SELECT id, name, 0 FROM registry_enterprise WHERE id"},
                            {"F-", "f", "SELECT id, name, 0 FROM registry_branch WHERE id"},
                            {"Y-", "y", "SELECT id, name, 0 FROM registry_instrument WHERE id"},
                            {"R-", "r", "SELECT id, name_ref, 1 FROM registry_person WHERE id"},
                            {"X-", "x", "SELECT id, name_ref, 1 FROM registry_expert WHERE id"},
                            {"ZF-", "zf", "SELECT id, name_ref, 1 FROM registry_officer WHERE id"}};

std::vector<std::string> seconds_of(std::vector<std::pair<std::string, std::string>> const& pairs) {
    std::vector<std::string> out;
    out.reserve(pairs.size());
    for (auto const& pair : pairs) out.push_back(pair.second);
    return out;
}

template <class View>
std::optional<View> only(std::vector<View> views) {
    if (views.empty()) return std::nullopt;
    return std::move(views.front());
}

// "%" and "_" in what a person typed are letters.
constexpr char const* kSearchInstitution =
    "WHERE id > :after AND (lower(name) LIKE lower(:text) ESCAPE '!' OR credit_code = :exact OR certificate = "
    ":certificate) "
    "ORDER BY id LIMIT :limit";

}  // namespace

std::string like(std::string const& text) {
    std::string out = "%";
    for (char c : text) {
        if (c == '%' || c == '_' || c == '!') out += '!';
        out += c;
    }
    return out + "%";
}

std::map<std::string, std::string> names(db::Session& session, std::vector<std::string> const& ids,
                                         ledger::Personal const& personal) {
    std::string sql;
    db::Params params;
    for (auto const& kind : kNamed) {
        std::vector<std::string> of_kind;
        for (auto const& id : ids)
            if (id.starts_with(kind.begins)) of_kind.push_back(id);
        if (of_kind.empty()) continue;
        if (!sql.empty()) sql += " UNION ALL ";
        sql += db::where_any(kind.select, kind.parameter, of_kind, params);
    }
    std::map<std::string, std::string> out;
    std::vector<std::pair<std::string, std::string>> people;
    for (auto const& ref : ids)
        if (!ref.empty() && ref.front() >= '0' && ref.front() <= '9') people.emplace_back(ref, ref);
    if (!sql.empty())
        session.each<std::string, std::string, bool>(sql, params, [&](auto id, auto name, bool personal_value) {
            if (personal_value) people.emplace_back(std::move(id), std::move(name));
            else out.emplace(std::move(id), std::move(name));
        });
    auto const opened = personal.open(session, seconds_of(people));
    for (auto& [id, ref] : people) {
        auto const value = opened.find(ref);
        out.emplace(std::move(id), value == opened.end() ? kErased : value->second.value);
    }
    return out;
}

std::optional<InstitutionView> institution(db::Session& session, InstitutionId const& id,
                                           field::Regions const& regions) {
    std::vector<InstitutionView> out;
    each_institution(session, "WHERE id = :id", {id}, regions, out);
    return only(std::move(out));
}

std::vector<InstitutionView> institutions(db::Session& session, std::string const& text, std::string const& after,
                                          std::int64_t limit, field::Regions const& regions) {
    std::vector<InstitutionView> out;
    each_institution(session, kSearchInstitution, {after, like(text), text, text, limit}, regions, out);
    return out;
}

std::vector<EnterpriseId> enterprises_named(db::Session& session, std::string const& text, std::int64_t limit) {
    auto named = enterprise_names().holds(session, text);
    named.params.emplace_back(limit);
    std::vector<EnterpriseId> out;
    session.each<EnterpriseId>("SELECT id FROM registry_enterprise WHERE " + named.sql + " LIMIT :limit", named.params,
                               [&](auto id) { out.push_back(std::move(id)); });
    return out;
}

std::optional<EnterpriseView> enterprise(db::Session& session, EnterpriseId const& id, field::Regions const& regions) {
    std::vector<EnterpriseView> out;
    each_enterprise(session, "WHERE id = :id", {id}, regions, out);
    return only(std::move(out));
}

std::vector<EnterpriseView> enterprises(db::Session& session, access::Visibility const& sees, std::string const& text,
                                        std::string const& after, std::int64_t limit, field::Regions const& regions) {
    std::vector<EnterpriseView> out;
    auto seen = sees.where({"id", {}, {"region"}, "authority", ""});
    auto const named = enterprise_names().holds(session, text);
    seen.params.emplace_back(after);
    seen.params.insert(seen.params.end(), named.params.begin(), named.params.end());
    seen.params.insert(seen.params.end(), {text, limit});
    each_enterprise(session,
                    "WHERE " + seen.text + " AND id > :after AND ((" + named.sql +
                        ") OR credit_code = :exact) ORDER BY id LIMIT :limit",
                    seen.params, regions, out);
    return out;
}

std::vector<PersonView> people(db::Session& session, std::vector<PersonId> const& ids,
                               ledger::Personal const& personal) {
    std::set<std::string> asked;
    for (auto const& id : ids) asked.insert(id.text);
    if (asked.empty()) return {};
    db::Params params;
    auto const sql = db::where_any(std::string(kPerson) + "id", "id", {asked.begin(), asked.end()}, params);
    return people_where(session, sql, params, personal);
}

std::vector<PersonView> people(db::Session& session, InstitutionId const& institution,
                               ledger::Personal const& personal) {
    return people_where(session, std::string(kPerson) + "institution = :institution ORDER BY id", {institution},
                        personal);
}

std::vector<PersonView> people_named(db::Session& session, std::string const& name, ledger::Personal const& personal) {
    auto const refs = personal.find(session, "name", name);
    if (refs.empty()) return {};
    db::Params params;
    auto const sql = db::where_any(std::string(kPerson) + "name_ref", "ref", refs, params);
    return people_where(session, sql, params, personal);
}

std::optional<InstitutionId> noted_institution(db::Session& session, std::string const& credit_code) {
    auto row = session.one<InstitutionId>(
        "SELECT id FROM registry_institution WHERE credit_code = :code AND recognised = 0", {credit_code});
    if (!row) return std::nullopt;
    return std::get<0>(std::move(*row));
}

bool institution_code_taken(db::Session& session, std::string const& credit_code) {
    return session.scalar<std::int64_t>("SELECT count(*) FROM registry_institution WHERE credit_code = :code",
                                        {credit_code}) > 0;
}

bool enterprise_code_taken(db::Session& session, std::string const& credit_code) {
    return session.scalar<std::int64_t>("SELECT count(*) FROM registry_enterprise WHERE credit_code = :code",
                                        {credit_code}) > 0;
}

}  // namespace anping::registry::queries
