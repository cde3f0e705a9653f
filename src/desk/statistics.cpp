// SPDX-License-Identifier: Apache-2.0
// Figures of a period. Each is counted by the condition its list is narrowed with.
#include <anping/desk/desk.hpp>

namespace anping::desk {
namespace {

using access::Action;
using practice::ProjectFilter;
using practice::TallyBy;

class Counting {
public:
    Counting(practice::Service const& practice, db::Session& session, access::Visibility const& sees)
        : practice_(practice), session_(session), sees_(sees) {}

    Figure one(std::string key, std::string name, ProjectFilter const& filter) const {
        return {std::move(key), std::move(name), practice_.count(session_, sees_, filter), "projects",
                address_of(filter)};
    }
    FigureGroup parts(char const* key, char const* title, ProjectFilter const& filter, TallyBy by) const {
        FigureGroup out{key, title, {}};
        for (auto& tally : practice_.tally(session_, sees_, filter, by))
            out.figures.push_back(
                {std::move(tally.key), std::move(tally.name), tally.count, "projects", address_of(tally.filter)});
        return out;
    }
    FigureGroup acts(ProjectFilter const& filter) const {
        using practice::Done;
        using practice::NoticeStanding;
        FigureGroup out{"acts", "办理情况", {}};
        auto const notice = [&](NoticeStanding standing, char const* name) {
            auto narrower = filter;
            narrower.notice = standing;
            out.figures.push_back(one(boost::describe::enum_to_string(standing, ""), name, narrower));
        };
        auto const done = [&](Done what, char const* name) {
            auto narrower = filter;
            narrower.done = what;
            out.figures.push_back(one(boost::describe::enum_to_string(what, ""), name, narrower));
        };
        out.figures.push_back(one("all", "项目", filter));
        notice(NoticeStanding::received, "已收到从业告知");
        notice(NoticeStanding::late, "迟告知");
        notice(NoticeStanding::missing, "逾期未告知");
        done(Done::surveyed, "已现场勘验");
        done(Done::published, "报告已公开");
        return out;
    }

private:
    practice::Service const& practice_;
    db::Session& session_;
    access::Visibility const& sees_;
};

FigureGroup permits(licensing::Service const& licensing, db::Session& session, access::Visibility const& sees,
                    StatisticsQuestion const& question, field::RegionCode const& region) {
    using licensing::ApplicationState;
    licensing::ApplicationFilter filter;
    filter.region = region;
    filter.received_from = question.from;
    filter.received_until = question.until;
    FigureGroup out{"permits", "许可申请（按收到日期）", {}};
    auto const add = [&](std::optional<ApplicationState> state, char const* key, char const* name) {
        filter.state = state;
        out.figures.push_back({key, name, licensing.count(session, sees, filter), "applications", address_of(filter)});
    };
    add(std::nullopt, "all", "收到");
    add(ApplicationState::open, "open", "未决定");
    add(ApplicationState::decided, "decided", "已决定");
    add(ApplicationState::held, "held", "暂缓上会");
    add(ApplicationState::escalated, "escalated", "提级决定");
    return out;
}

}  // namespace

Statistics Desk::statistics(db::Session& session, access::Principal const& who, access::Policy const& policy,
                            StatisticsQuestion const& question) const {
    Statistics out;
    out.region = question.region.value_or(who.region);
    out.region_name = policy.regions().full_name(out.region);
    ProjectFilter filter;
    filter.region = out.region;
    if (question.basis == Basis::noticed) {
        filter.noticed_from = question.from;
        filter.noticed_until = question.until;
    } else {
        filter.signed_from = question.from;
        filter.signed_until = question.until;
    }
    auto const sees = policy.visibility(who, Action::project_list);
    Counting const counting(practice_, session, sees);
    out.groups = {counting.acts(filter),
                  counting.parts("region", "地区", filter, TallyBy::region),
                  counting.parts("stage", "阶段", filter, TallyBy::stage),
                  counting.parts("kind", "法定项目种类", filter, TallyBy::kind),
                  counting.parts("institution", "机构", filter, TallyBy::institution),
                  counting.parts("clause", "未消除的标记（按条款）", filter, TallyBy::clause)};
    if (policy.ever(Action::application_view, who.role))
        out.groups.push_back(
            permits(licensing_, session, policy.visibility(who, Action::application_view), question, out.region));
    return out;
}

}  // namespace anping::desk
