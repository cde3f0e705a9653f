// SPDX-License-Identifier: Apache-2.0
#include <sys/resource.h>
#include <zlib.h>

#include <chrono>
#include <cstdlib>
#include <random>

#include <anping/base/instrumented.hpp>

#include "workshop.hpp"
#include "zip_writer.hpp"

namespace anping::worker {
namespace {

constexpr bool kMeasured = !kInstrumented;
constexpr std::chrono::seconds kLimit{kInstrumented ? 70 : 12};

constexpr char const* kDocx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr char const* kZip = "application/zip";

class Hostile : public Workshop {
protected:
    // Whatever a file is, this holds of reading it.
    ~Hostile() override {
        rusage children{};
        ::getrusage(RUSAGE_CHILDREN, &children);
        if (kMeasured) {
            EXPECT_LE(children.ru_maxrss, 512 * 1024) << "KiB in a worker";
            EXPECT_LE(resident_pages() - pages_before_, 64L * 256) << "pages in this process";
        }
    }
    static long resident_pages() {
        std::ifstream in("/proc/self/statm");
        long size = 0;
        long resident = 0;
        in >> size >> resident;
        return resident;
    }
    vault::Reading timed(std::string_view content) {
        auto const begun = std::chrono::steady_clock::now();
        auto reading = read_content(content);
        EXPECT_LE(std::chrono::steady_clock::now() - begun, kLimit);
        return reading;
    }
    void expect(std::string_view content, std::string const& type, std::string const& problem) {
        auto const reading = timed(content);
        EXPECT_EQ(reading.media_type, type);
        EXPECT_EQ(reading.problem, problem);
    }

