// SPDX-License-Identifier: Apache-2.0
// From nothing to a project: by its contract, or by a notice a bureau received.
#include <fmt/format.h>

#include "rules_shared.hpp"

namespace anping::practice {
namespace {

ProjectId project_id(Circumstances const& with) { return {fmt::format("P{}-{:08}", with.today.year(), with.seq)}; }

// Of what both ways tell of a project.
template <class Described>
State begun(Described const& in, registry::InstitutionView const& institution, field::Date qualified_on,
            Circumstances const& with) {
    State state;
    state.id = project_id(with);
    state.institution = institution.id;
    state.enterprise = in.enterprise;
    state.region = in.region;
    state.authority = in.authority;
    state.statutory = in.statutory;
    state.scope = in.scope.code;
    state.scope_covered = institution.qualification.covers(in.scope);
    state.qualification_valid = institution.qualification.valid_on(qualified_on);
    return state;
}

template <class Described>
std::optional<Error> wrong_description(Described const& in, State const& state, std::string const& at,
                                       Circumstances const& with) {
    auto const* region = with.law.regions().find(in.region);
    if (region == nullptr || region->level != field::RegionLevel::county)
        return wrong_field(at + "/region", "region", "应为项目所在县（市、区）的代码").value();
    if (!with.law.regions().has_authority(in.region, in.authority))
        return wrong_field(at + "/authority", "authority", "该地没有这一监督管理部门").value();
    if (!known(with.law, state, "scopes", in.scope.code, with.today))
        return wrong_field(at + "/scope", "choice", "不是已知的业务范围").value();
    if (!known(with.law, state, "service_types", in.service_type.value, with.today))
        return wrong_field(at + "/service_type", "choice", "不是已知的服务类型").value();
    if (in.statutory && !known(with.law, state, "statutory_kinds", in.statutory_kind.value, with.today))
        return wrong_field(at + "/statutory_kind", "choice", "不是已知的法定项目种类").value();
    return std::nullopt;
}

// What a contract brings, whenever it is recorded.
template <class Signed>
void sign(State& state, Signed const& in, Parties const& parties) {
    state.leader = in.leader;
    state.signed_on = in.contract.signed_on;
    state.ends_on = in.contract.ends_on;
    state.noted["unit.branch"] = in.branch.has_value();
    if (parties.staffing) note_staffing(state.noted, "unit", *parties.staffing);
    if (in.risk) state.noted["risk.made_on"] = day(in.risk->made_on);
    if (in.terms) {
        state.noted["contract.stages"] = static_cast<std::int64_t>(in.terms->stages.size());
        state.noted["contract.permit_tied"] = in.terms->permit_tied;
    }
}

template <class Signed>
std::optional<Error> wrong_contract(Signed const& in, Parties const& parties, State const& state,
                                    Circumstances const& with) {
    if (!parties.leader || parties.leader->institution != parties.institution.id)
        return wrong_field("/leader", "person", "项目组组长应为本机构登记的人员").value();
    if (in.contract.ends_on < in.contract.signed_on)
        return wrong_field("/contract/ends_on", "order", "合同截止日不能早于签订日").value();
    if (in.contract.signed_on > with.today)
        return wrong_field("/contract/signed_on", "future", "签订日不能晚于今天").value();
    if (in.branch && !parties.branch_known) return wrong_field("/branch", "branch", "应为本机构登记的分支机构").value();
    if (in.risk && in.risk->made_on > with.today)
        return wrong_field("/risk/made_on", "future", "风险分析的日期不能晚于今天").value();
    for (std::size_t i = 0; in.terms && i < in.terms->stages.size(); ++i)
        if (!known(with.law, state, "construction_stages", in.terms->stages[i].value, with.today))
            return wrong_field(fmt::format("/terms/stages/{}", i), "choice", "不是已知的阶段").value();
    return std::nullopt;
}

struct Opened {
    State state;
    Judgement judgement;
};
Result<Opened> opened(OpenProject const& in, Parties const& parties, std::vector<Exhibit> const& files,
                      Circumstances const& with) {
    auto state = begun(in, parties.institution, in.contract.signed_on, with);
    state.planned_first_day = in.site_first_day;
    sign(state, in, parties);
    for (auto const& file : files) count(state, file, with.today);
    if (auto problem = wrong_description(in, state, "", with)) return unexpected<Error>(std::move(*problem));
    if (auto problem = wrong_contract(in, parties, state, with)) return unexpected<Error>(std::move(*problem));
    if (auto problem = unknown_kind(files, state, with)) return unexpected<Error>(std::move(*problem));
    auto judgement = judge(state, with, {"contract_upload", "prior_notice", "deliverables"});
    return Opened{std::move(state), std::move(judgement)};
}

ProjectOpened event_of(OpenProject const& in, Parties const& parties, Opened const& opened) {
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
    event.scope_covered = opened.state.scope_covered;
    event.qualification_valid = opened.state.qualification_valid;
    event.acknowledged = in.acknowledged;
    event.branch = in.branch;
    event.staffing = parties.staffing;
    event.risk = in.risk;
    event.terms = in.terms;
    event.noted = opened.state.noted;
    event.judgement = opened.judgement;
    return event;
}

// The event and, after it, its files; the flags stand once, in the last.
template <class E>
Events with_files(State const& state, E const& event, std::vector<Exhibit> const& files, Circumstances const& with) {
    Events out{ledger::event(state.id.text, event)};
    auto flags_only = event.judgement;
    flags_only.deadlines.clear();
    append(out, evidence_events(state, files, std::nullopt, flags_only, with.seq + 1));
    return out;
}

}  // namespace

Result<std::vector<ledger::Event>> open_project(OpenProject const& in, Parties const& parties,
                                                std::vector<Exhibit> const& files, Circumstances const& with) {
    auto const project = opened(in, parties, files, with);
    if (!project) return unexpected<Error>(project.error());
    return with_files(project->state, event_of(in, parties, *project), files, with);
}

Result<Judgement> preview_project(OpenProject const& in, Parties const& parties, std::vector<Exhibit> const& files,
                                  Circumstances const& with) {
    auto project = opened(in, parties, files, with);
    if (!project) return unexpected<Error>(std::move(project.error()));
    return std::move(project->judgement);
}

Result<std::pair<State, ledger::Event>> described_project(EnterNotice const& in, Parties const& parties,
                                                          Circumstances const& with) {
    auto const& described = *in.described;
    auto state = begun(described, parties.institution, in.received_on, with);
    state.planned_first_day = in.site_first_day;
    if (auto problem = wrong_description(described, state, "/described", with))
        return unexpected<Error>(std::move(*problem));
    ProjectNoticed event{described, in.site_first_day, state.scope_covered, state.qualification_valid};
    auto written = ledger::event(state.id.text, event);
    return std::pair{std::move(state), std::move(written)};
}

Result<std::vector<ledger::Event>> record_contract(RecordContract const& in, State state, Parties const& parties,
                                                   std::vector<Exhibit> const& files, Circumstances const& with) {
    if (state.stage == Stage::archived) return project_archived();
    if (state.signed_on && !in.reason) return wrong_field("/reason", "required", "变更合同须写明原因");
    state.qualification_valid = parties.institution.qualification.valid_on(in.contract.signed_on);
    State signed_now;
    sign(signed_now, in, parties);
    sign(state, in, parties);
    if (auto problem = wrong_contract(in, parties, state, with)) return unexpected<Error>(std::move(*problem));
    if (auto problem = unknown_kind(files, state, with)) return unexpected<Error>(std::move(*problem));
    for (auto const& file : files) count(state, file, with.today);
    ContractRecorded event;
    event.contract = in.contract;
    event.leader = in.leader;
    event.scope_covered = state.scope_covered;
    event.qualification_valid = state.qualification_valid;
    event.branch = in.branch;
    event.staffing = parties.staffing;
    event.risk = in.risk;
    event.terms = in.terms;
    event.reason = in.reason;
    event.noted = std::move(signed_now.noted);
    event.judgement = judge(state, with, {"contract_upload", "deliverables"});
    return with_files(state, event, files, with);
}

}  // namespace anping::practice
