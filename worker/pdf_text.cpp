// SPDX-License-Identifier: Apache-2.0
#include "pdf_text.hpp"

#include <GfxFont.h>
#include <UnicodeMapFuncs.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace anping::worker {
namespace {

constexpr std::size_t kSpans = 2000;  // of a page
constexpr double kTiny = 1;           // points
constexpr double kMargin = 2;         // points that may stand over an edge
constexpr double kClear = 0.05;       // opacity
constexpr int kNoInk = 3;             // PDF 32000-1 9.3.6: neither filled nor stroked; 7 clips besides

bool is_blank(Unicode c) { return c <= 0x20 || c == 0xA0 || c == 0x3000; }

std::string utf8(Unicode const* unicode, int length) {
    std::string out;
    for (int i = 0; i < length; ++i) {
        std::array<char, 8> buffer{};
        auto const count = mapUTF8(unicode[i], buffer.data(), static_cast<int>(buffer.size()));
        out.append(buffer.data(), static_cast<std::size_t>(std::max(count, 0)));
    }
    return out;
}

bool contains(vault::Box const& box, double x, double y, double margin = 0) {
    return x >= box.x - margin && x <= box.x + box.width + margin && y >= box.y - margin &&
           y <= box.y + box.height + margin;
}

Word word_of(TextWord const* word) {
    Word out;
    double x1 = 0;
    double y1 = 0;
    double x2 = 0;
    double y2 = 0;
    word->getBBox(&x1, &y1, &x2, &y2);
    out.box = {x1, y1, std::max(0.0, x2 - x1), std::max(0.0, y2 - y1)};
    for (int i = 0; i < word->getLength(); ++i) out.text += utf8(word->getChar(i), 1);
    out.space_after = word->getSpaceAfter();
    return out;
}

}  // namespace

struct PageLayout::Drawn {
    vault::Box box;
    double x = 0, y = 0;  // its middle
    double size = 0;
    std::string text;
};

PageLayout::PageLayout(Survey const& survey) : TextOutputDev(nullptr, false, 0, false, false), survey_(survey) {
    // Of a line's height. Chinese text is full of blanks as wide as a character, which part no columns.
    setMinColSpacing1(1.5);
}

void PageLayout::drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                          CharCode code, int bytes, Unicode const* unicode, int length) {
    ++order_;
    bool const blank = length == 0 || std::all_of(unicode, unicode + length, is_blank);
    Drawn drawn;
    if (!blank) {
        double along = 0;
        double down = 0;
        state->transform(x, y, &drawn.x, &drawn.y);
        state->transformDelta(dx, dy, &along, &down);
        drawn.size = state->getTransformedFontSize();
        auto const advance = std::hypot(along, down);
        // From the line it stands on to its top; a page's heights go down.
        auto const up_x = advance > 0 ? down / advance : 0;
        auto const up_y = advance > 0 ? -along / advance : -1;
        auto const foot = 0.2 * drawn.size;
        auto const head = 0.8 * drawn.size;
        vault::Box const from{drawn.x - foot * up_x, drawn.y - foot * up_y, 0, 0};
        drawn.box = around(from, {drawn.x + along + head * up_x, drawn.y + down + head * up_y, 0, 0});
        drawn.x = drawn.box.x + drawn.box.width / 2;
        drawn.y = drawn.box.y + drawn.box.height / 2;
        drawn.text = utf8(unicode, length);
        if (auto const* how = how_hidden(state, drawn)) {
            hide(how, drawn);
            return incCharCount(bytes);
        }
        ++seen_;
    }
    TextOutputDev::drawChar(state, x, y, dx, dy, origin_x, origin_y, code, bytes, unicode, length);
}

char const* PageLayout::how_hidden(GfxState* state, Drawn const& drawn) {
    if (!contains(survey_.page(), drawn.x, drawn.y)) return "off_page";
    // A font of the third kind has sizes and colours of its own.
    bool const own_way = state->getFont() != nullptr && state->getFont()->getType() == fontType3;
    if (!own_way && drawn.size < kTiny) return "tiny";
    if (!contains(clip_of(state), drawn.x, drawn.y, kMargin)) return "invisible";
    int const render = state->getRender();
    bool const by_stroke = (render & 3) == 1;
    auto const opacity = by_stroke ? state->getStrokeOpacity() : state->getFillOpacity();
    bool const no_ink = (render & 3) == kNoInk || opacity < kClear;
    if (no_ink || is_covered(drawn)) {
        if (!survey_.is_scan()) return "invisible";
        read_off_ = true;
        return nullptr;
    }
    if (own_way) return nullptr;
    auto const colour = by_stroke ? stroke_colour(state) : fill_colour(state);
    if (!colour || !is_as_its_ground(drawn, *colour)) return nullptr;
    auto const outline = (render & 3) == 2 ? stroke_colour(state) : colour;
    return outline && is_as_its_ground(drawn, *outline) ? "white" : nullptr;
}

bool PageLayout::is_covered(Drawn const& drawn) {
    return std::any_of(survey_.areas().begin(), survey_.areas().end(), [&](Area const& area) {
        return area.rectangle && area.order >= order_ && contains(area.box, drawn.x, drawn.y) &&
               contains(area.box, drawn.box.x, drawn.box.y, kMargin) &&
               contains(area.box, drawn.box.x + drawn.box.width, drawn.box.y + drawn.box.height, kMargin);
    });
}

bool PageLayout::is_as_its_ground(Drawn const& drawn, Colour const& colour) const {
    for (auto area = survey_.areas().rbegin(); area != survey_.areas().rend(); ++area) {
        if (area->order >= order_ || !contains(area->box, drawn.x, drawn.y)) continue;
        if (!area->colour || !area->colour->looks_like(colour)) return false;
        if (area->rectangle) return true;
    }
    return colour.looks_like({1, 1, 1});
}

void PageLayout::hide(char const* how, Drawn const& drawn) {
    bool const goes_on = !hidden_.empty() && hidden_.back().how == how && hidden_at_ + 2 >= order_ &&
                         std::abs(hidden_.back().box.y - drawn.box.y) <= drawn.size / 2;
    hidden_at_ = order_;
    if (goes_on) {
        hidden_.back().text += drawn.text;
        hidden_.back().box = around(hidden_.back().box, drawn.box);
    } else if (hidden_.size() < kSpans) {
        hidden_.push_back({how, drawn.text, drawn.box});
    }
}

PageText PageLayout::text() {
    PageText out;
    for (auto const* flow = getFlows(); flow != nullptr; flow = flow->getNext()) {
        for (auto const* block = flow->getBlocks(); block != nullptr; block = block->getNext()) {
            for (auto const* line = block->getLines(); line != nullptr; line = line->getNext()) {
                auto& words = out.lines.emplace_back().words;
                for (auto const* word = line->getWords(); word != nullptr; word = word->getNext())
                    words.push_back(word_of(word));
            }
        }
    }
    out.rules = survey_.rules();
    out.hidden = std::move(hidden_);
    std::stable_sort(out.hidden.begin(), out.hidden.end(), [](auto const& a, auto const& b) {
        return a.box.y + a.box.height / 2 < b.box.y + b.box.height / 2;
    });
    return out;
}

}  // namespace anping::worker
