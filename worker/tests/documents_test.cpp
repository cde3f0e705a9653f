// SPDX-License-Identifier: Apache-2.0
#include "workshop.hpp"

namespace anping::worker {
namespace {

using Documents = Workshop;

std::map<std::string, std::string> const kByExtension = {
    {".doc", "application/msword"},
    {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {".html", "text/html"},
    {".pdf", "application/pdf"},
    {".txt", "text/plain"},
};

std::map<std::string, std::string> const kSmallest = {
    {".avi", "video/x-msvideo"}, {".bmp", "image/bmp"},       {".gif", "image/gif"},
    {".gz", "application/gzip"}, {".html", "text/html"},      {".jpg", "image/jpeg"},
    {".json", "text/plain"},     {".mp3", "audio/mpeg"},      {".mp4", "video/mp4"},
    {".pdf", "application/pdf"}, {".png", "image/png"},       {".rar", "application/vnd.rar"},
    {".rtf", "application/rtf"}, {".svg", "image/svg+xml"},   {".tar", "application/x-tar"},
    {".tif", "image/tiff"},      {".wav", "audio/wav"},       {".webm", "video/webm"},
    {".webp", "image/webp"},     {".xml", "application/xml"}, {".zip", "application/zip"},
};

TEST_F(Documents, KnowsChineseDocumentsByTheirContent) {
    for (auto const& path : files_in("files/chinese-docs")) {
        // Under a name that says nothing.
        auto const reading = read_content(content_of(path));
        EXPECT_EQ(reading.media_type, kByExtension.at(path.extension())) << path;
        EXPECT_EQ(reading.problem, "") << path;
        EXPECT_EQ(reading.pages > 0, path.extension() == ".pdf") << path;
    }
}

TEST_F(Documents, KnowsTheSmallestFilesOfTheirKinds) {
    for (auto const& path : files_in("files/valid")) {
        auto const reading = read(path);
        EXPECT_EQ(reading.media_type, kSmallest.at(path.extension())) << path;
        EXPECT_EQ(reading.problem, path.stem() == "png-truncated" ? "damaged" : "") << path;
    }
}

TEST_F(Documents, CountsThePagesOfPdfAndOfd) {
    EXPECT_EQ(read(shared("files/chinese-docs/安全生产法(2021-06-10).pdf")).pages, 18);
    EXPECT_EQ(read(shared("files/chinese-docs/山东省安全生产条例(2021-12-03).scan.pdf")).pages, 5);
    std::map<std::string, int> const pages = {{"999", 5}, {"Page5", 5}};
    for (auto const& path : files_in("files/ofd")) {
        auto const reading = read(path);
        EXPECT_EQ(reading.media_type, "application/ofd") << path;
        EXPECT_EQ(reading.problem, "") << path;
        auto const expected = pages.find(path.stem());
        EXPECT_EQ(reading.pages, expected == pages.end() ? 1 : expected->second) << path;
    }
}

TEST_F(Documents, DrawsEveryPageOfADocumentAndNoOther) {
    auto const blob = stored(shared("files/chinese-docs/安全生产许可证条例(2014-07-29).pdf"));
    std::string before;
    for (int page = 1; page <= 3; ++page) {
        auto const png = vault->preview(blob.sm3, page).value();
        EXPECT_TRUE(png.starts_with("\x89PNG"));
        EXPECT_GT(png.size(), 10'000u);
        EXPECT_NE(png, before);
        before = png;
    }
    EXPECT_FALSE(vault->preview(blob.sm3, 4));
    EXPECT_EQ(vault->preview(stored(shared("files/chinese-docs/安全生产法(2021-06-10).docx")).sm3, 1).error().key,
              "vault.no_preview");
}

TEST_F(Documents, KnowsAFilmThatDoesNotSayOfWhichKindItIs) {
    EXPECT_EQ(read_content("\x1a\x45\xdf\xa3\x93 matroska").media_type, "video/x-matroska");
    EXPECT_EQ(read_content("\x1a\x45\xdf\xa3").media_type, "video/x-matroska");
}

TEST_F(Documents, TellsTextFromBytes) {
    EXPECT_EQ(read_content("安全评价\n").media_type, "text/plain");
    EXPECT_EQ(read_content("\xb0\xb2\xc8\xab\xc6\xc0\xbc\xdb\n").media_type, "text/plain") << "GB 18030";
    EXPECT_EQ(read_content(std::string("\xff\xfe\x89\x5b", 4)).media_type, "text/plain") << "UTF-16";
    EXPECT_EQ(read_content(std::string("a\0b", 3)).media_type, "application/octet-stream");
    EXPECT_EQ(read_content("").media_type, "application/octet-stream");
    EXPECT_EQ(read_content("[1, 2").media_type, "text/plain");
    EXPECT_EQ(read_content("[1, 2]").media_type, "application/json");
    EXPECT_EQ(read_content("\xef\xbb\xbf \r\n%PDF-1.4").media_type, "application/pdf");
}

}  // namespace
}  // namespace anping::worker
