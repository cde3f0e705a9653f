// SPDX-License-Identifier: Apache-2.0
#include "leftovers/hearsay.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "leftovers/parties.hpp"

namespace anping::forensics {
namespace {

constexpr View kPhrases[] = {
    U"据企业称",           U"企业称",           U"据企业介绍",   U"据介绍",     U"企业介绍", U"据企业提供",
    U"企业提供的资料显示", U"企业提供资料显示", U"根据企业提供", U"按企业提供", U"据了解",   U"负责人介绍",
    U"人员介绍",           U"企业反映",         U"企业承诺",     U"据企业反映", U"可视为",   U"企业自述",
    U"据企业说明",         U"企业说明",         U"企业口述"};
constexpr std::size_t kSentence = 8;  // characters of a sentence that says something
constexpr double kChance = 1e-3;      // more would be unusual
constexpr double kHardlyChance = 1e-6;

// At least `hits` of `all` when each is one with probability `share`.
double tail(std::size_t hits, std::size_t all, double share) {
    auto const n = static_cast<double>(all);
    double below = 0;
    for (std::size_t i = 0; i < hits; ++i) {
        auto const k = static_cast<double>(i);
        below += std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) + k * std::log(share) +
                          (n - k) * std::log1p(-share));
    }
    return std::max(0.0, 1 - below);
}

}  // namespace

std::vector<Finding> hearsay(Report const& report, Known const& known) {
    if (!known.hearsay || known.hearsay->usual <= 0 || known.hearsay->usual >= 1) return {};
    std::size_t all = 0;
    std::vector<Place> where;
    for (auto const sentence : report.sentences) {
        if (sentence.to - sentence.from < kSentence || sentence.from < report.cover) continue;
        ++all;
        auto const found = places_of_any(report.at(sentence), kPhrases);
        if (found.empty()) continue;
        where.push_back(report.original({sentence.from + found.front().from, sentence.from + found.front().to}));
    }
    auto const hits = where.size();
    if (all == 0 || hits == 0) return {};
    auto const share = static_cast<double>(hits) / static_cast<double>(all);
    if (share <= known.hearsay->usual) return {};
    auto const chance = tail(hits, all, known.hearsay->usual);
    if (chance > kChance) return {};
    return {finding("leftovers.hearsay", chance < kHardlyChance ? Strength::suspected : Strength::lead,
                    fmt::format("“据企业称”“企业提供的资料显示”一类说法有{}句，占{:.1f}%，通常为{:.1f}%。", hits,
                                share * 100, known.hearsay->usual * 100),
                    std::move(where),
                    {{"sentences", fmt::format("{}", all)},
                     {"hearsay", fmt::format("{}", hits)},
                     {"p", fmt::format("{:.2g}", chance)}})};
}

}  // namespace anping::forensics
