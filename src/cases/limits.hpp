// SPDX-License-Identifier: Apache-2.0
// Days of the law, counted for a case. Pure.
#pragma once

#include "state.hpp"

namespace anping::cases {

struct Law {
    rulebook::Law const& books;
    field::Date today;
    Timestamp now = {};  // where what runs by the hour is looked at
};

// From one fact that is a date. Nothing where no clause governs: on that day, or on that of the act where it is
// another.
std::optional<Limit> limit_of(std::string_view duty, std::string const& fact, field::Date from,
                              rulebook::Place const& place, Law const& law, std::optional<field::Date> act = {});
// So many hours from an instant: how many, and that they are hours, the clause says. Nothing where none does.
std::optional<Limit> hours_limit(std::string_view procedure, std::string const& fact, Timestamp from,
                                 rulebook::Place const& place, Law const& law);
std::string moment(Timestamp at);  // "2026-02-16 10:00"
// A limit that has no day because the calendar did not reach that far when it was set, counted by the calendar there is
// now; any other as it is.
Limit recounted(Limit limit, rulebook::Place const& place, Law const& law);
// The months the bureau has to ask for execution, from the end of the remedy. Without a day where that has none.
std::optional<Limit> enforcement_limit(Limit const& remedy, rulebook::Place const& place, Law const& law);
// The ninety days, or the day they were extended to, longer by the days the case was suspended until now, and by those
// until `resumed`.
std::optional<Limit> case_limit(State const& state, Law const& law, std::optional<field::Date> resumed);
// The same, for an extension that is being recorded.
std::optional<Limit> extended_limit(State const& state, StepRecorded const& extension, Law const& law,
                                    std::optional<field::Date> resumed);
// Days between each suspension and its resumption; with `since`, those from that day on.
std::int64_t days_suspended(State const& state, std::optional<field::Date> resumed,
                            std::optional<field::Date> since = {});

// What is to be paid by which day, whole or in the parts that were agreed, and what was paid when.
struct Pause {
    field::Date from;
    field::Date until;
};
struct Fine {
    std::vector<Instalment> parts;
    std::vector<Instalment> paid;
    std::vector<Pause> pauses;  // days of a review or suit do not count; none overlaps another
};
std::vector<Instalment> paid_of(State const& state);
std::vector<Pause> disputes_of(State const& state, field::Date today);

// What is added to a fine for the days it was late, whether it is paid by now or not.
struct Surcharge {
    std::int64_t days = 0;
    field::Money amount;
    std::string arithmetic;
    std::optional<rulebook::Citation> clause;
};
std::optional<Surcharge> surcharge(Fine const& fine, rulebook::Place const& place, Law const& law);

}  // namespace anping::cases
