// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/cases/bureau_counts.hpp>
#include <anping/cases/earlier.hpp>
#include <anping/cases/events.hpp>
#include <anping/cases/home_view.hpp>

namespace anping::cases {

struct CaseSummary {
    CaseId id;
    std::string title;
    registry::BureauId bureau;
    std::string bureau_name;
    CaseMode mode = CaseMode::here;
    CaseStage stage = CaseStage::open;
    std::optional<registry::InstitutionId> institution;
    std::string institution_name;  // "" where none is a party
    std::string party_name;        // the first unit it is against; "" where there are persons only
    std::int64_t parties = 0;
    std::optional<std::string> external_number;
    field::Date opened_on;
    std::optional<field::Date> decided_on;
    std::optional<field::Date> closed_on;
    std::optional<field::Date> due;        // the bureau's own next day of the law
    std::optional<Timestamp> due_at = {};  // its next instant, of what runs by the hour
    std::int64_t overdue = 0;              // of the bureau's own days
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(CaseSummary, (),
                      (id, title, bureau, bureau_name, mode, stage, institution, institution_name, party_name, parties,
                       external_number, opened_on, decided_on, closed_on, due, due_at, overdue, entry))

struct OfficerView {
    std::string name;
    std::string certificate;
};
BOOST_DESCRIBE_STRUCT(OfficerView, (), (name, certificate))

struct PartyView {
    PartyKind kind = PartyKind::institution;
    std::optional<std::string> id;
    std::string name;
    std::optional<std::string> credit_code;
    std::optional<std::string> address;
};
BOOST_DESCRIBE_STRUCT(PartyView, (), (kind, id, name, credit_code, address))

enum class LimitState { open, ended, suspended };
BOOST_DESCRIBE_ENUM(LimitState, open, ended, suspended)

struct LimitView {
    Limit limit;
    LimitState state = LimitState::open;
    std::int64_t step = 0;  // that set it; 0: the opening
    std::optional<field::Date> ended_on;
    std::optional<Timestamp> ended_at = {};  // of one that runs by the hour
    std::optional<std::int64_t> days_left;   // natural days; of one that is open
    bool overdue = false;                    // open and past, or kept too late
};
BOOST_DESCRIBE_STRUCT(LimitView, (), (limit, state, step, ended_on, ended_at, days_left, overdue))

struct StepView {
    std::int64_t number = 0;
    StepKind kind = StepKind::investigation;
    field::Date on;
    std::optional<Timestamp> at;
    std::optional<field::Date> until;
    std::optional<Timestamp> due_at;
    std::optional<field::Money> amount;
    std::optional<PaymentOf> pays;
    std::vector<Instalment> instalments;
    std::optional<std::string> to;     // the bureau's name
    std::optional<std::string> party;  // the name of whose own act it is
    std::optional<Imported> imported;
    std::string text;
    std::vector<OfficerView> officers;
    std::vector<Document> documents;
    std::vector<Remark> remarks;
    std::optional<PaperNoted> paper;
    Timestamp recorded_at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(StepView, (),
                      (number, kind, on, at, until, due_at, amount, pays, instalments, to, party, imported, text,
                       officers, documents, remarks, paper, recorded_at, entry))

struct DecisionView {
    field::Date on;
    bool elsewhere = false;
    std::string document;
    std::vector<Computation> conducts;
    std::vector<PenaltyGiven> penalties;
    std::vector<Required> required;
    std::string reasons;
    field::Money fines;
    field::Money paid;
    std::optional<field::Date> annulled_on;
};
BOOST_DESCRIBE_STRUCT(DecisionView, (),
                      (on, elsewhere, document, conducts, penalties, required, reasons, fines, paid, annulled_on))

struct SurchargeView {
    std::int64_t days = 0;
    field::Money amount;
    std::string arithmetic;
    std::optional<rulebook::Citation> clause;
};
BOOST_DESCRIBE_STRUCT(SurchargeView, (), (days, amount, arithmetic, clause))

// A permit that rests on a report of one of the case's projects.
struct RelianceView {
    std::string application;
    std::string title;
    std::string enterprise_name;
    std::optional<field::Date> handled_on;
    std::optional<std::string> outcome;
};
BOOST_DESCRIBE_STRUCT(RelianceView, (), (application, title, enterprise_name, handled_on, outcome))

struct CaseView {
    CaseSummary summary;
    std::optional<std::string> system;
    field::Date acted_on;
    bool harm = false;
    std::vector<std::string> conducts;
    std::vector<std::string> conduct_names;
    std::vector<PartyView> parties;
    std::vector<Source> sources;
    std::vector<std::string> projects;
    std::string text;
    std::vector<OfficerView> officers;
    std::vector<Document> documents;
    std::vector<Remark> remarks;
    std::vector<StepView> steps;
    std::vector<LimitView> limits;
    std::optional<DecisionView> decision;
    std::optional<SurchargeView> surcharge;
    std::vector<StepKind> next;
    std::vector<RelianceView> reliances;
    std::vector<HomeView> homes;
    std::int64_t earlier = 0;                        // of these, those for other facts
    std::vector<EarlierDecision> earlier_decisions;  // of the institution for false reports in the months before
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(CaseView, (),
                      (summary, system, acted_on, harm, conducts, conduct_names, parties, sources, projects, text,
                       officers, documents, remarks, steps, limits, decision, surcharge, next, reliances, homes,
                       earlier, earlier_decisions))

// A decision as it stands in the credit archive of an institution.
struct DecisionRow {
    CaseId id;
    registry::BureauId bureau;
    std::string bureau_name;
    registry::InstitutionId institution;
    std::string institution_name;
    std::string title;
    std::string document;
    field::Date decided_on;
    std::optional<field::Date> delivered_on;  // effective from then on
    std::optional<field::Date> published_on;
    std::optional<field::Date> annulled_on;
    std::vector<std::string> conducts;
    std::vector<std::string> conduct_names;
    std::vector<std::string> penalties;  // as the document says them
    std::string reasons;
    bool effective = false;
};
BOOST_DESCRIBE_STRUCT(DecisionRow, (),
                      (id, bureau, bureau_name, institution, institution_name, title, document, decided_on,
                       delivered_on, published_on, annulled_on, conducts, conduct_names, penalties, reasons, effective))

struct ModeView {
    CaseMode mode = CaseMode::here;
    std::optional<std::string> system;
};
BOOST_DESCRIBE_STRUCT(ModeView, (), (mode, system))

}  // namespace anping::cases
