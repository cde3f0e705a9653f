// SPDX-License-Identifier: Apache-2.0
// Prints, of each detector of numbers and schedules, what of planted cases it finds and how often it is wrong about
// honest ones, as a Markdown table. The argument is how many series the index holds.
#include "table.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv) {
    using namespace anping::planted;
    std::size_t const stored = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1'000'000;
    std::vector<Row> rows;
    for (auto& part : {digits(), repeats(stored), measurements(), schedules()})
        rows.insert(rows.end(), part.begin(), part.end());
    std::puts(
        "| detector | planted | found | recall | honest | told | false alarms | |\n| --- | --- | --- | --- | --- | --- "
        "| --- | --- |");
    for (auto const& row : rows) {
        auto const share = [](std::size_t part, std::size_t of, int places) {
            std::array<char, 16> out{};
            if (of > 0)
                std::snprintf(out.data(), out.size(), "%.*f", places,
                              static_cast<double>(part) / static_cast<double>(of));
            return std::string(out.data());
        };
        std::printf("| %s | %zu | %zu | %s | %zu | %zu | %s | %s |\n", row.detector.c_str(), row.planted, row.found,
                    share(row.found, row.planted, 3).c_str(), row.honest, row.wrong,
                    share(row.wrong, row.honest, 5).c_str(), row.note.c_str());
    }
    return 0;
}
