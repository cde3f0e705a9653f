// SPDX-License-Identifier: Apache-2.0
#include "stock.hpp"

#include <algorithm>

namespace corpus {

namespace {

constexpr std::size_t kTemplateBlocks = 12;
constexpr double kTemplateOfMean = 0.2;  // twice what a report takes of it
constexpr std::size_t kCommonBlocks = 10;
constexpr double kCommonOfMean = 0.07;
constexpr double kFactsInTemplate = 0.3;
constexpr std::size_t kRows = 160;

constexpr View kTagLetters = U"VRETPCKFDB";

Row equipment(Rng& rng, std::size_t industry) {
    static std::vector<View> const things = split(
        U"储罐 反应釜 精馏塔 换热器 压缩机 循环泵 缓冲罐 加热炉 冷凝器 输送泵 过滤器 干燥机 离心机 料仓 风机 分离器 "
        U"汽包 计量槽",
        U' ');
    static std::vector<View> const units = split(U"台 套 座 只 组", U' ');
    auto const substances = split(industry_names(industry).substances, U'、');
    Row row;
    row.tag = Text{rng.pick(kTagLetters)} + U"-" + decimal(rng.between(1, 9) * 100 + rng.between(1, 39));
    row.name = Text(substances[rng.below(substances.size())]) + Text(rng.pick(things));
    row.model = Text{rng.pick(kTagLetters), rng.pick(kTagLetters)} + decimal(rng.between(10, 999)) + U"-" +
                decimal(rng.between(1, 99));
    row.number = rng.between(1, 6);
    row.unit = rng.pick(units);
    return row;
}

std::size_t block_length(double of_mean, std::size_t blocks, double mean) {
    return std::max<std::size_t>(60, static_cast<std::size_t>(of_mean * mean / static_cast<double>(blocks)));
}

}  // namespace

Text drawn(Feed& feed, Rng& rng, std::size_t industry, std::size_t length, double facts) {
    Text out;
    std::size_t paragraph = rng.between(120, 400);
    std::size_t begin = 0;
    while (out.size() < length) {
        if (rng.chance(facts)) {
            out += fact(rng, industry);
        } else {
            out += feed.next();
        }
        if (out.size() - begin < paragraph) continue;
        out.push_back(U'\n');
        begin = out.size();
        paragraph = rng.between(120, 400);
    }
    if (out.back() != U'\n') out.push_back(U'\n');
    return out;
}

Stock::Stock(Chain const& chain, Plan const& plan) {
    Options const& options = plan.options();
    for (std::size_t i = 0; i < kInstitutions; ++i) {
        Rng rng(derived(options.seed, 0x10000000 + i));
        Feed feed(chain, rng.next());
        Institution made{institution(i), {}};
        std::size_t const length = block_length(kTemplateOfMean, kTemplateBlocks, options.mean);
        for (std::size_t k = 0; k < kTemplateBlocks; ++k) {
            made.blocks.push_back(drawn(feed, rng, rng.below(kIndustries), length, kFactsInTemplate));
        }
        institutions.push_back(std::move(made));
    }
    for (std::size_t i = 0; i < kIndustries; ++i) {
        Rng rng(derived(options.seed, 0x20000000 + i));
        Feed feed(chain, rng.next());
        Industry made;
        std::size_t const length = block_length(kCommonOfMean, kCommonBlocks, options.mean);
        for (std::size_t k = 0; k < kCommonBlocks; ++k) made.blocks.push_back(drawn(feed, rng, i, length, 0));
        for (std::size_t k = 0; k < kRows; ++k) made.rows.push_back(equipment(rng, i));
        industries.push_back(std::move(made));
    }
    for (std::size_t i = 0; i < plan.families().size(); ++i) {
        Rng rng(derived(options.seed, 0x30000000 + i));
        Feed feed(chain, rng.next());
        undisclosed.push_back(drawn(feed, rng, rng.below(kIndustries), rng.between(600, 1500), kFactsInTemplate));
    }
}

// A plant has most of its industry's equipment, in other numbers and now and then of another model.
Text table_rows(Industry const& industry, Rng& rng, std::size_t length) {
    Text out = U"位号\t名称\t型号\t数量\t单位\n";
    for (std::size_t at = rng.below(industry.rows.size()); out.size() < length; ++at) {
        if (rng.chance(0.1)) continue;
        Row const& row = industry.rows[at % industry.rows.size()];
        out.append(row.tag).append(U"\t").append(row.name).append(U"\t").append(row.model);
        if (rng.chance(0.15)) out.append(U"A");
        out.append(U"\t").append(decimal(rng.chance(0.3) ? rng.between(1, 9) : row.number)).append(U"\t");
        out.append(row.unit).append(U"\n");
    }
    return out;
}

}  // namespace corpus
