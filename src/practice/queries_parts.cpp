// SPDX-License-Identifier: Apache-2.0
#include "queries_parts.hpp"

#include <anping/db/columns.hpp>

namespace anping::practice::queries::parts {
namespace {

using OptionalDate = std::optional<field::Date>;
using OptionalText = std::optional<std::string>;
using OptionalTime = std::optional<Timestamp>;

std::vector<ReviewView> reviews_of(Reading const& with, ReportId const& report) {
    std::vector<ReviewView> out;
    with.session.each<ReviewStep, std::string, std::string, Timestamp, std::int64_t>(
        "SELECT step, account, opinion, signed_at, entry FROM practice_review WHERE report = :id ORDER BY entry",
        {report}, [&](auto step, auto account, auto opinion, auto at, auto entry) {
            out.push_back({step, std::move(account), std::move(opinion), at, entry});
        });
    return out;
}

std::vector<AddresseeView> addressees_of(Reading const& with, Names& names, NoticeId const& notice) {
    std::vector<AddresseeView> out;
    with.session.each<registry::BureauId, field::RegionCode, std::string, OptionalTime>(
        "SELECT bureau, region, receipt_number, opened_at FROM practice_addressee WHERE notice = :id ORDER BY bureau",
        {notice}, [&](auto bureau, auto region, auto receipt, auto opened) {
            out.push_back({{bureau, std::move(region), std::move(receipt)}, names.bureau(bureau), opened});
        });
    return out;
}

}  // namespace

std::string const& Names::institution(registry::InstitutionId const& id) {
    auto [it, fresh] = known_.try_emplace(id.text);
    if (fresh) it->second = with_.directory.institution_name(with_.session, id);
    return it->second;
}

std::string const& Names::enterprise(registry::EnterpriseId const& id) {
    auto [it, fresh] = known_.try_emplace(id.text);
    if (fresh) it->second = with_.directory.enterprise_name(with_.session, id);
    return it->second;
}

std::string const& Names::person(registry::PersonId const& id) {
    auto [it, fresh] = known_.try_emplace(id.text);
    if (fresh) it->second = with_.directory.person_name(with_.session, id);
    return it->second;
}

std::string Names::unit(std::string const& id) {
    if (id.starts_with("B-")) return bureau({id});
    if (id.starts_with("J-")) return institution({id});
    if (id.starts_with("Q-")) return enterprise({id});
    return id;
}

std::vector<std::string> Names::people(std::vector<registry::PersonId> const& ids) {
    std::vector<std::string> out;
    for (auto const& id : ids) out.push_back(person(id));
    return out;
}

std::optional<std::int64_t> working_days_left(Reading const& with, rulebook::Place const& place, field::Date due) {
    auto const days = with.law.calendar(place).working_days_between(with.today, due);
    if (!days) return std::nullopt;
    return *days;
}

std::vector<DeadlineView> deadlines_of(Reading const& with, ProjectId const& id, std::string const& title,
                                       std::string const& institution, rulebook::Place const& place) {
    std::vector<DeadlineView> out;
    with.session.each<std::string, field::Date, OptionalDate>(
        "SELECT body, due, met_on FROM practice_deadline WHERE project = :id ORDER BY due, duty", {id},
        [&](auto body, auto due, auto met) {
            auto const left = met ? std::nullopt : working_days_left(with, place, due);
            out.push_back({id, title, institution, {std::move(body)}, met, left});
        });
    return out;
}

std::vector<FlagView> flags_of(Reading const& with, ProjectId const& id) {
    std::vector<FlagView> out;
    with.session.each<std::string, Timestamp, OptionalTime>(
        "SELECT body, raised_at, cleared_at FROM practice_flag WHERE project = :id ORDER BY raised_seq DESC, watch",
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

std::vector<NoticeView> notices(Reading const& with, Names& names, std::string const& rest, db::Params const& params) {
    std::vector<NoticeView> out;
    std::vector<std::pair<registry::InstitutionId, registry::EnterpriseId>> parties;
    with.session.each<NoticeId, ProjectId, std::string, Timestamp, std::int64_t, std::string, registry::InstitutionId,
                      registry::EnterpriseId, field::RegionCode>(
        "SELECT n.id, n.project, n.body, n.filed_at, n.entry, p.title, p.institution, p.enterprise, p.region "
        "FROM practice_notice n JOIN practice_project p ON p.id = n.project " +
            rest,
        params,
        [&](auto id, auto project, auto body, auto at, auto entry, auto title, auto institution, auto enterprise,
            auto region) {
            NoticeView view;
            view.id = std::move(id);
            view.project = std::move(project);
            view.project_title = std::move(title);
            view.region_name = with.law.regions().full_name(region);
            auto content = read<NoticeContent>(body);
            auto const opened = [&](ledger::Commitment const& kept) {
                return with.personal.get(with.session, kept.ref).value_or("已删除");
            };
            view.content = {content.site_first_day,    content.site_last_day,   std::move(content.members),
                            {opened(content.contact)}, {opened(content.phone)}, std::move(content.reason)};
            view.filed_at = at;
            view.entry = entry;
            out.push_back(std::move(view));
            parties.emplace_back(std::move(institution), std::move(enterprise));
        });
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].institution_name = names.institution(parties[i].first);
        out[i].enterprise_name = names.enterprise(parties[i].second);
        out[i].addressees = addressees_of(with, names, out[i].id);
        out[i].member_names = names.people(out[i].content.members);
    }
    return out;
}

std::vector<NoticeView> notices_of(Reading const& with, Names& names, ProjectId const& id) {
    return notices(with, names, "WHERE n.project = :id ORDER BY n.entry DESC", {id});
}

std::vector<SurveyView> surveys_of(Reading const& with, Names& names, ProjectId const& id) {
    std::vector<SurveyView> out;
    std::vector<std::vector<registry::PersonId>> members;
    with.session.each<std::string, Timestamp, std::int64_t>(
        "SELECT body, received_at, entry FROM practice_survey WHERE project = :id ORDER BY entry DESC", {id},
        [&](auto body, auto at, auto entry) {
            auto in = read<SurveyRecorded>(body);
            auto const plain = [](auto const& text) { return text ? OptionalText(text->value) : std::nullopt; };
            out.push_back({in.survey,
                           in.started_at,
                           in.ended_at,
                           in.place.value,
                           {},
                           in.enterprise_people.value,
                           plain(in.latitude),
                           plain(in.longitude),
                           plain(in.reason_code),
                           in.findings.value,
                           in.leader_on_site,
                           at,
                           entry});
            members.push_back(std::move(in.members));
        });
    for (std::size_t i = 0; i < out.size(); ++i) out[i].member_names = names.people(members[i]);
    return out;
}

std::vector<ReportView> reports_of(Reading const& with, Names& names, ProjectId const& id) {
    std::vector<ReportView> out;
    std::vector<std::vector<registry::PersonId>> authors;
    with.session.each<std::string, Timestamp, OptionalText, OptionalTime, std::int64_t>(
        "SELECT body, filed_at, number, published_at, entry FROM practice_report WHERE project = :id "
        "ORDER BY edition DESC",
        {id}, [&](auto body, auto filed, auto number, auto published_at, auto entry) {
            auto in = read<ReportFiled>(body);
            ReportView view;
            view.id = in.report;
            view.edition = in.edition;
            view.title = in.title.value;
            view.conclusion = in.conclusion.value;
            view.file = std::move(in.file);
            view.filed_at = filed;
            view.number = std::move(number);
            view.published_at = published_at;
            view.entry = entry;
            out.push_back(std::move(view));
            authors.push_back(std::move(in.authors));
        });
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].author_names = names.people(authors[i]);
        out[i].reviews = reviews_of(with, out[i].id);
    }
    return out;
}

}  // namespace anping::practice::queries::parts
