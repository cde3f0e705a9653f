// SPDX-License-Identifier: Apache-2.0
#include "rules.hpp"

#include <algorithm>

#include <anping/findings/alarms.hpp>
#include <anping/rulebook/law.hpp>

#include "errors.hpp"
#include "excerpt.hpp"

namespace anping::findings {
namespace {

bool is_decided(FindingState state) { return state == FindingState::accepted || state == FindingState::dismissed; }

FindingState state_after(Outcome outcome) {
    switch (outcome) {
        case Outcome::asked: return FindingState::asked;
        case Outcome::accepted: return FindingState::accepted;
        case Outcome::dismissed: return FindingState::dismissed;
    }
    return FindingState::open;
}

Passage const* passage_at(State const& state, Evidence const& evidence, std::int64_t at) {
    if (!state.source) return nullptr;
    auto const source = std::ranges::find(evidence.sources, *state.source, &SourcePassages::report);
    if (source == evidence.sources.end()) return nullptr;
    auto const found = std::ranges::find(source->passages, at, &Passage::a_from);
    return found == source->passages.end() ? nullptr : &*found;
}

}  // namespace

Result<ledger::Event> enter(EnterFinding const& in, FindingId const& id, practice::FiledReport const& report,
                            json::object const* detectors) {
    FindingRaised out;
    out.finding.detector = std::string(kTold) + boost::describe::enum_to_string(in.told, "");
    if (rulebook::catalogue_item(detectors, out.finding.detector) == nullptr)
        return wrong_field("/told", "enum", "规则书没有这种来源的线索");
    out.report = report.id;
    out.project = report.project;
    out.institution = report.institution;
    out.region = report.target.region;
    out.authority = report.target.authority;
    out.finding.words = in.words.value;
    if (in.reference) out.finding.facts.push_back({"reference", in.reference->value});
    return ledger::event(id.text, out);
}

Result<ledger::Event> answer(AnswerFinding const& in, State const& state) {
    return ledger::event(state.id.text, FindingAnswered{in.text});
}

Result<ledger::Event> decide(DecideFinding const& in, State const& state) {
    if (in.outcome == Outcome::asked && state.state == FindingState::cured) return cured_already();
    if (in.outcome == Outcome::asked && is_decided(state.state)) return decided_already();
    if (state.held && in.outcome != Outcome::dismissed) return held_still();
    if (in.outcome != Outcome::asked && state_after(in.outcome) == state.state) return same_decision();
    return ledger::event(state.id.text, FindingDecided{in.outcome, in.reason});
}

Result<ledger::Event> hold_back(HoldBack const& in, HoldId const& id, practice::ProjectId const& project,
                                HoldState const& state, field::Date today, std::int64_t longest) {
    if (state.archived) return sealed_already();
    if (state.held) return held_already();
    if (in.until < today || in.until > today + static_cast<int>(longest)) return wrong_hold(longest);
    return ledger::event(id.text, HeldBack{project, in.until, in.reason});
}

Result<ledger::Event> hold_alarms_back(HoldBack const& in, HoldId const& id, registry::InstitutionId const& institution,
                                       bool held, field::Date today, std::int64_t longest) {
    if (held) return alarms_held_already();
    if (in.until < today || in.until > today + static_cast<int>(longest)) return wrong_hold(longest);
    return ledger::event(id.text, AlarmsHeldBack{institution, in.until, in.reason});
}

Result<ledger::Event> end_hold(EndHold const& in, HoldId const& id, bool ended) {
    if (ended) return hold_over();
    return ledger::event(id.text, HoldEnded{in.reason});
}

Result<ledger::Event> judge(JudgeFamily const& in, State const& state, Evidence const& evidence,
                            std::string const& text, FamilyId const& id) {
    auto const* passage = passage_at(state, evidence, in.at);
    if (passage == nullptr) return no_passage();
    auto wording = excerpt(text, passage->a_from, std::min(passage->a_to, passage->a_from + 4000));
    if (wording.empty()) return no_passage();
    return ledger::event(id.text, FamilyJudged{in.finding, in.as, state.institution, {std::move(wording)}, in.reason});
}

}  // namespace anping::findings
