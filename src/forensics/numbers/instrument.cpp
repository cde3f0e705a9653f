// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>

#include <anping/forensics/measurement.hpp>

#include "words.hpp"

namespace anping::forensics {
namespace {

struct Unit {
    std::string_view name;
    std::string_view of;  // what is measured
    double factor;        // in the base of that
};

constexpr std::array<Unit, 41> kUnits{{
    {"Pa", "pressure", 1},
    {"kPa", "pressure", 1e3},
    {"MPa", "pressure", 1e6},
    {"bar", "pressure", 1e5},
    {"mbar", "pressure", 100},
    {"kgf/cm2", "pressure", 98066.5},
    {"kgf/cm²", "pressure", 98066.5},
    {"mmHg", "pressure", 133.322387415},
    {"mmH2O", "pressure", 9.80665},
    {"psi", "pressure", 6894.757293168},
    {"m", "length", 1},
    {"cm", "length", 0.01},
    {"mm", "length", 1e-3},
    {"μm", "length", 1e-6},
    {"um", "length", 1e-6},
    {"Ω", "resistance", 1},
    {"mΩ", "resistance", 1e-3},
    {"kΩ", "resistance", 1e3},
    {"MΩ", "resistance", 1e6},
    {"GΩ", "resistance", 1e9},
    {"V", "voltage", 1},
    {"mV", "voltage", 1e-3},
    {"kV", "voltage", 1e3},
    {"A", "current", 1},
    {"mA", "current", 1e-3},
    {"μA", "current", 1e-6},
    {"mg/m3", "mass", 1},
    {"mg/m³", "mass", 1},
    {"μg/m3", "mass", 1e-3},
    {"μg/m³", "mass", 1e-3},
    {"g/m3", "mass", 1e3},
    {"g/m³", "mass", 1e3},
    {"ppm", "share", 1e-6},
    {"ppb", "share", 1e-9},
    {"%", "share", 0.01},
    {"%VOL", "share", 0.01},
    {"m/s", "speed", 1},
    {"km/h", "speed", 1 / 3.6},
    {"mm/s", "speed", 1e-3},
    {"℃", "temperature", 1},
    {"°C", "temperature", 1},
}};

Unit const* unit_of(std::string_view name) {
    auto const* const found = std::ranges::find(kUnits, name, &Unit::name);
    return found == kUnits.end() ? nullptr : found;
}

// Whether the value is a multiple of `step` rounded to its own last place; half a place either way.
bool is_multiple(Decimal value, double step) {
    auto const number = value_of(value);
    auto const place = std::pow(10.0, -value.places);
    return std::abs(number - std::round(number / step) * step) <= 0.5 * place + 1e-9 * std::max(1.0, std::abs(number));
}

bool is_mean(Series const& series) {
    return series.quantity.find("平均") != std::string::npos || series.quantity.find("均值") != std::string::npos;
}

Clue clue_of(Series const& series, std::string detector) {
    Clue out;
    out.report = series.origin.report;
    out.finding.detector = std::move(detector);
    return out;
}

}  // namespace

std::optional<double> unit_factor(std::string_view from, std::string_view to) {
    if (from == to) return 1;
    auto const* const first = unit_of(from);
    auto const* const second = unit_of(to);
    if (first == nullptr || second == nullptr || first->of != second->of) return std::nullopt;
    return first->factor / second->factor;
}

std::optional<Clue> precision_clue(Series const& series, Instrument const& instrument) {
    constexpr std::size_t kLeastFiner = 3;
    if (!instrument.resolution || instrument.resolution->digits <= 0 || is_mean(series)) return std::nullopt;
    auto const unit = series.unit.empty() || instrument.unit.empty() ? std::string_view(instrument.unit)
                                                                     : std::string_view(series.unit);
    auto const factor = unit_factor(instrument.unit, unit);
    if (!factor) return std::nullopt;
    auto const step = value_of(*instrument.resolution) * *factor;
    auto out = clue_of(series, "numbers.precision");
    for (std::size_t i = 0; i < series.values.size(); ++i)
        if (!is_multiple(series.values[i], step)) out.finding.where.push_back(series.where[i]);
    auto const finer = out.finding.where.size();
    if (finer < kLeastFiner) return std::nullopt;
    auto const share = static_cast<double>(finer) / static_cast<double>(series.values.size());
    out.finding.strength = share >= 0.5 ? Strength::suspected : Strength::lead;
    out.finding.words = named(series) + "有 " + shown(finer) + " 个数值比登记的仪器分辨力 " +
                        to_string(*instrument.resolution) + " " + instrument.unit +
                        " 更细，单位换算也不能得出，与该仪器的实际读数不符，需说明。";
    out.finding.facts = {{"n", shown(series.values.size())},
                         {"finer", shown(finer)},
                         {"effect", shown(share)},
                         {"instrument", instrument.serial},
                         {"resolution", to_string(*instrument.resolution) + " " + instrument.unit},
                         {"resolution_here", shown(step) + " " + std::string(unit)},
                         {"formula", "|数值 − 最近的分辨力整数倍| > 末位的一半"}};
    out.plot = {"points", {}, {{"数值", {}}, {"最近的仪器读数", {}}}};
    for (auto const& value : series.values) {
        out.plot.labels.push_back(to_string(value));
        out.plot.lines[0].values.push_back(value_of(value));
        out.plot.lines[1].values.push_back(std::round(value_of(value) / step) * step);
    }
    return out;
}

std::optional<Clue> calibration_clue(Series const& series, Instrument const& instrument) {
    if (!series.day || instrument.calibrated.empty()) return std::nullopt;
    auto const day = *series.day;
    std::optional<Validity> before, after;
    for (auto const& one : instrument.calibrated) {
        if (one.from <= day && day <= one.until) return std::nullopt;
        if (one.until < day && (!before || before->until < one.until)) before = one;
        if (one.from > day && (!after || one.from < after->from)) after = one;
    }
    auto out = clue_of(series, "numbers.calibration");
    out.finding.strength = Strength::suspected;
    if (!series.where.empty()) out.finding.where = {{series.where.front().from, series.where.back().to}};
    out.finding.words = named(series) + "于 " + to_string(day) + " 用仪器 " + instrument.serial +
                        " 测得，该日不在其校准有效期内" +
                        (before ? "（此前有效至 " + to_string(before->until) + "）" : "") + "，需说明。";
    out.finding.facts = {{"instrument", instrument.serial}, {"day", to_string(day)}};
    if (before) {
        out.finding.facts.push_back({"expired", to_string(before->until)});
        out.finding.facts.push_back({"days_after", std::to_string(day - before->until)});
    }
    if (after) out.finding.facts.push_back({"calibrated_later", to_string(after->from)});
    return out;
}

}  // namespace anping::forensics
