// SPDX-License-Identifier: Apache-2.0
// What can happen to a case. Names of people are kept apart; the entry has what proves them.
#pragma once

#include <anping/cases/commands.hpp>
#include <anping/ledger/personal.hpp>

namespace anping::cases {

struct OfficerNoted {
    std::string certificate;
    ledger::Commitment name;
};
BOOST_DESCRIBE_STRUCT(OfficerNoted, (), (certificate, name))

struct PartyNoted {
    PartyKind kind = PartyKind::institution;
    std::optional<std::string> id;
    std::optional<std::string> name;  // of a unit that is in no register
    std::optional<ledger::Commitment> person;
    std::optional<std::string> credit_code = {};
    std::optional<std::string> address = {};
};
BOOST_DESCRIBE_STRUCT(PartyNoted, (), (kind, id, name, person, credit_code, address))

// A penalty as the entry has it: a unit by its name, a person by what proves the name.
struct PenaltyNoted {
    std::int64_t count = 1;
    std::string code;
    std::string on;
    std::optional<std::string> who;
    std::optional<ledger::Commitment> person;
    std::optional<field::Money> amount;
};
BOOST_DESCRIBE_STRUCT(PenaltyNoted, (), (count, code, on, who, person, amount))

// Its subject is the bureau.
struct ModeSet {
    static constexpr char const* kType = "cases.mode_set";
    static constexpr std::int64_t kVersion = 1;
    CaseMode mode = CaseMode::here;
    std::optional<std::string> system;
};
BOOST_DESCRIBE_STRUCT(ModeSet, (), (mode, system))

struct CaseOpened {
    static constexpr char const* kType = "cases.case_opened";
    static constexpr std::int64_t kVersion = 1;
    registry::BureauId bureau;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    CaseMode mode = CaseMode::here;
    std::optional<std::string> system;
    std::optional<std::string> external_number;
    std::string title;
    field::Date opened_on;
    field::Date acted_on;
    bool harm = false;
    std::vector<std::string> conducts;
    std::vector<PartyNoted> parties;
    std::vector<Source> sources;
    std::vector<std::string> projects;
    std::string summary;
    std::vector<OfficerNoted> officers;
    std::vector<Document> documents;
    std::vector<Limit> limits;
    std::vector<Remark> remarks;
};
BOOST_DESCRIBE_STRUCT(CaseOpened, (),
                      (bureau, region, authority, mode, system, external_number, title, opened_on, acted_on, harm,
                       conducts, parties, sources, projects, summary, officers, documents, limits, remarks))

struct StepRecorded {
    static constexpr char const* kType = "cases.step_recorded";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t number = 1;
    StepKind kind = StepKind::investigation;
    field::Date on;
    std::optional<Timestamp> at;
    std::optional<field::Date> until;
    std::optional<field::Money> amount;
    std::optional<PaymentOf> pays;
    std::vector<Instalment> instalments;
    std::optional<registry::BureauId> to;
    std::optional<std::string> external_number;
    std::optional<std::string> party;  // whose own act it is
    std::optional<Imported> imported;
    std::string text;
    std::vector<OfficerNoted> officers;
    std::vector<Document> documents;
    std::optional<Timestamp> due_at;  // what runs by the hour from here
    std::vector<Limit> limits;        // days of the law that run from here
    std::vector<std::string> ends;    // duties whose day this keeps, or makes idle
    std::vector<Remark> remarks;
    std::optional<PaperNoted> paper;
};
BOOST_DESCRIBE_STRUCT(StepRecorded, (),
                      (number, kind, on, at, until, amount, pays, instalments, to, external_number, party, imported,
                       text, officers, documents, due_at, limits, ends, remarks, paper))

struct DecisionMade {
    static constexpr char const* kType = "cases.decision_made";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t number = 1;  // of the step
    field::Date on;
    bool elsewhere = false;  // recorded from the enforcement system
    std::string document;
    std::vector<Computation> conducts;
    std::vector<PenaltyNoted> penalties;
    std::vector<Required> required;
    std::string reasons;
    std::optional<Imported> imported;
    std::vector<OfficerNoted> officers;
    std::vector<Document> documents;
    std::vector<Limit> limits;
    std::vector<std::string> ends;
    std::vector<Remark> remarks;
};
BOOST_DESCRIBE_STRUCT(DecisionMade, (),
                      (number, on, elsewhere, document, conducts, penalties, required, reasons, imported, officers,
                       documents, limits, ends, remarks))

struct RelianceHandled {
    static constexpr char const* kType = "cases.reliance_handled";
    static constexpr std::int64_t kVersion = 1;
    std::string application;
    field::Date on;
    std::string outcome;
};
BOOST_DESCRIBE_STRUCT(RelianceHandled, (), (application, on, outcome))

}  // namespace anping::cases
