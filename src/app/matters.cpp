// SPDX-License-Identifier: Apache-2.0
#include "matters.hpp"

#include <limits>
#include <tuple>

namespace anping::app {

namespace {
constexpr std::int64_t kLimit = 500;
constexpr auto kNewest = std::numeric_limits<std::int64_t>::max();
}  // namespace

using circulation::MatterFacts;
using circulation::MatterKind;

std::optional<MatterFacts> DeskMatters::of_project(db::Session& session, practice::ProjectId const& id) const {
    auto found = practice_.facts_of(session, {id});
    auto target = practice_.target(session, id);
    if (found.empty() || !target) return std::nullopt;
    MatterFacts out{std::move(found.front().title), found.front().institution.text, id.text, std::move(*target),
                    access::Action::project_view};
    directory_.put_names(session, {&out.unit_name});
    return out;
}

std::optional<MatterFacts> DeskMatters::find(db::Session& session, circulation::Matter const& matter,
                                             registry::BureauId const& asker) const {
    switch (matter.kind) {
        case MatterKind::project: return of_project(session, {matter.id.text});
        case MatterKind::notice: {
            practice::NoticeId const id{matter.id.text};
            auto const project = practice_.project_of(session, id);
            auto target = practice_.target(session, id, asker);
            if (!project || !target) return std::nullopt;
            auto out = of_project(session, *project);
            if (out) out->target = std::move(*target);
            return out;
        }
        case MatterKind::application: {
            licensing::ApplicationId const id{matter.id.text};
            auto target = licensing_.target(session, id);
            auto const view = licensing_.application(session, id);
            if (!target || !view) return std::nullopt;
            return MatterFacts{view->summary.title, view->summary.enterprise_name, std::nullopt, std::move(*target),
                               access::Action::application_view};
        }
        // Wherever it is registered or works, as the register has it.
        case MatterKind::institution: {
            auto const view = directory_.institution(session, {matter.id.text});
            if (!view) return std::nullopt;
            access::Target target;
            target.unit = view->id.text;
            target.region = view->region;
            std::tie(target.parties, target.also) = practice_.concerned_by(session, view->id, asker.text);
            target.published = true;
            return MatterFacts{view->name, view->name, std::nullopt, std::move(target),
                               access::Action::institution_view};
        }
        case MatterKind::penalty_case: {
            cases::CaseId const id{matter.id.text};
            auto target = cases_.target(session, id);
            auto const view = cases_.view(session, id);
            if (!target || !view) return std::nullopt;
            return MatterFacts{view->summary.title, view->summary.institution_name, std::nullopt, std::move(*target),
                               access::Action::case_view};
        }
        case MatterKind::rectification: return of_order(session, {matter.id.text});
        case MatterKind::key_listing: return of_listing(session, {matter.id.text});
    }
    return std::nullopt;
}

std::optional<MatterFacts> DeskMatters::of_order(db::Session& session, inspection::OrderId const& id) const {
    auto target = inspection_.target(session, id);
    auto const view = inspection_.order(session, id);
    if (!target || !view) return std::nullopt;
    auto const& of = view->summary;
    std::string title = of.kind == inspection::OrderKind::order ? "责令限期整改" : "督促函";
    if (of.number) title += " " + *of.number;
    auto const& whom = of.checked == inspection::Checked::institution ? of.institution_name : of.enterprise_name;
    return MatterFacts{std::move(title), whom.value_or(""), std::nullopt, std::move(*target),
                       access::Action::rectification_view};
}

std::optional<MatterFacts> DeskMatters::of_listing(db::Session& session, planning::ListingId const& id) const {
    auto target = key_list_.target(session, id);
    auto const view = key_list_.listing(session, id);
    if (!target || !view) return std::nullopt;
    return MatterFacts{"重点监督检查对象：" + view->summary.trigger_name, view->summary.institution_name, std::nullopt,
                       std::move(*target), access::Action::key_list_view};
}

void DeskMatters::add_rechecks(std::vector<circulation::OwnDue>& out, db::Session& session,
                               access::Principal const& who, field::Date today) const {
    inspection::OrderFilter filter;
    filter.state = inspection::OrderState::to_recheck;
    auto const sees = policy_.visibility(who, access::Action::rectification_view);
    for (auto const& one : inspection_.orders(session, sees, filter, kNewest, kLimit))
        if (one.recheck_due && *one.recheck_due < today)
            out.push_back({{MatterKind::rectification, {one.id.text}}, one.bureau, "复查整改", *one.recheck_due});
}

// Whether somebody is listed, and what it objected, are both answered by a day of the law.
void DeskMatters::add_listings(std::vector<circulation::OwnDue>& out, db::Session& session,
                               access::Principal const& who, field::Date today) const {
    auto const sees = policy_.visibility(who, access::Action::key_list_view);
    for (auto const& one : key_list_.listings(session, sees, "", kNewest, kLimit)) {
        circulation::Matter const matter{MatterKind::key_listing, {one.id.text}};
        if (one.stage == planning::ListingStage::proposed && one.confirm_due && *one.confirm_due < today)
            out.push_back({matter, one.bureau, "确认是否列入重点监督检查对象", *one.confirm_due});
        if (!one.objection_open) continue;
        auto const view = key_list_.listing(session, one.id);
        if (!view) continue;
        for (auto const& objection : view->objections)
            if (!objection.answer && objection.answer_due && objection.answer_due->due < today)
                out.push_back({matter, one.bureau, "答复列入重点监督检查对象的异议", objection.answer_due->due});
    }
}

// The decision on an application is the bureau's to make in time, and so are each step of a case, the re-check of what
// was put right and what the key list asks of it.
std::vector<circulation::OwnDue> DeskMatters::own_overdue(db::Session& session, access::Principal const& who,
                                                          field::Date today) const {
    std::vector<circulation::OwnDue> out;
    auto const sees = policy_.visibility(who, access::Action::application_view);
    for (auto const& one : licensing_.applications(session, sees, {}, "", kLimit)) {
        if (one.outcome || !one.due || *one.due >= today) continue;
        out.push_back({{MatterKind::application, {one.id.text}}, one.bureau, "作出许可决定", *one.due});
    }
    for (auto& one : cases_.own_overdue(session, policy_.visibility(who, access::Action::case_view), today, kLimit))
        out.push_back({{MatterKind::penalty_case, {one.id.text}}, one.bureau, std::move(one.what), one.due});
    add_rechecks(out, session, who, today);
    add_listings(out, session, who, today);
    return out;
}

std::vector<circulation::InstitutionsOverdue> DeskMatters::institutions_overdue(db::Session& session,
                                                                                access::Principal const& who,
                                                                                field::Date today) const {
    std::vector<circulation::InstitutionsOverdue> out;
    auto const sees = policy_.visibility(who, access::Action::project_list);
    for (auto const& one : practice_.overdue_by_place(session, sees, today))
        out.push_back({registry::bureau_of(one.region, one.authority), one.count});
    return out;
}

std::vector<circulation::OwnDue> DeskMatters::rectifications_overdue(db::Session& session, access::Principal const& who,
                                                                     registry::BureauId const& bureau,
                                                                     field::Date /*today*/) const {
    inspection::OrderFilter filter;
    filter.state = inspection::OrderState::escalated;
    filter.bureau = bureau;
    std::vector<circulation::OwnDue> out;
    auto const sees = policy_.visibility(who, access::Action::rectification_view);
    for (auto const& one : inspection_.orders(session, sees, filter, kNewest, kLimit))
        out.push_back({{MatterKind::rectification, {one.id.text}},
                       one.bureau,
                       one.overdue ? "整改逾期" : "复查没有通过",
                       one.due.value_or(one.issued_on)});
    return out;
}

}  // namespace anping::app
