// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "rules_shared.hpp"

namespace anping::practice {
namespace {

constexpr std::int64_t kNoLevel = 9;  // below every level there is

std::int64_t level_of(registry::AssessorLevel level) {
    switch (level) {
        case registry::AssessorLevel::level1: return 1;
        case registry::AssessorLevel::level2: return 2;
        case registry::AssessorLevel::level3: return 3;
        case registry::AssessorLevel::none: return kNoLevel;
    }
    return kNoLevel;
}

std::optional<Error> wrong_with(FormTeam const& in, State const& state, TeamParts const& parts,
                                Circumstances const& with) {
    if (auto problem = stranger_among({in.leader}, parts.people, state, "/leader")) {
        problem->fields.front().pointer = "/leader";
        return problem;
    }
    if (in.leader_years < 0 || in.leader_years > 60)
        return wrong_field("/leader_years", "range", "应为 0 到 60 年").value();
    for (std::size_t i = 0; i < in.members.size(); ++i) {
        if (auto problem = stranger_among({in.members[i].person}, parts.people, state, "/members")) {
            problem->fields.front().pointer = fmt::format("/members/{}/person", i);
            return problem;
        }
        if (!known(with.law, state, "team_duties", in.members[i].duty.value, with.today))
            return wrong_field(fmt::format("/members/{}/duty", i), "choice", "不是已知的分工").value();
    }
    for (std::size_t i = 0; i < in.instruments.size(); ++i) {
        auto const ours = [&](registry::InstrumentView const& one) {
            return one.id == in.instruments[i] && one.institution == state.institution;
        };
        if (std::ranges::none_of(parts.instruments, ours))
            return wrong_field(fmt::format("/instruments/{}", i), "instrument", "应为本机构登记的仪器设备").value();
    }
    for (std::size_t i = 0; i < in.experts.size(); ++i)
        if (in.experts[i].listed && std::ranges::find(parts.unlisted, *in.experts[i].listed) != parts.unlisted.end())
            return wrong_field(fmt::format("/experts/{}/listed", i), "expert", "专家库里没有这位专家").value();
    if (state.team_edition > 0 && !in.reason) return wrong_field("/reason", "required", "变更项目组须写明原因").value();
    return std::nullopt;
}

std::vector<TeamInstrument> instruments_of(FormTeam const& in, TeamParts const& parts) {
    std::vector<TeamInstrument> out;
    for (auto const& id : in.instruments) {
        auto const known_one = std::ranges::find(parts.instruments, id, &registry::InstrumentView::id);
        out.push_back({id, known_one->calibration ? std::optional(known_one->calibration->until) : std::nullopt});
    }
    return out;
}

void note(TeamFormed& event, State const& state, TeamParts const& parts, Circumstances const& with) {
    auto const leader = std::ranges::find(parts.people, event.leader, &registry::PersonView::id);
    auto const first_day = state.first_day.value_or(state.planned_first_day);
    auto const overdue = std::ranges::count_if(event.instruments, [&](TeamInstrument const& one) {
        return !one.calibrated_until || *one.calibrated_until < first_day;
    });
    event.noted["team.formed_on"] = field::to_string(with.today);
    event.noted["team.size"] = static_cast<std::int64_t>(1 + event.members.size() + event.experts.size());
    event.noted["team.leader_level"] = level_of(leader->level);
    event.noted["team.leader_years"] = event.leader_years;
    event.noted["team.instruments_overdue"] = static_cast<std::int64_t>(overdue);
    if (parts.staffing) note_staffing(event.noted, "team", *parts.staffing);
}

}  // namespace

Result<std::vector<ledger::Event>> form_team(FormTeam const& in, State state, TeamParts const& parts,
                                             Circumstances const& with) {
    if (state.stage == Stage::archived) return project_archived();
    if (auto problem = wrong_with(in, state, parts, with)) return unexpected<Error>(std::move(*problem));
    TeamFormed event;
    event.edition = state.team_edition + 1;
    event.leader = in.leader;
    event.leader_years = in.leader_years;
    event.members = in.members;
    for (std::size_t i = 0; i < in.experts.size(); ++i)
        event.experts.push_back(
            {parts.expert_names[i], in.experts[i].specialty, in.experts[i].employer, in.experts[i].listed});
    event.supports = in.supports;
    event.instruments = instruments_of(in, parts);
    event.staffing = parts.staffing;
    event.reason = in.reason;
    note(event, state, parts, with);
    if (state.notice_filed_on && state.leader != in.leader && is_material(state, with, "leader"))
        note_renewal(event.noted, "组长变更");
    state.leader = in.leader;
    for (auto const& [name, value] : event.noted) state.noted[name] = value;
    event.judgement = judge(state, with, {});
    return std::vector{ledger::event(state.id.text, event)};
}

}  // namespace anping::practice
