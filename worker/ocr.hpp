// SPDX-License-Identifier: Apache-2.0
// Text read off pictures of pages, with Tesseract and its data for simplified Chinese. Both of them run in this process
// and on this thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <anping/vault/document.hpp>

namespace anping::worker {

// Eight bits of grey, row after row.
struct GreyPicture {
    unsigned char const* pixels = nullptr;
    int width = 0, height = 0;
    int row_bytes = 0;
    int dots_per_inch = 300;
};

struct ReadLine {
    std::string text;
    vault::Box box;  // pixels
    double confidence = 0;
};

// Of processor, by this process.
double seconds_used();

class PageReader {
public:
    PageReader();
    ~PageReader();
    PageReader(PageReader const&) = delete;
    PageReader& operator=(PageReader const&) = delete;

    // Whether the language's data is installed.
    bool ready() const { return api_ != nullptr; }
    // From above to below; nothing when it takes longer than so many seconds of processor.
    std::vector<ReadLine> lines(GreyPicture const& picture, double seconds);
    // Of a picture file, upright.
    std::vector<ReadLine> lines_of_file(std::string const& path, int orientation, double seconds);

private:
    struct Api;
    std::unique_ptr<Api> api_;
};

}  // namespace anping::worker
