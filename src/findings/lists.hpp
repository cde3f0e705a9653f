// SPDX-License-Identifier: Apache-2.0
// What the law of a report's place and day lists for the detectors: chapters, standards, criteria, spacing, hearsay.
#pragma once

#include <map>
#include <string>

#include <anping/forensics/leftovers.hpp>
#include <anping/practice/reports.hpp>
#include <anping/rulebook/law.hpp>

#include "comparison.hpp"

namespace anping::findings {

struct Lists {
    std::vector<forensics::RequiredChapter> chapters;
    std::vector<forensics::Standard> standards;
    std::vector<forensics::Criterion> criteria;
    std::string criteria_title;
    std::optional<std::string> source_standard;
    std::vector<forensics::SpacingRule> spacing;
    std::optional<forensics::HearsayShare> hearsay;

    struct Source {
        std::string text;  // "《…》，未经核对"
        bool binds = false;
    };
    std::map<std::string, Source, std::less<>> sources;  // of whole lists, by detector
    std::map<std::string, Source, std::less<>> rows;     // of standards and spacing, as a finding's fact names them
};
Lists lists_of(rulebook::Law const& law, practice::FiledReport const& report, practice::ProjectView const& project);

forensics::Known with_lists(forensics::Known known, Lists lists);
// Each finding that rests on a list says on which; one that rests on what is not sure is a lead.
void tell_lists(std::vector<Compared::Found>& found, Lists const& lists);

}  // namespace anping::findings
