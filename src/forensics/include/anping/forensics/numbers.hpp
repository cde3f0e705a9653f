// SPDX-License-Identifier: Apache-2.0
// Everything the numbers of one report give rise to.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include <anping/forensics/measurement.hpp>
#include <anping/forensics/schedules.hpp>
#include <anping/forensics/series_index.hpp>
#include <anping/forensics/terminal_digits.hpp>

namespace anping::forensics {

// By serial number as `subject_of` normalises it.
using Instruments = std::map<std::string, Instrument>;
Instruments instruments_of(std::span<Instrument const> registered);
Instrument const* find(Instruments const& instruments, std::string_view serial);

// The strongest first. False discovery is controlled over this report; where many are screened at once, `digit_clues`
// and `variance_clues` over all of them find more.
std::vector<Clue> number_clues(Measurements const& measured, Instruments const& instruments, SeriesIndex const& others,
                               Random& random, DigitSettings const& settings = {});

// The instruments of a report's series as acts of their days, at the site given; for `conflicts_of`.
std::vector<Act> uses_of(std::span<Series const> series, std::string const& site, std::optional<Position> position,
                         std::string const& county);

}  // namespace anping::forensics
