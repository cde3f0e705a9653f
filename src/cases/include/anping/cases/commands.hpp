// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/cases/penalty.hpp>
#include <anping/cases/types.hpp>
#include <anping/field/identifiers.hpp>

namespace anping::cases {

struct OfficerGiven {
    Text<1, 60> name;
    Text<1, 60> certificate;  // 执法证号
};
BOOST_DESCRIBE_STRUCT(OfficerGiven, (), (name, certificate))

struct DocumentGiven {
    Text<1, 20> kind;  // "A34": number of the list of forms
    Text<1, 100> number;
    std::optional<Text<1, 64>> upload;  // the sender's own
};
BOOST_DESCRIBE_STRUCT(DocumentGiven, (), (kind, number, upload))

struct PartyGiven {
    PartyKind kind = PartyKind::institution;
    std::optional<Text<1, 64>> id;  // of the register, where it is there
    Text<1, 100> name;
    // Of a unit that is in no register, as far as they are known.
    std::optional<field::CreditCode> credit_code = {};
    std::optional<Text<1, 200>> address = {};
};
BOOST_DESCRIBE_STRUCT(PartyGiven, (), (kind, id, name, credit_code, address))

struct SetMode {
    CaseMode mode = CaseMode::here;
    std::optional<Text<1, 100>> system;  // how the enforcement system is called
};
BOOST_DESCRIBE_STRUCT(SetMode, (), (mode, system))

struct OpenCase {
    Text<2, 200> title;
    field::Date opened_on;
    field::Date acted_on;  // when the conduct ended
    bool harm = false;     // endangered life or health and did harm
    std::vector<Text<1, 60>> conducts;
    std::vector<PartyGiven> parties;
    std::vector<Source> sources;
    std::vector<Text<1, 64>> projects;  // whose reports it is about
    Text<2, 4000> summary;
    std::vector<OfficerGiven> officers;
    std::vector<DocumentGiven> documents;
    std::optional<Text<1, 100>> external_number;
};
BOOST_DESCRIBE_STRUCT(OpenCase, (),
                      (title, opened_on, acted_on, harm, conducts, parties, sources, projects, summary, officers,
                       documents, external_number))

// A document of the case made here, by its id; its delivery, by the entry.
struct PaperGiven {
    Text<1, 64> document;
    std::optional<std::int64_t> delivery;
};
BOOST_DESCRIBE_STRUCT(PaperGiven, (), (document, delivery))

struct RecordStep {
    StepKind kind = StepKind::investigation;
    field::Date on;
    std::optional<Timestamp> at;       // of what runs by the hour
    std::optional<field::Date> until;  // hearing's day; end of an extension
    std::optional<field::Money> amount;
    std::optional<PaymentOf> pays;  // else the fine
    std::vector<Instalment> instalments;
    std::optional<registry::BureauId> to;  // referred
    std::optional<Text<1, 100>> external_number;
    Text<2, 4000> text;
    std::vector<OfficerGiven> officers;
    std::vector<DocumentGiven> documents;
    std::optional<PaperGiven> paper;  // it rests on
};
BOOST_DESCRIBE_STRUCT(RecordStep, (),
                      (kind, on, at, until, amount, pays, instalments, to, external_number, text, officers, documents,
                       paper))

// The party's own statement 陈述申辩, or its request for a hearing.
struct AnswerNotice {
    bool hearing = false;
    Text<2, 4000> text;
    std::vector<DocumentGiven> documents;
};
BOOST_DESCRIBE_STRUCT(AnswerNotice, (), (hearing, text, documents))

// What one party has to bear, of one of the conducts.
struct PenaltyGiven {
    std::int64_t count = 1;  // of the conducts below, from 1
    Text<1, 30> code;        // of the measure
    Text<1, 20> on;          // "unit", "persons"
    Text<1, 100> who;        // the unit, or how the document names the person
    std::optional<field::Money> amount;
};
BOOST_DESCRIBE_STRUCT(PenaltyGiven, (), (count, code, on, who, amount))

struct MakeDecision {
    field::Date on;
    Text<1, 100> number;  // of the document
    std::vector<PenaltyFacts> conducts;
    std::vector<PenaltyGiven> penalties;
    Text<2, 4000> reasons;
    std::vector<OfficerGiven> officers;
    std::vector<DocumentGiven> documents;
};
BOOST_DESCRIBE_STRUCT(MakeDecision, (), (on, number, conducts, penalties, reasons, officers, documents))

// A permit that rested on a report the case found untrue or false.
struct HandleReliance {
    Text<1, 64> application;
    field::Date on;
    Text<2, 1000> outcome;
};
BOOST_DESCRIBE_STRUCT(HandleReliance, (), (application, on, outcome))

}  // namespace anping::cases
