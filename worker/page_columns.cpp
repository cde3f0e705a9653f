// SPDX-License-Identifier: Apache-2.0
// Tables without rules, by what stands below one another.
#include <algorithm>
#include <cmath>
#include <optional>

#include "page_layout.hpp"

namespace anping::worker {
namespace {

constexpr double kGap = 0.9;        // of a line's height: more than stands between words
constexpr double kAlike = 3;        // points
constexpr std::size_t kMany = 3;    // columns, and rows that have them
constexpr std::size_t kShort = 45;  // bytes: a cell of a table that needs no rules says no sentences
constexpr double kFarBelow = 2.6;   // of a line's height

struct Piece {
    vault::Box box;
    std::vector<Word const*> words;
    std::size_t column = 0;
};
using Row = std::vector<Piece>;

double middle(vault::Box const& box) { return box.y + box.height / 2; }
double right(vault::Box const& box) { return box.x + box.width; }

// Words of one height on the page, whatever block they belong to.
std::vector<std::vector<Word const*>> heights_of(std::vector<Word const*> words) {
    std::erase_if(words, [](Word const* word) { return word->box.height <= 0 || word->box.width <= 0; });
    std::sort(words.begin(), words.end(), [](auto a, auto b) { return middle(a->box) < middle(b->box); });
    std::vector<std::vector<Word const*>> out;
    for (auto const* word : words) {
        bool const same = !out.empty() && middle(word->box) - middle(out.back().front()->box) <
                                              std::min(word->box.height, out.back().front()->box.height) / 2;
        if (!same) out.emplace_back();
        out.back().push_back(word);
    }
    return out;
}

Row pieces_of(std::vector<Word const*> words) {
    std::sort(words.begin(), words.end(), [](auto a, auto b) { return a->box.x < b->box.x; });
    Row out;
    for (auto const* word : words) {
        if (out.empty() || word->box.x - right(out.back().box) > kGap * word->box.height)
            out.push_back({word->box, {}, 0});
        out.back().box = around(out.back().box, word->box);
        out.back().words.push_back(word);
    }
    return out;
}

struct Column {
    double from = 0, to = 0;
    std::vector<vault::Box> boxes;
};

class Candidate {
public:
    // False when the row is no continuation.
    bool take(Row row) {
        if (!rows_.empty() &&
            middle(row.front().box) - middle(rows_.back().front().box) > kFarBelow * rows_.back().front().box.height)
            return false;
        if (rows_.empty()) {
            if (row.size() < kMany) return false;
            for (auto& piece : row) {
                piece.column = columns_.size();
                columns_.push_back({piece.box.x, right(piece.box), {piece.box}});
            }
        } else if (row.size() < 2 || !place(row)) {
            return false;
        }
        rows_.push_back(std::move(row));
        return true;
    }
    std::optional<PageTable> table() const {
        auto const full = std::count_if(rows_.begin(), rows_.end(), [](Row const& r) { return r.size() >= kMany; });
        auto const plain = std::count_if(columns_.begin(), columns_.end(), stands_below);
        if (static_cast<std::size_t>(full) < kMany || static_cast<std::size_t>(plain) < kMany || !is_terse())
            return std::nullopt;
        PageTable out;
        out.box = rows_.front().front().box;
        for (auto const& row : rows_) {
            auto& cells = out.rows.emplace_back(columns_.size());
            for (auto const& piece : row) {
                cells[piece.column] = {piece.box, joined(piece.words)};
                out.box = around(out.box, piece.box);
                out.words.insert(out.words.end(), piece.words.begin(), piece.words.end());
            }
        }
        return out;
    }

private:
    static bool overlap(Column const& column, Piece const& piece) {
        return piece.box.x < column.to && right(piece.box) > column.from;
    }
    // Each piece into its own column.
    bool place(Row& row) {
        std::vector<bool> taken(columns_.size());
        for (auto& piece : row) {
            auto const fits = [&](Column const& column) { return overlap(column, piece); };
            if (std::count_if(columns_.begin(), columns_.end(), fits) != 1) return false;
            auto const at = std::find_if(columns_.begin(), columns_.end(), fits) - columns_.begin();
            piece.column = static_cast<std::size_t>(at);
            if (taken[piece.column]) return false;
            taken[piece.column] = true;
        }
        for (auto const& piece : row) {
            auto& column = columns_[piece.column];
            column.from = std::min(column.from, piece.box.x);
            column.to = std::max(column.to, right(piece.box));
            column.boxes.push_back(piece.box);
        }
        return true;
    }
    // By its left edges, its middles or its right edges.
    static bool stands_below(Column const& column) {
        if (column.boxes.size() < kMany) return false;
        for (double const share : {0.0, 0.5, 1.0}) {
            std::vector<double> edges;
            edges.reserve(column.boxes.size());
            for (auto const& box : column.boxes) edges.push_back(box.x + share * box.width);
            std::sort(edges.begin(), edges.end());
            auto const usual = edges[edges.size() / 2];
            auto const near = std::count_if(edges.begin(), edges.end(),
                                            [&](double edge) { return std::abs(edge - usual) <= kAlike; });
            if (static_cast<std::size_t>(near) * 3 >= edges.size() * 2) return true;
        }
        return false;
    }
    bool is_terse() const {
        std::size_t pieces = 0;
        std::size_t terse = 0;
        for (auto const& row : rows_) {
            pieces += row.size();
            for (auto const& piece : row) terse += joined(piece.words).size() <= kShort ? 1 : 0;
        }
        return terse * 4 >= pieces * 3;
    }

    std::vector<Row> rows_;
    std::vector<Column> columns_;
};

}  // namespace

std::vector<PageTable> aligned_tables(std::vector<Word const*> const& words) {
    std::vector<PageTable> out;
    Candidate candidate;
    auto const close = [&] {
        if (auto table = candidate.table()) out.push_back(std::move(*table));
        candidate = {};
    };
    for (auto& at_one_height : heights_of(words)) {
        auto row = pieces_of(std::move(at_one_height));
        if (candidate.take(row)) continue;
        close();
        candidate.take(std::move(row));
    }
    close();
    return out;
}

}  // namespace anping::worker
