// SPDX-License-Identifier: Apache-2.0
#include "ocr.hpp"

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>

#include <algorithm>
#include <ctime>

// Of the OpenMP runtime Tesseract is linked with; Clang has no header for it.
extern "C" void omp_set_max_active_levels(int levels);

namespace anping::worker {
namespace {

constexpr char const* kLanguage = "chi_sim";
constexpr std::int64_t kPixels = 40'000'000;
constexpr int kOneBlock = 6;  // Tesseract's page segmentation mode for a block of text

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// Chinese is written without the blanks that are read between its characters.
std::string without_blanks(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const blank = text[i] == ' ' || text[i] == '\n' || text[i] == '\t';
        if (!blank) {
            out += text[i];
            continue;
        }
        auto const next = text.find_first_not_of(" \n\t", i);
        if (next == std::string_view::npos) break;
        if (!out.empty() && is_ascii(out.back()) && is_ascii(text[next])) out += ' ';
        i = next - 1;
    }
    return out;
}

// By EXIF, 1 to 8.
Pix* upright(Pix* picture, int orientation) {
    auto const mirrored = orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7;
    if (mirrored) pixFlipLR(picture, picture);
    int const quarters = orientation == 3 || orientation == 4   ? 2
                         : orientation == 5 || orientation == 8 ? 3
                         : orientation == 6 || orientation == 7 ? 1
                                                                : 0;
    auto* const turned = pixRotateOrth(picture, quarters);
    pixDestroy(&picture);
    return turned;
}

}  // namespace

double seconds_used() {
    timespec used{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
}

struct PageReader::Api {
    tesseract::TessBaseAPI tesseract;
};

PageReader::PageReader() {
    // Tesseract asks for four threads, which the sandbox has none of.
    omp_set_max_active_levels(0);
    setMsgSeverity(L_SEVERITY_NONE);
    auto api = std::make_unique<Api>();
    if (api->tesseract.Init(nullptr, kLanguage, tesseract::OEM_LSTM_ONLY) != 0) return;
    api->tesseract.SetPageSegMode(static_cast<tesseract::PageSegMode>(kOneBlock));
    api->tesseract.SetVariable("debug_file", "/dev/null");
    api_ = std::move(api);
}

PageReader::~PageReader() = default;

std::vector<ReadLine> PageReader::lines(GreyPicture const& picture, double seconds) {
    std::vector<ReadLine> out;
    auto& reading = api_->tesseract;
    reading.SetImage(picture.pixels, picture.width, picture.height, 1, picture.row_bytes);
    reading.SetSourceResolution(picture.dots_per_inch);
    tesseract::ETEXT_DESC watch;
    auto end = seconds_used() + seconds;
    watch.cancel_this = &end;
    watch.cancel = [](void* limit, int) { return seconds_used() > *static_cast<double*>(limit); };
    if (reading.Recognize(&watch) != 0) return out;
    std::unique_ptr<tesseract::ResultIterator> const at(reading.GetIterator());
    if (!at) return out;
    do {
        std::unique_ptr<char[]> const text(at->GetUTF8Text(tesseract::RIL_TEXTLINE));
        int left = 0;
        int top = 0;
        int right = 0;
        int bottom = 0;
        if (!text || !at->BoundingBox(tesseract::RIL_TEXTLINE, &left, &top, &right, &bottom)) continue;
        auto line = without_blanks(text.get());
        auto const confidence = static_cast<double>(at->Confidence(tesseract::RIL_TEXTLINE)) / 100;
        if (line.empty()) continue;
        vault::Box const box{static_cast<double>(left), static_cast<double>(top), static_cast<double>(right - left),
                             static_cast<double>(bottom - top)};
        out.push_back({std::move(line), box, std::clamp(confidence, 0.0, 1.0)});
    } while (at->Next(tesseract::RIL_TEXTLINE));
    reading.Clear();
    return out;
}

std::vector<ReadLine> PageReader::lines_of_file(std::string const& path, int orientation, double seconds) {
    std::vector<ReadLine> out;
    l_int32 width = 0;
    l_int32 height = 0;
    if (pixReadHeader(path.c_str(), nullptr, &width, &height, nullptr, nullptr, nullptr) != 0) return out;
    if (width <= 0 || height <= 0 || std::int64_t{width} * height > kPixels) return out;
    auto* const read = pixRead(path.c_str());
    if (read == nullptr) return out;
    auto* grey = pixConvertTo8(read, 0);
    auto* whole = read;
    pixDestroy(&whole);
    if (grey == nullptr) return out;
    grey = upright(grey, orientation);
    if (grey == nullptr) return out;
    std::vector<unsigned char> pixels(static_cast<std::size_t>(pixGetWidth(grey)) *
                                      static_cast<std::size_t>(pixGetHeight(grey)));
    auto const columns = pixGetWidth(grey);
    for (l_int32 y = 0; y < pixGetHeight(grey); ++y) {
        auto const* const row = pixGetData(grey) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(grey);
        for (l_int32 x = 0; x < columns; ++x)
            pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(x)] =
                static_cast<unsigned char>(GET_DATA_BYTE(row, x));
    }
    GreyPicture const picture{pixels.data(), columns, pixGetHeight(grey), columns, 300};
    out = lines(picture, seconds);
    pixDestroy(&grey);
    return out;
}

}  // namespace anping::worker
