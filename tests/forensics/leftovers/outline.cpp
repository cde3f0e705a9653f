// SPDX-License-Identifier: Apache-2.0
#include "outline.hpp"

#include <fstream>
#include <functional>
#include <stdexcept>

namespace planted {
namespace {

std::string trimmed(std::string const& text) {
    auto const from = text.find_first_not_of(" \t");
    if (from == std::string::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t") + 1 - from);
}

std::vector<std::string> parts_of(std::string const& line, char at) {
    std::vector<std::string> out;
    for (std::size_t from = 0; from <= line.size();) {
        auto const end = std::min(line.find(at, from), line.size());
        out.push_back(trimmed(line.substr(from, end - from)));
        from = end + 1;
    }
    return out;
}

// Lines that say something, each with the brackets it stands under.
void each_line(std::string const& file,
               std::function<void(std::string const& section, std::string const& line)> const& to) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("cannot be read: " + file);
    std::string section;
    for (std::string line; std::getline(in, line);) {
        if (trimmed(line).empty() || line.starts_with('#')) continue;
        if (line.starts_with('[')) {
            section = line.substr(1, line.find(']') - 1);
            to(section, {});
        } else {
            to(section, line);
        }
    }
}

OutlineLine heading_of(std::string const& line) {
    OutlineLine out;
    out.depth = static_cast<int>(line.find_first_not_of(' ') / 2);
    auto const words = parts_of(line, '@');
    out.text = words.front();
    out.roles.assign(words.begin() + 1, words.end());
    return out;
}

Outline outline_of(std::string const& section) {
    auto const words = parts_of(section, '|');
    if (words.size() != 4) throw std::runtime_error("no outline: " + section);
    auto const number = std::stoi(words[0].substr(words[0].find('-') + 1));
    return {words[0], words[1], words[2], words[3], number % 2 == 0, {}};
}

CriterionWords criterion_of(std::string const& line) {
    auto const words = parts_of(line, '|');
    if (words.size() != 5) throw std::runtime_error("no criterion: " + line);
    CriterionWords out{words[0], words[1], words[2], {words[3], words[4]}};
    for (std::size_t half = 0; half < 2; ++half) {
        out.is_absent[half] = out.found[half].starts_with("- ");
        if (out.is_absent[half]) out.found[half].erase(0, 2);
    }
    return out;
}

}  // namespace

std::vector<Outline> read_outlines(std::string const& directory) {
    std::vector<Outline> out;
    each_line(directory + "/outlines.txt", [&](std::string const& section, std::string const& line) {
        if (line.empty()) out.push_back(outline_of(section));
        else out.back().lines.push_back(heading_of(line));
    });
    return out;
}

ReportWords read_words(std::string const& directory) {
    ReportWords out;
    each_line(directory + "/criteria_words.txt", [&](std::string const& section, std::string const& line) {
        if (!line.empty()) out.criteria[section].push_back(criterion_of(line));
    });
    each_line(directory + "/bodies.txt", [&](std::string const& section, std::string const& line) {
        if (line.empty()) return;
        if (section != "source") return out.bodies[section].push_back(line);
        auto const halves = parts_of(line, '|');
        for (std::size_t half = 0; half < 2; ++half) out.source[half].push_back(halves.at(half));
    });
    return out;
}

}  // namespace planted
