// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace anping::planted {

// What a detector made of what was planted and of what was not.
struct Row {
    std::string detector;
    std::size_t planted = 0, found = 0;
    std::size_t honest = 0, wrong = 0;
    std::string note = {};
};

std::vector<Row> digits();
std::vector<Row> repeats(std::size_t stored);  // prints how long the index took
std::vector<Row> measurements();
std::vector<Row> schedules();

}  // namespace anping::planted
