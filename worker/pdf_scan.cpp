// SPDX-License-Identifier: Apache-2.0
#include "pdf_scan.hpp"

#include <PDFDoc.h>
#include <SplashOutputDev.h>
#include <splash/SplashBitmap.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "page_layout.hpp"

namespace anping::worker {
namespace {

constexpr int kPages = 200;
constexpr double kSeconds = 180;  // of processor, for all pages
constexpr int kPageSeconds = 20;
constexpr double kDots = 300;  // an inch: what Tesseract was trained with
constexpr double kPixels = 16e6;
constexpr double kPointsPerInch = 72;

}  // namespace

std::string ranges_of(std::vector<int> const& ascending) {
    std::string out;
    for (std::size_t i = 0; i < ascending.size();) {
        auto last = i;
        while (last + 1 < ascending.size() && ascending[last + 1] == ascending[last] + 1) ++last;
        out += (out.empty() ? "" : ",") + std::to_string(ascending[i]);
        if (last > i) out += "-" + std::to_string(ascending[last]);
        i = last + 1;
    }
    return out;
}

struct PdfScans::Painter {
    explicit Painter(PDFDoc& pdf) : output(splashModeMono8, 1, false, white.data()) { output.startDoc(&pdf); }
    std::array<unsigned char, 4> white{255, 255, 255, 255};
    SplashOutputDev output;
};

PdfScans::PdfScans(PDFDoc& pdf) : pdf_(pdf) {}
PdfScans::~PdfScans() = default;

void PdfScans::leave(int page, char const* why) {
    unread_.push_back(page);
    if (why_.empty()) why_ = why;
}

std::vector<ReadLine> PdfScans::lines(int page) {
    if (!reader_) reader_ = std::make_unique<PageReader>();
    if (!reader_->ready()) return leave(page, "no_reader"), std::vector<ReadLine>{};
    if (read_ >= kPages || seconds_ >= kSeconds) return leave(page, "limit"), std::vector<ReadLine>{};
    auto const width = pdf_.getPageCropWidth(page) / kPointsPerInch;
    auto const height = pdf_.getPageCropHeight(page) / kPointsPerInch;
    if (!(width > 0.1 && height > 0.1)) return leave(page, "size"), std::vector<ReadLine>{};
    auto const dots = std::min(kDots, std::sqrt(kPixels / (width * height)));
    auto const begun = seconds_used();
    if (!painter_) painter_ = std::make_unique<Painter>(pdf_);
    pdf_.displayPage(&painter_->output, page, dots, dots, 0, false, true, false);
    auto* const bitmap = painter_->output.getBitmap();
    GreyPicture const picture{bitmap->getDataPtr(), bitmap->getWidth(), bitmap->getHeight(), bitmap->getRowSize(),
                              static_cast<int>(dots)};
    auto out = reader_->lines(picture, kPageSeconds);
    for (auto& line : out) {
        auto const scale = kPointsPerInch / dots;
        line.box = rounded({line.box.x * scale, line.box.y * scale, line.box.width * scale, line.box.height * scale});
        line.confidence = std::round(line.confidence * 1000) / 1000;
    }
    seconds_ += seconds_used() - begun;
    ++read_;
    return out;
}

void PdfScans::say_unread(Composer& composer) const {
    if (unread_.empty()) return;
    composer.document.metadata.push_back({"unread_pages", ranges_of(unread_)});
    composer.document.metadata.push_back({"unread_because", why_});
}

}  // namespace anping::worker
