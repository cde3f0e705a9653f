// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/report.hpp>

#include <algorithm>

#include "leftovers/headings.hpp"
#include "leftovers/letters.hpp"

namespace anping::forensics {
namespace {

constexpr std::size_t kShortLine = 20;         // in half characters; shorter ones end where their writer ended them
constexpr std::size_t kWidestPage = 160;       // in half characters
constexpr std::uint32_t kLongestCover = 6000;  // where no chapter is recognised

// As it stands in the flow; 0 for a character nobody sees.
char32_t plain_form(char32_t one) {
    if (one >= 0xff01 && one <= 0xff5e) return one - 0xfee0;
    if (one == 0x3000 || one == 0xa0 || one == U'\v') return U' ';
    if (one == U'\f') return U'\n';
    if (one == 0x2010 || one == 0x2013 || one == 0x2014 || one == 0x2212) return U'-';
    if (one == U'\r' || one == 0xad || one == 0xfeff || one == 0x2060 || (one >= 0x200b && one <= 0x200f)) return 0;
    return one;
}

bool is_word(char32_t one) { return is_digit(one) || is_letter(one); }

// Between two hanzi a blank may part two names, between a letter and what follows two words.
bool parts(char32_t left, char32_t right) {
    if (is_hanzi(left) && is_hanzi(right)) return true;
    return is_word(left) && is_word(right) && !(is_digit(left) && is_letter(right));
}

struct Line {
    std::u32string text;
    std::vector<std::uint32_t> origin;
};

void put(Line& line, char32_t one, std::uint32_t point, std::uint32_t& blank) {
    if (one == U' ') {
        if (blank == 0) blank = point + 1;
        return;
    }
    // What parts a heading from its number stays.
    bool const after_number = line.text.find_first_not_of(U"0123456789.") == View::npos;
    if (blank != 0 && !line.text.empty() && ((after_number && is_hanzi(one)) || parts(line.text.back(), one))) {
        line.text.push_back(U' ');
        line.origin.push_back(blank - 1);
    }
    blank = 0;
    line.text.push_back(one);
    line.origin.push_back(point);
}

std::vector<Line> lines_of(View points) {
    std::vector<Line> out(1);
    std::uint32_t blank = 0;  // where it began, from 1
    for (std::uint32_t i = 0; i < points.size(); ++i) {
        auto const one = plain_form(points[i]);
        if (one == 0) continue;
        put(out.back(), one, i, blank);
        if (one == U'\n') {
            out.emplace_back();
            blank = 0;
        }
    }
    if (out.back().text.empty()) out.pop_back();
    return out;
}

bool is_row(View line) { return contains(line, U"\t"); }

// In half characters.
std::size_t width_of(View line) {
    std::size_t out = 0;
    for (auto const one : line) out += one < 0x80 ? 1 : 2;
    return out;
}

// What fills a line of the page; nothing where lines are paragraphs.
std::size_t page_width(std::vector<Line> const& lines) {
    std::vector<std::size_t> widths;
    for (auto const& line : lines)
        if (auto const width = width_of(line.text); width > kShortLine && !is_row(line.text)) widths.push_back(width);
    if (widths.empty()) return 0;
    auto const nth = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
    std::ranges::nth_element(widths, nth);
    return *nth <= kWidestPage ? *nth : 0;
}

// Whether the writer went on where the page's edge was.
bool goes_on(View line, View next, std::size_t page) {
    if (page == 0 || width_of(line) * 10 < page * 8 || is_row(line) || is_row(next) || next.size() < 2 ||
        item_mark(next) > 0)
        return false;
    auto const last = line[line.size() - 2];
    auto const first = next.front();
    if (is_among(first, U",。、;:)》”") || (last == U'.' && is_digit(first)) || (is_digit(last) && first == U'.'))
        return true;
    if (is_among(last, U"(《“:")) return true;
    if (!is_hanzi(last) && !is_word(last) && !is_among(last, U",、")) return false;
    if (is_hanzi(first)) return true;
    return !is_among(last, U",、") && (is_word(first) || first == U'(' || first == U'“');
}

class Flow {
public:
    explicit Flow(Report& report) : report_(report) {}
    void add(std::vector<Line> lines) {
        auto const page = page_width(lines);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            auto heading = numbered_line(lines[i].text);
            auto const from = size();
            auto const next = i + 1 < lines.size() ? View(lines[i + 1].text) : View{};
            bool const joins = !heading && goes_on(lines[i].text, next, page) && !numbered_line(next);
            if (joins) lines[i].text.pop_back();
            report_.text += lines[i].text;
            report_.origin.insert(report_.origin.end(), lines[i].origin.begin(),
                                  lines[i].origin.begin() + static_cast<std::ptrdiff_t>(lines[i].text.size()));
            if (!heading) continue;
            heading->line = {from, size()};
            numbered_.push_back(std::move(*heading));
        }
    }
    std::vector<NumberedLine> take() { return std::move(numbered_); }

private:
    std::uint32_t size() const { return static_cast<std::uint32_t>(report_.text.size()); }
    Report& report_;
    std::vector<NumberedLine> numbered_;
};

std::vector<Place> sentences_of(View text) {
    std::vector<Place> out;
    std::uint32_t from = 0;
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        if (!is_stop(text[i]) && i + 1 < text.size()) continue;
        out.push_back({from, i + 1});
        from = i + 1;
    }
    return out;
}

