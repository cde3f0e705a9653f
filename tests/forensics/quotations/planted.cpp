// SPDX-License-Identifier: Apache-2.0
#include "planted.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "letters.hpp"

namespace planted {
namespace {

namespace forensics = anping::forensics;
namespace field = anping::field;
using View = std::u32string_view;

constexpr std::size_t kShortest = 40, kLongest = 260;  // characters of an article that is quoted
constexpr View kDigits = U"一二三四五六七八九";
constexpr View kMarks = U"，。；：、“”（）";
constexpr View kFiller[] = {U"评价组按照检查表对现场逐项核对，并与陪同人员交换了意见，未见异常的项目在表中注明。",
                            U"本节列出与被评价项目有关的要求，供编制对策措施时参照，具体符合情况见附表。",
                            U"厂区东侧为农田，南侧隔一条乡道与一家建材厂相邻，西北方向约三公里处有村庄。",
                            U"该装置于前年完成改造，操作人员轮班值守，交接记录由班长签字后存档备查。",
                            U"根据业主提供的平面图，罐区与泵房之间设有环形通道，转弯半径满足车辆通行。"};
constexpr std::pair<View, View> kOwnWords[] = {
    {U"应当", U"须"}, {U"不得", U"不能"}, {U"进行", U"开展"}, {U"责令", U"由主管部门责令"},
    {U"以及", U"和"}, {U"造成", U"导致"}, {U"按照", U"依照"}, {U"对其", U"对"},
    {U"并且", U"并"}, {U"及时", U"尽快"}, {U"编制", U"制订"}};

using Random = std::mt19937_64;
std::size_t below(Random& random, std::size_t many) { return random() % many; }

struct Article {
    std::u32string number;  // "第二十条"
    std::u32string words;
};

bool is_mark(char32_t one) { return kMarks.find(one) != View::npos; }

// Of each line "第二十条　…", with or without the marks of a heading.
std::vector<Article> articles_of(std::string const& text) {
    auto const points = points_of(text);
    std::vector<Article> out;
    for (std::size_t from = 0; from < points.size();) {
        auto const end = std::min(points.find(U'\n', from), points.size());
        auto line = View(points).substr(from, end - from);
        from = end + 1;
        while (!line.empty() && (line.front() == U'*' || line.front() == U' ' || line.front() == U'　'))
            line.remove_prefix(1);
        auto const stop = line.find(U'条');
        if (!line.starts_with(U"第") || stop == View::npos || stop > 8) continue;
        auto const words = line.find_first_not_of(U"* 　", stop + 1);
        if (words == View::npos || line[stop + 1] == U'之') continue;
        out.push_back({std::u32string(line.substr(0, stop + 1)), std::u32string(line.substr(words))});
    }
    return out;
}

std::vector<std::size_t> places_of(View text, View word) {
    std::vector<std::size_t> out;
    for (auto at = text.find(word); at != View::npos; at = text.find(word, at + word.size())) out.push_back(at);
    return out;
}

// Numerals that count something, by their last digit.
std::vector<std::size_t> numerals_in(View text) {
    std::vector<std::size_t> out;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        if (kDigits.find(text[i]) == View::npos || View(U"年月日万个名次倍米度人套学").find(text[i + 1]) == View::npos)
            continue;
        if (text[i - 1] != U'第' && text[i - 1] != U'统' && text[i - 1] != U'同') out.push_back(i);
    }
    return out;
}

bool replace_one(std::u32string& text, View from, View to, Random& random) {
    auto const places = places_of(text, from);
    if (places.empty()) return false;
    text.replace(places[below(random, places.size())], from.size(), to);
    return true;
}

bool change_number(std::u32string& text, Random& random) {
    auto const places = numerals_in(text);
    if (places.empty()) return false;
    auto& one = text[places[below(random, places.size())]];
    auto const digit = kDigits.find(one);
    one = kDigits[(digit + 1 + below(random, 7)) % kDigits.size()];
    return true;
}

// "三年" as "3年", also of several digits.
std::u32string in_figures(View text) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const counts = i + 1 < text.size() && View(U"年月日个名次倍米度人套").find(text[i + 1]) != View::npos;
        bool const alone = i > 0 && View(U"十百千零一二三四五六七八九第同统万分").find(text[i - 1]) == View::npos;
        auto const digit = kDigits.find(text[i]);
        if (counts && alone && digit != View::npos) out += static_cast<char32_t>(U'1' + digit);
        else out += text[i];
    }
    return out;
}

