// SPDX-License-Identifier: Apache-2.0
#include "rules.hpp"

#include <fmt/format.h>

#include "errors.hpp"

namespace anping::practice {
namespace {

using Events = std::vector<ledger::Event>;

json::value day(field::Date date) { return json::value(field::to_string(date)); }

bool is_photo(Exhibit const& exhibit) { return exhibit.blob.reading.media_type.starts_with("image/"); }

std::optional<Error> unknown_kind(std::vector<Exhibit> const& files, State const& state, Circumstances const& with) {
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (known(with.law, state, "evidence_kinds", files[i].kind.value, with.today)) continue;
        return wrong_field(fmt::format("/files/{}/kind", i), "choice", "不是已知的材料种类").value();
    }
    return std::nullopt;
}

// A file's part in the facts.
void count(State& state, Exhibit const& exhibit, field::Date today) {
    ++state.exhibits;
    if (exhibit.kind.value == "contract_scan") {
        ++state.contract_scans;
        if (!state.contract_uploaded_on) state.contract_uploaded_on = today;
    } else if (exhibit.kind.value == "invoice") {
        ++state.invoices;
    } else if (is_photo(exhibit)) {
        ++state.photos;
    }
}

State opened(OpenProject const& in, Parties const& parties, std::vector<Exhibit> const& files,
             Circumstances const& with) {
    State state;
    state.id = {fmt::format("P{}-{:08}", with.today.year(), with.seq)};
    state.institution = parties.institution.id;
    state.enterprise = in.enterprise;
    state.region = in.region;
    state.authority = in.authority;
    state.statutory = in.statutory;
    state.scope = in.scope.code;
    state.scope_covered = parties.institution.qualification.covers(in.scope);
    state.qualification_valid = parties.institution.qualification.valid_on(in.contract.signed_on);
    state.leader = in.leader;
    state.signed_on = in.contract.signed_on;
    state.ends_on = in.contract.ends_on;
    state.planned_first_day = in.site_first_day;
    for (auto const& file : files) count(state, file, with.today);
    state.noted["unit.branch"] = in.branch.has_value();
    if (parties.staffing) note_staffing(state.noted, "unit", *parties.staffing);
    if (in.risk) state.noted["risk.made_on"] = day(in.risk->made_on);
    if (in.terms) {
        state.noted["contract.stages"] = static_cast<std::int64_t>(in.terms->stages.size());
        state.noted["contract.permit_tied"] = in.terms->permit_tied;
    }
    return state;
}

std::optional<Error> wrong_with(OpenProject const& in, Parties const& parties, State const& state,
                                std::vector<Exhibit> const& files, Circumstances const& with) {
    auto const* region = with.law.regions().find(in.region);
    if (region == nullptr || region->level != field::RegionLevel::county)
        return wrong_field("/region", "region", "应为项目所在县（市、区）的代码").value();
    if (!with.law.regions().has_authority(in.region, in.authority))
        return wrong_field("/authority", "authority", "该地没有这一监督管理部门").value();
    if (!parties.leader || parties.leader->institution != parties.institution.id)
        return wrong_field("/leader", "person", "项目组组长应为本机构登记的人员").value();
    if (in.contract.ends_on < in.contract.signed_on)
        return wrong_field("/contract/ends_on", "order", "合同截止日不能早于签订日").value();
    if (in.contract.signed_on > with.today)
        return wrong_field("/contract/signed_on", "future", "签订日不能晚于今天").value();
    if (!known(with.law, state, "scopes", in.scope.code, with.today))
        return wrong_field("/scope", "choice", "不是已知的业务范围").value();
    if (!known(with.law, state, "service_types", in.service_type.value, with.today))
        return wrong_field("/service_type", "choice", "不是已知的服务类型").value();
    if (in.statutory && !known(with.law, state, "statutory_kinds", in.statutory_kind.value, with.today))
        return wrong_field("/statutory_kind", "choice", "不是已知的法定项目种类").value();
    if (in.branch && !parties.branch_known) return wrong_field("/branch", "branch", "应为本机构登记的分支机构").value();
    if (in.risk && in.risk->made_on > with.today)
        return wrong_field("/risk/made_on", "future", "风险分析的日期不能晚于今天").value();
    if (in.terms)
        for (std::size_t i = 0; i < in.terms->stages.size(); ++i)
            if (!known(with.law, state, "construction_stages", in.terms->stages[i].value, with.today))
                return wrong_field(fmt::format("/terms/stages/{}", i), "choice", "不是已知的阶段").value();
    return unknown_kind(files, state, with);
}

Events evidence_events(State const& state, std::vector<Exhibit> const& files, std::optional<SurveyId> const& survey,
                       Judgement const& judgement, std::int64_t first_seq, bool of_institution = true) {
    Events out;
    for (auto const& file : files) {
        EvidenceAttached attached;
        attached.evidence = {fmt::format("E-{:08}", first_seq + static_cast<std::int64_t>(out.size()))};
        attached.survey = survey;
        attached.exhibit = file;
        attached.of_institution = of_institution;
        // The law's view after all files of the change stands in the last of them only.
        if (out.size() + 1 == files.size()) attached.judgement = judgement;
        out.push_back(ledger::event(state.id.text, attached));
    }
    return out;
}

void append(Events& to, Events more) {
    for (auto& event : more) to.push_back(std::move(event));
}

}  // namespace

