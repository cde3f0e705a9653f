// SPDX-License-Identifier: Apache-2.0
// What a conduct costs by the law of its day and of the day of the decision, with the arithmetic a person can check.
// Pure. Nothing is adjusted: factors are named with their clause, the officer chooses and gives reasons.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <anping/base/codec.hpp>
#include <anping/base/result.hpp>
#include <anping/field/date.hpp>
#include <anping/field/money.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::cases {

enum class PenaltyStage { first, uncorrected, grave };
BOOST_DESCRIBE_ENUM(PenaltyStage, first, uncorrected, grave)

struct PenaltyFacts {
    Text<1, 60> conduct;  // code of the catalogue "penalty_conducts"
    field::Date acted_on;
    field::Date decided_on;                    // or the day it is asked for
    std::optional<field::Money> income;        // illegal; nothing: not established
    PenaltyStage stage = PenaltyStage::first;  // found; not corrected in time; grave
    std::int64_t persons = 0;                  // directly responsible
    std::vector<Text<1, 60>> factors;          // codes of "discretion_factors"
    std::int64_t earlier = 0;                  // penalties for false documents in the months before
    std::optional<field::Money> loss;          // direct economic
    std::int64_t deaths = 0;
    std::int64_t injured = 0;  // gravely
};
BOOST_DESCRIBE_STRUCT(PenaltyFacts, (),
                      (conduct, acted_on, decided_on, income, stage, persons, factors, earlier, loss, deaths, injured))

// One measure a clause has for the facts; a range for those of money, of one person where it is on persons.
struct Measure {
    std::string code;
    std::string name;
    std::string on;  // "unit", "persons"
    std::optional<field::Money> least;
    std::optional<field::Money> most;
    std::int64_t years = 0;
    bool optional = false;
    std::string condition;   // the case it is of, where a fact is not established
    std::string arithmetic;  // step by step
    std::string clause;
};
BOOST_DESCRIBE_STRUCT(Measure, (), (code, name, on, least, most, years, optional, condition, arithmetic, clause))

// What the law of one day says.
struct Reading {
    field::Date day;
    std::vector<rulebook::Citation> clauses;  // none: no clause of the books governs that day
    bool prices = false;                      // all of them bind
    std::vector<Measure> measures;
};
BOOST_DESCRIBE_STRUCT(Reading, (), (day, clauses, prices, measures))

enum class Choice { same, act, decision, none };
BOOST_DESCRIBE_ENUM(Choice, same, act, decision, none)

// A step of the procedure the measures ask for.
struct Required {
    std::string what;  // "hearing", "legal_review", "discussion"
    bool due = false;
    bool binding = false;  // else it is only advised
    std::string why;
    std::optional<rulebook::Citation> clause;
};
BOOST_DESCRIBE_STRUCT(Required, (), (what, due, binding, why, clause))

struct Trigger {
    std::string code;
    std::string text;
    bool binding = false;
    std::string clause;
};
BOOST_DESCRIBE_STRUCT(Trigger, (), (code, text, binding, clause))

struct Factor {
    std::string code;
    std::string name;
    std::string effect;
    std::string source;
    bool binding = false;
};
BOOST_DESCRIBE_STRUCT(Factor, (), (code, name, effect, source, binding))

struct Computation {
    PenaltyFacts facts;
    std::string conduct_name;
    Reading at_act;
    Reading at_decision;
    Choice applies = Choice::none;
    std::string comparison;  // why that law, in words
    bool prices = false;
    std::string why_not;             // why it may not price
    std::vector<Measure> measures;   // of the law that applies
    std::vector<Required> required;  // by the most the measures may come to
    std::vector<Trigger> triggers;   // towards the police
    std::vector<Factor> factors;
    std::string law;  // digest of the books
};
BOOST_DESCRIBE_STRUCT(Computation, (),
                      (facts, conduct_name, at_act, at_decision, applies, comparison, prices, why_not, measures,
                       required, triggers, factors, law))

// An error names the field: a conduct or factor nobody knows, a decision before the act.
Result<Computation> compute(PenaltyFacts const& facts, rulebook::Law const& law, rulebook::Place const& place);

// A measure as it was chosen. Of money: the amount.
struct Chosen {
    std::string code;
    std::string on;
    std::optional<field::Money> amount;
};
// What measures ask of the procedure on the day of the decision.
std::vector<Required> required_for(std::vector<Chosen> const& measures, rulebook::Law const& law,
                                   rulebook::Place const& place, field::Date day);

std::string yuan(field::Money money);  // "30000元", "1234.56元"

}  // namespace anping::cases