bool change_figure(std::u32string& text, Random& random) {
    auto figures = in_figures(text);
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < figures.size(); ++i)
        if (figures[i] >= U'1' && figures[i] <= U'9') places.push_back(i);
    if (places.empty()) return false;
    auto& one = figures[places[below(random, places.size())]];
    one = static_cast<char32_t>(U'1' + (one - U'1' + 1 + below(random, 7)) % 9);
    text = std::move(figures);
    return true;
}

std::u32string other_marks(View text, Random& random) {
    std::u32string out;
    for (auto const one : text) {
        if (one == U'，') out += below(random, 2) == 0 ? U", " : U"、";
        else if (one == U'；') out += U';';
        else if (one == U'。') out += below(random, 2) == 0 ? U"." : U"；";
        else out += one;
    }
    return out;
}

std::u32string wrapped(View text, Random& random) {
    std::u32string out;
    auto const width = 25 + below(random, 15);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && i % width == 0) out += U'\n';
        out += text[i];
    }
    return out;
}

// Something between two marks left out, which the writer says.
bool abridge(std::u32string& text, Random& random) {
    std::vector<std::size_t> marks;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (is_mark(text[i])) marks.push_back(i);
    if (marks.size() < 4) return false;
    auto const from = 1 + below(random, marks.size() - 3);
    text.replace(marks[from] + 1, marks[from + 1] - marks[from], U"……");
    return true;
}

void say_in_own_words(std::u32string& text, Random& random) {
    for (auto const& [from, to] : kOwnWords)
        for (auto at = text.find(from); at != View::npos; at = text.find(from, at + to.size()))
            if (below(random, 4) > 0) text.replace(at, from.size(), to);
}

bool drop_negation(std::u32string& text, Random& random) {
    if (below(random, 2) == 0) return replace_one(text, U"不得", U"可以", random);
    for (auto const* const word : {U"不得", U"不应", U"不准", U"不能", U"未经"})
        if (replace_one(text, word, View(word).substr(1), random)) return true;
    return false;
}

// One that says nothing by itself: without a negation or a numeral it would be another rule.
bool lose_one(std::u32string& text, Random& random) {
    auto const at = text.size() / 3 + below(random, 5);
    if (View(U"不未无没非禁勿免十百千万0123456789").find(text[at]) != View::npos ||
        kDigits.find(text[at]) != View::npos)
        return false;
    text.erase(at, 1);
    return true;
}

bool swap_bound(std::u32string& text, Random& random) {
    if (below(random, 2) == 0 && replace_one(text, U"以上", U"以下", random)) return true;
    return replace_one(text, U"以下", U"以上", random);
}

bool quote(std::u32string& text, Quoting quoting, Random& random) {
    switch (quoting) {
        case Quoting::other_marks: text = other_marks(text, random); return true;
        case Quoting::wrapped: text = wrapped(text, random); return true;
        case Quoting::in_figures: {
            auto figures = in_figures(text);
            std::swap(text, figures);
            return text != figures;
        }
        case Quoting::abridged: return abridge(text, random);
        case Quoting::part: {
            auto const stop = text.find_first_of(U"，。；", kShortest);
            if (stop == View::npos || stop + 1 >= text.size()) return false;
            text.resize(stop);
            return true;
        }
        case Quoting::in_own_words: say_in_own_words(text, random); return true;
        case Quoting::slip: return lose_one(text, random);
        case Quoting::number: return change_number(text, random);
        case Quoting::figure: return change_figure(text, random);
        case Quoting::negation: return drop_negation(text, random);
        case Quoting::bound: return swap_bound(text, random);
        case Quoting::duty: return replace_one(text, U"应当", U"可以", random);
        default: return true;
    }
}

bool can_be_quoted(Article const& article) {
    return article.words.size() >= kShortest && article.words.size() <= kLongest;
}

// Whether no other article of these laws says the same, as later editions and local rules may.
bool is_only_in(std::vector<forensics::Edition> const& laws, std::size_t law, View words) {
    auto const said = utf8_of(words);
    for (std::size_t i = 0; i < laws.size(); ++i)
        if (i != law && laws[i].text.find(said) != std::string::npos) return false;
    return true;
}