std::optional<Error> stranger_among(std::vector<registry::PersonId> const& named, People const& people,
                                    State const& state, std::string const& pointer) {
    for (std::size_t i = 0; i < named.size(); ++i) {
        bool const ours = std::ranges::any_of(people, [&](registry::PersonView const& person) {
            return person.id == named[i] && person.institution == state.institution;
        });
        if (!ours) return wrong_field(fmt::format("{}/{}", pointer, i), "person", "应为本机构登记的人员").value();
    }
    return std::nullopt;
}

NoticeId notice_id(std::int64_t seq) { return {fmt::format("G-{:08}", seq)}; }

Result<std::vector<ledger::Event>> open_project(OpenProject const& in, Parties const& parties,
                                                std::vector<Exhibit> const& files, Circumstances const& with) {
    auto const state = opened(in, parties, files, with);
    if (auto problem = wrong_with(in, parties, state, files, with)) return unexpected<Error>(std::move(*problem));
    auto const judgement = judge(state, with, {"contract_upload", "prior_notice", "deliverables"});
    ProjectOpened event;
    event.institution = parties.institution.id;
    event.enterprise = in.enterprise;
    event.title = in.title;
    event.region = in.region;
    event.authority = in.authority;
    event.site = in.site;
    event.scope = in.scope;
    event.statutory = in.statutory;
    event.statutory_kind = in.statutory_kind;
    event.service_type = in.service_type;
    event.contract = in.contract;
    event.leader = in.leader;
    event.site_first_day = in.site_first_day;
    event.scope_covered = state.scope_covered;
    event.qualification_valid = state.qualification_valid;
    event.acknowledged = in.acknowledged;
    event.branch = in.branch;
    event.staffing = parties.staffing;
    event.risk = in.risk;
    event.terms = in.terms;
    event.noted = state.noted;
    event.judgement = judgement;
    Events out{ledger::event(state.id.text, event)};
    auto flags_only = judgement;
    flags_only.deadlines.clear();
    append(out, evidence_events(state, files, std::nullopt, flags_only, with.seq + 1));
    return out;
}

Result<Judgement> preview_project(OpenProject const& in, Parties const& parties, std::vector<Exhibit> const& files,
                                  Circumstances const& with) {
    auto const state = opened(in, parties, files, with);
    if (auto problem = wrong_with(in, parties, state, files, with)) return unexpected<Error>(std::move(*problem));
    return judge(state, with, {"contract_upload", "prior_notice", "deliverables"});
}

Result<std::vector<ledger::Event>> file_notice(FileNotice const& in, State state, People const& people,
                                               NoticeContacts const& contacts, std::vector<Addressee> const& to,
                                               Circumstances const& with) {
    if (in.site_last_day < in.site_first_day) return wrong_field("/site_last_day", "order", "结束日不能早于首次现场日");
    if (in.members.empty()) return wrong_field("/members", "required", "至少列出一名现场人员");
    if (auto problem = stranger_among(in.members, people, state, "/members"))
        return unexpected<Error>(std::move(*problem));
    if (!state.notice_filed_on) state.notice_filed_on = with.today;
    state.planned_first_day = in.site_first_day;
    NoticeFiled event;
    event.notice = notice_id(with.seq);
    event.content = {in.site_first_day, in.site_last_day, in.members, contacts.contact, contacts.phone, in.reason};
    event.filed_on = with.today;
    event.addressees = to;
    event.judgement = judge(state, with, {"prior_notice"});
    return Events{ledger::event(state.id.text, event)};
}

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
        if (files[i].kind.value != "contract_scan" && files[i].kind.value != "invoice")
            return wrong_field(fmt::format("/files/{}/kind", i), "choice", "这里只收合同扫描件和票据");
    return attach_evidence(std::move(state), files, true, with);
}

}  // namespace anping::practice
