// SPDX-License-Identifier: Apache-2.0
#include <anping/db/columns.hpp>

#include "queries_parts.hpp"

namespace anping::practice::queries {
namespace {

template <std::size_t Min, std::size_t Max>
std::optional<std::string> plain(std::optional<Text<Min, Max>> const& text) {
    return text ? std::optional(text->value) : std::nullopt;
}

std::optional<DisclosedReport> current(db::Session& session, ProjectId const& id) {
    auto const row = session.one<std::string, std::int64_t, Timestamp, bool>(
        "SELECT body, failed_days, recorded_at, CASE WHEN EXISTS (SELECT 1 FROM practice_report r JOIN practice_report "
        "n ON n.project = r.project AND n.edition > r.edition WHERE r.id = d.report) THEN 0 ELSE 1 END FROM "
        "practice_disclosure d WHERE project = :id",
        {id});
    if (!row) return std::nullopt;
    auto const& [body, failed_days, recorded_at, latest] = *row;
    auto in = parts::read<DisclosureRecorded>(body);
    return DisclosedReport{std::move(in.report), latest,      std::move(in.report_sm3),
                           std::move(in.url),    in.as,       in.public_since,
                           in.own_site,          failed_days, recorded_at};
}

void add(DisclosureView& out, std::string const& kind, std::string const& body, Timestamp at, std::int64_t entry) {
    if (kind == "disclosure") {
        auto in = parts::read<DisclosureRecorded>(body);
        out.changes.push_back({std::move(in.url), false, plain(in.reason), at, entry});
    } else if (kind == "disclosure_withdrawn") {
        auto in = parts::read<DisclosureWithdrawn>(body);
        out.changes.push_back({std::move(in.url), true, std::move(in.reason.value), at, entry});
    } else if (kind == "disclosure_check") {
        auto in = parts::read<DisclosureChecked>(body);
        out.checks.push_back({std::move(in.url), in.by, in.sight, in.status, std::move(in.media_type),
                              std::move(in.sm3), plain(in.note), in.seen_at, at, entry});
    }
}

}  // namespace

std::optional<CopyView> copy(db::Session& session, ProjectId const& id) {
    auto const row = session.one<std::string, Timestamp, std::int64_t>(
        "SELECT body, published_at, entry FROM practice_copy WHERE project = :id", {id});
    if (!row) return std::nullopt;
    auto in = parts::read<CopyPublished>(std::get<0>(*row));
    return CopyView{std::move(in.report), std::move(in.file), std::move(in.covered), std::get<1>(*row),
                    std::get<2>(*row)};
}

std::optional<CopyView> copy_of(db::Session& session, std::string const& number) {
    auto const row = session.one<ProjectId>(
        "SELECT c.project FROM practice_copy c JOIN practice_report r ON r.id = c.report WHERE r.number = :number AND "
        "r.withdrawn IS NULL",
        {number});
    return row ? copy(session, std::get<0>(*row)) : std::nullopt;
}

DisclosureView disclosure(db::Session& session, ProjectId const& id) {
    DisclosureView out;
    out.current = current(session, id);
    out.copy = copy(session, id);
    session.each<std::string, std::string, Timestamp, std::int64_t>(
        "SELECT kind, body, recorded_at, entry FROM practice_record WHERE project = :id ORDER BY entry DESC", {id},
        [&](auto kind, auto body, auto at, auto entry) { add(out, kind, body, at, entry); });
    return out;
}

std::optional<DisclosureToCheck> disclosure_to_check(db::Session& session, ProjectId const& id) {
    auto const row = session.one<std::string, std::int64_t, std::optional<Timestamp>>(
        "SELECT d.body, r.size, d.looked_at FROM practice_disclosure d JOIN practice_report r ON r.id = d.report WHERE "
        "d.project = :id",
        {id});
    if (!row) return std::nullopt;
    return DisclosureToCheck{id, parts::read<DisclosureRecorded>(std::get<0>(*row)).url, std::get<1>(*row),
                             std::get<2>(*row)};
}

std::vector<std::pair<DisclosureToCheck, DisclosurePlace>> disclosures_before(db::Session& session, Timestamp before) {
    std::vector<std::pair<DisclosureToCheck, DisclosurePlace>> out;
    session.each<ProjectId, std::string, std::int64_t, std::optional<Timestamp>, field::RegionCode, field::Authority,
                 std::int64_t>(
        "SELECT d.project, d.body, r.size, d.looked_at, p.region, p.authority, d.failed_days FROM practice_disclosure "
        "d JOIN practice_report r ON r.id = d.report JOIN practice_project p ON p.id = d.project WHERE "
        "COALESCE(d.looked_at, 0) < :before ORDER BY COALESCE(d.looked_at, 0), d.project",
        {before},
        [&](auto project, auto body, auto size, auto looked_at, auto region, auto authority, auto failed_days) {
            DisclosureToCheck one{std::move(project), parts::read<DisclosureRecorded>(body).url, size, looked_at};
            out.push_back({std::move(one), {{std::move(region), authority}, failed_days > 0}});
        });
    return out;
}

}  // namespace anping::practice::queries
