// SPDX-License-Identifier: Apache-2.0
// anping-worker: reads one file that may be hostile, in a sandbox it puts itself into first, and ends.
#include <charconv>
#include <exception>
#include <functional>
#include <iostream>
#include <new>
#include <string>
#include <vector>

#include "answer.hpp"
#include "convert.hpp"
#include "document.hpp"
#include "image.hpp"
#include "input.hpp"
#include "media_type.hpp"
#include "package.hpp"
#include "pdf.hpp"
#include "picture.hpp"
#include "probe.hpp"
#include "sandbox.hpp"
#include "text.hpp"
#include "workbook.hpp"

namespace anping::worker {
namespace {

constexpr int kUnfit = 125;
constexpr char const* kUsage =
    "usage: anping-worker read FILE           one line of JSON on what the file is\n"
    "       anping-worker page FILE N FOLDER  page N of a PDF, or the photo, as FOLDER/page.png\n"
    "       anping-worker table FILE          the first sheet of a workbook as a line of JSON\n"
    "       anping-worker text FILE           what a PDF, DOCX or text file says, as a line of JSON\n"
    "       anping-worker document FILE FOLDER  the same with places, tables, figures, what is hidden and who wrote "
    "it\n"
    "       anping-worker convert FILE FOLDER   a DOC, WPS, RTF or ODT file as FOLDER/<its stem>.docx, by LibreOffice\n"
    "       anping-worker picture FILE...     what each photo looks like and says, as a line of JSON\n"
    "       anping-worker probe [FILE...]     which protections hold here\n";

void read_known(Input const& input, Answer& answer) {
    auto& type = answer.reading.media_type;
    type = media_type_of(input);
    answer.say();
    if (type == "application/pdf") return read_pdf(input, answer);
    if (type == "application/zip") return read_package(input, answer);
    if (type.starts_with("image/") && type != "image/svg+xml") return read_image(input, answer);
}

int read(std::string const& path) {
    if (!protect({path, ""}).enough()) return kUnfit;
    Answer answer(Answer::Voice::line);
    answer.reading.media_type = "application/octet-stream";
    try {
        read_known(open_input(path), answer);
    } catch (std::bad_alloc const&) { answer.give_up("too_large"); } catch (std::exception const&) {
        answer.give_up("damaged");
    }
    answer.end();
}

int page(std::string const& path, std::string const& number, std::string const& folder) {
    int wanted = 0;
    std::from_chars(number.data(), number.data() + number.size(), wanted);
    if (!protect({path, folder}).enough()) return kUnfit;
    try {
        auto const target = folder + "/page.png";
        auto const input = open_input(path);
        auto const type = media_type_of(input);
        if (type == "application/pdf") return draw_pdf_page(input, wanted, target) ? 0 : 1;
        if (wanted != 1 || (type != "image/jpeg" && type != "image/png")) return 1;
        Answer answer(Answer::Voice::status);
        answer.reading.media_type = type;
        write_png(thumbnail_of(input, answer), target);
        return 0;
    } catch (std::exception const&) { return 1; }
}

// Of one of the ways to read a file whole: its line, or one that says why there is none.
int line_of(Allowed const& allowed, std::function<std::string(Input const&)> const& made,
            std::function<std::string(std::string const&)> const& none) {
    if (!protect(allowed).enough()) return kUnfit;
    std::string line;
    try {
        line = made(open_input(allowed.input));
    } catch (std::bad_alloc const&) { line = none("too_large"); } catch (std::exception const&) {
        line = none("damaged");
    }
    std::cout << line << std::flush;
    return std::cout ? 0 : 1;
}

int document(std::string const& path, std::string const& folder) {
    return line_of(
        {path, folder, kDocumentSeconds}, [&](Input const& input) { return document_of(input, folder); },
        [](std::string const& problem) { return no_document(problem); });
}

int run(std::vector<std::string> const& arguments) {
    std::string const command = arguments.empty() ? "" : arguments[0];
    if (command == "read" && arguments.size() == 2) return read(arguments[1]);
    if (command == "page" && arguments.size() == 4) return page(arguments[1], arguments[2], arguments[3]);
    if (command == "table" && arguments.size() == 2) return line_of({arguments[1], ""}, table_of, no_table);
    if (command == "text" && arguments.size() == 2) return line_of({arguments[1], ""}, text_of, no_text);
    if (command == "document" && arguments.size() == 3) return document(arguments[1], arguments[2]);
    if (command == "convert" && arguments.size() == 3) return convert(arguments[1], arguments[2]);
    if (command == "picture" && arguments.size() > 1) return tell_photos({arguments.begin() + 1, arguments.end()});
    if (command == "probe") {
        probe(protect({}), {arguments.begin() + 1, arguments.end()});
        return 0;
    }
    std::cerr << kUsage;
    return 2;
}

}  // namespace
}  // namespace anping::worker

// Asked where the address sanitizer is compiled in: its search for leaks traces this process from a second one, which
// the sandbox forbids.
extern "C" char const* __asan_default_options();
extern "C" char const* __asan_default_options() { return "detect_leaks=0"; }

int main(int argc, char** argv) { return anping::worker::run({argv + 1, argv + argc}); }
