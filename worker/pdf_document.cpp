// SPDX-License-Identifier: Apache-2.0
#include "pdf_document.hpp"

#include <ErrorCodes.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <sys/time.h>

#include <algorithm>

#include "pdf_figures.hpp"
#include "pdf_metadata.hpp"
#include "pdf_scan.hpp"
#include "pdf_survey.hpp"
#include "pdf_text.hpp"

namespace anping::worker {
namespace {

constexpr int kPages = 10'000;
constexpr double kPointsPerInch = 72;
constexpr double kSeconds = 60;  // of processor, without what is read off pictures
constexpr double kPageSeconds = 10;
constexpr int kSentence = 20;      // characters: more than what is written under a photo
constexpr int kDrawn = 200;        // paths: what a page of outlined characters has at least
constexpr double kPictured = 0.1;  // of a page
constexpr double kLegible = 0.3;   // confidence

// A page can unfold within one step of the library, where nothing can be asked; the signal of this clock ends the
// process. It stands still while pages are read off, which has its own limits.
class ReadingClock {
public:
    ReadingClock() = default;
    ~ReadingClock() { set(0); }
    ReadingClock(ReadingClock const&) = delete;
    ReadingClock& operator=(ReadingClock const&) = delete;

    void go_on() {
        given_ = std::min(kPageSeconds, std::max(left_, 0.01));
        set(given_);
    }
    void stop() { left_ -= given_ - set(0); }

private:
    // Seconds of processor; returns what was left of those before.
    static double set(double seconds) {
        auto const whole = static_cast<time_t>(seconds);
        itimerval const wanted{{}, {whole, static_cast<suseconds_t>((seconds - static_cast<double>(whole)) * 1e6)}};
        itimerval before{};
        ::setitimer(ITIMER_PROF, &wanted, &before);
        return static_cast<double>(before.it_value.tv_sec) + static_cast<double>(before.it_value.tv_usec) / 1e6;
    }
    double left_ = kSeconds;
    double given_ = 0;
};

void be_quiet(ErrorCategory, Goffset, char const*) {}

int characters(std::vector<ReadLine> const& lines) {
    std::size_t out = 0;
    for (auto const& line : lines)
        for (char const c : line.text) out += (static_cast<unsigned char>(c) & 0xC0u) != 0x80 ? 1 : 0;
    return static_cast<int>(out);
}

class PdfReading {
public:
    PdfReading(PDFDoc& pdf, std::string const& folder, Composer& composer)
        : pdf_(pdf), composer_(composer), figures_(folder, composer), scans_(pdf) {}

    void all() {
        auto& document = composer_.document;
        document.pages = pdf_.getNumPages();
        for (int number = 1; number <= document.pages && !composer_.full(); ++number) {
            clock_.go_on();
            page(number);
            clock_.stop();
        }
        read_pdf_metadata(pdf_, composer_);
        read_signature_fields(pdf_, composer_);
        scans_.say_unread(composer_);
    }

private:
    void draw(OutputDev& output, int number) {
        pdf_.displayPage(&output, number, kPointsPerInch, kPointsPerInch, 0, false, true, false);
    }
    std::vector<ReadLine> read_off(int number) {
        clock_.stop();
        auto lines = scans_.lines(number);
        clock_.go_on();
        std::erase_if(lines, [](ReadLine const& line) { return line.confidence < kLegible; });
        return lines;
    }
    void page(int number) {
        Survey survey;
        draw(survey, number);
        PageLayout layout(survey);
        draw(layout, number);
        auto text = layout.text();
        bool const outlined = survey.pictured() >= kPictured || survey.paths() >= kDrawn;
        bool const has_none = layout.seen() == 0 ? outlined : survey.is_scan() && !layout.read_off();
        auto const lines = has_none ? read_off(number) : std::vector<ReadLine>{};
        auto const read = characters(lines);
        bool const off_picture = read > layout.seen();
        if (off_picture) text.lines.clear();
        if (off_picture || layout.read_off()) composer_.document.scanned_pages.push_back(number);
        say_page(text, number, composer_);
        if (off_picture) say_read(lines, number);
        // The picture of a page that was read is the page.
        bool const is_page = survey.is_scan() && std::max(read, layout.seen()) >= kSentence;
        if (survey.pictured() <= 0 || is_page) return;
        figures_.next(number);
        draw(figures_, number);
    }
    void say_read(std::vector<ReadLine> const& lines, int number) {
        for (auto const& line : lines) {
            composer_.run(line.text, number, line.box, line.confidence);
            composer_.say("\n");
        }
    }

    PDFDoc& pdf_;
    Composer& composer_;
    PageFigures figures_;
    PdfScans scans_;
    ReadingClock clock_;
};

}  // namespace

void read_pdf_document(Input const& input, std::string const& folder, Composer& composer) {
    GlobalParamsIniter const library(be_quiet);
    PDFDoc pdf(std::make_unique<GooString>(input.path));
    auto& problem = composer.document.problem;
    if (!pdf.isOk()) problem = pdf.getErrorCode() == errEncrypted ? "encrypted" : "damaged";
    else if (pdf.getNumPages() < 1) problem = "damaged";
    else if (pdf.getNumPages() > kPages) problem = "too_large";
    else PdfReading(pdf, folder, composer).all();
}

}  // namespace anping::worker
