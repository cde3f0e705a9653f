// SPDX-License-Identifier: Apache-2.0
#include "leftovers/measures.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "leftovers/headings.hpp"
#include "leftovers/parties.hpp"

namespace anping::forensics {
namespace {

constexpr View kProblems[] = {U"存在的问题", U"存在问题",   U"主要问题", U"不符合项",   U"不合格项", U"隐患清单",
                              U"发现的问题", U"事故隐患及", U"现场问题", U"问题及整改", U"问题清单", U"发现问题"};
constexpr View kMeasures[] = {U"措施", U"建议"};
constexpr View kRectifies[] = {U"整改", U"针对"};
constexpr View kProblemColumn[] = {U"问题", U"隐患", U"不符合项", U"不合格项"};
constexpr View kMeasureColumn[] = {U"措施", U"整改", U"建议"};
// Pairs that say nothing of what is meant.
constexpr View kCommon[] = {U"设置", U"进行", U"加强", U"安全", U"管理", U"要求", U"规定", U"企业", U"现场", U"应当",
                            U"完善", U"规范", U"标准", U"检查", U"整改", U"存在", U"未按", U"按照", U"并应", U"落实",
                            U"制定", U"及时", U"不符", U"符合", U"公司", U"部分", U"对现", U"部位", U"未设", U"应设",
                            U"增设", U"已按", U"建议", U"立即", U"完成", U"不完", U"缺少", U"没有", U"补充"};
constexpr std::size_t kShortest = 6;  // characters of an item
constexpr std::size_t kShared = 2;    // pairs: a word of three characters, or two words

using Pairs = std::set<std::u32string>;

struct Item {
    Place place;
    Pairs pairs;
};

Pairs pairs_of(View text) {
    Pairs out;
    auto const letters = bare(text);
    for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
        auto const pair = View(letters).substr(i, 2);
        if (std::ranges::find(kCommon, pair) == std::end(kCommon)) out.emplace(pair);
    }
    return out;
}

bool are_of_one_thing(Item const& a, Item const& b) {
    std::size_t shared = 0;
    for (auto const& pair : a.pairs) shared += b.pairs.contains(pair) ? 1 : 0;
    return shared >= kShared;
}

void add(std::vector<Item>& out, Report const& report, Place place) {
    auto const text = trimmed(report.at(place));
    if (bare(text).size() >= kShortest) out.push_back({place, pairs_of(text)});
}

// Items of the section's list, without its tables.
std::vector<Item> items_in(Report const& report, Place section) {
    std::vector<Item> out;
    for (auto from = section.from; from < section.to;) {
        auto const end =
            static_cast<std::uint32_t>(std::min<std::size_t>(report.text.find(U'\n', from), section.to - 1) + 1);
        auto const mark = item_mark(report.at({from, end}));
        if (mark > 0 && report.grid_at(from) == nullptr)
            add(out, report, {from + static_cast<std::uint32_t>(mark), end});
        from = end;
    }
    return out;
}

struct Lists {
    std::vector<Item> problems;
    std::vector<Item> rectified;  // measures that are for problems
    std::vector<Item> general;
    std::vector<Place> open;  // problems whose row has no measure
};

std::size_t column_of(std::vector<Cell> const& head, Words words, Words without) {
    for (std::size_t i = 0; i < head.size(); ++i)
        if (contains_any(head[i].text, words) && !contains_any(head[i].text, without)) return i;
    return head.size();
}

void read_grid(Report const& report, Grid const& grid, Lists& out) {
    auto const& head = grid.rows.front();
    auto const problem = column_of(head, kProblemColumn, kMeasureColumn);
    auto const measure = column_of(head, kMeasureColumn, std::array<View, 2>{U"期限", U"责任"});
    if (problem == head.size() || measure == head.size()) return;
    for (std::size_t i = 1; i < grid.rows.size(); ++i) {
        auto const& row = grid.rows[i];
        if (row.size() != head.size() || bare(row[problem].text).size() < kShortest) continue;
        add(out.problems, report, row[problem].place);
        if (row[measure].text.empty()) {
            out.open.push_back(report.original(row[problem].place));
        } else {
            add(out.rectified, report, row[measure].place);
        }
    }
}

Lists lists_of(Report const& report) {
    Lists out;
    std::uint32_t end = 0;  // of the section read last; what lies in it was read with it
    for (auto const& heading : report.headings) {
        if (heading.level == 1 && !contains_any(heading.title, kProblems) && !contains_any(heading.title, kMeasures))
            continue;
        if (contains(heading.title, U"判定")) continue;
        Place const body{heading.line.to, heading.end};
        bool const has_inner = std::ranges::any_of(
            report.headings, [&](Heading const& one) { return one.line.from >= body.from && one.line.from < body.to; });
        if (has_inner || body.from < end) continue;
        std::vector<Item>* to = contains_any(heading.title, kProblems) ? &out.problems
                                : contains_any(heading.title, kMeasures) && contains_any(heading.title, kRectifies)
                                    ? &out.rectified
                                : contains_any(heading.title, kMeasures) ? &out.general
                                                                         : nullptr;
        if (to == nullptr) continue;
        std::ranges::move(items_in(report, body), std::back_inserter(*to));
        end = body.to;
    }
    for (auto const& grid : report.grids) read_grid(report, grid, out);
    return out;
}

std::vector<Place> without_match(Report const& report, std::vector<Item> const& items,
                                 std::span<std::vector<Item> const* const> others) {
    std::vector<Place> out;
    for (auto const& item : items) {
        bool const matched = std::ranges::any_of(others, [&](auto const* list) {
            return std::ranges::any_of(*list, [&](Item const& one) { return are_of_one_thing(item, one); });
        });
        if (!matched) out.push_back(report.original(item.place));
    }
    return out;
}

Strength strength_of(std::size_t left, std::size_t all) {
    return left * 2 > all && left > 1 ? Strength::suspected : Strength::lead;
}

}  // namespace

std::vector<Finding> measures(Report const& report, Known const&) {
    auto const lists = lists_of(report);
    std::vector<Finding> out;
    if (lists.problems.empty()) return out;
    std::vector<Item> const* const all[] = {&lists.rectified, &lists.general};
    auto unmet = lists.open;
    for (auto const place : without_match(report, lists.problems, all))
        if (std::ranges::find(unmet, place.from, &Place::from) == unmet.end()) unmet.push_back(place);
    auto const many = lists.problems.size();
    if (!unmet.empty())
        out.push_back(
            finding("leftovers.problem", strength_of(unmet.size(), many),
                    fmt::format("报告写明的{}项问题中，{}项没有相应的对策措施。", many, unmet.size()), unmet,
                    {{"problems", fmt::format("{}", many)}, {"without_measure", fmt::format("{}", unmet.size())}}));
    std::vector<Item> const* const problems[] = {&lists.problems};
    auto const idle = without_match(report, lists.rectified, problems);
    if (!idle.empty())
        out.push_back(finding(
            "leftovers.measure", strength_of(idle.size(), lists.rectified.size()),
            fmt::format("{}项整改措施中，{}项对应不到报告写明的问题。", lists.rectified.size(), idle.size()), idle,
            {{"measures", fmt::format("{}", lists.rectified.size())},
             {"without_problem", fmt::format("{}", idle.size())}}));
    return out;
}

}  // namespace anping::forensics
