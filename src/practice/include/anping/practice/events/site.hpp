// SPDX-License-Identifier: Apache-2.0
// What institution and enterprise settled with each other about the site.
#pragma once

#include <anping/practice/events/opening.hpp>

namespace anping::practice {

struct ViewsExchanged {
    static constexpr char const* kType = "practice.views_exchanged";
    static constexpr std::int64_t kVersion = 1;
    Timestamp held_at;
    Text<1, 200> place;
    std::vector<registry::PersonId> members;
    Text<1, 500> enterprise_people;
    Text<2, 4000> content;
    Text<2, 2000> result;
    Noted noted;
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(ViewsExchanged, (),
                      (held_at, place, members, enterprise_people, content, result, noted, judgement))

// Numbered within the project, from `first` on.
struct MeasuresProposed {
    static constexpr char const* kType = "practice.measures_proposed";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t first = 1;
    std::vector<Measure> measures;
    Noted noted;
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(MeasuresProposed, (), (first, measures, noted, judgement))

struct MeasuresAnswered {
    static constexpr char const* kType = "practice.measures_answered";
    static constexpr std::int64_t kVersion = 1;
    std::vector<MeasureAnswer> answers;
    Noted noted;
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(MeasuresAnswered, (), (answers, noted, judgement))

struct MeasuresRechecked {
    static constexpr char const* kType = "practice.measures_rechecked";
    static constexpr std::int64_t kVersion = 1;
    field::Date checked_on;
    std::vector<registry::PersonId> members;
    std::vector<MeasureCheck> checks;
    Noted noted;
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(MeasuresRechecked, (), (checked_on, members, checks, noted, judgement))

struct SiteConfirmed {
    static constexpr char const* kType = "practice.site_confirmed";
    static constexpr std::int64_t kVersion = 1;
    bool people_match = true;
    std::optional<Text<2, 1000>> difference;
    bool data_true = true;
    ledger::Commitment delegate;
    Text<1, 100> delegate_office;
    std::optional<Text<1, 1000>> note;
    Noted noted;
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(SiteConfirmed, (),
                      (people_match, difference, data_true, delegate, delegate_office, note, noted, judgement))

struct ReportConfirmed {
    static constexpr char const* kType = "practice.report_confirmed";
    static constexpr std::int64_t kVersion = 1;
    ReportId report;
    std::string report_sm3;
    bool matches = true;
    std::optional<Text<1, 2000>> note;
    Noted noted;
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(ReportConfirmed, (), (report, report_sm3, matches, note, noted, judgement))

struct SpotChecked {
    static constexpr char const* kType = "practice.spot_checked";
    static constexpr std::int64_t kVersion = 1;
    registry::BureauId bureau;
    field::Date checked_on;
    bool announced = false;
    bool team_on_site = true;
    Text<2, 300> officers;
    Text<2, 4000> findings;
    Noted noted;
    Judgement judgement;
};
BOOST_DESCRIBE_STRUCT(SpotChecked, (),
                      (bureau, checked_on, announced, team_on_site, officers, findings, noted, judgement))

}  // namespace anping::practice
