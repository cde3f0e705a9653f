// SPDX-License-Identifier: Apache-2.0
#include <exception>
#include <iostream>

#include "cli.hpp"

int main(int argc, char** argv) {
    try {
        return anping::app::run(argc, argv);
    } catch (std::exception const& fault) {
        std::cerr << "anping: " << fault.what() << '\n';
        return anping::app::kCannot;
    }
}
