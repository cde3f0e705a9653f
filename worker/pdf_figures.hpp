// SPDX-License-Identifier: Apache-2.0
// The pictures of a page of a PDF, JPEG as it is embedded, others as PNG.
#pragma once

#include <OutputDev.h>

#include <map>
#include <string>

#include "composer.hpp"

namespace anping::worker {

class PageFigures : public OutputDev {
public:
    PageFigures(std::string folder, Composer& composer) : folder_(std::move(folder)), composer_(composer) {}
    // Which page is drawn to it next.
    void next(int number) { number_ = number; }

    bool upsideDown() override { return true; }
    bool useDrawChar() override { return true; }
    bool interpretType3Chars() override { return false; }
    bool useTilingPatternFill() override { return true; }
    bool useShadedFills(int /*type*/) override { return true; }
    bool tilingPatternFill(GfxState*, Gfx*, Catalog*, GfxTilingPattern*, double const*, int, int, int, int, double,
                           double) override {
        return true;
    }
    bool functionShadedFill(GfxState*, GfxFunctionShading*) override { return true; }
    bool axialShadedFill(GfxState*, GfxAxialShading*, double, double) override { return true; }
    bool radialShadedFill(GfxState*, GfxRadialShading*, double, double) override { return true; }
    bool gouraudTriangleShadedFill(GfxState*, GfxGouraudTriangleShading*) override { return true; }
    bool patchMeshShadedFill(GfxState*, GfxPatchMeshShading*) override { return true; }

    void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colours,
                   bool interpolate, int const* mask, bool in_line) override;
    void drawMaskedImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colours,
                         bool interpolate, Stream*, int, int, bool, bool) override;
    void drawSoftMaskedImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                             GfxImageColorMap* colours, bool interpolate, Stream*, int, int, GfxImageColorMap*,
                             bool) override;

private:
    void keep(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colours);

    std::string folder_;
    Composer& composer_;
    int number_ = 0;
    std::map<std::pair<int, int>, vault::Figure> known_;  // by object: a mark on every page is one file
};

}  // namespace anping::worker
