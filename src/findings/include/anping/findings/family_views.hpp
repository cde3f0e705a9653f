// SPDX-License-Identifier: Apache-2.0
// What passages were judged as, and which reports share text.
#pragma once

#include <anping/field/date.hpp>
#include <anping/findings/types.hpp>

namespace anping::findings {

struct FamilyView {
    FamilyId id;
    Judged judged = Judged::common;
    std::string institution_name;
    std::string text;
    std::string reason;
    std::string unit_name;  // whose officer judged
    FindingId finding;
    Timestamp at;
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(FamilyView, (), (id, judged, institution_name, text, reason, unit_name, finding, at, entry))

// Reports and what they share, for a graph.
struct ClusterNode {
    practice::ReportId report;
    std::string title;
    std::string institution_name;
    Timestamp filed_at;
};
BOOST_DESCRIBE_STRUCT(ClusterNode, (), (report, title, institution_name, filed_at))
struct ClusterEdge {
    practice::ReportId later;
    practice::ReportId earlier;
    std::int64_t shared = 0;
};
BOOST_DESCRIBE_STRUCT(ClusterEdge, (), (later, earlier, shared))
struct ClusterView {
    std::vector<ClusterNode> reports;
    std::vector<ClusterEdge> shares;
};
BOOST_DESCRIBE_STRUCT(ClusterView, (), (reports, shares))

// Whether a report about a plant names what it should have named.
struct Mention {
    practice::ReportId report;
    practice::ProjectId project;
    std::string title;
    std::string institution_name;
    Timestamp filed_at;
    bool readable = false;   // it was read, and the text is there
    std::int64_t times = 0;  // the words occur in it
    std::string around;      // the first of them, with what stands about it
};
BOOST_DESCRIBE_STRUCT(Mention, (), (report, project, title, institution_name, filed_at, readable, times, around))

struct MentionQuestion {
    registry::EnterpriseId enterprise;
    field::Date before;  // the day of the accident: reports filed until the day before
    std::string words;
};

}  // namespace anping::findings
