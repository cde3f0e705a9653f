// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/numbers.hpp>

#include <algorithm>
#include <iterator>
#include <set>

namespace anping::forensics {
namespace {

void add(std::vector<Clue> found, std::vector<Clue>& out) {
    out.insert(out.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

void add(std::optional<Clue> found, std::vector<Clue>& out) {
    if (found) out.push_back(std::move(*found));
}

}  // namespace

Instruments instruments_of(std::span<Instrument const> registered) {
    Instruments out;
    for (auto const& one : registered)
        if (auto serial = subject_of(one.serial); !serial.empty()) out.emplace(std::move(serial), one);
    return out;
}

Instrument const* find(Instruments const& instruments, std::string_view serial) {
    auto const known = instruments.find(subject_of(serial));
    return known == instruments.end() ? nullptr : &known->second;
}

std::vector<Clue> number_clues(Measurements const& measured, Instruments const& instruments, SeriesIndex const& others,
                               Random& random, DigitSettings const& settings) {
    std::vector<Clue> out;
    for (auto const& series : measured.series) {
        add(repeated_series(series, others), out);
        auto const* const instrument = find(instruments, series.instrument);
        if (instrument == nullptr) continue;
        add(precision_clue(series, *instrument), out);
        add(calibration_clue(series, *instrument), out);
    }
    add(repeated_within(measured.series), out);
    add(digit_clues(measured.series, settings, random), out);
    std::vector<Repeated> repeated;
    for (auto const& readings : measured.readings)
        if (auto const* const instrument = find(instruments, readings.instrument))
            repeated.push_back({&readings, instrument});
    add(variance_clues(repeated, settings.q, settings.draws, random), out);
    add(recompute_clues(measured.origin, measured.derived), out);
    std::ranges::stable_sort(out, std::greater{}, [](Clue const& clue) { return clue.finding.strength; });
    return out;
}

std::vector<Act> uses_of(std::span<Series const> series, std::string const& site, std::optional<Position> position,
                         std::string const& county) {
    std::vector<Act> out;
    std::set<std::pair<std::string, field::Date>> known;
    for (auto const& one : series) {
        auto const serial = subject_of(one.instrument);
        if (serial.empty() || !one.day || !known.insert({serial, *one.day}).second) continue;
        Act act;
        act.of = SubjectKind::instrument;
        act.subject = one.instrument;
        act.kind = ActKind::test;
        act.site = site;
        act.position = position;
        act.county = county;
        act.report = one.origin.report;
        if (!one.where.empty()) act.where = {one.where.front().from, one.where.back().to};
        out.push_back(on_days(act, *one.day, *one.day));
    }
    return out;
}

}  // namespace anping::forensics
