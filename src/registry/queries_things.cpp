// SPDX-License-Identifier: Apache-2.0
// Instruments, what runs out, and what was entered when.
#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>
#include <anping/db/where_any.hpp>

#include "queries.hpp"
#include "schema.hpp"

namespace anping::registry::queries {
namespace {

using OptionalText = std::optional<std::string>;

constexpr char const* kInstrument =
    "SELECT id, institution, name, model, serial, branch, calibration FROM registry_instrument WHERE ";

std::vector<InstrumentView> instruments_where(db::Session& session, std::string const& sql, db::Params const& params) {
    std::vector<InstrumentView> out;
    session.each<InstrumentId, InstitutionId, std::string, std::string, std::string, OptionalText, OptionalText>(
        sql, params, [&](auto id, auto institution, auto name, auto model, auto serial, auto branch, auto calibration) {
            InstrumentView view{std::move(id),     std::move(institution), std::move(name), std::move(model),
                                std::move(serial), std::move(branch),      std::nullopt};
            if (calibration) view.calibration = from_trusted_json<Calibration>(json::parse(*calibration));
            out.push_back(std::move(view));
        });
    return out;
}

// What there is with a last day.
constexpr char const* kEnding =
    "SELECT institution, what, about, number, until FROM (SELECT i.id AS institution, 'qualification' AS what, i.id AS "
    "about, i.certificate AS number, i.valid_until AS until, i.region AS region FROM registry_institution i UNION ALL "
    "SELECT c.institution, c.kind, c.person, c.number, c.valid_until, i.region FROM registry_credential c JOIN "
    "registry_institution i ON i.id = c.institution WHERE c.replaced_by IS NULL AND c.valid_until IS NOT NULL UNION "
    "ALL SELECT n.institution, 'calibration', n.id, n.serial, n.calibrated_until, i.region FROM registry_instrument n "
    "JOIN registry_institution i ON i.id = n.institution WHERE n.calibrated_until IS NOT NULL) AS ending WHERE ";

}  // namespace

std::vector<InstrumentView> instruments(db::Session& session, InstitutionId const& institution) {
    return instruments_where(session, std::string(kInstrument) + "institution = :institution ORDER BY id",
                             {institution});
}

std::vector<InstrumentView> instruments(db::Session& session, std::vector<InstrumentId> const& ids) {
    if (ids.empty()) return {};
    std::vector<std::string> asked;
    asked.reserve(ids.size());
    for (auto const& id : ids) asked.push_back(id.text);
    db::Params params;
    auto const sql = db::where_any(std::string(kInstrument) + "id", "id", asked, params);
    return instruments_where(session, sql, params);
}

std::vector<InstrumentView> instruments_numbered(db::Session& session, std::string const& serial, std::int64_t limit) {
    auto named = instrument_serials().holds(session, serial);
    named.params.emplace_back(limit);
    return instruments_where(session, kInstrument + named.sql + " ORDER BY serial, id LIMIT :limit", named.params);
}

bool has_instrument(db::Session& session, InstitutionId const& institution, InstrumentId const& instrument) {
    return session.scalar<std::int64_t>(
               "SELECT count(*) FROM registry_instrument WHERE id = :id AND institution = :institution",
               {instrument, institution}) > 0;
}

std::vector<HistoryItem> history(db::Session& session, std::string const& subject, std::int64_t before,
                                 std::int64_t limit) {
    std::vector<HistoryItem> out;
    session
        .each<std::int64_t, Timestamp, std::optional<field::Date>, std::string, std::string, std::string, std::string>(
            "SELECT entry, at, holds_from, type, unit, about, text FROM registry_history WHERE subject = :subject AND "
            "entry < :before ORDER BY entry DESC LIMIT :limit",
            {subject, before, limit}, [&](auto entry, auto at, auto from, auto type, auto unit, auto about, auto text) {
                out.push_back({entry, at, from, std::move(type), std::move(unit), std::move(about), std::move(text)});
            });
    return out;
}

std::vector<ExpiryView> expiries(db::Session& session, access::Visibility const& sees, field::Date from,
                                 field::Date until, std::int64_t limit) {
    auto seen = sees.where(
        {"institution",
         {},
         {"region", "EXISTS (SELECT 1 FROM registry_branch b WHERE b.institution = ending.institution AND {b.region})"},
         "'government'",
         ""});
    seen.params.insert(seen.params.end(), {db::sql(from), db::sql(until), limit});
    std::vector<ExpiryView> out;
    session.each<InstitutionId, std::string, std::string, OptionalText, field::Date>(
        kEnding + seen.text + " AND until >= :from AND until <= :until ORDER BY until, institution, about LIMIT :limit",
        seen.params, [&](auto institution, auto what, auto about, auto number, auto day) {
            auto name = institution.text;
            auto about_name = about;
            out.push_back({std::move(institution), std::move(name), std::move(what), std::move(about),
                           std::move(about_name), std::move(number), day});
        });
    return out;
}

}  // namespace anping::registry::queries
