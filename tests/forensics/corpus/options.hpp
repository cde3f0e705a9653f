// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace corpus {

enum class Genre : unsigned char { kDrawn, kReal, kCross };

struct Options {
    std::string preset = "set";
    Genre genre = Genre::kDrawn;
    std::size_t indexed = 200;
    std::size_t queries = 40;
    std::uint64_t seed = 1;
    double mean = 60000;     // code points of a report
    unsigned approved = 50;  // per cent of the industry-common texts
    std::filesystem::path laws;
    std::filesystem::path prose;
    std::filesystem::path out = ".";
};

}  // namespace corpus
