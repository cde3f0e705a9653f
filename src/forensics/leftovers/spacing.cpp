// SPDX-License-Identifier: Apache-2.0
#include "leftovers/spacing.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "leftovers/parties.hpp"
#include "leftovers/quantities.hpp"
#include "leftovers/standard_numbers.hpp"

namespace anping::forensics {
namespace {

constexpr View kDistance[] = {U"间距", U"距离", U"相距", U"净距", U"距", U"间隔"};
constexpr View kRequired[] = {U"不应小于", U"不小于", U"不得小于", U"不少于", U"不低于", U"≥",
                              U"要求",     U"规定",   U"规范值",   U"标准值", U"最小"};
constexpr View kAdmitted[] = {U"不满足",   U"不符合", U"未达到", U"不足", U"小于规范",
                              U"小于标准", U"不合格", U"改造",   U"整改", U"拆除"};
constexpr View kActualColumn[] = {U"实际", U"实测", U"现状", U"设计值", U"设计间距"};
constexpr View kRequiredColumn[] = {U"规范", U"标准", U"要求", U"规定"};
constexpr View kDistanceColumn[] = {U"距", U"间隔"};

struct Metres {
    Place place;
    double value = 0;
    bool required = false;
};

bool is_metres(View rest) {
    if (rest.starts_with(U"米")) return !rest.starts_with(U"米/");
    return rest.starts_with(U"m") && (rest.size() == 1 || (!is_letter(rest[1]) && rest[1] != U'²' && rest[1] != U'³' &&
                                                           rest[1] != U'/' && !is_digit(rest[1])));
}

// The distances of a sentence; a number is required when the words since the one before it say so.
std::vector<Metres> metres_in(Report const& report, Place sentence) {
    std::vector<Metres> out;
    auto const text = report.at(sentence);
    std::uint32_t since = 0;
    for (auto const& number : numbers_in(text)) {
        if (!is_metres(text.substr(number.place.to))) continue;
        auto const words = text.substr(since, number.place.from - since);
        auto const tail = words.substr(words.size() > 16 ? words.size() - 16 : 0);
        out.push_back({{sentence.from + number.place.from, sentence.from + number.place.to + 1},
                       number.value,
                       contains_any(tail, kRequired)});
        since = number.place.to;
    }
    return out;
}

std::optional<SpacingRule> rule_for(Known const& known, View sentence) {
    auto const text = bare(sentence);
    auto const cited = standard_numbers(sentence);
    auto const says = [&](SaidAs const& ways) {
        return std::ranges::any_of(ways, [&](auto const& way) {
            auto words = split(to_points(way), U' ');
            for (auto& word : words) word = bare(word);
            return contains_all(text, words);
        });
    };
    for (auto const& rule : known.spacing) {
        auto const number = standard_number(rule.standard);
        bool const cites =
            number && std::ranges::any_of(cited, [&](auto const& one) {
                return one.series == number->series && (one.year == 0 || number->year == 0 || one.year == number->year);
            });
        if (cites && contains(sentence, to_points(rule.clause)) && says(rule.from) && says(rule.to)) return rule;
    }
    return std::nullopt;
}

Finding below(Report const& report, Metres const& actual, double required, std::string const& by, Place where) {
    std::vector<Place> places{report.original(actual.place)};
    if (where.to > where.from) places.push_back(report.original(where));
    return finding(
        "leftovers.spacing", Strength::suspected,
        fmt::format("写明的间距{}m小于{}要求的{}m，未指出不符合。", written(actual.value), by, written(required)),
        std::move(places), {{"spacing", written(actual.value)}, {"required", written(required)}, {"by", by}});
}

void judge_by_rule(Report const& report, SpacingRule const& rule, Metres const* actual, Metres const* required,
                   std::vector<Finding>& out) {
    auto const by = fmt::format("{}第{}条", rule.standard, rule.clause);
    if (actual != nullptr && actual->value < rule.metres) out.push_back(below(report, *actual, rule.metres, by, {}));
    if (required == nullptr || required->value == rule.metres) return;
    out.push_back(finding("leftovers.spacing", Strength::lead,
                          fmt::format("{}要求{}m，报告写作{}m。", by, written(rule.metres), written(required->value)),
                          {report.original(required->place)},
                          {{"required", written(rule.metres)}, {"said", written(required->value)}, {"by", by}}));
}

void judge_sentence(Report const& report, Known const& known, Place sentence, std::vector<Finding>& out) {
    auto const text = report.at(sentence);
    if (!contains_any(text, kDistance) || contains_any(text, kAdmitted)) return;
    auto const metres = metres_in(report, sentence);
    Metres const* actual = nullptr;
    Metres const* required = nullptr;
    for (auto const& one : metres) {
        (one.required ? required : actual) = &one;
        if (actual == nullptr || required == nullptr) continue;
        if (actual->value < required->value)
            out.push_back(below(report, *actual, required->value, "所引规范", required->place));
        actual = nullptr;
        required = nullptr;
    }
    auto const rule = rule_for(known, text);
    if (!rule || metres.size() > 2) return;
    for (auto const& one : metres) (one.required ? required : actual) = &one;
    judge_by_rule(report, *rule, actual, required, out);
}

std::optional<Metres> metres_of(Cell const& cell) {
    auto const numbers = numbers_in(cell.text);
    if (numbers.size() != 1 || cell.text.size() > 10) return std::nullopt;
    return Metres{cell.place, numbers.front().value, false};
}

std::size_t column_of(std::vector<Cell> const& head, Words words, std::size_t except) {
    for (std::size_t i = 0; i < head.size(); ++i)
        if (i != except && contains_any(head[i].text, words)) return i;
    return head.size();
}

void judge_grid(Report const& report, Grid const& grid, std::vector<Finding>& out) {
    auto const& head = grid.rows.front();
    auto const actual_at = column_of(head, kActualColumn, head.size());
    auto const required_at = column_of(head, kRequiredColumn, actual_at);
    if (actual_at == head.size() || required_at == head.size()) return;
    if (!contains_any(head[actual_at].text, kDistanceColumn) && !contains_any(head[required_at].text, kDistanceColumn))
        return;
    for (std::size_t i = 1; i < grid.rows.size(); ++i) {
        auto const& row = grid.rows[i];
        if (row.size() != head.size()) continue;
        auto const actual = metres_of(row[actual_at]);
        auto const required = metres_of(row[required_at]);
        bool const admitted =
            std::ranges::any_of(row, [](Cell const& one) { return contains_any(one.text, kAdmitted); });
        if (actual && required && actual->value < required->value && !admitted)
            out.push_back(below(report, *actual, required->value, "所引规范", required->place));
    }
}

}  // namespace

std::vector<Finding> spacing(Report const& report, Known const& known) {
    std::vector<Finding> out;
    for (auto const sentence : report.sentences)
        if (report.grid_at(sentence.from) == nullptr) judge_sentence(report, known, sentence, out);
    for (auto const& grid : report.grids) judge_grid(report, grid, out);
    return out;
}

}  // namespace anping::forensics
