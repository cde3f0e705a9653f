// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/licensing/types.hpp>

namespace anping::licensing {

struct ReceiveApplication {
    registry::EnterpriseId enterprise;
    PermitKind kind;
    Text<2, 200> title;
    field::Date received_on;
    std::optional<field::Date> accepted_on;
    std::vector<practice::ProjectId> projects;  // whose reports it rests on
};
BOOST_DESCRIBE_STRUCT(ReceiveApplication, (), (enterprise, kind, title, received_on, accepted_on, projects))

struct AcceptApplication {
    field::Date accepted_on;
};
BOOST_DESCRIBE_STRUCT(AcceptApplication, (), (accepted_on))

struct LinkReport {
    practice::ProjectId project;
};
BOOST_DESCRIBE_STRUCT(LinkReport, (), (project))

struct ReviewReport {
    practice::ProjectId project;
    ReviewResult result = ReviewResult::adequate;
    Text<2, 4000> opinion;
};
BOOST_DESCRIBE_STRUCT(ReviewReport, (), (project, result, opinion))

// To the institution, with a copy to the applicant.
struct DemandCorrection {
    practice::ProjectId project;
    std::vector<Text<2, 500>> items;
};
BOOST_DESCRIBE_STRUCT(DemandCorrection, (), (project, items))

// By the institution.
struct AnswerCorrection {
    std::int64_t number = 0;
    Text<2, 2000> answer;
};
BOOST_DESCRIBE_STRUCT(AnswerCorrection, (), (number, answer))

struct CloseCorrection {
    std::int64_t number = 0;
    Text<2, 1000> note;
};
BOOST_DESCRIBE_STRUCT(CloseCorrection, (), (number, note))

// Of the bureau's office meeting 部门办公会议.
struct PutOnAgenda {
    field::Date meeting_on;
};
BOOST_DESCRIBE_STRUCT(PutOnAgenda, (), (meeting_on))

struct Decide {
    Outcome outcome = Outcome::granted;
    field::Date decided_on;
    std::optional<Text<1, 60>> permit_number;
    Text<2, 4000> reasons;
};
BOOST_DESCRIBE_STRUCT(Decide, (), (outcome, decided_on, permit_number, reasons))

}  // namespace anping::licensing
