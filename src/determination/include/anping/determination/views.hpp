// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <anping/determination/events.hpp>

namespace anping::determination {

// A situation that can be cited, as the law of the report's place has it.
struct Situation {
    ReportFault fault = ReportFault::untrue;
    std::string clause;
    std::string code;
    std::string name;
    bool binding = false;
    std::vector<Element> elements;
    rulebook::Citation citation;
};
BOOST_DESCRIBE_STRUCT(Situation, (), (fault, clause, code, name, binding, elements, citation))

struct DeterminationSummary {
    DeterminationId id;
    std::string title;  // of the report
    practice::ReportId report;
    registry::InstitutionId institution;
    std::string institution_name;
    registry::EnterpriseId enterprise;
    std::string enterprise_name;
    registry::BureauId bureau;
    std::string bureau_name;
    ReportFault fault = ReportFault::untrue;
    std::string situation_name;
    Stage stage = Stage::open;
    std::int64_t elements = 0;
    std::int64_t judged = 0;
    Timestamp opened_at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(DeterminationSummary, (),
                      (id, title, report, institution, institution_name, enterprise, enterprise_name, bureau,
                       bureau_name, fault, situation_name, stage, elements, judged, opened_at, entry))

struct ElementView {
    Element element;
    std::optional<Holds> holds;
    std::optional<std::string> facts;
    std::vector<Reference> evidence;
    std::optional<std::string> by;  // the officer's name
};
BOOST_DESCRIBE_STRUCT(ElementView, (), (element, holds, facts, evidence, by))

struct OpinionView {
    registry::ExpertId expert;
    std::string expert_name;
    Stance stance = Stance::unclear;
    std::string text;
    field::Date given_on;
};
BOOST_DESCRIBE_STRUCT(OpinionView, (), (expert, expert_name, stance, text, given_on))

struct AnswerView {
    std::string text;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(AnswerView, (), (text, at))

struct DeterminationView {
    DeterminationSummary summary;
    practice::ProjectId project;
    std::string why;
    std::vector<Reference> clues;
    rulebook::Citation citation;
    bool binding = false;
    std::vector<ElementView> elements;
    std::vector<OpinionView> opinions;
    std::optional<Timestamp> told_at;
    std::optional<rulebook::Deadline> answer_due;
    std::vector<AnswerView> answers;
    std::optional<std::string> reasons;  // of the decision
    std::optional<Timestamp> decided_at;
    std::optional<std::string> annulled;
    std::vector<std::string> in_the_way;  // of establishing it, for people
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(DeterminationView, (),
                      (summary, project, why, clues, citation, binding, elements, opinions, told_at, answer_due,
                       answers, reasons, decided_at, annulled, in_the_way, version))

}  // namespace anping::determination