Cell cell_of(Report const& report, Place place) {
    auto text = report.at(place);
    return {place, std::u32string(trimmed(text))};
}

std::vector<Cell> cells_of(Report const& report, Place line) {
    std::vector<Cell> out;
    auto from = line.from;
    for (auto i = line.from; i <= line.to; ++i) {
        if (i < line.to && report.text[i] != U'\t' && report.text[i] != U'\n') continue;
        out.push_back(cell_of(report, {from, i}));
        from = i + 1;
        if (i < line.to && report.text[i] == U'\n') break;
    }
    return out;
}

std::vector<Grid> grids_of_lines(Report const& report) {
    std::vector<Grid> out;
    bool open = false;
    for (std::uint32_t from = 0; from < report.text.size();) {
        auto const end =
            static_cast<std::uint32_t>(std::min(report.text.find(U'\n', from), report.text.size() - 1) + 1);
        bool const row = is_row(report.at({from, end}));
        if (row && !open) out.push_back({{}, {from, end}});
        if (row) {
            out.back().rows.push_back(cells_of(report, {from, end}));
            out.back().place.to = end;
        }
        open = row;
        from = end;
    }
    std::erase_if(out, [](Grid const& one) { return one.rows.size() < 2; });
    return out;
}

std::vector<Grid> grids_of_tables(Report const& report, vault::Document const& document) {
    auto const at = [&](std::uint32_t point) {
        auto const end = report.origin.end() - 1;  // the last is the end's
        return static_cast<std::uint32_t>(std::lower_bound(report.origin.begin(), end, point) - report.origin.begin());
    };
    std::vector<Grid> out;
    for (auto const& table : document.tables) {
        Grid grid;
        for (auto const& row : table.rows) {
            std::vector<Cell> cells;
            cells.reserve(row.size());
            for (auto const& cell : row) cells.push_back(cell_of(report, {at(cell.from), at(cell.to)}));
            if (!cells.empty()) grid.rows.push_back(std::move(cells));
        }
        if (grid.rows.size() < 2) continue;
        grid.place = {grid.rows.front().front().place.from, grid.rows.back().back().place.to};
        out.push_back(std::move(grid));
    }
    std::ranges::sort(out, {}, [](Grid const& one) { return one.place.from; });
    return out;
}

std::uint32_t cover_of(Report const& report) {
    for (auto const& heading : report.headings)
        if (heading.level == 1 && !heading.title.ends_with(U"言") && heading.title != U"编制说明")
            return heading.line.from;
    return std::min(kLongestCover, static_cast<std::uint32_t>(report.text.size()));
}

}  // namespace

Report report_of(vault::Document const& document) {
    Report out;
    auto const points = to_points(document.text);
    Flow flow(out);
    flow.add(lines_of(points));
    out.origin.push_back(static_cast<std::uint32_t>(points.size()));
    out.headings = headings_of(flow.take(), static_cast<std::uint32_t>(out.text.size()));
    out.sentences = sentences_of(out.text);
    out.cover = cover_of(out);
    bool const by_lines = document.tables.empty() || document.media_type == "text/plain";
    out.grids = by_lines ? grids_of_lines(out) : grids_of_tables(out, document);
    out.folded = text::fold(document.text);
    return out;
}

std::u32string plain(std::string_view utf8) {
    std::u32string out;
    for (auto& line : lines_of(to_points(utf8))) out += line.text;
    return out;
}

Place Report::original(Place place) const noexcept {
    if (place.from >= place.to) return {origin[place.from], origin[place.from]};
    return {origin[place.from], origin[place.to - 1] + 1};
}

Place Report::sentence_at(std::uint32_t at) const noexcept {
    auto const found = std::ranges::upper_bound(sentences, at, {}, &Place::to);
    return found == sentences.end() ? Place{} : *found;
}

std::vector<Heading const*> Report::above(std::uint32_t at) const {
    std::vector<Heading const*> out;
    for (auto const& one : headings)
        if (one.line.from <= at && at < one.end) out.push_back(&one);
    return out;
}

Grid const* Report::grid_at(std::uint32_t at) const noexcept {
    auto const found = std::ranges::upper_bound(grids, at, {}, [](Grid const& one) { return one.place.to; });
    return found == grids.end() || found->place.from > at ? nullptr : &*found;
}

}  // namespace anping::forensics
