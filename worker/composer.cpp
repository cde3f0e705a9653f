// SPDX-License-Identifier: Apache-2.0
#include "composer.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace anping::worker {
namespace {

// The length of the character that begins here, and its number; one byte and U+FFFD when it is none.
std::pair<std::size_t, char32_t> character_at(std::string_view utf8) {
    auto const first = static_cast<unsigned char>(utf8.front());
    std::size_t const length = first < 0x80   ? 1
                               : first < 0xC2 ? 0
                               : first < 0xE0 ? 2
                               : first < 0xF0 ? 3
                               : first < 0xF5 ? 4
                                              : 0;
    if (length == 0 || length > utf8.size()) return {1, U'\uFFFD'};
    char32_t point = length == 1 ? first : first & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        auto const next = static_cast<unsigned char>(utf8[i]);
        if ((next & 0xC0u) != 0x80) return {1, U'\uFFFD'};
        point = point << 6 | (next & 0x3Fu);
    }
    constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
    bool const surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (point < kLeast[length] || surrogate || point > 0x10FFFF) return {1, U'\uFFFD'};
    return {length, point};
}

// Default ignorable code points of Unicode that a text has no use for.
bool has_no_width(char32_t point) {
    return point == 0xAD || point == 0x180E || (point >= 0x200B && point <= 0x200F) ||
           (point >= 0x202A && point <= 0x202E) || (point >= 0x2060 && point <= 0x206F) || point == 0xFEFF ||
           (point >= 0xE0000 && point <= 0xE0FFF);
}

// They choose among the shapes of the character before them and say nothing; a name may need one.
bool chooses_shape(char32_t point) {
    return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
}

bool is_control(char32_t point) { return (point < 0x20 && point != '\n' && point != '\t') || point == 0x7F; }

constexpr std::string_view kNoCharacter = "\xEF\xBF\xBD";

std::string cleaned(std::string_view utf8) {
    std::string out;
    while (!utf8.empty()) {
        auto const [length, point] = character_at(utf8);
        if (point == U'\uFFFD') out += kNoCharacter;
        else if (is_control(point)) out += ' ';
        else out += utf8.substr(0, length);
        utf8.remove_prefix(length);
    }
    return out;
}

}  // namespace

void Composer::append(std::string_view character, char32_t point) {
    if (in_cell_ && (point == '\n' || point == '\t')) return break_cell();
    if (blank_due_) {
        blank_due_ = false;
        document.text += ' ';
        ++at_;
    }
    if (point == U'\uFFFD') document.text += kNoCharacter;
    else if (is_control(point)) document.text += ' ';
    else document.text += character;
    ++at_;
}

void Composer::say(std::string_view utf8, int page, vault::Box const& box) {
    std::string unseen;
    auto const put_apart = [&] {
        if (!unseen.empty()) hide("zero_width", std::exchange(unseen, {}), page, box);
    };
    while (!utf8.empty() && !full()) {
        auto const [length, point] = character_at(utf8);
        auto const character = utf8.substr(0, length);
        utf8.remove_prefix(length);
        if (chooses_shape(point)) continue;
        if (has_no_width(point)) {
            unseen += character;
            continue;
        }
        put_apart();
        append(character, point);
    }
    put_apart();
}

void Composer::run(std::string_view utf8, int page, vault::Box const& box, double confidence) {
    if (blank_due_ && !utf8.empty()) {
        blank_due_ = false;
        say(" ");
    }
    auto const from = at_;
    say(utf8, page, box);
    if (at_ > from) document.runs.push_back({from, at_, page, box, confidence});
}

// A file of nothing else is told by its first ones, and one kind does not crowd out another.
bool Composer::takes_another(std::string const& how) {
    constexpr std::size_t kHidden = 5'000;
    return ++hidden_[how] <= kHidden;
}

void Composer::mark(std::string how, std::string_view utf8, std::uint32_t at) {
    if (!takes_another(how)) return;
    auto const& runs = document.runs;
    auto const after = std::partition_point(runs.begin(), runs.end(), [&](auto const& run) { return run.from <= at; });
    vault::HiddenText entry{std::move(how), cleaned(utf8), at, 0, {}};
    if (after != runs.begin() && at < std::prev(after)->to) {
        entry.page = std::prev(after)->page;
        entry.box = std::prev(after)->box;
    }
    document.hidden.push_back(std::move(entry));
}

void Composer::hide(std::string how, std::string_view utf8, int page, vault::Box const& box) {
    auto text = cleaned(utf8.substr(0, limit_ - std::min(limit_, hidden_bytes_)));
    if (text.empty()) return;
    auto& entries = document.hidden;
    bool const follows =
        !entries.empty() && entries.back().how == how && entries.back().at == at_ && entries.back().page == page;
    auto const same = [](vault::Box const& a, vault::Box const& b) {
        return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height;
    };
    if (!follows || !same(entries.back().box, box)) {
        if (!takes_another(how)) return;
        hidden_bytes_ += text.size();
        entries.push_back({std::move(how), std::move(text), at_, page, box});
        return;
    }
    hidden_bytes_ += text.size();
    entries.back().text += text;
}

void Composer::tell(std::string_view name, std::string_view value) {
    constexpr std::size_t kEntries = 5'000;
    constexpr std::size_t kValue = 1'000;  // bytes
    auto line = cleaned(value.substr(0, kValue));
    std::replace(line.begin(), line.end(), '\n', ' ');
    std::replace(line.begin(), line.end(), '\t', ' ');
    auto const from = line.find_first_not_of(' ');
    if (from == line.npos || document.metadata.size() >= kEntries) return;
    if (value.size() > kValue)  // cut within a character
        while (line.ends_with(kNoCharacter)) line.resize(line.size() - kNoCharacter.size());
    document.metadata.push_back({cleaned(name), line.substr(from, line.find_last_not_of(' ') - from + 1)});
}

void Composer::table(int page) {
    if (depth_++ > 0) return;
    if (!document.text.empty() && document.text.back() != '\n') say("\n");
    document.tables.push_back({page, {}});
    open_ = &document.tables.back();
}

void Composer::close_cell() {
    if (!in_cell_) return;
    open_->rows.back().back().to = at_;
    in_cell_ = false;
    blank_due_ = false;
}

// A cell neither begins nor ends with a blank of ours.
void Composer::break_cell() { blank_due_ = at_ > open_->rows.back().back().from; }

void Composer::row() {
    if (depth_ > 1 && in_cell_) break_cell();
    if (depth_ != 1) return;
    close_cell();
    if (full() && !open_->rows.empty()) return;
    if (!open_->rows.empty()) say("\n");
    open_->rows.emplace_back();
}

void Composer::cell() {
    if (depth_ > 1 && in_cell_) break_cell();
    if (depth_ != 1) return;
    if (open_->rows.empty()) row();
    close_cell();
    if (full()) return;
    if (!open_->rows.back().empty()) say("\t");
    open_->rows.back().push_back({at_, at_});
    in_cell_ = true;
}

void Composer::end_table() {
    if (depth_ == 0) return;
    if (--depth_ > 0) {
        if (in_cell_) break_cell();
        return;
    }
    close_cell();
    open_ = nullptr;
    say("\n");
}

}  // namespace anping::worker
