// SPDX-License-Identifier: Apache-2.0
// A document as the worker reads it: its text, and where on its pages each part of it stands.
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <anping/base/result.hpp>

namespace anping::vault {

inline constexpr double kFarthest = 1e6;  // points; no page is so large

// In points from the upper left of the page as it is shown; all 0 where the format has no pages (DOCX, plain text).
struct Box {
    double x = 0, y = 0, width = 0, height = 0;
};
BOOST_DESCRIBE_STRUCT(Box, (), (x, y, width, height))

// Places are code points of `Document::text`; pages count from 1, 0 where the format has none (DOCX, plain text).
struct TextRun {  // a line, or what of it stands together
    std::uint32_t from = 0, to = 0;
    int page = 0;
    Box box;
    double confidence = 1;  // of what was read off a picture of a page, 0 to 1
};
BOOST_DESCRIBE_STRUCT(TextRun, (), (from, to, page, box, confidence))

// What a reader of the document does not see. It is not part of `text`.
// `how`: "white" (its colour is its background's), "tiny", "off_page", "invisible" (drawn without ink, a property
// hides it), "deleted" (a tracked deletion), "zero_width"; and of characters that are seen and stand in `text`:
// "look_alike" (of another script among words of this one), "rare_hanzi" (noise).
struct HiddenText {
    std::string how;
    std::string text;
    std::uint32_t at = 0;  // the place in `text` it stands before
    int page = 0;
    Box box;
};
BOOST_DESCRIBE_STRUCT(HiddenText, (), (how, text, at, page, box))

struct TableCell {
    std::uint32_t from = 0, to = 0;
};
BOOST_DESCRIBE_STRUCT(TableCell, (), (from, to))

// Cells of a row stand in `text` parted by tabs, rows by line ends.
struct TextTable {
    int page = 0;
    std::vector<std::vector<TableCell>> rows;
};
BOOST_DESCRIBE_STRUCT(TextTable, (), (page, rows))

struct Figure {
    std::string file;  // its name in the folder the worker was given, "figure-1.jpg"; empty when it was not kept
    std::uint32_t at = 0;
    int page = 0;
    Box box;
    std::string media_type;
    std::int64_t width = 0, height = 0;  // pixels
    std::string taken_at;                // as EXIF says, all of it a claim; empty when it says nothing
    std::string latitude, longitude;     // decimal degrees
    std::string camera;
};
BOOST_DESCRIBE_STRUCT(Figure, (),
                      (file, at, page, box, media_type, width, height, taken_at, latitude, longitude, camera))

// "author", "last_author", "producer", "application", "company", "created", "modified", "revision", "template",
// "revision_id" (DOCX rsid, one each) ...: as the file says, cleaned of control characters.
struct MetadataEntry {
    std::string name;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(MetadataEntry, (), (name, value))

struct Document {
    std::string media_type;
    // "", or one of "damaged", "too_large", "unsafe", "encrypted", "timeout", "none" (no text), "other" (no document).
    std::string problem;
    std::string text;  // UTF-8
    int pages = 0;     // of DOCX as its breaks count them
    // With a signature field, a seal, or 签字/盖章 words and a picture; of DOCX also with a cell left empty for it.
    std::vector<int> signature_pages;
    std::vector<int> scanned_pages;  // read off their pictures
    std::vector<TextRun> runs;       // ascending
    std::vector<TextTable> tables;
    std::vector<HiddenText> hidden;
    std::vector<Figure> figures;
    std::vector<MetadataEntry> metadata;
};
BOOST_DESCRIBE_STRUCT(Document, (),
                      (media_type, problem, text, pages, signature_pages, scanned_pages, runs, tables, hidden, figures,
                       metadata))

// What the worker answered; nothing of it is believed: places outside the text, unknown words and absurd numbers make
// it "damaged". Error "vault.no_text" with the reason in words.
Result<Document> document_from(std::string_view line);

}  // namespace anping::vault
