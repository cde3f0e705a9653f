// SPDX-License-Identifier: Apache-2.0
// Pages of a PDF that have no text of their own, read off as they look.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "composer.hpp"
#include "ocr.hpp"

class PDFDoc;

namespace anping::worker {

class PdfScans {
public:
    explicit PdfScans(PDFDoc& pdf);
    ~PdfScans();
    PdfScans(PdfScans const&) = delete;
    PdfScans& operator=(PdfScans const&) = delete;

    // Lines in points; none when nothing is installed that reads, or too much was read already.
    std::vector<ReadLine> lines(int page);
    // "unread_pages" and why, for the pages above that were not read.
    void say_unread(Composer& composer) const;

private:
    void leave(int page, char const* why);

    struct Painter;
    PDFDoc& pdf_;
    std::unique_ptr<Painter> painter_;
    std::unique_ptr<PageReader> reader_;
    int read_ = 0;
    double seconds_ = 0;  // of processor
    std::vector<int> unread_;
    std::string why_;
};

// "1-3,7"
std::string ranges_of(std::vector<int> const& ascending);

}  // namespace anping::worker
