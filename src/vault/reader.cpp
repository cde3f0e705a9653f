// SPDX-License-Identifier: Apache-2.0
#include "reader.hpp"

#include <signal.h>

#include <algorithm>
#include <array>

#include <anping/base/json.hpp>
#include <anping/base/log.hpp>

#include "errors.hpp"
#include "process.hpp"

namespace anping::vault {
namespace {

constexpr char const* kUnknownType = "application/octet-stream";
// Exit status of a worker that could not protect itself; a shell that finds no program says 126 or 127.
constexpr int kUnfit = 125;
constexpr std::array kProblems = {"", "damaged", "too_large", "unsafe", "encrypted", "timeout"};

class Place {
public:
    explicit Place(std::counting_semaphore<2>& places) : places_(places) { places_.acquire(); }
    ~Place() { places_.release(); }
    Place(Place const&) = delete;
    Place& operator=(Place const&) = delete;

private:
    std::counting_semaphore<2>& places_;
};

bool is_one_of(char c, std::string_view choices) { return choices.find(c) != std::string_view::npos; }

// It becomes a header of a response.
bool is_media_type(std::string_view text) {
    auto const slash = text.find('/');
    return text.size() <= 100 && slash != std::string_view::npos && slash > 0 && slash + 1 < text.size() &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      is_one_of(c, "/.+-_");
           });
}

bool is_number(std::string_view text, std::string_view also) {
    return text.size() <= 40 && std::all_of(text.begin(), text.end(),
                                            [also](char c) { return (c >= '0' && c <= '9') || is_one_of(c, also); });
}

// A worker that a file has taken over can say anything; what it says is kept, shown and hashed.
bool is_plausible(Reading const& reading) {
    auto const in_range = [](std::int64_t value) { return value >= 0 && value <= std::int64_t{1} << 32; };
    bool const known = std::find(kProblems.begin(), kProblems.end(), reading.problem) != kProblems.end();
    bool const one_line = reading.camera.size() <= 400 && reading.camera.find_first_of("\r\n\t") == std::string::npos;
    return known && one_line && is_media_type(reading.media_type) && in_range(reading.pages) &&
           in_range(reading.width) && in_range(reading.height) && is_number(reading.taken_at, "T:.+-") &&
           is_number(reading.latitude, "-.") && is_number(reading.longitude, "-.");
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
    if (run.end == Run::End::crashed && (run.status == SIGXCPU || run.status == SIGKILL)) return "timeout";
    return "damaged";
}

}  // namespace

Reading Reader::read(std::string const& path) {
    Place const place(places_);
    auto const ended = run(program_, {"read", path});
    if (ended.end == Run::End::not_started || (ended.end == Run::End::exited && ended.status >= kUnfit)) {
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
    if (ended.end == Run::End::not_started || (ended.end == Run::End::exited && ended.status >= kUnfit))
        return Page::unavailable;
    return ended.end == Run::End::exited && ended.status == 0 ? Page::made : Page::none;
}

Result<Table> Reader::table(std::string const& path) {
    Place const place(places_);
    constexpr std::size_t kOutput = 16u << 20;
    auto const ended = run(program_, {"table", path}, {.wall = kWall, .output = kOutput});
    if (ended.end == Run::End::not_started || (ended.end == Run::End::exited && ended.status >= kUnfit))
        return errors::unavailable("worker cannot be started");
    if (ended.end != Run::End::exited || ended.status != 0) return errors::no_table(why(ended));
    return table_from(ended.output);
}

Result<std::string> Reader::text(std::string const& path) {
    Place const place(places_);
    constexpr std::size_t kOutput = 16u << 20;
    auto const ended = run(program_, {"text", path}, {.wall = kWall, .output = kOutput});
    if (ended.end == Run::End::not_started || (ended.end == Run::End::exited && ended.status >= kUnfit))
        return errors::unavailable("worker cannot be started");
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

Result<std::string> Reader::probe() {
    Place const place(places_);
    auto ended = run(program_, {"probe"});
    if (ended.end != Run::End::exited || ended.status != 0) return errors::unavailable("worker does not answer probe");
    while (!ended.output.empty() && ended.output.back() == '\n') ended.output.pop_back();
    return std::move(ended.output);
}

}  // namespace anping::vault
