// SPDX-License-Identifier: Apache-2.0
// Tables by the rules that part their cells.
#include <algorithm>
#include <numeric>

#include "page_layout.hpp"

namespace anping::worker {
namespace {

constexpr double kNear = 3;  // points: as far as the ends of rules miss one another
constexpr std::size_t kRules = 1500;
constexpr std::size_t kLines = 300;  // of a grid, across or down

std::vector<double> distinct(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    std::vector<double> out;
    for (double const value : values)
        if (out.empty() || value - out.back() > kNear) out.push_back(value);
    return out;
}

bool touch(Rule const& a, Rule const& b) {
    if (a.across == b.across) return std::abs(a.at - b.at) <= kNear && a.from <= b.to + kNear && b.from <= a.to + kNear;
    return a.at >= b.from - kNear && a.at <= b.to + kNear && b.at >= a.from - kNear && b.at <= a.to + kNear;
}

// Which of them hang together.
std::vector<std::vector<Rule>> groups_of(std::vector<Rule> const& rules) {
    std::vector<std::size_t> parent(rules.size());
    std::iota(parent.begin(), parent.end(), 0);
    auto const root = [&](std::size_t i) {
        while (parent[i] != i) i = parent[i] = parent[parent[i]];
        return i;
    };
    for (std::size_t i = 0; i < rules.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (touch(rules[i], rules[j])) parent[root(i)] = root(j);
    std::vector<std::vector<Rule>> out(rules.size());
    for (std::size_t i = 0; i < rules.size(); ++i) out[root(i)].push_back(rules[i]);
    std::erase_if(out, [](auto const& group) { return group.size() < 4; });
    return out;
}

// The smallest cells there could be; those no rule parts are one.
class Grid {
public:
    explicit Grid(std::vector<Rule> const& rules) : rules_(rules) {
        std::vector<double> xs;
        std::vector<double> ys;
        for (auto const& rule : rules) {
            (rule.across ? ys : xs).push_back(rule.at);
            (rule.across ? xs : ys).push_back(rule.from);
            (rule.across ? xs : ys).push_back(rule.to);
        }
        xs_ = distinct(std::move(xs));
        ys_ = distinct(std::move(ys));
        if (xs_.size() < 3 || ys_.size() < 3 || xs_.size() > kLines || ys_.size() > kLines) return;
        columns_ = xs_.size() - 1;
        bands_ = ys_.size() - 1;
        cell_of_.resize(columns_ * bands_);
        for (std::size_t i = 0; i < bands_; ++i)
            for (std::size_t j = 0; j < columns_; ++j) cell_of_[i * columns_ + j] = cell_at(i, j);
        words_.resize(cell_of_.size());
    }

    void take(Word const* word) {
        auto const x = place(xs_, word->box.x + word->box.width / 2);
        auto const y = place(ys_, word->box.y + word->box.height / 2);
        if (x < columns_ && y < bands_) words_[cell_of_[y * columns_ + x]].push_back(word);
    }
    PageTable table() const {
        PageTable out;
        std::size_t cells = 0;
        std::size_t filled = 0;
        for (std::size_t i = 0; i < bands_; ++i) {
            std::vector<Cell> row;
            for (std::size_t j = 0; j < columns_; ++j) {
                auto const at = i * columns_ + j;
                if (j > 0 && cell_of_[at] == cell_of_[at - 1]) continue;
                row.push_back(cell_of_[at] == at ? cell(at) : Cell{});
                cells += cell_of_[at] == at ? 1 : 0;
                filled += row.back().text.empty() ? 0 : 1;
            }
            bool const says_something = std::any_of(row.begin(), row.end(), [](auto& c) { return !c.text.empty(); });
            if (says_something) out.rows.push_back(std::move(row));
        }
        bool const wide = std::any_of(out.rows.begin(), out.rows.end(), [](auto& row) { return row.size() > 1; });
        // The grid of a chart has numbers beside it and nothing in it.
        if (!wide || out.rows.size() < 2 || filled < 3 || filled * 5 < cells) return {};
        out.box = {xs_.front(), ys_.front(), xs_.back() - xs_.front(), ys_.back() - ys_.front()};
        for (auto const& words : words_) out.words.insert(out.words.end(), words.begin(), words.end());
        return out;
    }

private:
    static std::size_t place(std::vector<double> const& lines, double at) {
        if (lines.empty() || at < lines.front() || at > lines.back()) return lines.size();
        auto const after = std::upper_bound(lines.begin(), lines.end(), at) - lines.begin();
        return static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - 1, 0));
    }
    bool is_parted(bool across, double at, double where) const {
        return std::any_of(rules_.begin(), rules_.end(), [&](Rule const& rule) {
            return rule.across == across && std::abs(rule.at - at) <= kNear && rule.from <= where && rule.to >= where;
        });
    }
    // The first of the cells it is one with: to the left, or above.
    std::size_t cell_at(std::size_t i, std::size_t j) const {
        auto const x = (xs_[j] + xs_[j + 1]) / 2;
        auto const y = (ys_[i] + ys_[i + 1]) / 2;
        if (j > 0 && !is_parted(false, xs_[j], y)) return cell_of_[i * columns_ + j - 1];
        if (i > 0 && !is_parted(true, ys_[i], x)) return cell_of_[(i - 1) * columns_ + j];
        return i * columns_ + j;
    }
    Cell cell(std::size_t at) const {
        auto const& words = words_[at];
        if (words.empty()) return {};
        Cell out{words.front()->box, joined(words)};
        for (auto const* word : words) out.box = around(out.box, word->box);
        return out;
    }

    std::vector<Rule> const& rules_;
    std::vector<double> xs_, ys_;
    std::size_t columns_ = 0, bands_ = 0;
    std::vector<std::size_t> cell_of_;
    std::vector<std::vector<Word const*>> words_;
};

}  // namespace

std::vector<PageTable> ruled_tables(std::vector<Word const*> const& words, std::vector<Rule> const& rules) {
    std::vector<PageTable> out;
    if (rules.size() > kRules) return out;  // a drawing
    for (auto const& group : groups_of(rules)) {
        Grid grid(group);
        for (auto const* word : words) grid.take(word);
        if (auto table = grid.table(); !table.rows.empty()) out.push_back(std::move(table));
    }
    // One within another stays part of it.
    std::vector<Word const*> taken;
    std::stable_sort(out.begin(), out.end(), [](auto const& a, auto const& b) {
        return a.box.width * a.box.height > b.box.width * b.box.height;
    });
    std::erase_if(out, [&](PageTable const& table) {
        bool const known = std::any_of(table.words.begin(), table.words.end(), [&](Word const* word) {
            return std::find(taken.begin(), taken.end(), word) != taken.end();
        });
        if (!known) taken.insert(taken.end(), table.words.begin(), table.words.end());
        return known;
    });
    return out;
}

}  // namespace anping::worker
