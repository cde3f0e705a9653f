// SPDX-License-Identifier: Apache-2.0
#include <malloc.h>

#include <exception>
#include <iostream>

#include "cli.hpp"

int main(int argc, char** argv) {
    // Threads that wait for the disk would each keep an arena of their own otherwise.
    ::mallopt(M_ARENA_MAX, 4);
    try {
        return anping::app::run(argc, argv);
    } catch (std::exception const& fault) {
        std::cerr << "anping: " << fault.what() << '\n';
        return anping::app::kCannot;
    }
}
