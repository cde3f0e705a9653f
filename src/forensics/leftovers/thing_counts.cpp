// SPDX-License-Identifier: Apache-2.0
#include "leftovers/thing_counts.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "leftovers/parties.hpp"
#include "leftovers/quantities.hpp"

namespace anping::forensics {
namespace {

constexpr std::size_t kShortestName = 3;
constexpr View kNames[] = {U"名称", U"设备名称", U"设施名称", U"主要设备"};
constexpr View kNumbers[] = {U"数量", U"台数", U"台(套)数", U"数量(台)", U"数量(套)", U"数量(座)"};
constexpr View kUnits = U"台套座个只组具";
constexpr View kAll[] = {U"共设", U"共有", U"设有", U"设置", U"现有", U"配备", U"共", U"安装", U"建有", U"配置"};
constexpr View kSome[] = {U"其中", U"每", U"备用", U"新增", U"拆除", U"停用", U"一用", U"两用",   U"单",
                          U"各",   U"另", U"预留", U"原有", U"拟",   U"应",   U"宜",   U"不少于", U"至少"};

struct Listed {
    double number = 0;
    Place place;
    std::size_t rows = 0;
};

std::size_t column_of(std::vector<Cell> const& head, Words words) {
    for (std::size_t i = 0; i < head.size(); ++i)
        if (std::ranges::find(words, View(head[i].text)) != words.end()) return i;
    return head.size();
}

// What tables list once, with its number.
std::map<std::u32string, Listed> listed(Report const& report) {
    std::map<std::u32string, Listed> out;
    for (auto const& grid : report.grids) {
        auto const& head = grid.rows.front();
        auto const name = column_of(head, kNames);
        auto const number = column_of(head, kNumbers);
        if (name == head.size() || number == head.size()) continue;
        for (std::size_t i = 1; i < grid.rows.size(); ++i) {
            auto const& row = grid.rows[i];
            if (row.size() != head.size() || row[name].text.size() < kShortestName) continue;
            auto& one = out[row[name].text];
            ++one.rows;
            auto const value = number_of_cell(row[number].text);
            one.number = value ? value->value : 0;
            one.place = row[number].place;
        }
    }
    return out;
}

struct Said {
    double number = 0;
    Place place;
};

// "液氨储罐4台", "4台液氨储罐", where the sentence says it is all of them.
std::optional<Said> said_at(Report const& report, Place thing) {
    auto const head = before(report, thing.from, 12);
    View const text = report.text;
    auto const counted = [&](std::optional<Number> const& number) {
        return number && number->decimals == 0 && number->place.to < text.size() &&
               is_among(text[number->place.to], kUnits);
    };
    auto const number = number_at(text, thing.to);
    if (counted(number) && contains_any(head, kAll) && !contains_any(head, kSome))
        return Said{number->value, number->place};
    for (auto at = thing.from > 6 ? thing.from - 6 : 0; at + 1 < thing.from; ++at) {
        auto const ahead = number_at(text, at);
        if (!counted(ahead) || ahead->place.to + 1 != thing.from) continue;
        auto const words = before(report, at, 6);
        if (ends_with_any(words, kAll) && !contains_any(before(report, at, 12), kSome))
            return Said{ahead->value, ahead->place};
    }
    return std::nullopt;
}

}  // namespace

std::vector<Finding> thing_counts(Report const& report, Known const&) {
    std::vector<Finding> out;
    for (auto const& [name, one] : listed(report)) {
        if (one.rows != 1 || one.number <= 0) continue;
        for (auto const at : places_of(report.text, name)) {
            if (report.grid_at(at) != nullptr) continue;
            Place const thing{at, at + static_cast<std::uint32_t>(name.size())};
            auto const said = said_at(report, thing);
            if (!said || said->number == one.number || is_of_case(report, thing.from)) continue;
            auto const what = to_utf8(name);
            out.push_back(finding("leftovers.count", Strength::lead,
                                  fmt::format("“{}”的数量前后不一致：文中为{}，表中为{}。", what, written(said->number),
                                              written(one.number)),
                                  {report.original(said->place), report.original(one.place)},
                                  {{"thing", what}, {"text", written(said->number)}, {"table", written(one.number)}}));
            break;
        }
    }
    return out;
}

}  // namespace anping::forensics
