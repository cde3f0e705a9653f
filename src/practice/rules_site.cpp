// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "rules_shared.hpp"

namespace anping::practice {
namespace {

// The judged event and its files; what the event adds to the facts is in the judgement.
template <class E>
Events settled(State& state, E event, std::vector<Exhibit> const& files, bool of_institution,
               Circumstances const& with) {
    for (auto const& [name, value] : event.noted) state.noted[name] = value;
    if (of_institution)
        for (auto const& file : files) count(state, file, with.today);
    event.judgement = judge(state, with, {});
    Events out{ledger::event(state.id.text, event)};
    append(out, evidence_events(state, files, std::nullopt, event.judgement, with.seq + 1, of_institution));
    return out;
}

std::int64_t still_open(State const& state) {
    return std::ranges::count(state.measures, false, &State::OpenMeasure::settled);
}

State::OpenMeasure* measure(State& state, std::int64_t number) {
    auto const found = std::ranges::find(state.measures, number, &State::OpenMeasure::number);
    return found == state.measures.end() ? nullptr : &*found;
}

std::optional<Error> unknown_measure(std::string const& list, std::size_t at) {
    return wrong_field(fmt::format("/{}/{}/number", list, at), "measure", "没有这一条措施").value();
}

}  // namespace

Result<std::vector<ledger::Event>> exchange_views(ExchangeViews const& in, State state, People const& people,
                                                  std::vector<Exhibit> const& files, Circumstances const& with) {
    if (in.held_at > with.now) return wrong_field("/held_at", "future", "时间不能晚于现在");
    if (auto problem = stranger_among(in.members, people, state, "/members"))
        return unexpected<Error>(std::move(*problem));
    if (auto problem = unknown_kind(files, state, with)) return unexpected<Error>(std::move(*problem));
    ViewsExchanged event;
    event.held_at = in.held_at;
    event.place = in.place;
    event.members = in.members;
    event.enterprise_people = in.enterprise_people;
    event.content = in.content;
    event.result = in.result;
    event.noted["exchange.held"] = true;
    return settled(state, std::move(event), files, true, with);
}

Result<std::vector<ledger::Event>> propose_measures(ProposeMeasures const& in, State state, Circumstances const& with) {
    if (in.measures.empty()) return wrong_field("/measures", "required", "至少写一条");
    MeasuresProposed event;
    event.first = static_cast<std::int64_t>(state.measures.size()) + 1;
    event.measures = in.measures;
    for (std::size_t i = 0; i < in.measures.size(); ++i)
        state.measures.push_back({event.first + static_cast<std::int64_t>(i), false});
    event.noted["measures.open"] = still_open(state);
    return settled(state, std::move(event), {}, true, with);
}

Result<std::vector<ledger::Event>> answer_measures(AnswerMeasures const& in, State state,
                                                   std::vector<Exhibit> const& files, Circumstances const& with) {
    if (in.answers.empty()) return wrong_field("/answers", "required", "至少答复一条");
    for (std::size_t i = 0; i < in.answers.size(); ++i) {
        auto const& answer = in.answers[i];
        auto* one = measure(state, answer.number);
        if (one == nullptr) return unexpected<Error>(std::move(*unknown_measure("answers", i)));
        if (!answer.adopted && !answer.note)
            return wrong_field(fmt::format("/answers/{}/note", i), "required", "不采纳的须说明理由");
        if (answer.done_on && *answer.done_on > with.today)
            return wrong_field(fmt::format("/answers/{}/done_on", i), "future", "完成日期不能晚于今天");
        one->settled = !answer.adopted;
    }
    if (auto problem = unknown_kind(files, state, with)) return unexpected<Error>(std::move(*problem));
    MeasuresAnswered event;
    event.answers = in.answers;
    event.noted["measures.open"] = still_open(state);
    return settled(state, std::move(event), files, false, with);
}

Result<std::vector<ledger::Event>> recheck_measures(RecheckMeasures const& in, State state, People const& people,
                                                    std::vector<Exhibit> const& files, Circumstances const& with) {
    if (in.checked_on > with.today) return wrong_field("/checked_on", "future", "复核日期不能晚于今天");
    if (in.checks.empty()) return wrong_field("/checks", "required", "至少复核一条");
    if (auto problem = stranger_among(in.members, people, state, "/members"))
        return unexpected<Error>(std::move(*problem));
    for (std::size_t i = 0; i < in.checks.size(); ++i) {
        auto* one = measure(state, in.checks[i].number);
        if (one == nullptr) return unexpected<Error>(std::move(*unknown_measure("checks", i)));
        one->settled = in.checks[i].done;
    }
    if (auto problem = unknown_kind(files, state, with)) return unexpected<Error>(std::move(*problem));
    MeasuresRechecked event;
    event.checked_on = in.checked_on;
    event.members = in.members;
    event.checks = in.checks;
    event.noted["measures.open"] = still_open(state);
    return settled(state, std::move(event), files, true, with);
}

Result<std::vector<ledger::Event>> confirm_site(ConfirmSite const& in, State state, ledger::Commitment const& delegate,
                                                std::vector<Exhibit> const& files, Circumstances const& with) {
    if (!in.people_match && !in.difference)
        return wrong_field("/difference", "required", "写明现场人员与项目组不一致之处");
    if (auto problem = unknown_kind(files, state, with)) return unexpected<Error>(std::move(*problem));
    SiteConfirmed event;
    event.people_match = in.people_match;
    event.difference = in.difference;
    event.data_true = in.data_true;
    event.delegate = delegate;
    event.delegate_office = in.delegate_office;
    event.note = in.note;
    event.noted["enterprise.site_confirmed"] = true;
    event.noted["enterprise.people_match"] = in.people_match;
    return settled(state, std::move(event), files, false, with);
}

Result<std::vector<ledger::Event>> record_spot_check(RecordSpotCheck const& in, State state,
                                                     registry::BureauId const& bureau,
                                                     std::vector<Exhibit> const& files, Circumstances const& with) {
    if (in.checked_on > with.today) return wrong_field("/checked_on", "future", "抽查日期不能晚于今天");
    if (auto problem = unknown_kind(files, state, with)) return unexpected<Error>(std::move(*problem));
    SpotChecked event;
    event.bureau = bureau;
    event.checked_on = in.checked_on;
    event.announced = in.announced;
    event.team_on_site = in.team_on_site;
    event.officers = in.officers;
    event.findings = in.findings;
    return settled(state, std::move(event), files, false, with);
}

Result<std::vector<ledger::Event>> confirm_report(ConfirmReport const& in, State state, Circumstances const& with) {
    if (!state.report) return no_report();
    if (in.report_sm3.value != state.report_sm3) return report_moved_on();
    if (!in.matches && !in.note) return wrong_field("/note", "required", "写明报告与项目不一致之处");
    ReportConfirmed event;
    event.report = *state.report;
    event.report_sm3 = state.report_sm3;
    event.matches = in.matches;
    event.note = in.note;
    event.noted["enterprise.report_matches"] = in.matches;
    return settled(state, std::move(event), {}, false, with);
}

}  // namespace anping::practice
