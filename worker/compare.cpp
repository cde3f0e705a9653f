// SPDX-License-Identifier: Apache-2.0
// anping-picture-worker: compares two photos that may be hostile, in the worker's sandbox, and ends. It is a program of
// its own because loading OpenCV takes longer than reading most files.
#include <exception>
#include <iostream>
#include <new>
#include <string>
#include <vector>

#include "features.hpp"
#include "picture.hpp"
#include "sandbox.hpp"

namespace anping::worker {
namespace {

[[noreturn]] void compare(std::string const& one, std::string const& other) {
    picture::Likeness found;
    Answer answer([&](vault::Reading const& reading) {
        found.problem = reading.problem;
        return to_line(found);
    });
    try {
        auto const first = grey_photo(open_input(one), answer, nullptr);
        found = likeness(first, grey_photo(open_input(other), answer, nullptr));
    } catch (std::bad_alloc const&) { answer.give_up("too_large"); } catch (std::exception const&) {
        answer.give_up("damaged");
    }
    answer.end();
}

int run(std::vector<std::string> const& arguments) {
    if (arguments.size() != 3 || arguments[0] != "compare") {
        std::cerr << "usage: anping-picture-worker compare FILE FILE  whether two photos are one, as a line of JSON\n";
        return 2;
    }
    if (!protect({.input = arguments[1], .output = "", .other = arguments[2]}).enough()) return kUnprotected;
    compare(arguments[1], arguments[2]);
}

}  // namespace
}  // namespace anping::worker

// Asked where the address sanitizer is compiled in: its search for leaks traces this process from a second one, which
// the sandbox forbids.
extern "C" char const* __asan_default_options();
extern "C" char const* __asan_default_options() { return "detect_leaks=0"; }

int main(int argc, char** argv) { return anping::worker::run({argv + 1, argv + argc}); }