    long pages_before_ = resident_pages();
};

TEST_F(Hostile, EveryKnownHostileFileIsContainedAndNamed) {
    std::map<std::string, std::pair<std::string, std::string>> const expected = {
        {"bomb-256MiB.zip", {kZip, "too_large"}},
        {"docx-billion-laughs.docx", {kDocx, "unsafe"}},
        {"docx-deep-nesting.docx", {kDocx, "too_large"}},
        {"docx-hidden-white-text.docx", {kDocx, ""}},
        {"docx-tracked-deletion.docx", {kDocx, ""}},
        {"docx-xxe-file.docx", {kDocx, "unsafe"}},
        {"docx-zero-width-and-lookalikes.docx", {kDocx, ""}},
        {"html-named-pdf.pdf", {"text/html", ""}},
        {"jpeg-65535x65535-header.jpg", {"image/jpeg", "too_large"}},
        {"json-dup-keys.json", {"application/json", ""}},
        {"pdf-named-exe.pdf", {"application/vnd.microsoft.portable-executable", ""}},
        {"png-65000x65000-header.png", {"image/png", "too_large"}},
        {"svg-script.svg", {"image/svg+xml", ""}},
        {"zip-lying-size.zip", {kZip, "damaged"}},
        {"zip-slip.zip", {kZip, "unsafe"}},
    };
    for (auto const& path : files_in("files/hostile")) {
        SCOPED_TRACE(path);
        auto const blob = stored(path);
        ASSERT_TRUE(expected.contains(path.filename())) << "a hostile file without an expectation";
        auto const& [type, problem] = expected.at(path.filename());
        EXPECT_EQ(blob.reading.media_type, type);
        EXPECT_EQ(blob.reading.problem, problem);
        EXPECT_FALSE(vault->preview(blob.sm3, 1));
    }
}

TEST_F(Hostile, RefusesArchivesThatLeadOutLinkRepeatOrShare) {
    expect(ZipWriter::archive({{"a.txt", "a"}, {"b/c.txt", "c"}}), kZip, "");
    expect(ZipWriter::archive({{"link", "/etc/passwd", 0120777}}), kZip, "unsafe");
    expect(ZipWriter::archive({{"a/../../b", "x"}}), kZip, "unsafe");
    expect(ZipWriter::archive({{"a", "x"}, {"a", "y"}}), kZip, "unsafe");
    expect(ZipWriter::archive({{"a", std::string(10'000, 'x')}, {"b", "", 0100644, false, true}}), kZip, "unsafe");
    expect(ZipWriter::archive({{"a", "secret bytes ..", 0100644, true}}), kZip, "encrypted");
    std::vector<ZipEntry> many;
    for (int i = 0; i < 1001; ++i) many.push_back({std::to_string(i), ""});
    expect(ZipWriter::archive(many), kZip, "too_large");
    auto cut = ZipWriter::archive({{"a", "abc"}});
    cut.resize(cut.size() - 10);
    expect(cut, kZip, "damaged");
    auto flipped = ZipWriter::archive({{"a", "abc"}});
    flipped[flipped.find("abc")] = 'x';
    expect(flipped, kZip, "damaged");
}

TEST_F(Hostile, FindsADocumentTypeHoweverItIsHidden) {
    auto const docx = [](std::string const& document) {
        return ZipWriter::archive({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", document}});
    };
    expect(docx("<w:document/>"), kDocx, "");
    expect(docx("<?xml version='1.0'?><!-- <!DOCTYPE --><w:document/>"), kDocx, "");
    expect(docx("<?xml version='1.0'?>\n<!-- a --><!DOCTYPE w SYSTEM 'file:///etc/passwd'><w/>"), kDocx, "unsafe");
    expect(docx("<!--" + std::string(70'000, ' ') + "--><!DOCTYPE w><w/>"), kDocx, "unsafe");
    std::string wide = "\xff\xfe";
    for (char c : std::string("<!DOCTYPE w><w/>")) wide += {c, '\0'};
    expect(docx(wide), kDocx, "unsafe");
}

TEST_F(Hostile, TellsADocumentWithMacros) {
    auto const reading = timed(ZipWriter::archive(
        {{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<w/>"}, {"xl/vbaProject.bin", "x"}}));
    EXPECT_EQ(reading.media_type, "application/vnd.ms-excel.sheet.macroEnabled.12");
}

// 32 deflated gibibytes of spaces, deflated again: some kilobytes. A flushed block stands for itself, so one is
// repeated; the end of the inner stream is never reached.
std::string twice_deflated() {
    std::string block(1 << 20, ' ');
    std::string packed(1 << 16, '\0');
    z_stream stream{};
    deflateInit(&stream, 9);
    stream.next_in = reinterpret_cast<Bytef*>(block.data());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    auto const flushed = [&] {
        auto const before = stream.total_out;
        stream.next_in = reinterpret_cast<Bytef*>(block.data());
        stream.avail_in = static_cast<uInt>(block.size());
        stream.avail_out = static_cast<uInt>(packed.size() - before);
        deflate(&stream, Z_FULL_FLUSH);
        return packed.substr(before, stream.total_out - before);
    };
    auto inner = flushed();
    auto const again = flushed();
    deflateEnd(&stream);
    for (int i = 0; i < 32 * 1024; ++i) inner += again;
    auto size = compressBound(inner.size());
    std::string out(size, '\0');
    compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<Bytef const*>(inner.data()), inner.size(),
              9);
    out.resize(size);
    return out;
}

std::string pdf(std::string const& pages, std::string const& page, std::string const& more = "") {
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj" + pages + "endobj\n3 0 obj" + page +
           "endobj\n" + more + "trailer<</Root 1 0 R/Size 9>>\n%%EOF\n";
}

TEST_F(Hostile, APageThatUnfoldsWithoutEndIsNoPreview) {
    auto const bytes = twice_deflated();
    EXPECT_LT(bytes.size(), 200'000u);
    auto const content = "4 0 obj<</Length " + std::to_string(bytes.size()) +
                         "/Filter[/FlateDecode/FlateDecode]>>stream\n" + bytes + "\nendstream endobj\n";
    auto const blob = stored(write(pdf("<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                       "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>", content)));
    EXPECT_EQ(blob.reading.media_type, "application/pdf");
    EXPECT_EQ(blob.reading.pages, 1);
    auto const begun = std::chrono::steady_clock::now();
    auto const refused = vault->preview(blob.sm3, 1);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().key, "vault.no_preview");
    EXPECT_LE(std::chrono::steady_clock::now() - begun, kLimit);
    auto const again = std::chrono::steady_clock::now();
    EXPECT_EQ(vault->preview(blob.sm3, 1).error().key, "vault.no_preview");
    EXPECT_LE(std::chrono::steady_clock::now() - again, std::chrono::seconds(1)) << "the same seconds once more";
}

TEST_F(Hostile, ADocumentThatUnfoldsWithoutEndIsOutOfTime) {
    auto const content = "4 0 obj<</Filter[/FlateDecode/FlateDecode]/Length ";
    auto const bytes = twice_deflated();
    auto const blob = stored(write(
        pdf("<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>",
            content + std::to_string(bytes.size()) + ">>stream\n" + bytes + "\nendstream endobj\n")));
    auto const read = vault->document(blob.sm3);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().internal, "timeout");
}

TEST_F(Hostile, PagesThatHoldThemselvesAndBracketsWithoutEndAreSurvived) {
    for (auto const& content :
         {pdf("<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>", "<<>>"),
          pdf("<</Type/Pages/Kids[3 0 R]/Count 1>>", std::string(200'000, '[')),
          pdf("<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e9 1e9]>>"),
          pdf("<</Type/Pages/Kids[3 0 R]/Count -1>>", "<</Type/Page/MediaBox[0 0 0 0]>>")}) {
        auto const blob = stored(write(content));
        EXPECT_EQ(blob.reading.media_type, "application/pdf");
        auto const png = vault->preview(blob.sm3, 1);
        EXPECT_LE(png ? png->size() : 0, 32u << 20);
    }
}

TEST_F(Hostile, BrokenHalvesOfDocumentsAreReadToAnEnd) {
    for (std::string const name : {"files/chinese-docs/安全生产法(2021-06-10).pdf", "images/Landscape_1.jpg",
                                   "files/chinese-docs/安全生产法(2021-06-10).docx", "files/ofd/keyword.ofd"}) {
        auto const whole = content_of(shared(name));
        auto const reading = timed(std::string_view(whole).substr(0, whole.size() / 2));
        EXPECT_TRUE(name.ends_with(".pdf") || reading.problem == "damaged") << name << " " << reading.problem;
    }
}

// ANPING_HOSTILE_ROUNDS asks for more than an ordinary test run has time for.
TEST_F(Hostile, FilesDamagedAtRandomAreContained) {
    auto const* const asked = std::getenv("ANPING_HOSTILE_ROUNDS");
    int const rounds = asked == nullptr ? 150 : std::atoi(asked);
    auto const seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    std::vector<fs::path> originals;
    for (auto const* folder_name : {"files/hostile", "files/valid", "files/ofd", "files/chinese-docs", "images"})
        for (auto& path : files_in(folder_name)) originals.push_back(std::move(path));
    for (int i = 0; i < rounds; ++i) {
        auto const& original = originals[random() % originals.size()];
        auto content = content_of(original);
        for (auto flips = 1 + random() % 20; flips-- > 0 && !content.empty();)
            content[random() % content.size()] = static_cast<char>(random() & 0xff);
        auto const blob = stored(write(content));
        EXPECT_NE(blob.reading.problem, "unavailable") << original;
        EXPECT_NE(blob.reading.media_type, "") << original;
        if (i % 5 == 0) static_cast<void>(vault->preview(blob.sm3, 1));
        // Pictures take seconds to be read off, whole or not.
        bool const picture = blob.reading.media_type.starts_with("image/") || original.string().ends_with(".scan.pdf");
        if (i % 5 != 1 || picture) continue;
        auto const read = vault->document(blob.sm3);
        EXPECT_EQ(read ? "vault.no_text" : read.error().key, "vault.no_text") << original;
    }
    std::size_t intact = 0;
    vault->verify([&](auto const&, bool whole, auto const&) { intact += whole ? 1 : 0; });
    EXPECT_GE(intact, 1u);
}

}  // namespace
}  // namespace anping::worker
