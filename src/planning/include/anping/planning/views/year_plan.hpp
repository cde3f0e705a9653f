// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include <anping/planning/events/year_plan.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::planning {

struct YearPlanSummary {
    YearPlanId id;
    registry::BureauId bureau;
    std::string bureau_name;
    std::int64_t year = 0;
    std::string title;
    YearPlanStage stage = YearPlanStage::written;
    std::int64_t institutions = 0;
    std::int64_t visits = 0;
    Timestamp written_at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(YearPlanSummary, (),
                      (id, bureau, bureau_name, year, title, stage, institutions, visits, written_at, entry))

struct PlannedView {
    PlannedVisits visits;
    std::string name;
    std::int64_t done = 0;  // of that kind, in the year so far
};
BOOST_DESCRIBE_STRUCT(PlannedView, (), (visits, name, done))

struct YearPlanAct {
    std::string what;  // "立定", "批准", "变更"
    std::string by;    // the officer's name
    Timestamp at;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(YearPlanAct, (), (what, by, at, reason))

struct YearPlanView {
    YearPlanSummary summary;
    std::string basis;
    std::vector<PlannedView> items;
    std::vector<SettingShare> shares;
    std::vector<YearPlanAct> acts;
    bool yours_to_approve = false;  // somebody else wrote or changed it last
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(YearPlanView, (), (summary, basis, items, shares, acts, yours_to_approve, version))

struct SuggestionReason {
    std::string text;
    std::int64_t times = 1;
    rulebook::Citation citation;
};
BOOST_DESCRIBE_STRUCT(SuggestionReason, (), (text, times, citation))

// How often somebody should be looked at in a year: the most that any reason asks for.
struct Suggestion {
    registry::InstitutionId institution;
    std::string name;
    std::int64_t times = 1;
    std::vector<SuggestionReason> reasons;
};
BOOST_DESCRIBE_STRUCT(Suggestion, (), (institution, name, times, reasons))

struct CoveredBy {
    Coverage kind = Coverage::site;
    field::Date day;
    std::string bureau_name;
    std::string reference;  // what it was, for people
    bool own = true;        // of the asker's bureau
};
BOOST_DESCRIBE_STRUCT(CoveredBy, (), (kind, day, bureau_name, reference, own))

struct CoverageRow {
    registry::InstitutionId institution;
    std::string name;
    bool local = false;
    bool served = false;
    std::int64_t planned = 0;
    bool key_listed = false;
    std::vector<CoveredBy> by;
    bool covered = false;
    bool over_cap = false;  // more visits on site than the place's cap
};
BOOST_DESCRIBE_STRUCT(CoverageRow, (), (institution, name, local, served, planned, key_listed, by, covered, over_cap))

// What a bureau below covered, in numbers.
struct BureauCoverage {
    registry::BureauId bureau;
    std::string bureau_name;
    std::int64_t institutions = 0;
    std::int64_t covered = 0;
    std::int64_t over_cap = 0;
};
BOOST_DESCRIBE_STRUCT(BureauCoverage, (), (bureau, bureau_name, institutions, covered, over_cap))

struct CoverageView {
    std::string bureau_name;  // whose
    field::Date from;
    field::Date to;
    std::vector<CoverageRow> rows;
    std::int64_t covered = 0;
    std::optional<std::int64_t> cap;
    std::optional<rulebook::Citation> citation;  // that asks for it
};
BOOST_DESCRIBE_STRUCT(CoverageView, (), (bureau_name, from, to, rows, covered, cap, citation))

// Who set the share: the plan of the year, else the clause of the place, else nobody.
enum class ShareSource { plan, law, none };
BOOST_DESCRIBE_ENUM(ShareSource, plan, law, none)

// Of one setting in the year so far, counted by institution.
struct SettingProportion {
    InspectionSetting setting = InspectionSetting::daily;
    std::string focus;  // what the clause asks to look at there
    ShareSource source = ShareSource::none;
    std::optional<std::int64_t> percent;
    std::string reason;  // of the plan's
    std::int64_t wanted = 0;
    std::int64_t done = 0;
    std::int64_t gap = 0;
};
BOOST_DESCRIBE_STRUCT(SettingProportion, (), (setting, focus, source, percent, reason, wanted, done, gap))

struct ProportionsView {
    std::int64_t year = 0;
    std::int64_t institutions = 0;  // registered at the place or serving there this year
    std::vector<SettingProportion> rows;
    std::optional<YearPlanId> plan;
    bool approved = false;                       // the plan, as it stands now
    std::optional<rulebook::Citation> citation;  // that asks for proportions
};
BOOST_DESCRIBE_STRUCT(ProportionsView, (), (year, institutions, rows, plan, approved, citation))

}  // namespace anping::planning
