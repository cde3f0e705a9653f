// SPDX-License-Identifier: Apache-2.0
// What a finding is shown by beside its words: numbers to draw, acts on a line of time, pictures. Kept in the vault
// under its digest, which FindingRaised holds. Numbers are texts, as a person reads them.
#pragma once

#include <anping/findings/types.hpp>

namespace anping::findings {

struct PlotLine {
    std::string name;
    std::vector<std::string> values;  // one a label; "" where there is none
};
BOOST_DESCRIBE_STRUCT(PlotLine, (), (name, values))

// As forensics::Plot.
struct Plot {
    std::string kind;
    std::vector<std::string> labels;
    std::vector<PlotLine> lines;
};
BOOST_DESCRIBE_STRUCT(Plot, (), (kind, labels, lines))

// Somebody or an instrument was somewhere. Of a project of another institution, that one is not told which it is, nor
// whose, nor the place nearer than its county. Ids are kept and names are shown: a name can be erased.
struct DatedAct {
    std::string kind;              // forensics::ActKind
    std::vector<std::string> who;  // people, or an instrument's number
    Timestamp from, to;
    bool by_day = false;              // only the days are known
    std::string place;                // the division, as a person reads it
    std::string site;                 // the enterprise
    std::string spot;                 // in it, as the record says
    std::string latitude, longitude;  // degrees, WGS 84; "" where not known
    std::optional<practice::ProjectId> project;
    std::optional<practice::ReportId> report;
    std::optional<registry::InstitutionId> institution;
    std::string institution_name;  // kept empty
};
BOOST_DESCRIBE_STRUCT(DatedAct, (),
                      (kind, who, from, to, by_day, place, site, spot, latitude, longitude, project, report,
                       institution, institution_name))

// A picture of a report's document, or of a survey.
struct Picture {
    std::string file;       // SM3 of its bytes in the vault
    std::string words;      // "第12页图3"
    std::string taken;      // when and where its file says, "" where it does not
    std::int64_t page = 0;  // 0: of no page
    std::optional<practice::ReportId> report;
    std::optional<registry::InstitutionId> institution;
    std::string institution_name;        // kept empty
    std::optional<std::string> stamped;  // when and where is stamped on it, as it was read; of the report's own
};
BOOST_DESCRIBE_STRUCT(Picture, (), (file, words, taken, page, report, institution, institution_name, stamped))

struct Exhibit {
    std::optional<Plot> plot;
    std::vector<DatedAct> acts;     // the earlier first
    std::vector<Picture> pictures;  // the report's own first
};
BOOST_DESCRIBE_STRUCT(Exhibit, (), (plot, acts, pictures))

}  // namespace anping::findings
