// SPDX-License-Identifier: Apache-2.0
// What of a report is lawfully shared, with its reason, and what of its quotations of the law is not as the law has it.
#pragma once

#include <anping/findings/evidence.hpp>
#include <anping/forensics/finding.hpp>
#include <anping/forensics/screening.hpp>
#include <anping/practice/reports.hpp>
#include <anping/rulebook/law.hpp>
#include <anping/vault/document.hpp>

#include "shelves.hpp"

namespace anping::findings {

struct Quoting {
    std::vector<Quotation> shown;
    std::vector<forensics::Finding> findings;  // of the detectors in the catalogue
};
Quoting quoted_in(Shelves const& shelves, practice::FiledReport const& report, vault::Document const& document,
                  forensics::Screening const& screening, json::object const* detectors);

}  // namespace anping::findings
