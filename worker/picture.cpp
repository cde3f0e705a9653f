// SPDX-License-Identifier: Apache-2.0
#include "picture.hpp"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <new>

#include <anping/picture/fingerprint.hpp>

#include "image.hpp"
#include "media_type.hpp"
#include "photo.hpp"
#include "sandbox.hpp"
#include "strips.hpp"

namespace anping::worker {
namespace {

picture::Facts facts_of(vault::Reading const& reading) {
    picture::Facts out;
    out.problem = reading.problem;
    out.media_type = reading.media_type;
    out.width = reading.width;
    out.height = reading.height;
    out.taken_at = reading.taken_at;
    out.latitude = reading.latitude;
    out.longitude = reading.longitude;
    out.camera = reading.camera;
    return out;
}

// What was found in a smaller picture, in the photo's own pixels.
std::vector<picture::Rectangle> in_photo(std::vector<picture::Rectangle> areas, picture::Grey const& small,
                                         picture::Facts const& facts) {
    auto const scaled = [](std::int64_t at, std::int64_t size, std::size_t of) {
        return at * size / static_cast<std::int64_t>(of);
    };
    for (auto& area : areas) {
        auto const right = scaled(area.left + area.width, facts.width, small.width);
        auto const bottom = scaled(area.top + area.height, facts.height, small.height);
        area.left = scaled(area.left, facts.width, small.width);
        area.top = scaled(area.top, facts.height, small.height);
        area.width = right - area.left;
        area.height = bottom - area.top;
    }
    return areas;
}

constexpr std::array kFatal = {SIGXCPU, SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};

// The line of a photo whose strips are being read.
std::string& line_without_writing() {
    static std::string line;
    return line;
}

extern "C" void tell_without_writing(int) {
    auto const& line = line_without_writing();
    for (std::size_t done = 0; done < line.size();) {
        auto const count = ::write(STDOUT_FILENO, line.data() + done, line.size() - done);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) ::_exit(1);
        done += static_cast<std::size_t>(count);
    }
    ::_exit(0);
}

// Reading is a guest in this process: whatever it ends by, the photo's hashes are told.
void read_strips(picture::Facts& facts, picture::Grey const& grey, std::vector<picture::Rectangle> const& strips) {
    if (strips.empty()) return;
    line_without_writing() = to_line(facts) + "\n";
    for (int const one : kFatal) ::signal(one, tell_without_writing);
    facts.writing = writing_on(grey, strips, time_to_answer());
    for (int const one : kFatal) ::signal(one, SIG_DFL);
}

std::string line_of(picture::Facts facts, picture::Grey const& grey) {
    if (!facts.problem.empty()) return to_line(facts);
    auto print = picture::fingerprint_of(grey);
    auto const strips = print.strips;
    print.strips = in_photo(std::move(print.strips), grey, facts);
    set_fingerprint(facts, print);
    read_strips(facts, grey, strips);
    return to_line(facts);
}

[[noreturn]] void tell_photo(std::string const& path) {
    if (!protect({path, ""}).enough()) ::_exit(kUnprotected);
    picture::Grey grey;
    std::string serial;
    Answer answer([&](vault::Reading const& reading) {
        auto facts = facts_of(reading);
        facts.serial = serial;
        return line_of(std::move(facts), grey);
    });
    try {
        grey = grey_photo(open_input(path), answer, &serial);
    } catch (std::bad_alloc const&) { answer.give_up("too_large"); } catch (std::exception const&) {
        answer.give_up("damaged");
    }
    answer.end();
}

void tell_stopped(int signal) {
    picture::Facts none;
    none.problem = signal == SIGXCPU || signal == SIGKILL ? "timeout" : "damaged";
    write_line(to_line(none));
}

}  // namespace

picture::Grey grey_photo(Input const& input, Answer& answer, std::string* serial) {
    answer.reading.media_type = media_type_of(input);
    if (answer.reading.media_type != "image/jpeg" && answer.reading.media_type != "image/png") answer.give_up("other");
    auto const shot = read_photo(input, answer.reading);
    if (serial != nullptr) *serial = shot.serial;
    auto const bitmap = upright_of(input, answer, shot.orientation);
    if (bitmap.rgb.empty()) answer.give_up("damaged");
    return picture::grey_of(bitmap.width, bitmap.height, bitmap.rgb);
}

int tell_photos(std::vector<std::string> const& files) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    for (auto const& file : files) {
        auto const child = ::fork();
        if (child < 0) return 1;
        if (child == 0) tell_photo(file);
        int status = 0;
        while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
        if (WIFSIGNALED(status)) tell_stopped(WTERMSIG(status));
        else if (WEXITSTATUS(status) != 0) return WEXITSTATUS(status);
    }
    return 0;
}

}  // namespace anping::worker
