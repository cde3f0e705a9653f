// SPDX-License-Identifier: Apache-2.0
#include "leftovers/chapters.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "leftovers/parties.hpp"

namespace anping::forensics {
namespace {

constexpr std::size_t kFewest = 3;      // headings of a report that has any
constexpr std::size_t kNothingIn = 30;  // characters of a chapter in which nothing is said
constexpr int kDeepest = 2;             // a required chapter may be a section

// "危险、有害因素辨识与分析" is said as its words: any heading that has them all.
std::vector<std::vector<std::u32string>> ways_of(RequiredChapter const& chapter) {
    std::vector<std::vector<std::u32string>> out;
    for (auto const& way : chapter.said_as) {
        auto words = split(to_points(way), U' ');
        for (auto& word : words) word = bare(word);
        out.push_back(std::move(words));
    }
    if (out.empty()) out.push_back({bare(chapter.title)});
    return out;
}

std::vector<Heading const*> headings_for(Report const& report, RequiredChapter const& chapter) {
    auto const ways = ways_of(chapter);
    std::vector<Heading const*> out;
    for (auto const& heading : report.headings) {
        if (heading.level > kDeepest) continue;
        auto const title = bare(heading.title);
        if (std::ranges::any_of(ways, [&](auto const& words) { return contains_all(title, words); }))
            out.push_back(&heading);
    }
    return out;
}

Finding missing(std::vector<std::string> const& titles) {
    std::string named;
    std::vector<Fact> facts;
    facts.reserve(titles.size());
    for (auto const& title : titles) {
        named += fmt::format("“{}”", title);
        facts.push_back({"chapter", title});
    }
    return finding("leftovers.chapter", Strength::suspected, fmt::format("缺少必备章节{}。", named), {},
                   std::move(facts));
}

}  // namespace

std::vector<Finding> chapters(Report const& report, Known const& known) {
    std::vector<Finding> out;
    if (report.headings.size() < kFewest) return out;
    std::vector<std::string> absent;
    for (auto const& chapter : known.chapters) {
        auto const found = headings_for(report, chapter);
        if (found.empty()) {
            absent.push_back(chapter.title);
            continue;
        }
        bool const said = std::ranges::any_of(
            found, [&](Heading const* one) { return bare(report.at({one->line.to, one->end})).size() >= kNothingIn; });
        if (said) continue;
        out.push_back(finding("leftovers.chapter", Strength::lead,
                              fmt::format("必备章节“{}”只有标题，没有内容。", chapter.title),
                              {report.original(found.front()->line)}, {{"chapter", chapter.title}}));
    }
    if (!absent.empty()) out.push_back(missing(absent));
    return out;
}

}  // namespace anping::forensics
