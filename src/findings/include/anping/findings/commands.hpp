// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/field/date.hpp>
#include <anping/findings/types.hpp>

namespace anping::findings {

// An officer's, about a report: on the same desk as those of screening.
struct EnterFinding {
    Told told = Told::tip;
    Text<5, 1000> words;                   // what is said or was seen
    std::optional<Text<1, 64>> reference;  // of the tip or the inspection
};
BOOST_DESCRIBE_STRUCT(EnterFinding, (), (told, words, reference))

struct AnswerFinding {
    Text<2, 4000> text;
};
BOOST_DESCRIBE_STRUCT(AnswerFinding, (), (text))

struct DecideFinding {
    Outcome outcome = Outcome::asked;
    Text<2, 2000> reason;  // or what is asked
};
BOOST_DESCRIBE_STRUCT(DecideFinding, (), (outcome, reason))

// The passage of a finding that begins at this place of the report.
struct JudgeFamily {
    FindingId finding;
    std::int64_t at = 0;
    Judged as = Judged::common;
    Text<2, 2000> reason;
};
BOOST_DESCRIBE_STRUCT(JudgeFamily, (), (finding, at, as, reason))

struct AskScreening {
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(AskScreening, (), (reason))

// What is seen of a project is kept from its institution (N-15) until its archive is sealed, this day has passed, or it
// is told earlier.
struct HoldBack {
    field::Date until;  // the last day
    Text<2, 1000> reason;
};
BOOST_DESCRIBE_STRUCT(HoldBack, (), (until, reason))

struct EndHold {
    Text<2, 1000> reason;
};
BOOST_DESCRIBE_STRUCT(EndHold, (), (reason))

}  // namespace anping::findings
