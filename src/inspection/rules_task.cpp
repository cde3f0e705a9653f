// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "errors.hpp"
#include "rules.hpp"

namespace anping::inspection {
namespace {

constexpr std::size_t kMostOfficers = 20;

Result<void> check_whom(PlanInspection const& in, Grounds const& with) {
    if (in.project && !with.project) return wrong_field("/project", "project", "没有这个项目");
    if (in.institution && !with.institution) return wrong_field("/institution", "institution", "没有登记这家机构");
    if (in.enterprise && !with.enterprise) return wrong_field("/enterprise", "enterprise", "没有登记这家企业");
    bool const institution = in.institution || with.project;
    bool const enterprise = in.enterprise || with.project;
    if (in.checked == Checked::institution && !institution)
        return wrong_field("/institution", "required", "请选择检查哪家机构");
    if (in.checked == Checked::enterprise && !enterprise)
        return wrong_field("/enterprise", "required", "请选择检查哪家企业");
    if (with.project && in.institution && *in.institution != with.project->institution)
        return wrong_field("/institution", "project", "不是承担这个项目的机构");
    if (with.project && in.enterprise && *in.enterprise != with.project->enterprise)
        return wrong_field("/enterprise", "project", "不是这个项目的企业");
    return {};
}

Result<void> check_form(PlanInspection const& in, Grounds const& with) {
    if (in.subjects.empty()) return wrong_field("/subjects", "required", "请选择检查什么");
    if (std::set<Subject>(in.subjects.begin(), in.subjects.end()).size() != in.subjects.size())
        return wrong_field("/subjects", "twice", "同一内容写了两次");
    if (!in.announced && !in.unannounced_reason)
        return wrong_field("/unannounced_reason", "required", "不预先通知的，请写明理由");
    if (in.coverage == Coverage::joint && !in.joint_with)
        return wrong_field("/joint_with", "required", "请写明与哪个部门联合");
    if (in.planned_until < in.planned_from) return wrong_field("/planned_until", "order", "不能早于起始日");
    if (!with.experts) return wrong_field("/experts", "expert", "专家库里没有这位专家");
    return {};
}

Result<void> check_draw(PlanInspection const& in, Grounds const& with) {
    if (in.origin.kind != OriginKind::draw || !in.origin.reference) return {};
    if (!with.draw || with.draw->bureau.text != with.who.unit)
        return wrong_field("/origin/reference", "draw",
                           "本部门没有这次已完成的抽取；在其他平台抽取的，请先登记，再填登记的编号");
    if (!with.draw->chosen) return wrong_field("/origin/reference", "chosen", "这次抽取没有抽中这家机构");
    return {};
}

bool begun_urgently(State const& state) { return state.visit && state.visit->content.urgent_reason.has_value(); }

}  // namespace

Result<std::vector<Attending>> attending(std::vector<registry::OfficerId> const& named, Officers const& officers,
                                         std::vector<Warning>& warnings) {
    if (named.size() > kMostOfficers)
        return wrong_field("/officers", "count", fmt::format("不超过 {} 人", kMostOfficers));
    std::vector<Attending> out;
    for (std::size_t i = 0; i < named.size(); ++i) {
        auto const pointer = fmt::format("/officers/{}", i);
        auto const found = std::ranges::find(officers, named[i], &registry::OfficerView::id);
        if (found == officers.end() || !found->current)
            return wrong_field(pointer, "officer", "不是本部门在岗的执法人员");
        if (std::ranges::find(out, named[i], &Attending::officer) != out.end())
            return wrong_field(pointer, "twice", "同一人写了两次");
        if (!found->valid) warnings.push_back({WarningKind::certificate_invalid, named[i]});
        out.push_back({named[i], found->facts.certificate, found->facts.valid_until});
    }
    return out;
}

void warn_of_others(std::vector<Attending> const& sent, std::optional<DrawKnown> const& draw,
                    std::vector<Warning>& warnings) {
    if (!draw || draw->certificates.empty()) return;
    for (auto const& one : sent)
        if (std::ranges::find(draw->certificates, one.certificate.value) == draw->certificates.end())
            warnings.push_back({WarningKind::not_drawn, one.officer});
}

Result<Events> plan(PlanInspection const& in, Grounds const& with) {
    if (auto fine = check_whom(in, with); !fine) return unexpected<Error>(std::move(fine.error()));
    if (auto fine = check_form(in, with); !fine) return unexpected<Error>(std::move(fine.error()));
    if (auto fine = check_draw(in, with); !fine) return unexpected<Error>(std::move(fine.error()));
    TaskPlanned event{{with.who.unit}, with.who.region, with.who.authority, in, {}};
    auto const sent = attending(in.officers, with.officers, event.warnings);
    if (!sent) return unexpected<Error>(sent.error());
    warn_of_others(*sent, with.draw, event.warnings);
    if (in.officers.empty() && !in.experts.empty())
        event.warnings.push_back({WarningKind::experts_without_officer, std::nullopt});
    if (with.project) {
        event.content.institution = with.project->institution;
        event.content.enterprise = with.project->enterprise;
    }
    return Events{ledger::event(with.id.text, event)};
}

Result<Events> approve(ApproveInspection const& in, State const& state) {
    // What was begun urgently is approved afterwards, and may have ended meanwhile.
    bool const closed = state.stage == Stage::closed;
    if (state.stage == Stage::called_off || (closed && !begun_urgently(state))) return over();
    if (state.approved) return not_now("已经批准");
    return Events{ledger::event(state.id.text, TaskApproved{in.opinion})};
}

Result<Events> call_off(CallOffInspection const& in, State const& state) {
    if (state.stage == Stage::called_off || state.stage == Stage::closed) return over();
    if (state.stage == Stage::begun) return not_now("检查已经开始，不能取消；请如实记录后结束");
    return Events{ledger::event(state.id.text, TaskCalledOff{in.reason})};
}

}  // namespace anping::inspection
