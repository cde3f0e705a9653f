// SPDX-License-Identifier: Apache-2.0
// Plants each error in so many invented reports, and counts what is found and what is found wrongly.
//     leftovers [--reports 500] [--planted 100] [--seed 7] [--registered 400000] [--regions DIR] [--texts DIR]...
// Or holds reports after outlines of honest ones against the lists of the rulebook.
//     leftovers --rulebook rulebooks [--outlines tests/forensics/leftovers] [--reports 4] [--seed 7]
#include <fmt/format.h>

#include <ctime>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>

#include "control.hpp"
#include "invented.hpp"
#include "listed.hpp"

namespace {

using planted::Plant;
namespace forensics = anping::forensics;

struct Options {
    std::size_t reports = 500, planted = 100, registered = 400'000;
    std::uint64_t seed = 7;
    std::optional<std::size_t> show;
    std::size_t plant = 0;
    std::string regions;
    std::vector<std::string> texts;
};

struct Count {
    std::size_t found_by_platform = 0, found_alone = 0;
    std::size_t false_by_platform = 0, false_alone = 0;  // honest reports with one
};

Options options_of(int argc, char** argv) {
    Options out;
    for (int i = 1; i + 1 < argc; i += 2) {
        std::string_view const name = argv[i];
        std::string const value = argv[i + 1];
        if (name == "--reports") out.reports = std::stoul(value);
        if (name == "--planted") out.planted = std::stoul(value);
        if (name == "--registered") out.registered = std::stoul(value);
        if (name == "--seed") out.seed = std::stoull(value);
        if (name == "--regions") out.regions = value;
        if (name == "--show") out.show = std::stoul(value);    // the report of that seed
        if (name == "--plant") out.plant = std::stoul(value);  // with this error, by its number
        if (name == "--texts") out.texts.push_back(value);
    }
    return out;
}

// What a command line knows: the report, and the lists it is given.
forensics::Known alone(forensics::Known known) {
    forensics::Known out;
    out.chapters = std::move(known.chapters);
    out.standards = std::move(known.standards);
    out.criteria = std::move(known.criteria);
    out.source_standard = std::move(known.source_standard);
    out.spacing = std::move(known.spacing);
    out.hearsay = known.hearsay;
    out.registry = std::move(known.registry);
    out.divisions = std::move(known.divisions);
    return out;
}

struct Judged {
    std::vector<forensics::Finding> platform, alone;
};

Judged judged(planted::Invented const& invented) {
    auto const report = planted::report_of_text(invented.text);
    auto const said = forensics::facts_of(report);
    return {find_leftovers(report, with_facts(invented.known, said)),
            find_leftovers(report, with_facts(alone(invented.known), said))};
}

bool has(std::vector<forensics::Finding> const& findings, std::string_view detector) {
    return std::ranges::any_of(findings, [&](auto const& one) { return one.detector == detector; });
}

using Counts = std::map<std::string, Count>;

void count_false(planted::World const& world, Options const& options, Counts& by_detector,
                 std::span<std::string const> quotes) {
    std::map<std::string, int> shown;
    for (std::size_t i = 0; i < options.reports; ++i) {
        auto const seed = options.seed * 1'000'003 + i;
        auto const found = judged(invent(world, seed, Plant::none, quotes));
        std::map<std::string, std::pair<bool, bool>> seen;
        for (auto const& one : found.platform) {
            seen[one.detector].first = true;
            if (++shown[one.detector] <= 3)
                std::cerr << "false " << seed << ' ' << one.detector << ": " << one.words << '\n';
        }
        for (auto const& one : found.alone) {
            seen[one.detector].second = true;
            if (++shown[one.detector] <= 3)
                std::cerr << "false " << seed << ' ' << one.detector << ": " << one.words << '\n';
        }
        for (auto const& [detector, by] : seen) {
            by_detector[detector].false_by_platform += by.first ? 1 : 0;
            by_detector[detector].false_alone += by.second ? 1 : 0;
        }
    }
}

void speed(planted::World const& world, Options const& options) {
    std::vector<anping::text::Folded> texts;
    std::size_t characters = 0;
    for (std::size_t i = 0; i < 50; ++i) {
        std::string text;
        while (text.size() < 180'000) text += invent(world, options.seed + i * 17 + text.size(), Plant::none).text;
        texts.push_back(anping::text::fold(text));
        characters += texts.back().text.size();
    }
    auto const start = std::clock();
    std::size_t matches = 0;
    constexpr int rounds = 20;
    for (int round = 0; round < rounds; ++round)
        for (auto const& text : texts) matches += world.registry->in(text).size();
    auto const took = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    auto const many = static_cast<double>(texts.size()) * rounds;
    fmt::print(
        "names: {} registered, {:.0f} characters a report, {:.1f} matches, {:.3f} ms of one processor a report\n",
        world.registered, static_cast<double>(characters) / static_cast<double>(texts.size()),
        static_cast<double>(matches) / many, took / many);
}

void print(Options const& options, Counts& by_plant, Counts& by_detector) {
    fmt::print(
        "| planted | finding | recall, platform | recall, report alone | false, platform | false, alone |\n| --- | --- "
        "| --- | --- | --- | --- |\n");
    for (auto const& one : planted::plantings()) {
        auto const& found = by_plant[one.name];
        auto const& wrong = by_detector[one.detector];
        auto const of = [](std::size_t many, std::size_t all) { return fmt::format("{}/{}", many, all); };
        fmt::print("| {} | {} | {} | {} | {} | {} |\n", one.name, one.detector,
                   of(found.found_by_platform, options.planted), of(found.found_alone, options.planted),
                   of(wrong.false_by_platform, options.reports), of(wrong.false_alone, options.reports));
    }
}

// With these options, if any is the rulebook.
std::optional<planted::ListedOptions> listed_options_of(int argc, char** argv) {
    planted::ListedOptions out;
    for (int i = 1; i + 1 < argc; i += 2) {
        std::string_view const name = argv[i];
        if (name == "--rulebook") out.rulebook = argv[i + 1];
        if (name == "--outlines") out.outlines = argv[i + 1];
        if (name == "--reports") out.reports = std::stoul(argv[i + 1]);
        if (name == "--seed") out.seed = std::stoull(argv[i + 1]);
    }
    return out.rulebook.empty() ? std::nullopt : std::optional(out);
}

}  // namespace

int main(int argc, char** argv) {
    if (auto const listed = listed_options_of(argc, argv)) {
        planted::measure_lists(*listed);
        return 0;
    }
    auto const options = options_of(argc, argv);
    auto const world = planted::world_of(
        options.regions.empty() ? planted::few_counties() : planted::counties_in(options.regions), options.registered);
    std::vector<planted::Control> texts;
    for (auto const& one : options.texts) planted::read_texts(one, texts);
    auto const quotes = planted::paragraphs(texts);
    if (options.show) {
        std::cout << invent(world, *options.show, static_cast<Plant>(options.plant), quotes).text;
        return 0;
    }
    Counts by_plant;
    Counts by_detector;
    for (auto const& one : planted::plantings())
        for (std::size_t i = 0; i < options.planted; ++i) {
            auto const seed = options.seed * 7'000'003 + i * 31 + static_cast<std::size_t>(one.plant);
            auto const found = judged(invent(world, seed, one.plant, quotes));
            if (!has(found.platform, one.detector))
                std::cerr << "missed " << static_cast<int>(one.plant) << ' ' << one.name << ' ' << seed << '\n';
            by_plant[one.name].found_by_platform += has(found.platform, one.detector) ? 1 : 0;
            by_plant[one.name].found_alone += has(found.alone, one.detector) ? 1 : 0;
        }
    count_false(world, options, by_detector, quotes);
    print(options, by_plant, by_detector);
    speed(world, options);
    if (!texts.empty()) planted::control(world, options.seed, texts);
    return 0;
}
