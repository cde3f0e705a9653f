// SPDX-License-Identifier: Apache-2.0
// One report held against what is known: figures, evidence and findings.
#pragma once

#include <anping/findings/evidence.hpp>
#include <anping/findings/exhibit.hpp>
#include <anping/forensics/screening.hpp>
#include <anping/practice/reports.hpp>
#include <anping/rulebook/law.hpp>
#include <anping/vault/document.hpp>

#include "shelves.hpp"

namespace anping::findings {

struct Compared {
    Figures figures;
    std::vector<Source> sources;
    Evidence evidence;
    struct Found {
        forensics::Finding finding;
        std::optional<Source> source = {};
        std::optional<Exhibit> exhibit = {};
        std::optional<std::string> exhibit_sm3 = {};  // where the vault has it
    };
    std::vector<Found> findings;
};

// What it asks on the way; each call may read the database or the vault.
struct Sources {
    std::function<std::optional<practice::FiledReport>(practice::ReportId const&)> report;
    // Of its reading: which code point each compared character came from. Empty when it is gone.
    std::function<std::vector<std::uint32_t>(std::string const& document)> origins;
    forensics::InSegments in_segments = {};  // empty: here
};

// `detectors`: the catalogue of that name where the report's project is; what is not in it raises nothing.
Compared compare(forensics::Search& search, Shelves& shelves, practice::FiledReport const& report, forensics::DocId id,
                 vault::Document const& document, Sources const& sources, json::object const* detectors);

}  // namespace anping::findings
