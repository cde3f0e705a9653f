// SPDX-License-Identifier: Apache-2.0
#include "document.hpp"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <boost/json/value_from.hpp>

#include <anping/base/json.hpp>

#include "answer.hpp"
#include "archive.hpp"
#include "composer.hpp"
#include "docx.hpp"
#include "figure.hpp"
#include "image.hpp"
#include "media_type.hpp"
#include "noise.hpp"
#include "ocr.hpp"
#include "ofd.hpp"
#include "package.hpp"
#include "pdf_document.hpp"
#include "photo.hpp"
#include "plain_text.hpp"
#include "signatures.hpp"

namespace anping::worker {
namespace {

constexpr int kPictureSeconds = 15;
constexpr double kLegible = 0.6;  // confidence; a photo of a workshop is full of strokes
constexpr char const* kDocx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr char const* kDocxWithMacros = "application/vnd.ms-word.document.macroEnabled.12";

std::string line_of(vault::Document const& document) { return json::serialize(json::value_from(document)) + "\n"; }

void read_zip(Input const& input, std::string const& folder, Composer& composer) {
    auto& document = composer.document;
    Answer seen(Answer::Voice::document);
    read_package(input, seen);
    document.media_type = seen.reading.media_type;
    document.problem = seen.reading.problem;
    if (!document.problem.empty()) return;
    Archive const archive(input.path);
    auto const& type = document.media_type;
    if (type == kDocx || type == kDocxWithMacros) read_docx(archive, folder, composer);
    else if (type == "application/ofd") read_ofd(archive, folder, composer);
    else document.problem = "other";
}

std::size_t cells_in(std::string_view line) { return 1 + static_cast<std::size_t>(std::ranges::count(line, '\t')); }

void say_row(std::string_view line, Composer& composer) {
    composer.row();
    for (;;) {
        auto const end = line.find('\t');
        composer.cell();
        composer.run(line.substr(0, end), 0, {});
        if (end == std::string_view::npos) return;
        line.remove_prefix(end + 1);
    }
}

// Lines that follow one another and are parted by as many tabs are a table; with one tab a list of contents, too.
void read_lines(Input const& input, Composer& composer) {
    constexpr std::size_t kCells = 3;
    auto const text = plain_text_of(input, kDocumentText);
    std::string_view rest = text;
    std::size_t open = 0;  // the cells of each row
    while (!rest.empty() && !composer.full()) {
        auto const end = rest.find('\n');
        auto const line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        auto const cells = cells_in(line);
        if (open > 0 && cells != open) {
            composer.end_table();
            open = 0;
        }
        if (open == 0 && cells >= kCells && cells_in(rest.substr(0, rest.find('\n'))) == cells) {
            composer.table();
            open = cells;
        }
        if (open > 0) {
            say_row(line, composer);
        } else {
            composer.run(line, 0, {});
            composer.say("\n");
        }
    }
    if (open > 0) composer.end_table();
}

// A picture is a figure of a document, and what is written on it.
void read_picture(Input const& input, std::string const& folder, Composer& composer) {
    Answer seen(Answer::Voice::document);
    seen.reading.media_type = composer.document.media_type;
    read_image(input, seen);  // ends here when it is no whole picture
    keep_figure(read_at(input, 0, kFigureBytes + 1), folder, composer, {});
    PageReader reader;
    if (!reader.ready()) return composer.document.metadata.push_back({"unread_because", "no_reader"});
    vault::Reading told;
    for (auto const& line : reader.lines_of_file(input.path, read_photo(input, told).orientation, kPictureSeconds)) {
        if (line.confidence < kLegible) continue;
        composer.run(line.text, 0, {}, line.confidence);
        composer.say("\n");
    }
}

void read_known(Input const& input, std::string const& folder, Composer& composer) {
    auto& type = composer.document.media_type;
    type = media_type_of(input);
    if (type == "application/pdf") return read_pdf_document(input, folder, composer);
    if (type == "application/zip") return read_zip(input, folder, composer);
    if (type == "text/plain") return read_lines(input, composer);
    if (type.starts_with("image/") && type != "image/svg+xml") return read_picture(input, folder, composer);
    composer.document.problem = "other";
}

bool says_nothing(vault::Document const& document) {
    return document.text.find_first_not_of(" \n\r\t\f") == std::string::npos && document.figures.empty() &&
           document.hidden.empty();
}

}  // namespace

std::string no_document(std::string const& problem, std::string const& media_type) {
    vault::Document document;
    document.media_type = media_type;
    document.problem = problem;
    return line_of(document);
}

std::string document_of(Input const& input, std::string const& folder) {
    Composer composer(kDocumentText);
    read_known(input, folder, composer);
    auto& document = composer.document;
    // Some of a document is better than nothing, when it says so.
    bool const some = document.problem == "too_large" && !document.text.empty();
    if (some || composer.full()) composer.tell("left_out", "too_large");
    if (some) document.problem.clear();
    if (!document.problem.empty()) return no_document(document.problem, document.media_type);
    find_noise(composer);
    find_signature_pages(document);
    if (says_nothing(document)) return no_document("none", document.media_type);
    return line_of(document);
}

}  // namespace anping::worker
