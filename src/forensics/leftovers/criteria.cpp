// SPDX-License-Identifier: Apache-2.0
#include "leftovers/criteria.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "leftovers/criterion_words.hpp"
#include "leftovers/gone_through.hpp"

namespace anping::forensics {
namespace {

// The cell of a list's table that repeats a criterion, whose row says nothing more.
Place left_open(Report const& report, View criterion) {
    for (auto const& grid : report.grids)
        for (auto const& row : grid.rows)
            for (std::size_t i = 0; i + 1 < row.size(); ++i) {
                auto const cell = bare(row[i].text);
                if (cell.size() < Grams::kLong || Grams(cell).share_of(criterion) < Grams::kSame) continue;
                bool const empty = std::all_of(row.begin() + static_cast<std::ptrdiff_t>(i) + 1, row.end(),
                                               [](Cell const& one) { return one.text.empty(); });
                if (empty) return row[i].place;
            }
    return {};
}

std::string numbers_of(std::vector<Criterion const*> const& criteria) {
    std::string out;
    for (auto const* one : criteria) out += (out.empty() ? "" : "、") + one->number;
    return out;
}

// Sentences and rows of tables, bare.
class Sentences {
public:
    explicit Sentences(Report const& report) {
        bare_.reserve(report.sentences.size());
        for (auto const sentence : report.sentences)
            if (sentence.from >= report.cover) bare_.push_back(bare(report.at(sentence)));
    }
    bool say(SaidAs const& said_as) const {
        Ways const ways(said_as);
        return std::ranges::any_of(bare_, [&](auto const& sentence) { return ways.are_said_in(sentence); });
    }

private:
    std::vector<std::u32string> bare_;
};

Finding missing(std::vector<Criterion const*> const& left_out, std::size_t all, std::string const& title) {
    auto const list = title.empty() ? std::string("重大事故隐患判定标准") : fmt::format("《{}》", title);
    auto const numbers = numbers_of(left_out);
    auto const many = fmt::format("{}", left_out.size());
    std::vector<Fact> facts{{"left_out", numbers}, {"criteria", fmt::format("{}", all)}};
    if (left_out.size() == all)
        return finding("leftovers.criteria", Strength::suspected,
                       fmt::format("报告没有对照{}（{}项）逐项判定。", list, all), {}, std::move(facts));
    return finding("leftovers.criteria", Strength::suspected,
                   fmt::format("{}共{}项，报告漏判{}项：第{}项。", list, all, many, numbers), {}, std::move(facts));
}

}  // namespace

std::vector<Finding> criteria(Report const& report, Known const& known) {
    std::vector<Finding> out;
    auto const& all = known.criteria;
    if (all.empty()) return out;
    Grams const grams(bare(report.text));
    Sentences const sentences(report);
    std::vector<Criterion const*> left_out;
    std::vector<Criterion const*> open;
    std::vector<Place> where;
    for (auto const& one : all) {
        auto const text = bare(one.text);
        if (grams.share_of(text) < Grams::kSame && !sentences.say(one.said_as)) {
            left_out.push_back(&one);
        } else if (auto const cell = left_open(report, text); cell.to > cell.from) {
            open.push_back(&one);
            where.push_back(report.original(cell));
        }
    }
    if (!left_out.empty()) {
        GoneThrough const counted(report, all);
        std::erase_if(left_out, [&](Criterion const* one) {
            return counted.whole() || counted.judges(static_cast<std::size_t>(one - all.data()) + 1);
        });
    }
    if (!left_out.empty()) out.push_back(missing(left_out, all.size(), known.criteria_title));
    if (!open.empty())
        out.push_back(finding("leftovers.criteria", Strength::lead,
                              fmt::format("重大事故隐患判定标准第{}项列出而没有判定。", numbers_of(open)), where,
                              {{"left_open", numbers_of(open)}}));
    return out;
}

}  // namespace anping::forensics
