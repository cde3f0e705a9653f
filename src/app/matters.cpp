// SPDX-License-Identifier: Apache-2.0
#include "matters.hpp"

#include <tuple>

namespace anping::app {

namespace {
constexpr std::int64_t kLimit = 500;
}

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
    }
    return std::nullopt;
}

// The decision on an application is the bureau's to make in time, and so is each step of a case.
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

}  // namespace anping::app
