// SPDX-License-Identifier: Apache-2.0
// What institution and enterprise settle with each other about the site.
#pragma once

#include <anping/practice/commands/opening.hpp>

namespace anping::practice {

// Views exchanged with the enterprise 与委托方交换意见.
struct ExchangeViews {
    Timestamp held_at;
    Text<1, 200> place;
    std::vector<registry::PersonId> members;
    Text<1, 500> enterprise_people;  // by office
    Text<2, 4000> content;
    Text<2, 2000> result;
    std::vector<AttachFile> files;
};
BOOST_DESCRIBE_STRUCT(ExchangeViews, (), (held_at, place, members, enterprise_people, content, result, files))

struct ProposeMeasures {
    std::vector<Measure> measures;
};
BOOST_DESCRIBE_STRUCT(ProposeMeasures, (), (measures))

// By the enterprise: whether a measure is adopted, and when it is done.
struct MeasureAnswer {
    std::int64_t number = 0;
    bool adopted = true;
    std::optional<field::Date> done_on;
    std::optional<Text<1, 1000>> note;
};
BOOST_DESCRIBE_STRUCT(MeasureAnswer, (), (number, adopted, done_on, note))
struct AnswerMeasures {
    std::vector<MeasureAnswer> answers;
    std::vector<AttachFile> files;  // proof
};
BOOST_DESCRIBE_STRUCT(AnswerMeasures, (), (answers, files))

// By the institution, on site again 整改复核.
struct MeasureCheck {
    std::int64_t number = 0;
    bool done = true;
    std::optional<Text<1, 1000>> note;
};
BOOST_DESCRIBE_STRUCT(MeasureCheck, (), (number, done, note))
struct RecheckMeasures {
    field::Date checked_on;
    std::vector<registry::PersonId> members;
    std::vector<MeasureCheck> checks;
    std::vector<AttachFile> files;
};
BOOST_DESCRIBE_STRUCT(RecheckMeasures, (), (checked_on, members, checks, files))

// By the enterprise in its own account (XJ-9): who was there, that its data is true, whom it sent.
struct ConfirmSite {
    bool people_match = true;
    std::optional<Text<2, 1000>> difference;  // where they do not
    bool data_true = true;                    // what it handed over is true, complete and stamped
    Text<1, 50> delegate;
    Text<1, 100> delegate_office;
    std::optional<Text<1, 1000>> note;
    std::vector<AttachFile> files;
};
BOOST_DESCRIBE_STRUCT(ConfirmSite, (), (people_match, difference, data_true, delegate, delegate_office, note, files))

// By the enterprise: that the report is of its project, for the bytes it read.
struct ConfirmReport {
    Text<64, 64> report_sm3;
    bool matches = true;
    std::optional<Text<1, 2000>> note;
};
BOOST_DESCRIBE_STRUCT(ConfirmReport, (), (report_sm3, matches, note))

// By a bureau, of a project under way, announced or not (XJ-13c).
struct RecordSpotCheck {
    field::Date checked_on;
    bool announced = false;
    bool team_on_site = true;  // found working there
    Text<2, 300> officers;
    Text<2, 4000> findings;
    std::vector<AttachFile> files;
};
BOOST_DESCRIBE_STRUCT(RecordSpotCheck, (), (checked_on, announced, team_on_site, officers, findings, files))

}  // namespace anping::practice
