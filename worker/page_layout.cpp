// SPDX-License-Identifier: Apache-2.0
#include "page_layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace anping::worker {
namespace {

constexpr double kWordGap = 0.15;  // of a line's height

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// A page's program may put its text anywhere.
double tenth(double value) {
    if (!std::isfinite(value)) return 0;
    return std::round(std::clamp(value, -vault::kFarthest, vault::kFarthest) * 10) / 10;
}

double middle(vault::Box const& box) { return box.y + box.height / 2; }

class Saying {
public:
    Saying(PageText const& page, int number, Composer& composer) : page_(page), number_(number), composer_(composer) {
        std::vector<Word const*> words;
        for (auto const& line : page.lines)
            for (auto const& word : line.words) words.push_back(&word);
        tables_ = ruled_tables(words, page.rules);
        for (std::size_t i = 0; i < tables_.size(); ++i) claim(i);
        std::erase_if(words, [&](Word const* word) { return table_of_.contains(word); });
        for (auto& table : aligned_tables(words)) {
            tables_.push_back(std::move(table));
            claim(tables_.size() - 1);
        }
        said_.resize(tables_.size());
    }

    void all() {
        for (auto const& line : page_.lines) {
            std::vector<Word const*> rest;
            for (auto const& word : line.words) {
                auto const at = table_of_.find(&word);
                if (at == table_of_.end()) {
                    rest.push_back(&word);
                    continue;
                }
                say_line(rest);
                rest.clear();
                if (!said_[at->second]) say_table(at->second);
            }
            say_line(rest);
        }
        for (; hidden_ < page_.hidden.size(); ++hidden_) hide(page_.hidden[hidden_]);
    }

private:
    void claim(std::size_t table) {
        for (auto const* word : tables_[table].words) table_of_[word] = table;
    }
    void hide(HiddenSpan const& span) { composer_.hide(span.how, span.text, number_, rounded(span.box)); }
    void hide_above(vault::Box const& box) {
        while (hidden_ < page_.hidden.size() && middle(page_.hidden[hidden_].box) < middle(box))
            hide(page_.hidden[hidden_++]);
    }
    void say_line(std::vector<Word const*> const& words) {
        if (words.empty()) return;
        auto box = words.front()->box;
        for (auto const* word : words) box = around(box, word->box);
        hide_above(box);
        composer_.run(joined(words), number_, rounded(box));
        composer_.say("\n");
    }
    void say_table(std::size_t which) {
        said_[which] = true;
        auto const& table = tables_[which];
        hide_above(table.box);
        composer_.table(number_);
        for (auto const& row : table.rows) {
            composer_.row();
            for (auto const& cell : row) {
                composer_.cell();
                if (!cell.text.empty()) composer_.run(cell.text, number_, rounded(cell.box));
            }
        }
        composer_.end_table();
    }

    PageText const& page_;
    int number_;
    Composer& composer_;
    std::vector<PageTable> tables_;
    std::map<Word const*, std::size_t> table_of_;
    std::vector<bool> said_;
    std::size_t hidden_ = 0;
};

}  // namespace

vault::Box rounded(vault::Box const& box) { return {tenth(box.x), tenth(box.y), tenth(box.width), tenth(box.height)}; }

vault::Box around(vault::Box const& a, vault::Box const& b) {
    auto const x = std::min(a.x, b.x);
    auto const y = std::min(a.y, b.y);
    return {x, y, std::max(a.x + a.width, b.x + b.width) - x, std::max(a.y + a.height, b.y + b.height) - y};
}

std::string joined(std::vector<Word const*> const& words) {
    std::string out;
    Word const* before = nullptr;
    for (auto const* word : words) {
        if (word->text.empty()) continue;
        if (before != nullptr) {
            bool const wraps = word->box.y > before->box.y + before->box.height / 2;
            bool const letters = is_ascii(out.back()) && is_ascii(word->text.front());
            auto const gap = word->box.x - before->box.x - before->box.width;
            bool const apart = before->space_after || gap > kWordGap * word->box.height;
            if (wraps ? letters : apart) out += ' ';
        }
        out += word->text;
        before = word;
    }
    return out;
}

void say_page(PageText const& page, int number, Composer& composer) { Saying(page, number, composer).all(); }

}  // namespace anping::worker
