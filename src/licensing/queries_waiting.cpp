// SPDX-License-Identifier: Apache-2.0
#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

#include "queries.hpp"

namespace anping::licensing::queries {
namespace {

constexpr char const* kAsked =
    "SELECT a.id, a.title, a.enterprise, a.region, a.authority, c.body FROM licensing_correction c JOIN "
    "licensing_application a ON a.id = c.application WHERE a.outcome IS NULL AND c.closed IS NULL AND ";
constexpr char const* kInOrder = " ORDER BY COALESCE(c.due, '9999-12-31'), a.id, c.number LIMIT :limit";

std::vector<AskedCorrection> corrections(db::Session& session, std::string const& condition, db::Params const& params) {
    std::vector<AskedCorrection> out;
    session.each<ApplicationId, std::string, std::string, field::RegionCode, field::Authority, std::string>(
        kAsked + condition + kInOrder, params,
        [&](auto id, auto title, auto enterprise, auto region, auto authority, auto body) {
            out.push_back({std::move(id),
                           std::move(title),
                           std::move(enterprise),
                           {std::move(region), authority},
                           from_trusted_json<CorrectionDemanded>(json::parse(body))});
        });
    return out;
}

}  // namespace

std::vector<AskedCorrection> asked_of(db::Session& session, registry::InstitutionId const& institution,
                                      std::int64_t limit) {
    return corrections(session, "c.answer IS NULL AND c.institution = :institution", {institution, limit});
}

std::vector<AskedCorrection> copied_to(db::Session& session, registry::EnterpriseId const& enterprise,
                                       std::int64_t limit) {
    return corrections(session, "a.enterprise = :enterprise", {enterprise, limit});
}

std::vector<HistoryItem> history(db::Session& session, ApplicationId const& id,
                                 std::optional<registry::InstitutionId> const& reader) {
    std::vector<HistoryItem> out;
    session.each<std::int64_t, Timestamp, std::string, std::string, std::string, std::string, std::string>(
        "SELECT entry, at, type, role, unit, text, clauses FROM licensing_history WHERE application = :id AND "
        "(:reader = '' OR institution IS NULL OR institution = :reader) ORDER BY entry DESC LIMIT 1000",
        {id, reader ? reader->text : std::string()},
        [&](auto entry, auto at, auto type, auto role, auto unit, auto text, auto clauses) {
            out.push_back({entry, at, std::move(type), std::move(role), std::move(unit), std::move(text),
                           from_trusted_json<std::vector<std::string>>(json::parse(clauses))});
        });
    return out;
}

std::vector<PermitCount> counts(db::Session& session, std::string const& prefix) {
    std::vector<PermitCount> out;
    session.each<field::RegionCode, std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t>(
        "SELECT region, year, received, decided, held, escalated, in_spite FROM licensing_count WHERE region LIKE "
        ":within ORDER BY year DESC, region",
        {prefix + "%"},
        [&](auto region, auto year, auto received, auto decided, auto held, auto escalated, auto in_spite) {
            out.push_back({std::move(region), {}, year, received, decided, held, escalated, in_spite, {}});
        });
    return out;
}

}  // namespace anping::licensing::queries
