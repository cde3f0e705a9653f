// SPDX-License-Identifier: Apache-2.0
#include "queries_parts.hpp"

#include <algorithm>

#include <anping/db/columns.hpp>
#include <anping/db/where_any.hpp>

namespace anping::practice::queries::parts {
namespace {

using OptionalDate = std::optional<field::Date>;
using OptionalText = std::optional<std::string>;
using OptionalTime = std::optional<Timestamp>;

template <class View>
std::vector<std::string> ids_of(std::vector<View> const& views) {
    std::vector<std::string> out;
    out.reserve(views.size());
    for (auto const& view : views) out.push_back(view.id.text);
    return out;
}

template <class View>
View& of_id(std::vector<View>& views, std::string const& id) {
    return *std::find_if(views.begin(), views.end(), [&](View const& view) { return view.id.text == id; });
}

std::vector<std::string> texts_of(std::vector<registry::PersonId> const& people) {
    std::vector<std::string> out;
    out.reserve(people.size());
    for (auto const& person : people) out.push_back(person.text);
    return out;
}

void add_reviews(Reading const& with, std::vector<ReportView>& reports) {
    if (reports.empty()) return;
    db::Params params;
    auto const sql = db::where_any(
        "SELECT report, step, account, opinion, signed_at, entry, key, after_reset FROM practice_review WHERE report",
        "report", ids_of(reports), params);
    with.session.each<std::string, ReviewStep, std::string, std::string, Timestamp, std::int64_t, OptionalText, bool>(
        sql + " ORDER BY entry", params,
        [&](auto report, auto step, auto account, auto opinion, auto at, auto entry, auto key, auto after_reset) {
            of_id(reports, report)
                .reviews.push_back(
                    {step, std::move(account), std::move(opinion), at, entry, std::move(key), after_reset});
        });
}

void add_opinions(Reading const& with, ProjectId const& id, std::vector<ReportView>& reports) {
    with.session.each<std::int64_t, ReportId, ReviewStep, std::string, Timestamp, OptionalText>(
        "SELECT number, report, step, text, given_at, answer FROM practice_opinion WHERE project = :id ORDER BY number",
        {id}, [&](auto number, auto report, auto step, auto text, auto at, auto answer) {
            auto& of = of_id(reports, report.text);
            of.opinions.push_back({number, std::move(report), step, std::move(text), at, std::move(answer)});
        });
}

void add_addressees(Reading const& with, std::vector<NoticeView>& notices) {
    db::Params params;
    auto const sql =
        db::where_any("SELECT notice, bureau, region, receipt_number, opened_at FROM practice_addressee WHERE notice",
                      "notice", ids_of(notices), params);
    with.session.each<std::string, registry::BureauId, field::RegionCode, std::string, OptionalTime>(
        sql + " ORDER BY bureau", params, [&](auto notice, auto bureau, auto region, auto receipt, auto opened) {
            auto name = bureau.text;
            of_id(notices, notice)
                .addressees.push_back(
                    {{std::move(bureau), std::move(region), std::move(receipt)}, std::move(name), opened});
        });
}

void add_amendments(Reading const& with, std::vector<NoticeView>& notices) {
    db::Params params;
    auto const sql = db::where_any("SELECT notice, at, body, entry FROM practice_amendment WHERE notice", "notice",
                                   ids_of(notices), params);
    with.session.each<std::string, Timestamp, std::string, std::int64_t>(
        sql + " ORDER BY entry", params, [&](auto notice, auto at, auto body, auto entry) {
            auto in = read<NoticeAmended>(body);
            AmendmentView view{at,
                               in.site_first_day,
                               in.site_last_day,
                               {},
                               in.contact.has_value(),
                               in.phone.has_value(),
                               std::move(in.reason.value),
                               !in.material.empty(),
                               entry};
            if (in.members) view.member_names = texts_of(*in.members);
            of_id(notices, notice).amendments.push_back(std::move(view));
        });
}

void add(std::vector<std::string>& names, Places& places) {
    for (auto& name : names) places.push_back(&name);
}

}  // namespace

void add_names_of(TeamView& team, Places& places) {
    places.push_back(&team.leader_name);
    for (auto& member : team.members) places.push_back(&member.name);
    for (auto& expert : team.experts) places.push_back(&expert.name.value);
    for (auto& instrument : team.instruments) places.push_back(&instrument.name);
    if (team.staffing) add_names_of(*team.staffing, places);
}

void add_names_of(registry::Staffing& staffing, Places& places) {
    for (auto& post : staffing.posts) places.push_back(&(post.name = post.person.text));
}

void add_names_of(std::vector<NoticeView>& notices, Places& places) {
    for (auto& view : notices) {
        places.insert(places.end(), {&view.institution_name, &view.enterprise_name, &view.content.contact.value,
                                     &view.content.phone.value});
        for (auto& addressee : view.addressees) places.push_back(&addressee.bureau_name);
        add(view.member_names, places);
        if (view.entered_by) places.push_back(&*view.entered_by);
        for (auto& amendment : view.amendments) add(amendment.member_names, places);
    }
}

void add_names_of(std::vector<SurveyView>& surveys, Places& places) {
    for (auto& view : surveys) add(view.member_names, places);
}

void add_names_of(std::vector<ReportView>& reports, Places& places) {
    for (auto& view : reports) add(view.author_names, places);
}

std::optional<std::int64_t> working_days_left(Reading const& with, rulebook::Place const& place, field::Date due) {
    auto const days = with.law.calendar(place).working_days_between(with.today, due);
    if (!days) return std::nullopt;
    return *days;
}

std::vector<DeadlineView> deadlines_of(Reading const& with, ProjectView const& project) {
    struct Row {
        field::Date due;
        std::string body;
        OptionalDate met;
    };
    std::vector<Row> rows;
    with.session.each<std::string, field::Date, OptionalDate>(
        "SELECT body, due, met_on FROM practice_deadline WHERE project = :id ORDER BY duty", {project.id},
        [&](auto body, auto due, auto met) { rows.push_back({due, std::move(body), met}); });
    // Here for less than SQLite takes to sort.
    std::stable_sort(rows.begin(), rows.end(), [](Row const& a, Row const& b) { return a.due < b.due; });
    rulebook::Place const place{project.region, project.authority};
    std::vector<DeadlineView> out;
    out.reserve(rows.size());
    for (auto& [due, body, met] : rows)
        out.push_back({project.id,
                       project.title,
                       project.institution.text,
                       {std::move(body)},
                       met,
                       met ? std::nullopt : working_days_left(with, place, due)});
    return out;
}

std::vector<FlagView> flags_of(Reading const& with, ProjectId const& id) {
    std::vector<FlagView> out;
    with.session.each<std::string, Timestamp, OptionalTime>(
        "SELECT body, raised_at, cleared_at FROM practice_flag WHERE project = :id ORDER BY raised_seq DESC, watch "
        "DESC",
        {id}, [&](auto body, auto raised, auto cleared) { out.push_back({{std::move(body)}, raised, cleared}); });
    return out;
}

std::vector<EvidenceView> evidence_of(Reading const& with, ProjectId const& id) {
    std::vector<EvidenceView> out;
    with.session.each<EvidenceId, std::optional<SurveyId>, std::string, Timestamp, std::int64_t>(
        "SELECT id, survey, body, received_at, entry FROM practice_evidence WHERE project = :id ORDER BY entry", {id},
        [&](auto evidence, auto survey, auto body, auto at, auto entry) {
            out.push_back({std::move(evidence), std::move(survey), {std::move(body)}, at, entry});
        });
    return out;
}

std::optional<TeamView> team_of(Reading const& with, ProjectId const& id) {
    auto const row = with.session.one<std::string, Timestamp, std::int64_t>(
        "SELECT body, formed_at, entry FROM practice_team WHERE project = :id ORDER BY edition DESC LIMIT 1", {id});
    if (!row) return std::nullopt;
    auto in = read<TeamFormed>(std::get<0>(*row));
    TeamView out;
    out.edition = in.edition;
    out.leader_name = in.leader.text;
    out.leader = std::move(in.leader);
    out.leader_years = in.leader_years;
    for (auto& member : in.members)
        out.members.push_back({member.person, member.person.text, std::move(member.duty.value)});
    for (auto& expert : in.experts)
        out.experts.push_back(
            {{expert.name.ref}, std::move(expert.specialty), std::move(expert.employer), std::move(expert.listed)});
    out.supports = std::move(in.supports);
    for (auto& one : in.instruments)
        out.instruments.push_back({one.instrument, one.instrument.text, one.calibrated_until});
    out.staffing = std::move(in.staffing);
    if (in.reason) out.reason = std::move(in.reason->value);
    out.formed_at = std::get<1>(*row);
    out.entry = std::get<2>(*row);
    return out;
}

std::vector<NoticeView> notices(Reading const& with, std::string const& rest, db::Params const& params) {
    bool amended = false;
    std::vector<NoticeView> out;
    with.session.each<NoticeId, ProjectId, Timestamp, std::int64_t, field::Date, field::Date, std::string, std::string,
                      std::string, OptionalText, Channel, field::Date, OptionalText, OptionalText, bool>(
        "SELECT n.id, n.project, n.filed_at, n.entry, n.site_first_day, n.site_last_day, n.members, n.contact, "
        "n.phone, n.reason, n.channel, n.received_on, n.entered_by, n.people, n.amended FROM practice_notice n " +
            rest,
        params,
        [&](auto id, auto project, auto at, auto entry, auto first, auto last, auto members, auto contact, auto phone,
            auto reason, auto channel, auto received_on, auto entered_by, auto people, auto was_amended) {
            amended = amended || was_amended;
            NoticeView view;
            view.id = std::move(id);
            view.project = std::move(project);
            view.filed_at = at;
            view.entry = entry;
            view.content = {
                first, last, read<std::vector<registry::PersonId>>(members), {std::move(contact)}, {std::move(phone)},
                {}};
            if (reason) view.content.reason.emplace(std::move(*reason));
            view.member_names = texts_of(view.content.members);
            if (people) view.member_names.push_back(std::move(*people));
            view.channel = channel;
            view.received_on = received_on;
            view.entered_by = std::move(entered_by);
            out.push_back(std::move(view));
        });
    if (!out.empty()) add_addressees(with, out);
    if (amended) add_amendments(with, out);
    return out;
}

std::vector<NoticeView> notices_of(Reading const& with, ProjectView const& project) {
    auto out = notices(with, "WHERE n.project = :id ORDER BY n.entry DESC", {project.id});
    for (auto& view : out) {
        view.project_title = project.title;
        view.institution_name = project.institution.text;
        view.enterprise_name = project.enterprise.text;
        view.region_name = project.region_name;
    }
    return out;
}

std::vector<SurveyView> surveys_of(Reading const& with, ProjectId const& id) {
    std::vector<SurveyView> out;
    with.session.each<std::string, Timestamp, std::int64_t>(
        "SELECT body, received_at, entry FROM practice_survey WHERE project = :id ORDER BY entry DESC", {id},
        [&](auto body, auto at, auto entry) {
            auto in = read<SurveyRecorded>(body);
            auto const plain = [](auto const& text) { return text ? OptionalText(text->value) : std::nullopt; };
            out.push_back({in.survey, in.started_at, in.ended_at, in.place.value, texts_of(in.members),
                           in.enterprise_people.value, plain(in.latitude), plain(in.longitude), plain(in.reason_code),
                           in.findings.value, in.leader_on_site, plain(in.way), std::move(in.checklist), at, entry});
        });
    return out;
}

std::vector<ReportView> reports_of(Reading const& with, ProjectId const& id, bool opinions) {
    std::vector<ReportView> out;
    with.session.each<std::string, Timestamp, OptionalText, OptionalTime, OptionalText, std::int64_t>(
        "SELECT body, filed_at, number, published_at, withdrawn, entry FROM practice_report WHERE project = :id "
        "ORDER BY edition DESC",
        {id}, [&](auto body, auto filed, auto number, auto published_at, auto withdrawn, auto entry) {
            auto in = read<ReportFiled>(body);
            ReportView view;
            view.id = in.report;
            view.edition = in.edition;
            view.title = in.title.value;
            view.conclusion = in.conclusion.value;
            view.file = std::move(in.file);
            view.author_names = texts_of(in.authors);
            view.filed_at = filed;
            view.number = std::move(number);
            view.published_at = published_at;
            view.withdrawn = std::move(withdrawn);
            view.entry = entry;
            out.push_back(std::move(view));
        });
    add_reviews(with, out);
    if (opinions) add_opinions(with, id, out);
    return out;
}

}  // namespace anping::practice::queries::parts
