// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/field/date.hpp>
#include <anping/findings/events.hpp>
#include <anping/findings/evidence.hpp>
#include <anping/findings/exhibit.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::findings {

// What an institution may not know of another's report is left out: names, project and text beyond the passage.
struct SourceView {
    practice::ReportId report;
    std::optional<practice::ProjectId> project;
    std::string title;
    std::string institution_name;
    std::string enterprise_name;
    Timestamp filed_at;
    forensics::Bond bond = forensics::Bond::other;
    std::int64_t shared = 0;
    std::int64_t passages = 0;
};
BOOST_DESCRIBE_STRUCT(SourceView, (),
                      (report, project, title, institution_name, enterprise_name, filed_at, bond, shared, passages))

struct ActView {
    std::string kind;  // "answered", "cured", or an Outcome
    std::string text;
    std::string unit_name;
    Timestamp at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(ActView, (), (kind, text, unit_name, at, entry))

// How often a detector's findings were dismissed, of those decided.
struct Record {
    std::string detector;
    std::string name;  // in Chinese
    std::int64_t raised = 0;
    std::int64_t accepted = 0;
    std::int64_t dismissed = 0;
};
BOOST_DESCRIBE_STRUCT(Record, (), (detector, name, raised, accepted, dismissed))

// Of bureaus alone. That of a project ends by itself when the archive is sealed; the other one is on the alarms of the
// watch over an institution.
struct HoldView {
    HoldId id;
    std::optional<practice::ProjectId> project;
    std::optional<registry::InstitutionId> institution;
    field::Date until;
    std::string reason;
    std::string unit_name;
    Timestamp at;
    std::optional<Timestamp> ended_at;
    std::string ended_why;
    bool holds = false;  // today
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(HoldView, (),
                      (id, project, institution, until, reason, unit_name, at, ended_at, ended_why, holds, entry))

struct FindingSummary {
    FindingId id;
    FindingState state = FindingState::open;
    std::string detector;
    std::string detector_name;
    forensics::Strength strength = forensics::Strength::lead;
    std::string words;
    std::optional<practice::ReportId> report;  // nor a project: an alarm of the watch over the institution
    std::string report_title;
    std::optional<practice::ProjectId> project;
    registry::InstitutionId institution;
    std::string institution_name;
    std::string enterprise_name;
    field::RegionCode region;
    std::optional<practice::ReportId> source;  // the report it is shared with
    Timestamp raised_at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(FindingSummary, (),
                      (id, state, detector, detector_name, strength, words, report, report_title, project, institution,
                       institution_name, enterprise_name, region, source, raised_at, entry))

struct FindingView {
    FindingSummary summary;
    std::vector<forensics::Place> where;
    std::vector<forensics::Fact> facts;
    std::optional<SourceView> source;
    std::optional<Exhibit> exhibit;
    std::optional<rulebook::Citation> clause;  // of an alarm what it rests on; else the list of detectors, with
    std::string hook;                          // which situation of the law it is a clue to
    std::vector<ActView> acts;
    Record record;
    std::optional<HoldView> hold;  // while it is kept from the institution
    std::int64_t version = 0;      // its last entry
};
BOOST_DESCRIBE_STRUCT(FindingView, (),
                      (summary, where, facts, source, exhibit, clause, hook, acts, record, hold, version))

enum class ScreeningState { waiting, running, done, unreadable };
BOOST_DESCRIBE_ENUM(ScreeningState, waiting, running, done, unreadable)

struct ScreeningView {
    practice::ReportId report;
    std::string title;
    practice::ProjectId project;
    std::string institution_name;
    std::string enterprise_name;
    std::string file_name;
    std::string file;  // SM3
    std::string file_sha256;
    ScreeningState state = ScreeningState::waiting;
    std::int64_t ahead = 0;  // reports before it, while it waits
    std::string step;        // while it runs: "reading", "comparing"
    std::string problem;
    std::string engine;
    std::int64_t compared_with = 0;
    std::optional<Figures> figures;
    std::vector<SourceView> sources;
    std::vector<SourceView> later;  // reports filed after it that share its text
    std::vector<SourcePassages> passages;
    std::vector<Quotation> quotations;
    std::vector<FindingSummary> findings;
    std::optional<Timestamp> screened_at;
    std::optional<std::int64_t> entry;
    std::string document;  // SM3 of the reading
    std::string evidence;  // SM3 of what is shown
};
BOOST_DESCRIBE_STRUCT(ScreeningView, (),
                      (report, title, project, institution_name, enterprise_name, file_name, file, file_sha256, state,
                       ahead, step, problem, engine, compared_with, figures, sources, later, passages, quotations,
                       findings, screened_at, entry, document, evidence))

struct PageView {
    std::int64_t page = 0;
    std::int64_t from = 0, to = 0;
};
BOOST_DESCRIBE_STRUCT(PageView, (), (page, from, to))

struct TextPart {
    std::int64_t from = 0;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(TextPart, (), (from, text))

struct HiddenView {
    std::string how;
    std::string text;
    std::int64_t at = 0;
    std::int64_t page = 0;
};
BOOST_DESCRIBE_STRUCT(HiddenView, (), (how, text, at, page))

// A report's text as it was read: whole, or of another's report the shared passages.
struct ReadingView {
    practice::ReportId report;
    bool whole = true;
    std::int64_t points = 0;
    std::vector<TextPart> parts;
    std::vector<PageView> pages;
    std::vector<HiddenView> hidden;
};
BOOST_DESCRIBE_STRUCT(ReadingView, (), (report, whole, points, parts, pages, hidden))

struct FindingFilter {
    std::optional<FindingState> state;
    std::optional<std::string> detector;
    std::optional<forensics::Strength> strength;
    std::optional<practice::ProjectId> project;
    std::optional<practice::ReportId> report;
    std::optional<registry::InstitutionId> institution;
    std::optional<field::RegionCode> region;
    std::optional<field::Date> told_on;  // without what is held back on that day
};

}  // namespace anping::findings
