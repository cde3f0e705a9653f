// SPDX-License-Identifier: Apache-2.0
// Every sample there is: read, or refused with a reason.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <numeric>

#include <anping/base/instrumented.hpp>

#include "pdf_writer.hpp"
#include "reading_room.hpp"

namespace anping::worker {
namespace {

using ::testing::ElementsAre;

constexpr bool kMeasured = !kInstrumented;

std::u32string without_blanks(std::string_view utf8) {
    std::u32string out;
    for (std::size_t i = 0; i < utf8.size();) {
        auto const lead = static_cast<unsigned char>(utf8[i]);
        std::size_t const length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t point = length == 1 ? lead : lead & (0x7Fu >> length);
        for (std::size_t j = 1; j < length; ++j) point = point << 6 | (static_cast<unsigned char>(utf8[i + j]) & 0x3Fu);
        if (point > U' ' && point != 0xA0 && point != 0x3000) out += point;
        i += length;
    }
    return out;
}

// Levenshtein's distance.
std::size_t edits(std::u32string const& a, std::u32string const& b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            auto const replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, replaced}));
        }
    }
    return row.back();
}

// By the name of the file, or by its ending; a file that is not named is read.
std::map<std::string, std::string> const kReasons = {
    {"bomb-256MiB.zip", "too_large"},
    {"docx-billion-laughs.docx", "unsafe"},
    {"docx-deep-nesting.docx", "too_large"},
    {"docx-xxe-file.docx", "unsafe"},
    {"html-named-pdf.pdf", "other"},
    {"jpeg-65535x65535-header.jpg", "too_large"},
    {"json-dup-keys.json", "other"},
    {"json.json", ""},
    {"Page5.ofd", "none"},
    {"pdf-named-exe.pdf", "other"},
    {"pdf.pdf", "none"},
    {"png-65000x65000-header.png", "too_large"},
    {"png-truncated.png", "damaged"},
    {"rtf.rtf", "none"},
    {"svg-script.svg", "other"},
    {"zip-lying-size.zip", "damaged"},
    {"zip-slip.zip", "unsafe"},
    {".avi", "other"},
    {".gz", "other"},
    {".html", "other"},
    {".mp3", "other"},
    {".mp4", "other"},
    {".rar", "other"},
    {".svg", "other"},
    {".tar", "other"},
    {".wav", "other"},
    {".webm", "other"},
    {".xml", "other"},
    {".zip", "other"},
};

std::string expected_of(fs::path const& path) {
    for (auto const& key : {path.filename().string(), path.extension().string()})
        if (auto const known = kReasons.find(key); known != kReasons.end()) return known->second;
    return "";
}

class DocumentFiles : public ReadingRoom {
protected:
    void expect_reasons(std::string const& from) {
        for (auto const& path : files_in(from)) {
            auto const reason = why_not(path);
            std::cout << from << "/" << path.filename().string() << ": " << (reason.empty() ? "read" : reason) << '\n';
            EXPECT_EQ(reason, expected_of(path)) << path;
        }
    }
    std::u32string characters(std::string const& path) { return without_blanks(document(path).text); }
    static std::string law(std::string const& name) { return shared("files/chinese-docs/" + name); }
};

TEST_F(DocumentFiles, OfHostilePeopleAreReadOrRefusedWithAReason) { expect_reasons("files/hostile"); }

TEST_F(DocumentFiles, OfEveryKindAreReadOrRefusedWithAReason) { expect_reasons("files/valid"); }

TEST_F(DocumentFiles, InOfdAreReadOrRefusedWithAReason) { expect_reasons("files/ofd"); }

TEST_F(DocumentFiles, SayTheSameInEveryFormat) {
    for (auto const& path : files_in("files/chinese-docs")) {
        auto const ending = path.extension().string();
        auto const plain = fs::path(path).replace_extension(".txt");
        if ((ending != ".pdf" && ending != ".docx" && ending != ".doc") || !fs::exists(plain)) continue;
        auto const read = document(path);
        std::cout << path.filename().string() << ": " << read.text.size() << " bytes\n";
        EXPECT_EQ(without_blanks(read.text), characters(plain)) << path;
        EXPECT_TRUE(read.tables.empty()) << path << ": running text was torn apart";
        EXPECT_EQ(read.media_type == "application/msword", ending == ".doc");
    }
    EXPECT_EQ(why_not(law("安全生产法(2021-06-10).html")), "other");
}

TEST_F(DocumentFiles, ThatWereScannedAreReadOffTheirPictures) {
    auto const read = document(law("安全生产许可证条例(2014-07-29).scan.pdf"));
    EXPECT_THAT(read.scanned_pages, ElementsAre(1, 2, 3));
    EXPECT_EQ(told(read, "unread_pages"), "");
    auto const truth = characters(law("安全生产许可证条例(2014-07-29).txt"));
    auto const errors = edits(truth, without_blanks(read.text));
    std::cout << "character errors: " << errors << " of " << truth.size() << '\n';
    EXPECT_LE(errors * 100, truth.size() * 3);
    ASSERT_GT(read.runs.size(), 80u);
    double confidence = 0;
    for (auto const& run : read.runs) confidence += run.confidence;
    EXPECT_GT(confidence / static_cast<double>(read.runs.size()), 0.8);
    EXPECT_LT(read.runs[0].confidence, 1);
    EXPECT_NEAR(read.runs[0].box.x + read.runs[0].box.width / 2, 595 / 2.0, 30) << "its title stands in the middle";
}

TEST_F(DocumentFiles, ThatUnfoldCostLittle) {
    auto const begun = std::chrono::steady_clock::now();
    EXPECT_EQ(why_not(shared("files/hostile/bomb-256MiB.zip")), "too_large");
    EXPECT_LE(std::chrono::steady_clock::now() - begun, std::chrono::seconds(10));
    rusage children{};
    ::getrusage(RUSAGE_CHILDREN, &children);
    if (kMeasured) { EXPECT_LE(children.ru_maxrss, 512 * 1024) << "KiB in a worker"; }
}

}  // namespace
}  // namespace anping::worker
