// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <anping/determination/types.hpp>

namespace anping::determination {

// Evidence: a finding, an inspection, a document; `id` is the platform's where it has one.
struct Reference {
    Text<1, 40> kind;
    Text<0, 60> id;
    Text<1, 300> text;
};
BOOST_DESCRIBE_STRUCT(Reference, (), (kind, id, text))

struct OpenDetermination {
    practice::ReportId report;
    ReportFault fault = ReportFault::untrue;
    Text<1, 80> clause;  // whose situation it is: "CN-99-1"
    Text<1, 40> situation;
    Text<2, 1000> why;  // this one, where others could be cited as well
    std::vector<Reference> clues;
};
BOOST_DESCRIBE_STRUCT(OpenDetermination, (), (report, fault, clause, situation, why, clues))

struct JudgeElement {
    Text<1, 40> element;
    Holds holds = Holds::yes;
    Text<2, 2000> facts;
    std::vector<Reference> evidence;
};
BOOST_DESCRIBE_STRUCT(JudgeElement, (), (element, holds, facts, evidence))

struct AttachOpinion {
    registry::ExpertId expert;
    Stance stance = Stance::unclear;
    Text<2, 4000> text;
    field::Date given_on;
};
BOOST_DESCRIBE_STRUCT(AttachOpinion, (), (expert, stance, text, given_on))

struct AnswerDetermination {
    Text<2, 8000> text;
};
BOOST_DESCRIBE_STRUCT(AnswerDetermination, (), (text))

struct Decide {
    bool established = false;
    Text<2, 4000> reasons;
};
BOOST_DESCRIBE_STRUCT(Decide, (), (established, reasons))

struct Annul {
    Text<2, 2000> reason;
};
BOOST_DESCRIBE_STRUCT(Annul, (), (reason))

}  // namespace anping::determination
