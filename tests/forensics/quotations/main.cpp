// SPDX-License-Identifier: Apache-2.0
// Reports that quote laws rightly and wrongly, and what is found of them.
//     quotations [--reports 200] [--seed 7] [--laws DIR] [--show 1]
// Without a directory the laws are invented, from the seed as well. Of real laws, every fifth is said to have ended in
// 2022.
#include <fstream>
#include <iostream>
#include <iterator>

#include <unistd.h>

#include "judge.hpp"

namespace {

namespace fs = std::filesystem;

std::vector<anping::forensics::Edition> laws_in(std::string const& directory) {
    std::vector<fs::path> files;
    for (auto const& one : fs::recursive_directory_iterator(directory))
        if (one.is_regular_file() && one.path().extension() == ".md") files.push_back(one.path());
    std::ranges::sort(files);
    std::vector<anping::forensics::Edition> out;
    for (std::size_t i = 0; i < files.size(); ++i) {
        std::ifstream in(files[i], std::ios::binary);
        out.push_back(anping::forensics::edition_of(
            files[i].string(), std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>())));
        if (i % 5 == 0 && !out.back().until) out.back().until = anping::field::Date::of(2022, 12, 31);
    }
    anping::forensics::close_former(out);
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    std::size_t reports = 200;
    std::uint64_t seed = 7;
    std::string laws;
    bool show = false;
    for (int i = 1; i + 1 < argc; i += 2) {
        std::string_view const name = argv[i];
        if (name == "--reports") reports = std::stoul(argv[i + 1]);
        if (name == "--seed") seed = std::stoull(argv[i + 1]);
        if (name == "--laws") laws = argv[i + 1];
        if (name == "--show") show = std::string_view(argv[i + 1]) == "1";
    }
    auto const directory = fs::temp_directory_path() / ("anping-quotations-" + std::to_string(::getpid()));
    fs::create_directories(directory);
    planted::Judge judge(laws.empty() ? planted::invented_laws(seed) : laws_in(laws), directory);
    std::vector<planted::Count> counts;
    auto const told = [&](planted::QuotingReport const& report, std::string const& words) {
        std::cerr << words << '\n';
        if (show) std::cerr << report.text << '\n';
    };
    for (auto const& way : planted::ways()) counts.push_back(judge.count(way, reports, told, seed));
    std::cout << planted::table_of(counts);
    fs::remove_all(directory);
    return 0;
}
