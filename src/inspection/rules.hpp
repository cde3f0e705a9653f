// SPDX-License-Identifier: Apache-2.0
// Decisions: state, command, day in; events or a refusal out. Pure.
#pragma once

#include <anping/access/identity.hpp>
#include <anping/base/result.hpp>
#include <anping/ledger/entry.hpp>
#include <anping/practice/projects.hpp>

#include "checklist.hpp"
#include "state.hpp"

namespace anping::inspection {

using Events = std::vector<ledger::Event>;
using Officers = std::vector<registry::OfficerView>;  // the bureau's, as they are on the day in question
using Exhibits = std::vector<practice::Exhibit>;

// What a plan is made from besides what was asked.
struct Grounds {
    InspectionId id;
    access::Principal const& who;
    Officers officers;         // on the first planned day
    bool institution = false;  // the one that is named is registered
    bool enterprise = false;
    bool experts = true;  // all of them are or were in a pool
    std::optional<practice::ProjectFacts> project = {};
    std::optional<DrawKnown> draw = {};  // the one the origin names
};
Result<Events> plan(PlanInspection const& in, Grounds const& with);
Result<Events> approve(ApproveInspection const& in, State const& state);
Result<Events> call_off(CallOffInspection const& in, State const& state);
// `officers` on the day of the visit; `draw` that the task comes from.
Result<Events> begin(BeginVisit const& in, State const& state, Officers const& officers, Book const& book,
                     field::Date today, std::optional<DrawKnown> const& draw = {});
// Who is sent though the draw sends others: a remark for whoever reads the inspection.
void warn_of_others(std::vector<Attending> const& sent, std::optional<DrawKnown> const& draw,
                    std::vector<Warning>& warnings);
Result<Events> answer_items(AnswerItems const& in, State const& state, std::vector<ItemExhibit> files);
Result<Events> find_problem(FindProblem const& in, State const& state, Book const& book, Exhibits files);
Result<Events> withdraw_problem(WithdrawProblem const& in, State const& state);
Result<Events> record_refusal(RecordRefusal const& in, State const& state, Exhibits files);
Result<Events> sign(SignResult const& in, State const& state, Officers const& officers, access::Principal const& who,
                    Exhibits files);
Result<Events> acknowledge(AcknowledgeResult const& in, State const& state);
Result<Events> close(CloseInspection const& in, State const& state, Book const& book);
Result<Events> make_statement(MakeStatement const& in, State const& state, Exhibits files);

struct OrderGrounds {
    OrderId id;
    access::Principal const& who;
    field::Date today;
    Book const& book;
    std::optional<State> inspection = {};  // the one that is named, of this bureau
    bool institution = false;
    bool enterprise = false;
    std::vector<std::optional<ledger::Commitment>> responsible = {};  // of each item
};
Result<Events> issue(IssueOrder in, OrderGrounds const& with);
Result<Events> give_proof(GiveProof const& in, OrderKnown const& state, Book const& book,
                          std::optional<ledger::Commitment> responsible, Exhibits files);
Result<Events> recheck(RecheckItem const& in, OrderKnown const& state, Officers const& officers, field::Date today,
                       Exhibits files);
Result<Events> extend(ExtendDeadline const& in, OrderKnown const& state);
Result<Events> withdraw(WithdrawOrder const& in, OrderKnown const& state);

// Those of the bureau's officers who are named, each once; an error names the field. `warnings` gets who may not
// enforce.
Result<std::vector<Attending>> attending(std::vector<registry::OfficerId> const& named, Officers const& officers,
                                         std::vector<Warning>& warnings);

}  // namespace anping::inspection
