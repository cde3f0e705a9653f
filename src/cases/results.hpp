// SPDX-License-Identifier: Apache-2.0
// Rows of a sheet of the enforcement system, judged one after another. Pure but for what it is given to ask with.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <anping/cases/results.hpp>
#include <anping/documents/intake.hpp>
#include <anping/registry/sheet_preview.hpp>

#include "rules.hpp"

namespace anping::cases {

struct ResultRow {
    std::optional<Text<1, 64>> of;  // our number
    std::optional<Text<1, 100>> external_number;
    StepKind kind = StepKind::investigation;
    field::Date on;
    std::optional<Text<1, 20>> form;
    std::optional<Text<1, 100>> number;
    std::optional<Text<1, 40>> penalty;  // "fine unit": measure and on whom
    std::optional<Text<1, 100>> who;
    std::optional<Text<1, 30>> amount;  // in yuan
    std::optional<Text<2, 4000>> text;
};
BOOST_DESCRIBE_STRUCT(ResultRow, (), (of, external_number, kind, on, form, number, penalty, who, amount, text))

std::vector<documents::Field> result_fields();
// "12,345.60", "12345.6元"; nothing where it is no sum.
std::optional<field::Money> money_of(std::string text);

struct ResultsWith {
    Law law;
    ResultSheet const& sheet;
    // The asking bureau's own case of that number, or of that number of the system; nothing where there is none.
    std::function<std::optional<CaseId>(std::string const& number)> ours;
    std::function<std::optional<CaseId>(std::string const& number)> theirs;
    std::function<State(CaseId const&)> state;
    std::function<std::string(PartyNoted const&)> name_of;
    std::function<std::vector<Home>(State const&)> homes;
    // How a punished person's name is kept apart; a preview keeps none.
    std::function<ledger::Commitment(CaseId const&, std::string const& name)> keep;
};

struct ResultsJudged {
    std::vector<registry::SheetOutcome> outcomes;  // by row
    Events events;                                 // in the order of their days
};
ResultsJudged judge(documents::Intake const& taken, ResultsWith const& with);

// The state after a step or decision that is recorded and not read from the tables so far.
void go_on(State& state, StepRecorded step);
void go_on(State& state, DecisionMade made);

}  // namespace anping::cases
