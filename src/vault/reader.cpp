// SPDX-License-Identifier: Apache-2.0
#include "reader.hpp"

#include <signal.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include <anping/base/json.hpp>
#include <anping/base/log.hpp>

#include "document.hpp"
#include "errors.hpp"
#include "plausible.hpp"
#include "process.hpp"

namespace anping::vault {
namespace {

constexpr char const* kUnknownType = "application/octet-stream";
// Exit status of a worker that could not protect itself; a shell that finds no program says 126 or 127.
constexpr int kUnfit = 125;
constexpr int kNoConverter = 3;  // of `convert`: LibreOffice is not installed
constexpr std::array kProblems = {"", "damaged", "too_large", "unsafe", "encrypted", "timeout"};

template <class Places>
class Place {
public:
    explicit Place(Places& places) : places_(places) { places_.acquire(); }
    ~Place() { places_.release(); }
    Place(Place const&) = delete;
    Place& operator=(Place const&) = delete;

private:
    Places& places_;
};

bool is_plausible(Reading const& reading) {
    bool const known = std::find(kProblems.begin(), kProblems.end(), reading.problem) != kProblems.end();
    return known && is_media_type(reading.media_type) && is_amount(reading.pages) && is_claim(reading);
}

Reading problem(std::string what) {
    Reading reading;
    reading.media_type = kUnknownType;
    reading.problem = std::move(what);
    return reading;
}

// The last whole line: the worker says what it knows before it goes on to what may kill it.
std::string_view last_line(std::string_view output) {
    auto const end = output.rfind('\n');
    if (end == std::string_view::npos) return {};
    auto const before = output.substr(0, end).rfind('\n');
    return output.substr(before == std::string_view::npos ? 0 : before + 1, end - (before + 1));
}

Result<Reading> parse(std::string_view line) {
    return parse_json(line).and_then([](json::value const& value) { return from_json<Reading>(value); });
}

std::string why(Run const& run) {
    if (run.end == Run::End::timeout) return "timeout";
    bool const out_of_time = run.status == SIGXCPU || run.status == SIGPROF || run.status == SIGKILL;
    if (run.end == Run::End::crashed && out_of_time) return "timeout";
    return "damaged";
}

bool is_unavailable(Run const& run) {
    return run.end == Run::End::not_started || (run.end == Run::End::exited && run.status >= kUnfit);
}

// LibreOffice makes a DOCX of these.
bool can_be_converted(std::string_view media_type) {
    return media_type == "application/msword" || media_type == "application/rtf" ||
           media_type == "application/vnd.oasis.opendocument.text";
}

// A worker that was taken over may have left anything under a name it says.
bool lie_there(std::vector<Figure> const& figures, std::string const& folder) {
    constexpr std::uintmax_t kFigure = 64u << 20;
    return std::all_of(figures.begin(), figures.end(), [&](Figure const& figure) {
        std::error_code problem;
        auto const path = std::filesystem::path(folder) / figure.file;
        return figure.file.empty() ||
               (std::filesystem::symlink_status(path, problem).type() == std::filesystem::file_type::regular &&
                std::filesystem::file_size(path, problem) <= kFigure && !problem);
    });
}

}  // namespace

Reading Reader::read(std::string const& path) {
    Place const place(places_);
    auto const ended = run(program_, {"read", path});
    if (is_unavailable(ended)) {
        log::error("vault.worker_not_started", {{"program", program_}});
        return problem("unavailable");
    }
    auto reading = parse(last_line(ended.output));
    bool const whole = ended.end == Run::End::exited && ended.status == 0;
    if (!reading || !is_plausible(*reading)) return problem(whole ? "damaged" : why(ended));
    if (!whole) reading->problem = why(ended);
    return std::move(*reading);
}

Reader::Page Reader::page(std::string const& path, int number, std::string const& directory) {
    Place const place(places_);
    auto const ended = run(program_, {"page", path, std::to_string(number), directory});
    if (is_unavailable(ended)) return Page::unavailable;
    return ended.end == Run::End::exited && ended.status == 0 ? Page::made : Page::none;
}

Result<Table> Reader::table(std::string const& path) {
    Place const place(places_);
    constexpr std::size_t kOutput = 16u << 20;
    auto const ended = run(program_, {"table", path}, {.wall = kWall, .output = kOutput});
    if (is_unavailable(ended)) return errors::unavailable("worker cannot be started");
    if (ended.end != Run::End::exited || ended.status != 0) return errors::no_table(why(ended));
    return table_from(ended.output);
}

Result<std::string> Reader::text(std::string const& path) {
    Place const place(places_);
    constexpr std::size_t kOutput = 16u << 20;
    auto const ended = run(program_, {"text", path}, {.wall = kWall, .output = kOutput});
    if (is_unavailable(ended)) return errors::unavailable("worker cannot be started");
    if (ended.end != Run::End::exited || ended.status != 0) return errors::no_text(why(ended));
    auto const answer = parse_json(ended.output);
    auto const* object = answer ? answer->if_object() : nullptr;
    auto const* problem = object == nullptr ? nullptr : object->if_contains("problem");
    auto const* text = object == nullptr ? nullptr : object->if_contains("text");
    if (problem == nullptr || !problem->is_string() || text == nullptr || !text->is_string())
        return errors::no_text("damaged");
    if (!problem->get_string().empty()) return errors::no_text(std::string(problem->get_string()));
    return std::string(text->get_string());
}

Result<Document> Reader::answer(std::string const& path, std::string const& folder) {
    constexpr std::size_t kOutput = 64u << 20;
    auto const ended = run(program_, {"document", path, folder}, {.wall = kDocumentWall, .output = kOutput});
    if (is_unavailable(ended)) return errors::unavailable("worker cannot be started");
    if (ended.end != Run::End::exited || ended.status != 0) return errors::no_text(why(ended));
    auto document = answered_document(ended.output);
    if (!document || !lie_there(document->figures, folder)) return errors::no_text("damaged");
    return std::move(*document);
}

Result<Document> Reader::converted(std::string const& path, std::string const& folder) {
    namespace fs = std::filesystem;
    auto const between = fs::path(folder) / "converted";
    std::error_code problem;
    if (!fs::create_directory(between, problem)) return errors::unavailable(problem.message());
    auto const ended = run(program_, {"convert", path, between.string()}, {.wall = kConvertWall});
    auto read = [&]() -> Result<Document> {
        if (is_unavailable(ended)) return errors::unavailable("worker cannot be started");
        if (ended.end == Run::End::exited && ended.status == kNoConverter) return errors::no_text("no_converter");
        if (ended.end != Run::End::exited) return errors::no_text(why(ended));
        auto const made = between / (fs::path(path).stem().string() + ".docx");
        if (!fs::is_regular_file(fs::symlink_status(made, problem))) return errors::no_text("damaged");
        return answer(made.string(), folder);
    }();
    fs::remove_all(between, problem);
    return read;
}

Result<Document> Reader::document(std::string const& path, std::string const& folder) {
    Place const place(documents_);
    auto read = answer(path, folder);
    if (read && can_be_converted(read->media_type)) {
        auto media_type = std::move(read->media_type);
        read = converted(path, folder);
        if (read) read->media_type = std::move(media_type);
    }
    if (read && !read->problem.empty()) return errors::no_text(read->problem);
    return read;
}

Result<std::string> Reader::probe() {
    Place const place(places_);
    auto ended = run(program_, {"probe"});
    if (ended.end != Run::End::exited || ended.status != 0) return errors::unavailable("worker does not answer probe");
    while (!ended.output.empty() && ended.output.back() == '\n') ended.output.pop_back();
    return std::move(ended.output);
}

}  // namespace anping::vault
