// SPDX-License-Identifier: Apache-2.0
#include "library.hpp"

#include <algorithm>

#include "edits.hpp"

namespace corpus {

namespace {

constexpr double kWithFormerEdition = 0.25;
constexpr double kQuotesFormer = 0.3;  // of the quotes from a law that has a former edition
constexpr double kMisquoted = 0.15;
constexpr double kCited = 0.5;
constexpr std::size_t kLongestQuote = 1200;

bool is_of_safety(Law const& law) {
    static constexpr View words[] = {U"安全", U"消防",     U"职业病", U"突发事件", U"矿山",
                                     U"劳动", U"环境保护", U"建筑",   U"防震",     U"气象"};
    return std::any_of(std::begin(words), std::end(words),
                       [&](View word) { return law.title.find(word) != Text::npos; });
}

// What an amendment did, taken back: a few articles had other words, and one or two were not there yet.
Law former_edition(Law const& law, Chain const& chain, Rng& rng) {
    Law former{law.title, {}};
    std::size_t const missing = rng.between(1, 3);
    std::size_t const first_missing = rng.between(2, law.articles.size() - 2);
    unsigned number = 0;
    for (std::size_t i = 0; i < law.articles.size(); ++i) {
        if (i >= first_missing && i < first_missing + missing) continue;
        Article article{U"第" + chinese_number(++number) + U"条", law.articles[i].body};
        if (rng.chance(0.2)) article.body = with_words_replaced(article.body, 0.05 + 0.15 * rng.unit(), chain, rng);
        former.articles.push_back(std::move(article));
    }
    return former;
}

Text cited(Law const& law, Article const& article, Rng& rng) {
    Text const name = U"《" + law.title + U"》";
    switch (rng.below(3)) {
        case 0: return name + article.number + U"规定：“" + article.body + U"”";
        case 1: return U"根据" + name + article.number + U"的规定，" + article.body;
        default: return name + U"\n" + article.number + U"　" + article.body;
    }
}

}  // namespace

Library::Library(std::vector<Law> laws, Chain const& chain, std::uint64_t seed) {
    Rng rng(derived(seed, 1));
    rng.shuffle(laws);
    std::stable_partition(laws.begin(), laws.end(), is_of_safety);
    double total = 0;
    for (Law& law : laws) {
        std::optional<Law> former;
        if (law.articles.size() >= 10 && rng.chance(kWithFormerEdition)) former = former_edition(law, chain, rng);
        editions_.push_back({std::move(law), std::move(former)});
        total += 1.0 / static_cast<double>(editions_.size());
        shares_.push_back(total);
    }
}

Quote Library::quote(Rng& rng, Chain const& chain) const {
    auto const at = std::lower_bound(shares_.begin(), shares_.end(), rng.unit() * shares_.back());
    Edition const& edition = editions_[static_cast<std::size_t>(at - shares_.begin())];
    bool const former = edition.former && rng.chance(kQuotesFormer);
    Law const& law = former ? *edition.former : edition.current;
    std::size_t first = rng.below(law.articles.size());
    Quote out;
    out.detail = std::string(former ? "former " : "current ") + encoded(law.title + U" " + law.articles[first].number);
    out.text = rng.chance(kCited) ? cited(law, law.articles[first], rng) : law.articles[first].body;
    for (std::size_t more = rng.below(3); more > 0 && ++first < law.articles.size(); --more) {
        out.text += U"\n" + law.articles[first].body;
    }
    if (out.text.size() > kLongestQuote) out.text.resize(kLongestQuote);
    out.misquoted = rng.chance(kMisquoted) && out.text.size() > 20;
    if (out.misquoted) {
        double const share = static_cast<double>(rng.between(1, 6)) / static_cast<double>(out.text.size());
        out.text = with_characters_changed(out.text, share, chain, rng);
    }
    replace_all(out.text, U"\n\n", U"\n");
    out.text.push_back(U'\n');
    return out;
}

}  // namespace corpus
