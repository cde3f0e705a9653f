// SPDX-License-Identifier: Apache-2.0
#include "pdf_survey.hpp"

#include <Gfx.h>
#include <GfxState.h>
#include <Stream.h>

#include <algorithm>
#include <cmath>

namespace anping::worker {
namespace {

constexpr std::size_t kAreas = 5000;
constexpr std::size_t kRules = 5000;
constexpr double kThin = 2.5;    // points: a rule, however it is painted
constexpr double kShort = 5;     // no rule, no ground to write on
constexpr double kClose = 0.06;  // of a colour's range, in each of its parts
constexpr double kOpaque = 0.95;

Colour colour_of(GfxRGB const& rgb) { return {colToDbl(rgb.r), colToDbl(rgb.g), colToDbl(rgb.b)}; }

vault::Box bounds(double x1, double y1, double x2, double y2) {
    return {std::min(x1, x2), std::min(y1, y2), std::abs(x2 - x1), std::abs(y2 - y1)};
}

vault::Box bounds_of(GfxState const* state, GfxSubpath const* path) {
    double x = 0;
    double y = 0;
    state->transform(path->getX(0), path->getY(0), &x, &y);
    vault::Box out{x, y, 0, 0};
    for (int i = 1; i < path->getNumPoints(); ++i) {
        state->transform(path->getX(i), path->getY(i), &x, &y);
        out = around(out, {x, y, 0, 0});
    }
    return out;
}

// Four corners, each side along an axis of the page.
bool is_rectangle(GfxState const* state, GfxSubpath const* path) {
    int const points = path->getNumPoints();
    if (points < 4 || points > 5) return false;
    double before_x = 0;
    double before_y = 0;
    state->transform(path->getX(points - 1), path->getY(points - 1), &before_x, &before_y);
    for (int i = 0; i < points; ++i) {
        if (path->getCurve(i)) return false;
        double x = 0;
        double y = 0;
        state->transform(path->getX(i), path->getY(i), &x, &y);
        if (std::abs(x - before_x) > 0.5 && std::abs(y - before_y) > 0.5) return false;
        before_x = x;
        before_y = y;
    }
    return true;
}

bool covers_alone(GfxState* state, double opacity) {
    return state->getBlendMode() == gfxBlendNormal && opacity >= kOpaque;
}

}  // namespace

bool Colour::looks_like(Colour const& other) const {
    return std::abs(red - other.red) <= kClose && std::abs(green - other.green) <= kClose &&
           std::abs(blue - other.blue) <= kClose;
}

std::optional<Colour> fill_colour(GfxState* state) {
    if (state->getFillPattern() != nullptr || state->getFillColorSpace()->getMode() == csPattern) return std::nullopt;
    GfxRGB rgb;
    state->getFillRGB(&rgb);
    return colour_of(rgb);
}

std::optional<Colour> stroke_colour(GfxState* state) {
    if (state->getStrokePattern() != nullptr || state->getStrokeColorSpace()->getMode() == csPattern)
        return std::nullopt;
    GfxRGB rgb;
    state->getStrokeRGB(&rgb);
    return colour_of(rgb);
}

vault::Box unit_square(GfxState const* state) {
    double x = 0;
    double y = 0;
    state->transform(0, 0, &x, &y);
    vault::Box out{x, y, 0, 0};
    for (auto const& [u, v] : {std::pair{1.0, 0.0}, std::pair{0.0, 1.0}, std::pair{1.0, 1.0}}) {
        state->transform(u, v, &x, &y);
        out = around(out, {x, y, 0, 0});
    }
    return out;
}

vault::Box clip_of(GfxState const* state) {
    double x1 = 0;
    double y1 = 0;
    double x2 = 0;
    double y2 = 0;
    state->getClipBBox(&x1, &y1, &x2, &y2);
    return bounds(x1, y1, x2, y2);
}

vault::Box common(vault::Box const& a, vault::Box const& b) {
    auto const x = std::max(a.x, b.x);
    auto const y = std::max(a.y, b.y);
    return {x, y, std::max(0.0, std::min(a.x + a.width, b.x + b.width) - x),
            std::max(0.0, std::min(a.y + a.height, b.y + b.height) - y)};
}

void Survey::startPage(int /*number*/, GfxState* state, XRef* /*xref*/) {
    page_ = {0, 0, state->getPageWidth(), state->getPageHeight()};
}

void Survey::drawChar(GfxState* state, double, double, double, double, double, double, CharCode, int, Unicode const*,
                      int) {
    ++order_;
    if ((state->getRender() & 3) != 3) ++printed_;
}

void Survey::add(Area area) {
    if (areas_.size() >= kAreas || area.box.width < kShort || area.box.height < kShort) return;
    area.order = order_;
    areas_.push_back(area);
}

void Survey::add_rule(vault::Box const& box) {
    if (rules_.size() >= kRules || std::max(box.width, box.height) < kShort) return;
    if (box.height <= kThin && box.width > box.height)
        rules_.push_back({true, box.y + box.height / 2, box.x, box.x + box.width});
    else if (box.width <= kThin) rules_.push_back({false, box.x + box.width / 2, box.y, box.y + box.height});
}

void Survey::stroke(GfxState* state) {
    ++paths_;
    auto const* path = state->getPath();
    auto const width = state->getTransformedLineWidth();
    for (int i = 0; i < path->getNumSubpaths(); ++i) {
        auto const* line = path->getSubpath(i);
        for (int j = 1; j < line->getNumPoints(); ++j) {
            double x1 = 0;
            double y1 = 0;
            double x2 = 0;
            double y2 = 0;
            state->transform(line->getX(j - 1), line->getY(j - 1), &x1, &y1);
            state->transform(line->getX(j), line->getY(j), &x2, &y2);
            auto box = bounds(x1, y1, x2, y2);
            if (width <= kThin && !line->getCurve(j)) add_rule(box);
            if (width <= kShort) continue;
            box = {box.x - width / 2, box.y - width / 2, box.width + width, box.height + width};
            add({common(box, clip_of(state)), std::nullopt});
        }
    }
}

void Survey::fill(GfxState* state) {
    ++paths_;
    auto const* path = state->getPath();
    auto const clip = clip_of(state);
    bool const alone = groups_ == 0 && covers_alone(state, state->getFillOpacity());
    auto const colour = alone ? fill_colour(state) : std::nullopt;
    for (int i = 0; i < path->getNumSubpaths(); ++i) {
        auto const* part = path->getSubpath(i);
        if (part->getNumPoints() < 2) continue;
        auto const box = common(bounds_of(state, part), clip);
        if (std::min(box.width, box.height) <= kThin) add_rule(box);
        // One within another may be a hole.
        bool const plain = path->getNumSubpaths() == 1 && is_rectangle(state, part);
        add({box, colour, plain && colour.has_value()});
    }
}

bool Survey::tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*, double const*, int, int, int, int,
                               double, double) {
    return shade(state);
}

bool Survey::shade(GfxState* state) {
    add({clip_of(state), std::nullopt});
    return true;
}

void Survey::picture(GfxState* state, bool opaque) {
    auto const box = common(common(unit_square(state), clip_of(state)), page_);
    auto const area = page_.width * page_.height;
    auto const share = area > 0 ? box.width * box.height / area : 0;
    pictured_ = std::min(1.0, pictured_ + share);
    if (share >= kPage) printed_ = 0;
    bool const alone = opaque && groups_ == 0 && covers_alone(state, state->getFillOpacity());
    add({box, std::nullopt, alone, true});
}

void Survey::drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height, bool invert,
                           bool interpolate, bool in_line) {
    picture(state, false);
    // Goes over the bytes of what stands within the content itself.
    OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, in_line);
}

void Survey::drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colours,
                       bool interpolate, int const* mask, bool in_line) {
    picture(state, mask == nullptr);
    OutputDev::drawImage(state, ref, stream, width, height, colours, interpolate, mask, in_line);
}

void Survey::drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int,
                             bool, bool) {
    picture(state, false);
}

void Survey::drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int,
                                 int, GfxImageColorMap*, bool) {
    picture(state, false);
}

}  // namespace anping::worker
