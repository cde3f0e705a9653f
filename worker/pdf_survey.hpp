// SPDX-License-Identifier: Apache-2.0
// What is painted on a page besides its text. poppler-cpp tells neither colours nor what lies over what, so this is an
// output of the library's own kind (libpoppler-private-dev); the page is drawn to it before its text is read.
#pragma once

#include <OutputDev.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "page_layout.hpp"

namespace anping::worker {

struct Colour {
    double red = 0, green = 0, blue = 0;
    bool looks_like(Colour const& other) const;
};

struct Area {
    vault::Box box;
    std::optional<Colour> colour;  // none: a picture, a pattern, a mixture
    bool rectangle = false;        // it fills its box, and nothing shows through
    bool picture = false;
    std::uint64_t order = 0;  // how many characters were drawn before
};

std::optional<Colour> fill_colour(GfxState* state);
std::optional<Colour> stroke_colour(GfxState* state);
vault::Box unit_square(GfxState const* state);  // where an image comes to stand
vault::Box clip_of(GfxState const* state);
vault::Box common(vault::Box const& a, vault::Box const& b);

class Survey : public OutputDev {
public:
    std::vector<Area> const& areas() const { return areas_; }
    std::vector<Rule> const& rules() const { return rules_; }
    vault::Box const& page() const { return page_; }
    // Pictures nearly as large as the page, and next to no text printed on them: what scanners make.
    bool is_scan() const { return pictured_ >= kPage && printed_ < 50; }
    double pictured() const { return pictured_; }  // share of the page under pictures, 0 to 1
    int paths() const { return paths_; }

    bool upsideDown() override { return true; }
    bool useDrawChar() override { return true; }
    bool interpretType3Chars() override { return false; }
    bool useTilingPatternFill() override { return true; }
    bool useShadedFills(int /*type*/) override { return true; }

    void startPage(int number, GfxState* state, XRef* xref) override;
    void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                  CharCode code, int bytes, Unicode const* unicode, int length) override;
    void stroke(GfxState* state) override;
    void fill(GfxState* state) override;
    void eoFill(GfxState* state) override { fill(state); }
    bool tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*, double const*, int, int, int, int,
                           double, double) override;
    bool functionShadedFill(GfxState* state, GfxFunctionShading*) override { return shade(state); }
    bool axialShadedFill(GfxState* state, GfxAxialShading*, double, double) override { return shade(state); }
    bool radialShadedFill(GfxState* state, GfxRadialShading*, double, double) override { return shade(state); }
    bool gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading*) override { return shade(state); }
    bool patchMeshShadedFill(GfxState* state, GfxPatchMeshShading*) override { return shade(state); }
    void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height, bool invert,
                       bool interpolate, bool in_line) override;
    void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colours,
                   bool interpolate, int const* mask, bool in_line) override;
    void drawMaskedImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colours,
                         bool interpolate, Stream*, int, int, bool, bool) override;
    void drawSoftMaskedImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                             GfxImageColorMap* colours, bool interpolate, Stream*, int, int, GfxImageColorMap*,
                             bool) override;
    void beginTransparencyGroup(GfxState*, double const*, GfxColorSpace*, bool, bool, bool) override { ++groups_; }
    void endTransparencyGroup(GfxState*) override { --groups_; }

private:
    static constexpr double kPage = 0.8;

    bool shade(GfxState* state);
    void picture(GfxState* state, bool opaque);
    void add(Area area);
    void add_rule(vault::Box const& box);

    std::vector<Area> areas_;
    std::vector<Rule> rules_;
    vault::Box page_;
    double pictured_ = 0;
    std::uint64_t order_ = 0;
    int printed_ = 0;  // characters with ink, not under a picture of the page
    int groups_ = 0;   // what is painted in a group is mixed with what is below
    int paths_ = 0;
};

}  // namespace anping::worker
