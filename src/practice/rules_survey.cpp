// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "contract_text.hpp"
#include "rules_shared.hpp"

namespace anping::practice {
namespace {

std::optional<Error> wrong_checklist(RecordSurvey const& in, State const& state, Circumstances const& with) {
    if (!in.checklist) return std::nullopt;
    auto const& name = in.checklist->name.value;
    auto const* list = name.starts_with("checklist_") ? with.law.catalogue(name, state.place(), with.today) : nullptr;
    if (list == nullptr) return wrong_field("/checklist/name", "choice", "没有这份安全检查表").value();
    for (std::size_t i = 0; i < in.checklist->answers.size(); ++i) {
        auto const& answer = in.checklist->answers[i];
        if (rulebook::catalogue_item(list, answer.item.value) == nullptr)
            return wrong_field(fmt::format("/checklist/answers/{}/item", i), "choice", "检查表没有这一项").value();
        if (answer.finding == Finding::fails && !answer.note)
            return wrong_field(fmt::format("/checklist/answers/{}/note", i), "required", "不符合的写明情况").value();
    }
    return std::nullopt;
}

// Who was there and is not of the team, once there is one.
Noted noted_of(RecordSurvey const& in, State const& state) {
    Noted out;
    if (state.team_edition > 0)
        out["survey.outsiders"] = std::ranges::count_if(in.members, [&](registry::PersonId const& person) {
            return person != state.leader &&
                   std::ranges::find(state.team, person, &TeamMember::person) == state.team.end();
        });
    if (in.checklist) out["survey.checklist"] = true;
    return out;
}

}  // namespace

Result<std::vector<ledger::Event>> record_survey(RecordSurvey const& in, State state, People const& people,
                                                 std::vector<Exhibit> const& files, Circumstances const& with) {
    if (in.ended_at < in.started_at) return wrong_field("/ended_at", "order", "结束时间不能早于开始时间");
    if (in.started_at > with.now) return wrong_field("/started_at", "future", "开始时间不能晚于现在");
    if (in.members.empty()) return wrong_field("/members", "required", "至少列出一名到场人员");
    if (auto problem = stranger_among(in.members, people, state, "/members"))
        return unexpected<Error>(std::move(*problem));
    if (in.latitude.has_value() != in.longitude.has_value())
        return wrong_field("/latitude", "pair", "经度和纬度应同时填写");
    if (in.reason_code && !known(with.law, state, "reason_codes", in.reason_code->value, with.today))
        return wrong_field("/reason_code", "choice", "不是已知的原因代码");
    if (in.way && !known(with.law, state, "evidence_ways", in.way->value, with.today))
        return wrong_field("/way", "choice", "不是已知的留痕方式");
    if (auto problem = wrong_checklist(in, state, with)) return unexpected<Error>(std::move(*problem));
    if (auto problem = unknown_kind(files, state, with)) return unexpected<Error>(std::move(*problem));

    auto const first = field::beijing_date(in.started_at);
    auto const last = field::beijing_date(in.ended_at);
    state.first_day = std::min(state.first_day.value_or(first), first);
    state.last_day = std::max(state.last_day.value_or(last), last);
    ++state.surveys;
    bool const leader_here = std::ranges::find(in.members, state.leader) != in.members.end();
    state.leader_on_site = state.leader_on_site || leader_here;
    if (in.reason_code) state.reason_code = in.reason_code->value;
    for (auto const& file : files) count(state, file, with.today);

    SurveyRecorded event;
    event.survey = {fmt::format("S-{:08}", with.seq)};
    event.started_at = in.started_at;
    event.ended_at = in.ended_at;
    event.place = in.place;
    event.members = in.members;
    event.enterprise_people = in.enterprise_people;
    event.latitude = in.latitude;
    event.longitude = in.longitude;
    event.reason_code = in.reason_code;
    event.findings = in.findings;
    event.leader_on_site = leader_here;
    event.way = in.way;
    event.checklist = in.checklist;
    event.noted = noted_of(in, state);
    for (auto const& [name, value] : *event.noted) state.noted[name] = value;
    event.judgement = judge(state, with, {"survey_upload"});
    Events out{ledger::event(state.id.text, event)};
    auto flags_only = event.judgement;
    flags_only.deadlines.clear();
    append(out, evidence_events(state, files, event.survey, flags_only, with.seq + 1));
    return out;
}

Result<std::vector<ledger::Event>> attach_evidence(State state, std::vector<Exhibit> const& files, bool of_institution,
                                                   Circumstances const& with) {
    if (files.empty()) return wrong_field("/files", "required", "至少选择一个文件");
    if (auto problem = unknown_kind(files, state, with)) return unexpected<Error>(std::move(*problem));
    if (of_institution)
        for (auto const& file : files) count(state, file, with.today);
    return evidence_events(state, files, std::nullopt, judge(state, with, {}), with.seq, of_institution);
}

Result<std::vector<ledger::Event>> attach_contract_files(State state, std::vector<Exhibit> const& files,
                                                         Circumstances const& with) {
    for (std::size_t i = 0; i < files.size(); ++i)
        if (files[i].kind.value != kContractScan && files[i].kind.value != "invoice")
            return wrong_field(fmt::format("/files/{}/kind", i), "choice", "这里只收合同扫描件和票据");
    return attach_evidence(std::move(state), files, true, with);
}

}  // namespace anping::practice