bool fits(std::vector<forensics::Edition> const& laws, std::size_t law, Quoting quoting) {
    bool const is_former = laws[law].until.has_value();
    bool const is_local = laws[law].title.find("市") != std::string::npos;
    if (quoting == Quoting::repealed || quoting == Quoting::former_in_its_time || quoting == Quoting::former_named_so)
        return is_former;
    return !is_former && (quoting != Quoting::local_rule || is_local);
}

field::Date day_for(forensics::Edition const& law, Quoting quoting) {
    if (quoting == Quoting::former_in_its_time) return *law.until - 100;
    auto const usual = *field::Date::of(2024, 5, 20);
    if (law.until) return std::max(usual, *law.until + 30);
    auto const from = law.from ? law.from : law.issued;
    return std::max(usual, from ? *from + 30 : usual);
}

std::u32string filler(Random& random) {
    std::u32string out;
    for (int i = 0; i < 3; ++i) out += kFiller[below(random, std::size(kFiller))];
    return out;
}

std::string lead(std::string const& title, View number, bool former, Random& random) {
    auto const article = utf8_of(number);
    auto const* const of = former ? "原" : "";
    switch (below(random, 3)) {
        case 0: return fmt::format("{}《{}》{}规定：“", of, title, article);
        case 1: return fmt::format("根据{}《{}》{}，", of, title, article);
        default: return fmt::format("（1）{}《{}》{}：\n", of, title, article);
    }
}

}  // namespace

std::span<Way const> ways() {
    static constexpr auto misquoted = "quotations.misquoted";
    static constexpr Way all[] = {
        {Quoting::verbatim, "word for word", nullptr},
        {Quoting::other_marks, "other punctuation", nullptr},
        {Quoting::wrapped, "over line breaks", nullptr},
        {Quoting::in_figures, "numbers in figures", nullptr},
        {Quoting::abridged, "a clause left out for an ellipsis", nullptr},
        {Quoting::part, "the first clauses alone", nullptr},
        {Quoting::in_own_words, "in own words", nullptr},
        {Quoting::slip, "a character lost", nullptr},
        {Quoting::several, "two articles under a range", nullptr},
        {Quoting::local_rule, "a local rule that took the article over", nullptr},
        {Quoting::former_in_its_time, "a former edition in its time", nullptr},
        {Quoting::former_named_so, "a former edition named as such", nullptr},
        {Quoting::number, "another numeral", misquoted},
        {Quoting::figure, "in figures, another figure", misquoted},
        {Quoting::negation, "a negation lost", misquoted},
        {Quoting::bound, "以上 and 以下 changed over", misquoted},
        {Quoting::duty, "可以 for 应当", misquoted},
        {Quoting::repealed, "a former edition", "quotations.repealed"},
        {Quoting::article, "another article's number", "quotations.article"},
    };
    return all;
}

std::optional<QuotingReport> quoting_report(std::vector<forensics::Edition> const& laws, Quoting quoting,
                                            std::uint64_t seed) {
    Random random(seed);
    auto const law = below(random, laws.size());
    if (!fits(laws, law, quoting)) return std::nullopt;
    auto const articles = articles_of(laws[law].text);
    if (articles.size() < 8) return std::nullopt;
    auto const at = below(random, articles.size() - 3);
    auto const& article = articles[at];
    if (!can_be_quoted(article)) return std::nullopt;
    auto words = article.words;
    bool const alone = quoting == Quoting::repealed || quoting == Quoting::former_named_so;
    if (alone && !is_only_in(laws, law, words)) return std::nullopt;
    auto number = article.number;
    if (quoting == Quoting::several) {
        number += U"至" + articles[at + 1].number;
        words += articles[at + 1].words;
    }
    if (quoting == Quoting::article)
        number = articles[(at + 2 + below(random, articles.size() - 4)) % articles.size()].number;
    if (!quote(words, quoting, random)) return std::nullopt;
    auto const day = day_for(laws[law], quoting);
    auto const cover = fmt::format("某某有限公司安全现状评价报告\n报告完成日期：{}年{}月{}日\n第一章 评价依据\n",
                                   day.year(), day.month(), day.day());
    return QuotingReport{cover + utf8_of(filler(random)) + "\n" +
                             lead(laws[law].title, number, quoting == Quoting::former_named_so, random) +
                             utf8_of(words) + "\n" + utf8_of(filler(random)) + "\n",
                         day};
}

}  // namespace planted
