// SPDX-License-Identifier: Apache-2.0
#include <anping/db/columns.hpp>

#include "queries_parts.hpp"

namespace anping::practice::queries {
namespace {

using OptionalText = std::optional<std::string>;
using OptionalDate = std::optional<field::Date>;

template <std::size_t Min, std::size_t Max>
OptionalText plain(std::optional<Text<Min, Max>> const& text) {
    return text ? OptionalText(text->value) : std::nullopt;
}

std::vector<MeasureView> measures(db::Session& session, ProjectId const& id) {
    std::vector<MeasureView> out;
    session.each<std::int64_t, std::string, std::optional<bool>, OptionalDate, OptionalText, OptionalDate,
                 std::optional<bool>, OptionalText, bool>(
        "SELECT number, body, adopted, done_on, answer_note, checked_on, done, check_note, settled FROM "
        "practice_measure WHERE project = :id ORDER BY number",
        {id},
        [&](auto number, auto body, auto adopted, auto done_on, auto answer, auto checked_on, auto done, auto check,
            auto settled) {
            out.push_back({number, parts::read<Measure>(body), adopted, done_on, std::move(answer), checked_on, done,
                           std::move(check), settled});
        });
    return out;
}

void add(SiteView& out, std::string const& kind, std::string const& body, Timestamp at, std::int64_t entry) {
    if (kind == "exchange") {
        auto in = parts::read<ViewsExchanged>(body);
        ExchangeView view{in.held_at,       in.place.value,  {}, in.enterprise_people.value,
                          in.content.value, in.result.value, at, entry};
        for (auto const& member : in.members) view.member_names.push_back(member.text);
        out.exchanges.push_back(std::move(view));
    } else if (kind == "site_confirmation") {
        auto in = parts::read<SiteConfirmed>(body);
        out.confirmations.push_back({in.people_match, plain(in.difference), in.data_true, in.delegate.ref,
                                     in.delegate_office.value, plain(in.note), at, entry});
    } else if (kind == "spot_check") {
        auto in = parts::read<SpotChecked>(body);
        out.spot_checks.push_back({in.bureau.text, in.checked_on, in.announced, in.team_on_site, in.officers.value,
                                   in.findings.value, at, entry});
    } else if (kind == "report_confirmation") {
        auto in = parts::read<ReportConfirmed>(body);
        out.report_confirmations.push_back({in.report, in.matches, plain(in.note), at, entry});
    }
}

}  // namespace

SiteView site(Reading const& with, ProjectId const& id) {
    SiteView out;
    out.measures = measures(with.session, id);
    with.session.each<std::string, std::string, Timestamp, std::int64_t>(
        "SELECT kind, body, recorded_at, entry FROM practice_record WHERE project = :id ORDER BY entry DESC", {id},
        [&](auto kind, auto body, auto at, auto entry) { add(out, kind, body, at, entry); });
    for (auto& one : asked(with.session, {"practice_project.id = :id", {id}}, 10)) out.asked.push_back(one.asked);
    parts::Places names;
    for (auto& view : out.exchanges)
        for (auto& name : view.member_names) names.push_back(&name);
    for (auto& view : out.confirmations) names.push_back(&view.delegate);
    for (auto& view : out.spot_checks) names.push_back(&view.bureau_name);
    with.directory.put_names(with.session, names);
    return out;
}

}  // namespace anping::practice::queries
