// SPDX-License-Identifier: Apache-2.0
// More work than a person can do, and more than others do.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include <anping/forensics/schedules.hpp>

namespace anping::forensics {

struct SiteDaySettings {
    int period = 30;            // days
    double sites_a_day = 1.5;   // a person may see two near ones in one day, and not every day
    int least_excess = 3;       // site-days over what the period has
    double full_day_hours = 5;  // of an act with clock times, to count as a day on site
};

// Of each subject the periods in which it claims more days on sites than the days hold; periods do not overlap. A day
// at one site counts once, whatever is done there. `members`: of a team, by subject as normalised; 1 where it is not
// named.
std::vector<Clue> site_days(std::span<Act const> acts, std::map<std::string, int> const& members = {},
                            SiteDaySettings const& settings = {});

struct Output {
    std::string signer;
    int month = 0;  // year · 12 + month − 1
    int reports = 0;
};

struct OutputSettings {
    int least_reports = 10;  // fewer a month are nothing to ask about
    int least_signers = 30;  // fewer say nothing of what is usual
    double least_times = 3;  // as many as the median signer
    double q = 0.01;
};

// Signers whose month stands out from all signers' months: square roots of counts against their median and the spread
// of the upper half, false discovery controlled over the month. Always a lead.
std::vector<Clue> unusual_output(std::span<Output const> outputs, OutputSettings const& settings = {});

}  // namespace anping::forensics
