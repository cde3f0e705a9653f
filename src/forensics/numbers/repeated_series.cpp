// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include <anping/forensics/series_index.hpp>

#include "words.hpp"

namespace anping::forensics {
namespace {

constexpr double kPlainlyTheSame = 1e-6;  // expected by chance
constexpr auto kFormula =
    "期望次数 = 库中数值个数 × 本组数值个数 × 单值偶合概率^位数；单值偶合概率 = "
    "max(1/(2√π·标准差/分辨力)，组内相同对的比例)";

std::string how(SeriesMatch const& match) {
    switch (match.likeness) {
        case Likeness::exact: return "逐一相同";
        case Likeness::shifted: return "逐一相差同一常数";
        case Likeness::scaled: return "逐一成同一比例";
        case Likeness::linear: return "逐一成同一线性关系";
        case Likeness::rounded: return "按同一比例换算、修约后逐一相同";
        case Likeness::permuted: return "相同，只是次序不同";
    }
    return {};
}

// By chance it is not more likely than its expected number; above one in a thousand nothing is told.
std::string rarity(double chance) {
    if (chance < 1e-6) return "不到百万分之一";
    if (chance < 1e-4) return "不到万分之一";
    return "不到千分之一";
}

std::string span_of(std::uint32_t from, std::uint32_t length) {
    return "第 " + std::to_string(from + 1) + "—" + std::to_string(from + length) + " 个数值";
}

Strength strength_of(SeriesMatch const& match, bool same_enterprise) {
    if (same_enterprise) return Strength::lead;
    bool const plain = match.likeness == Likeness::exact && match.chance < kPlainlyTheSame;
    return plain ? Strength::established : Strength::suspected;
}

void add_facts(Series const& series, SeriesMatch const& match, StoredSeries const& other, Finding& out) {
    auto const& where = series.where;
    for (auto i = match.a_from; i < match.a_from + match.length && i < where.size(); ++i) out.where.push_back(where[i]);
    std::vector<double> values;
    values.reserve(series.values.size());
    for (auto const& one : series.values) values.push_back(value_of(one));
    out.facts = {{"quantity", series.quantity},
                 {"likeness", how(match)},
                 {"n", std::to_string(match.length)},
                 {"expected_by_chance", shown(match.chance)},
                 {"factor", shown(match.factor)},
                 {"offset", shown(match.offset)},
                 {"sd", shown(deviation_of(values))},
                 {"resolution", to_string(Decimal{1, places_of(series)})},
                 {"other_report", other.origin.report},
                 {"other_institution", other.origin.institution},
                 {"other_enterprise", other.origin.enterprise},
                 {"other_quantity", other.quantity},
                 {"other_from", std::to_string(match.b_from + 1)},
                 {"formula", kFormula}};
    if (other.day) out.facts.push_back({"other_day", field::to_string(*other.day)});
    if (series.day) out.facts.push_back({"day", field::to_string(*series.day)});
}

// Both as they are stated and, where they agree by a relation, the other's as they are here.
Plot plot_of(Series const& series, SeriesMatch const& match, StoredSeries const& other) {
    Plot out{"lines", {}, {{"本报告", {}}, {"另一处", {}}}};
    for (std::uint32_t i = 0; i < match.length; ++i) {
        out.labels.push_back(std::to_string(i + 1));
        out.lines[0].values.push_back(value_of(series.values[match.a_from + i]));
        out.lines[1].values.push_back(other.steps[match.b_from + i] / std::pow(10.0, other.places));
    }
    if (match.factor != 0 && (match.factor != 1 || match.offset != 0)) {
        out.lines.push_back({"另一处换算后", out.lines[1].values});
        for (auto& one : out.lines[2].values) one = (one - match.offset) / match.factor;
    }
    if (match.likeness == Likeness::permuted)
        for (auto& line : out.lines) {
            line.name += "（从小到大）";
            std::ranges::sort(line.values);
        }
    return out;
}

Clue clue_of(Series const& series, SeriesMatch const& match, StoredSeries const& other, std::string const& where_else) {
    Clue out;
    out.report = series.origin.report;
    out.finding.detector = "numbers.repeated_series";
    auto const count = std::to_string(match.length);
    out.finding.words = named(series) + span_of(match.a_from, match.length) + "与" + where_else +
                        named(other.quantity) + "的 " + count + " 个数值" + how(match) +
                        "，如果各自实测，偶然如此的可能" + rarity(match.chance) + "，需说明。";
    add_facts(series, match, other, out.finding);
    out.plot = plot_of(series, match, other);
    return out;
}

bool stated_again(Series const& series, StoredSeries const& other) {
    return series.origin.enterprise == other.origin.enterprise && series.day && series.day == other.day;
}

}  // namespace

std::vector<Clue> repeated_series(Series const& series, SeriesIndex const& index) {
    std::vector<Clue> out;
    for (auto const& match : index.find(series)) {
        auto const other = index.stored(match.stored);
        if (stated_again(series, other)) continue;
        bool const same = !series.origin.enterprise.empty() && series.origin.enterprise == other.origin.enterprise;
        auto const where_else = same ? std::string("同一企业的另一份报告中") : std::string("另一企业的报告中");
        out.push_back(clue_of(series, match, other, where_else));
        out.back().finding.strength = strength_of(match, same);
    }
    return out;
}

std::vector<Clue> repeated_within(std::span<Series const> of_a_report) {
    std::vector<Clue> out;
    SeriesIndex index;
    for (auto const& series : of_a_report) {
        auto const number = index.add(series);
        if (!number) continue;
        auto const own = index.stored(*number);
        for (auto const& match : index.find_before(*number)) {
            auto const other = index.stored(match.stored);
            // An annex states the table of the same points again.
            if (match.stored != *number && own.points == other.points) continue;
            out.push_back(clue_of(series, match, other, "本报告另一处"));
            out.back().finding.strength = Strength::suspected;
        }
    }
    return out;
}

}  // namespace anping::forensics
