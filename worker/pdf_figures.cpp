// SPDX-License-Identifier: Apache-2.0
#include "pdf_figures.hpp"

#include <GfxState.h>
#include <Stream.h>

#include "bitmap.hpp"
#include "figure.hpp"
#include "pdf_survey.hpp"

namespace anping::worker {
namespace {

constexpr int kSmallest = 16;                 // pixels: what is smaller is part of a drawing
constexpr std::int64_t kPixels = 40'000'000;  // of a picture that has to be packed anew

// As it is in the file.
std::string packed(Stream* stream) {
    auto* const jpeg = stream->getNextStream();
    if (jpeg == nullptr) return "";
    std::string out;
    jpeg->reset();
    for (int c = jpeg->getChar(); c != EOF && out.size() <= kFigureBytes; c = jpeg->getChar())
        out += static_cast<char>(c);
    jpeg->close();
    return out;
}

std::string repacked(Stream* stream, int width, int height, GfxImageColorMap* colours) {
    if (!colours->isOk() || std::int64_t{width} * height > kPixels) return "";
    ImageStream rows(stream, width, colours->getNumPixelComps(), colours->getBits());
    rows.reset();
    Bitmap picture{static_cast<std::size_t>(width), static_cast<std::size_t>(height), {}};
    picture.rgb.resize(picture.width * picture.height * 3);
    for (std::size_t y = 0; y < picture.height; ++y) {
        auto* const row = rows.getLine();
        if (row == nullptr) return "";
        colours->getRGBLine(row, &picture.rgb[y * picture.width * 3], width);
    }
    rows.close();
    return png_of(picture, kFigureBytes);
}

}  // namespace

void PageFigures::keep(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colours) {
    if (width < kSmallest || height < kSmallest || width > kMaxPixels / height) return;
    auto const square = common(unit_square(state), clip_of(state));
    bool const named = ref != nullptr && ref->isRef();
    auto const name = named ? std::pair{ref->getRefNum(), ref->getRefGen()} : std::pair{-1, -1};
    auto const known = known_.find(name);
    vault::Figure figure = named && known != known_.end() ? known->second : vault::Figure{};
    figure.page = number_;
    figure.box = rounded(square);
    if (!figure.media_type.empty()) return keep_figure_again(std::move(figure), composer_);
    bool const jpeg = stream->getKind() == strDCT;
    auto const bytes = jpeg ? packed(stream) : repacked(stream, width, height, colours);
    auto const before = composer_.document.figures.size();
    keep_figure(bytes, folder_, composer_, std::move(figure));
    if (named && composer_.document.figures.size() > before) known_[name] = composer_.document.figures.back();
}

void PageFigures::drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                            GfxImageColorMap* colours, bool interpolate, int const* mask, bool in_line) {
    if (!in_line) return keep(state, ref, stream, width, height, colours);
    OutputDev::drawImage(state, ref, stream, width, height, colours, interpolate, mask, in_line);
}

void PageFigures::drawMaskedImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                                  GfxImageColorMap* colours, bool, Stream*, int, int, bool, bool) {
    keep(state, ref, stream, width, height, colours);
}

void PageFigures::drawSoftMaskedImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                                      GfxImageColorMap* colours, bool, Stream*, int, int, GfxImageColorMap*, bool) {
    keep(state, ref, stream, width, height, colours);
}

}  // namespace anping::worker
