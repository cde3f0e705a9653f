// SPDX-License-Identifier: Apache-2.0
// Decisions: state, command, law and day in; events or a refusal with its clause out. Pure.
#pragma once

#include <string>
#include <vector>

#include <anping/base/result.hpp>
#include <anping/ledger/entry.hpp>
#include <anping/practice/events.hpp>
#include <anping/registry/views.hpp>

#include "state.hpp"

namespace anping::practice {

// What every decision is made with. `seq` numbers the first event of the change: ids are made from it.
struct Circumstances {
    rulebook::Law const& law;
    Timestamp now;
    field::Date today;
    std::int64_t seq = 0;
    std::string account;
};

// The facts clauses may name, as they stand in this state on this day.
json::object facts(State const& state, rulebook::Law const& law, field::Date today);
// How a unit or a team ("unit", "team") fills the staffing table, among the facts.
void note_staffing(Noted& noted, std::string const& whose, registry::Staffing const& staffing);
// The catalogue of the project's region has this item.
bool known(rulebook::Law const& law, State const& state, char const* catalogue, std::string const& code,
           field::Date act);
// All watches on the facts, and the given duties.
Judgement judge(State const& state, Circumstances const& with, std::vector<std::string> const& duties);

// The reviews the region's book asks for before publication, in their order, in the template of the service.
std::vector<ReviewStep> review_steps(rulebook::Law const& law, rulebook::Place const& place, field::Date act,
                                     std::string const& service_type);

struct Parties {
    registry::InstitutionView institution;
    registry::EnterpriseView enterprise;
    std::optional<registry::PersonView> leader;
    bool branch_known = false;                   // the one named is the institution's
    std::optional<registry::Staffing> staffing;  // of who signs
};

// Those of the people a command names who are registered.
using People = std::vector<registry::PersonView>;

Result<std::vector<ledger::Event>> open_project(OpenProject const& in, Parties const& parties,
                                                std::vector<Exhibit> const& files, Circumstances const& with);
// What open_project would flag and set, without recording anything.
Result<Judgement> preview_project(OpenProject const& in, Parties const& parties, std::vector<Exhibit> const& files,
                                  Circumstances const& with);
Result<std::vector<ledger::Event>> record_contract(RecordContract const& in, State state, Parties const& parties,
                                                   std::vector<Exhibit> const& files, Circumstances const& with);
// What a team is made of, as the registry has it.
struct TeamParts {
    People people;                                      // those of leader and members who are registered
    std::vector<registry::InstrumentView> instruments;  // those registered
    std::optional<registry::Staffing> staffing;
    std::vector<ledger::Commitment> expert_names;   // in the order of the command
    std::vector<registry::ExpertId> unlisted = {};  // said to be in a pool, and are in none
};
Result<std::vector<ledger::Event>> form_team(FormTeam const& in, State state, TeamParts const& parts,
                                             Circumstances const& with);
// Whether a change of this kind ("leader", "members") asks for a new notice in the project's region, and the facts
// that then say so, until there is one.
bool is_material(State const& state, Circumstances const& with, std::string const& code);
void note_renewal(Noted& noted, std::string const& why);
// Who to call and, where a notice names people that are not registered, who comes; kept apart already.
struct NoticeContacts {
    ledger::Commitment contact;
    ledger::Commitment phone;
    ledger::Commitment people = {};
};
// The id the notice of this change will have.
NoticeId notice_id(std::int64_t seq);

Result<std::vector<ledger::Event>> file_notice(FileNotice const& in, State state, People const& people,
                                               NoticeContacts const& contacts, Circumstances const& with);
// `state` is the project's where it is known; `parties` those of the described one where it is not.
Result<std::vector<ledger::Event>> enter_notice(EnterNotice const& in, std::optional<State> state,
                                                std::optional<Parties> const& parties, registry::BureauId const& bureau,
                                                NoticeContacts const& contacts, std::vector<Exhibit> const& files,
                                                Circumstances const& with);
// The contacts that change, kept apart already.
struct AmendedContacts {
    std::optional<ledger::Commitment> contact;
    std::optional<ledger::Commitment> phone;
};
Result<std::vector<ledger::Event>> amend_notice(AmendNotice const& in, State state, People const& people,
                                                AmendedContacts const& contacts, Circumstances const& with);
Result<std::vector<ledger::Event>> record_survey(RecordSurvey const& in, State state, People const& people,
                                                 std::vector<Exhibit> const& files, Circumstances const& with);
Result<std::vector<ledger::Event>> exchange_views(ExchangeViews const& in, State state, People const& people,
                                                  std::vector<Exhibit> const& files, Circumstances const& with);
Result<std::vector<ledger::Event>> propose_measures(ProposeMeasures const& in, State state, Circumstances const& with);
Result<std::vector<ledger::Event>> answer_measures(AnswerMeasures const& in, State state,
                                                   std::vector<Exhibit> const& files, Circumstances const& with);
Result<std::vector<ledger::Event>> recheck_measures(RecheckMeasures const& in, State state, People const& people,
                                                    std::vector<Exhibit> const& files, Circumstances const& with);
Result<std::vector<ledger::Event>> confirm_site(ConfirmSite const& in, State state, ledger::Commitment const& delegate,
                                                std::vector<Exhibit> const& files, Circumstances const& with);
Result<std::vector<ledger::Event>> record_spot_check(RecordSpotCheck const& in, State state,
                                                     registry::BureauId const& bureau,
                                                     std::vector<Exhibit> const& files, Circumstances const& with);
Result<std::vector<ledger::Event>> confirm_report(ConfirmReport const& in, State state, Circumstances const& with);
Result<std::vector<ledger::Event>> attach_evidence(State state, std::vector<Exhibit> const& files, bool of_institution,
                                                   Circumstances const& with);
// Nothing but scans of the contract and invoices.
Result<std::vector<ledger::Event>> attach_contract_files(State state, std::vector<Exhibit> const& files,
                                                         Circumstances const& with);
Result<std::vector<ledger::Event>> file_report(FileReport const& in, State state, People const& people,
                                               Exhibit const& file, Circumstances const& with);
// The institution's own rule, or by default what the gate "report_publication" of the place says (XJ-4b, design).
ProcessRule process_rule(std::optional<ProcessRule> const& own, rulebook::Law const& law, rulebook::Place const& place,
                         field::Date act);
Result<std::vector<ledger::Event>> set_process_rule(SetProcessRule const& in, registry::InstitutionId const& of);
// What a reviewer's own key signs: docs/formats/confirmation.md.
std::string confirmation_statement(SignReview const& in, State const& state, std::string const& account);
// `signed_with` is nothing or a signature that was checked against that statement.
Result<std::vector<ledger::Event>> sign_review(SignReview const& in, State const& state,
                                               std::optional<access::SignedWith> const& signed_with,
                                               Circumstances const& with);
Result<std::vector<ledger::Event>> give_opinions(GiveOpinions const& in, State const& state, Circumstances const& with);
Result<std::vector<ledger::Event>> answer_opinions(AnswerOpinions const& in, State const& state);
Result<std::vector<ledger::Event>> withdraw_report(WithdrawReport const& in, State state, Circumstances const& with);
Result<std::vector<ledger::Event>> publish_report(PublishReport const& in, State state, Circumstances const& with);
Result<std::vector<ledger::Event>> archive_project(State const& state);

// `website` is the institution's, as registered.
Result<std::vector<ledger::Event>> record_disclosure(RecordDisclosure const& in, State state,
                                                     std::optional<std::string> const& website,
                                                     Circumstances const& with);
Result<std::vector<ledger::Event>> withdraw_disclosure(WithdrawDisclosure const& in, State state,
                                                       Circumstances const& with);
Result<std::vector<ledger::Event>> record_sighting(RecordSighting const& in, State state, Looker by,
                                                   Circumstances const& with);
Result<std::vector<ledger::Event>> record_check(std::string const& url, Found const& found, Timestamp seen_at,
                                                State state, Circumstances const& with);

Result<std::vector<ledger::Event>> publish_copy(PublishCopy const& in, State const& state, Exhibit const& file,
                                                std::vector<ledger::Commitment> const& commitments,
                                                Circumstances const& with);
// What is committed to of a covered part: canonical JSON.
std::string covered_text(Redaction const& redaction, std::string const& report_sm3);
Result<std::vector<ledger::Event>> withdraw_copy(WithdrawCopy const& in, State const& state);
// The first application decides since when the report should be public.
ledger::Event relied_on(std::string const& application, field::Date applied_on, State state, Circumstances const& with);

// The first of `named` who is not registered with the institution, as the problem to answer with.
std::optional<Error> stranger_among(std::vector<registry::PersonId> const& named, People const& people,
                                    State const& state, std::string const& pointer);

// The bureaus a notice goes to at once: the region's book names the levels ("province", "county").
std::vector<Addressee> addressees(State const& state, std::int64_t notice_seq, Circumstances const& with);

}  // namespace anping::practice
