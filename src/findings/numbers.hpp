// SPDX-License-Identifier: Apache-2.0
// What the numbers of a report give rise to: by themselves, against the registry's instruments, against other reports.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <anping/forensics/numbers.hpp>
#include <anping/practice/reports.hpp>
#include <anping/registry/views.hpp>
#include <anping/rulebook/law.hpp>

#include "comparison.hpp"

namespace anping::findings {

forensics::Measurements measured(practice::FiledReport const& report, vault::Document const& document);

struct NumbersBeside {
    std::vector<registry::InstrumentView> instruments;  // of the institution
    forensics::SeriesIndex const& others;
    std::function<std::optional<practice::FiledReport>(practice::ReportId const&)> report;
};

// Findings of the detectors that are in the catalogue. Of series that stand in a report filed before, one a report,
// with it as its source.
std::vector<Compared::Found> found_in_numbers(practice::FiledReport const& report,
                                              forensics::Measurements const& measured, NumbersBeside const& beside,
                                              json::object const* detectors);

}  // namespace anping::findings
