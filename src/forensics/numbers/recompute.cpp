// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>

#include <anping/forensics/measurement.hpp>

#include "words.hpp"

namespace anping::forensics {
namespace {

struct Range {
    double from = 0, to = 0;
};

double half_place(Decimal value) { return 0.5 * std::pow(10.0, -value.places); }

// What the rule makes of values that may each be off by half their last place.
Range range_of(Derived const& derived) {
    double sum = 0, off = 0, off_most = 0;
    auto [least, greatest] = std::pair{value_of(derived.from.front()), value_of(derived.from.front())};
    for (auto const& one : derived.from) {
        auto const value = value_of(one);
        sum += value;
        off += half_place(one);
        off_most = std::max(off_most, half_place(one));
        least = std::min(least, value);
        greatest = std::max(greatest, value);
    }
    auto const count = static_cast<double>(derived.from.size());
    switch (derived.rule) {
        case Rule::sum: return {sum - off, sum + off};
        case Rule::mean: return {(sum - off) / count, (sum + off) / count};
        case Rule::least: return {least - off_most, least + off_most};
        case Rule::greatest: return {greatest - off_most, greatest + off_most};
    }
    return {};
}

double plain_value(Derived const& derived) {
    auto const range = range_of(derived);
    return (range.from + range.to) / 2;
}

std::string rule_words(Rule rule) {
    switch (rule) {
        case Rule::sum: return "合计";
        case Rule::mean: return "平均值";
        case Rule::least: return "最小值";
        case Rule::greatest: return "最大值";
    }
    return {};
}

using Wrong = std::vector<Derived const*>;

Clue table_clue(Origin const& origin, Wrong const& wrong, std::size_t all, Strength strength) {
    Clue out;
    out.report = origin.report;
    out.finding.detector = "numbers.recompute";
    out.finding.strength = strength;
    auto const& first = *wrong.front();
    auto const computed = shown(plain_value(first));
    out.finding.words = named(first.quantity) + rule_words(first.rule) + "记为 " + to_string(first.stated) +
                        "，按表中数值计算为 " + computed +
                        (wrong.size() > 1 ? "；同表共有 " + shown(wrong.size()) + " 处如此" : "") + "，需说明。";
    out.finding.facts = {{"stated", to_string(first.stated)},
                         {"computed", computed},
                         {"not_recomputing", shown(wrong.size())},
                         {"derived_values", shown(all)},
                         {"formula", "容差 = 各数值末位之半与所记数值末位之和"}};
    out.plot = {"lines", {}, {{"所记", {}}, {"计算", {}}}};
    for (auto const* one : wrong) {
        out.finding.where.push_back(one->where);
        out.plot.labels.push_back(one->quantity);
        out.plot.lines[0].values.push_back(value_of(one->stated));
        out.plot.lines[1].values.push_back(plain_value(*one));
    }
    return out;
}

}  // namespace

Agreement mean_agreement(Decimal mean, int count, Decimal unit) {
    auto const places = std::max(mean.places, unit.places);
    auto const stated = in_steps({std::abs(mean.digits), mean.places}, places);
    auto const last = in_steps({1, mean.places}, places);
    auto const step = in_steps(unit, places);
    if (count < 1 || count > 100'000 || !stated || !step || *step < 1 || *stated > 1'000'000'000)
        return Agreement::untestable;
    // Sums, doubled: from half a last place below to a whole one above, for a mean that was cut off.
    auto const low = (2 * *stated - *last) * count;
    auto const high = (2 * *stated + 2 * *last) * count;
    auto const apart = 2 * *step;
    if (apart <= high - low) return Agreement::untestable;
    auto const next = low <= 0 ? 0 : (low + apart - 1) / apart * apart;
    return next < high ? Agreement::possible : Agreement::impossible;
}

std::optional<Clue> mean_clue(Origin const& origin, std::span<Mean const> means) {
    Clue out;
    out.report = origin.report;
    out.finding.detector = "numbers.mean";
    out.finding.strength = Strength::suspected;
    out.plot = {"lines", {}, {{"所记均值", {}}, {"最近的可能均值", {}}}};
    Mean const* first = nullptr;
    std::size_t testable = 0;
    for (auto const& mean : means) {
        auto const agreement = mean_agreement(mean.stated, mean.count, mean.unit);
        if (agreement != Agreement::untestable) ++testable;
        if (agreement != Agreement::impossible) continue;
        if (first == nullptr) first = &mean;
        out.finding.where.push_back(mean.where);
        auto const apart = value_of(mean.unit) / mean.count;
        out.plot.labels.push_back(mean.quantity);
        out.plot.lines[0].values.push_back(value_of(mean.stated));
        out.plot.lines[1].values.push_back(std::round(value_of(mean.stated) / apart) * apart);
    }
    if (first == nullptr) return std::nullopt;
    out.finding.words = named(first->quantity) + "的均值 " + to_string(first->stated) + " 不可能由 " +
                        std::to_string(first->count) + " 个以 " + to_string(first->unit) +
                        " 为单位的数值得出，与实际测量不符，需说明。";
    out.finding.facts = {{"n", std::to_string(first->count)},
                         {"resolution", to_string(first->unit)},
                         {"impossible", shown(out.finding.where.size())},
                         {"tested", shown(testable)},
                         {"formula", "均值 × n 须为单位的整数倍（GRIM，四舍五入、截尾均容许）"}};
    return out;
}

bool recomputes(Derived const& derived) {
    if (derived.from.empty()) return true;
    auto const range = range_of(derived);
    // A mean may have been cut off or rounded up.
    auto const slack = (derived.rule == Rule::mean ? 2 : 1) * half_place(derived.stated);
    auto const stated = value_of(derived.stated);
    auto const dust = 1e-9 * std::max(1.0, std::abs(stated));
    return stated >= range.from - slack - dust && stated <= range.to + slack + dust;
}

std::vector<Clue> recompute_clues(Origin const& origin, std::span<Derived const> derived) {
    std::map<std::pair<int, Rule>, std::pair<Wrong, std::size_t>> tables;
    for (auto const& one : derived) {
        auto& [wrong, all] = tables[{one.table, one.rule}];
        ++all;
        if (!recomputes(one)) wrong.push_back(&one);
    }
    std::vector<Clue> out;
    for (auto const& [table, found] : tables) {
        auto const& [wrong, all] = found;
        if (wrong.empty() || (all > 1 && wrong.size() * 2 > all)) continue;
        out.push_back(table_clue(origin, wrong, all, all > 2 ? Strength::suspected : Strength::lead));
    }
    return out;
}

}  // namespace anping::forensics
