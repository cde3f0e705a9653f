// SPDX-License-Identifier: Apache-2.0
// Tables to views. Names of units and reports are put in by the service.
#pragma once

#include <anping/access/policy.hpp>
#include <anping/db/session.hpp>
#include <anping/findings/alarms.hpp>
#include <anping/findings/family_views.hpp>
#include <anping/findings/views.hpp>

#include "rules_alarms.hpp"
#include "state.hpp"

namespace anping::findings::queries {

struct Screened {
    ReportScreened event;
    Timestamp at;
    std::int64_t entry = 0;
    bool asked_again = false;
};
std::optional<Screened> screening(db::Session& session, practice::ReportId const& report);
std::optional<std::string> document_of(db::Session& session, practice::ReportId const& report);
// The entry of the last report that was screened in the order of filing; -1 before the first.
std::int64_t screened_until(db::Session& session);
// To be screened again, whoever was asked for first.
std::optional<practice::ReportId> asked_again(db::Session& session);
std::int64_t count_asked_again(db::Session& session);
// Reports that could be read in the order of filing, with their reading.
std::vector<std::pair<practice::ReportId, std::string>> readings(db::Session& session);
// Albums of screenings in entries after this one, in their order.
struct KeptAlbum {
    practice::ReportId report;
    std::string album;  // its SM3
    std::int64_t entry = 0;
};
std::vector<KeptAlbum> albums_after(db::Session& session, std::int64_t entry);
// Those that share its text and were filed later.
std::vector<Source> later_than(db::Session& session, practice::ReportId const& report);

std::optional<State> state(db::Session& session, FindingId const& id, field::Date today);
struct Raised {
    FindingId id;
    FindingRaised event;  // of an alarm without report and project
    std::optional<rulebook::Citation> clause;
    FindingState state = FindingState::open;
    Timestamp at;
    std::int64_t entry = 0;
};
std::optional<Raised> finding(db::Session& session, FindingId const& id);
std::vector<ActView> acts(db::Session& session, FindingId const& id);  // units by their ids
std::vector<Raised> of_report(db::Session& session, practice::ReportId const& report);
// Newest first, in entries below `before`.
std::vector<Raised> findings(db::Session& session, access::Visibility const& sees, FindingFilter const& filter,
                             std::int64_t before, std::int64_t limit);
std::int64_t count(db::Session& session, access::Visibility const& sees, FindingFilter const& filter);
std::vector<Record> records(db::Session& session);
Record record(db::Session& session, std::string const& detector);

// On this day.
bool held_back(db::Session& session, practice::ProjectId const& project, field::Date today);
bool alarms_held_back(db::Session& session, registry::InstitutionId const& institution, field::Date today);
bool held_back(db::Session& session, FindingRaised const& finding, field::Date today);
// Newest first; units by their ids.
std::vector<HoldView> holds(db::Session& session, practice::ProjectId const& project, field::Date today);
std::vector<HoldView> alarm_holds(db::Session& session, registry::InstitutionId const& institution, field::Date today);
std::optional<HoldView> hold(db::Session& session, HoldId const& id, field::Date today);

// Alarms of an institution that were not cured, whatever was decided about them.
std::vector<Standing> standing(db::Session& session, registry::InstitutionId const& institution);

struct Family {
    FamilyId id;
    FamilyJudged event;
    std::string unit;
    Timestamp at;
    std::int64_t entry = 0;
};
// In the order of judgement, after this entry; or newest first, below it.
std::vector<Family> families_after(db::Session& session, std::int64_t entry);
std::vector<Family> families(db::Session& session, std::int64_t before, std::int64_t limit);
// The strongest pairs of reports that share text, of what the asker may see.
std::vector<ClusterEdge> shares(db::Session& session, access::Visibility const& sees, std::int64_t least,
                                std::int64_t limit);

}  // namespace anping::findings::queries
