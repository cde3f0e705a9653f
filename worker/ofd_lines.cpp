// SPDX-License-Identifier: Apache-2.0
#include "ofd_lines.hpp"

#include <algorithm>
#include <iterator>

namespace anping::worker {
namespace {

using Line = std::vector<PageText>;

double bottom(vault::Box const& box) { return box.y + box.height; }
double right(vault::Box const& box) { return box.x + box.width; }
double middle(vault::Box const& box) { return box.y + box.height / 2; }

// Written downwards or turned: it stands in no line.
bool stands_alone(PageText const& text) { return text.box.height > 2.2 * std::max(text.size, 1.0); }

bool in_one_line(PageText const& one, PageText const& other) {
    if (stands_alone(one) || stands_alone(other)) return false;
    auto const common = std::min(bottom(one.box), bottom(other.box)) - std::max(one.box.y, other.box.y);
    return common >= 0.5 * std::min(one.box.height, other.box.height);
}

// A column that begins goes back once; a form goes back and forth.
bool goes_down(std::vector<PageText> const& texts) {
    std::size_t back = 0;
    for (std::size_t i = 1; i < texts.size(); ++i)
        if (middle(texts[i].box) < texts[i - 1].box.y - texts[i - 1].box.height / 2) ++back;
    return back <= std::max<std::size_t>(1, texts.size() / 50);
}

std::vector<Line> lines_as_written(std::vector<PageText> texts) {
    std::vector<Line> lines;
    for (auto& text : texts) {
        bool const goes_on = !lines.empty() && in_one_line(lines.back().back(), text) &&
                             text.box.x + text.size / 2 >= right(lines.back().back().box) - text.size;
        if (!goes_on) lines.emplace_back();
        lines.back().push_back(std::move(text));
    }
    return lines;
}

std::vector<Line> lines_by_place(std::vector<PageText> texts) {
    std::stable_sort(texts.begin(), texts.end(),
                     [](PageText const& a, PageText const& b) { return middle(a.box) < middle(b.box); });
    std::vector<Line> lines;
    for (auto& text : texts) {
        if (lines.empty() || !in_one_line(lines.back().front(), text)) lines.emplace_back();
        lines.back().push_back(std::move(text));
    }
    for (auto& line : lines)
        std::stable_sort(line.begin(), line.end(),
                         [](PageText const& a, PageText const& b) { return a.box.x < b.box.x; });
    return lines;
}

void append(std::vector<Line>& lines, std::vector<Line> more) {
    std::move(more.begin(), more.end(), std::back_inserter(lines));
}

// A letterhead above and a foot below leave the order of what stands between alone.
std::vector<Line> lines_of(std::vector<PageText> texts) {
    std::vector<PageText> own;
    std::vector<PageText> around;
    for (auto& text : texts) (text.of_template ? around : own).push_back(std::move(text));
    if (around.empty()) return goes_down(own) ? lines_as_written(std::move(own)) : lines_by_place(std::move(own));
    double top = 1e9;
    double end = -1e9;
    for (auto const& text : own) {
        top = std::min(top, text.box.y);
        end = std::max(end, bottom(text.box));
    }
    std::vector<PageText> above;
    std::vector<PageText> below;
    std::vector<PageText> between;
    for (auto& text : around) {
        bool const over = bottom(text.box) <= top + text.box.height / 3;
        bool const under = text.box.y >= end - text.box.height / 3;
        (over ? above : under ? below : between).push_back(std::move(text));
    }
    std::vector<Line> lines = lines_by_place(std::move(above));
    if (between.empty() && goes_down(own)) append(lines, lines_as_written(std::move(own)));
    else {
        std::move(between.begin(), between.end(), std::back_inserter(own));
        append(lines, lines_by_place(std::move(own)));
    }
    append(lines, lines_by_place(std::move(below)));
    return lines;
}

void tell_line(Line const& line, int page, Composer& composer) {
    PageText stretch;
    bool said = false;
    auto const put = [&] {
        if (stretch.text.empty()) return;
        if (said) composer.say(" ");
        composer.run(stretch.text, page, stretch.box);
        said = true;
        stretch = {};
    };
    for (auto const& text : line) {
        if (*text.hidden != '\0') {
            put();
            composer.hide(text.hidden, text.text, page, text.box);
            continue;
        }
        if (!stretch.text.empty() && text.box.x - right(stretch.box) > 0.35 * std::max(text.size, 1.0)) put();
        auto const box = stretch.text.empty() ? text.box : united(stretch.box, text.box);
        stretch.text += text.text;
        stretch.box = box;
    }
    put();
    if (said) composer.say("\n");
}

}  // namespace

void tell_page(std::vector<PageText> texts, std::vector<PagePicture> pictures, int page, Composer& composer,
               Pictures& shown) {
    std::stable_sort(pictures.begin(), pictures.end(),
                     [](PagePicture const& a, PagePicture const& b) { return middle(a.box) < middle(b.box); });
    auto picture = pictures.begin();
    for (auto const& line : lines_of(std::move(texts))) {
        for (; picture != pictures.end() && middle(picture->box) < line.front().box.y; ++picture)
            shown.show(picture->part, page, picture->box);
        tell_line(line, page, composer);
        if (composer.full()) return;
    }
    for (; picture != pictures.end(); ++picture) shown.show(picture->part, page, picture->box);
}

}  // namespace anping::worker
