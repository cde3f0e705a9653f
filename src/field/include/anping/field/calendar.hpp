// SPDX-License-Identifier: Apache-2.0
// Working days of the PRC: weekends, holidays, make-up working days, with regional layers on top.
// Start day excluded (Civil Code art. 201); periods of days end at 24:00 of the last day.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <anping/base/result.hpp>
#include <anping/field/date.hpp>

namespace anping::field {

// What one published notice says about one year. Days not named follow the week.
struct CalendarYear {
    int year = 0;
    std::string source;                // address of the notice
    std::map<Date, std::string> off;   // holiday, by name
    std::map<Date, std::string> work;  // make-up working day, by the holiday it makes up for
};

// A regional layer: further days off. `mark` as in the rulebook; only layers that may bind are applied to due dates,
// the others are reported by `unconfirmed_between`.
struct RegionalDay {
    Date date;
    std::string name;
    bool confirmed = false;
};

// Immutable after construction, thread-safe to read.
class Calendar {
public:
    Calendar() = default;
    // A day that two years' notices name follows the later one (December is governed by the next year's too). Throws
    // std::invalid_argument when a year or a regional day comes twice, a day is both off and worked in one notice, or
    // a notice names a day outside its year and the December before.
    Calendar(std::string version, std::vector<CalendarYear> years, std::vector<RegionalDay> regional);

    // Kept with every computed deadline, so that a later notice can be told from the one used.
    std::string const& version() const noexcept { return version_; }
    bool published(int year) const noexcept;
    int first_year() const noexcept;
    int last_year() const noexcept;

    // Error key "calendar.unpublished" outside the published years.
    Result<bool> is_working(Date date) const;
    // The n-th working day after (n > 0) or before (n < 0) `start`; n = 0 is `start` itself.
    Result<Date> add_working_days(Date start, int n) const;
    // Working days in (from, to]; when `to` is earlier, minus those in [to, from). The day counted from never counts,
    // so that for a working day `to` this undoes add_working_days in both directions.
    Result<int> working_days_between(Date from, Date to) const;
    // The first working day on or after `date`: natural-day periods roll over their end (Civil Code art. 203).
    Result<Date> roll_over(Date date) const;
    // Regional days left out of the count, in [from, to] or [to, from].
    std::vector<RegionalDay> unconfirmed_between(Date from, Date to) const;
    // "国庆节", "调休上班", or empty for an ordinary day.
    std::string name_of(Date date) const;

private:
    enum class Day { ordinary, off, work };
    struct Named {
        Day day;
        std::string const* name;
    };
    Named national(Date date) const noexcept;

    std::string version_;
    std::map<int, CalendarYear> years_;
    std::map<Date, RegionalDay> regional_;
};

}  // namespace anping::field
