// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/quotations.hpp>

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "leftovers/articles.hpp"
#include "leftovers/differences.hpp"
#include "leftovers/parties.hpp"
#include "leftovers/quantities.hpp"

namespace anping::forensics {
namespace {

constexpr std::size_t kShortest = 20;      // characters of a quotation that is judged
constexpr std::size_t kBetter = 2;         // groups more an edition must have to be the one quoted
constexpr int kMostChanges = 120;          // more, and the passage is put together from several
constexpr std::size_t kLongestChange = 8;  // what is left out or put in whole is no slip
constexpr std::uint32_t kEdge = 2;         // characters where an alignment's ends are not sure
constexpr View kNumerals = U"0123456789一二三四五六七八九十百千万亿〇零两";
constexpr View kNegations = U"不未无没非禁勿免";
constexpr View kFormer[] = {U"原《", U"修订前", U"修改前", U"旧版", U"旧《", U"已废止", U"已失效"};
constexpr View kOmitted[] = {U"…", U"...", U"···", U"略)"};
constexpr std::size_t kAboutAsWell = 5;  // groups more that are missing: one change
constexpr std::uint32_t kNear = 6;
constexpr std::uint32_t kInto = 14;        // characters of a quotation in which its article's number may stand
constexpr std::size_t kBetween = 4;        // and between two numbers, or the title and the first
constexpr std::uint32_t kAround = 10;      // characters around a change by which another law is told to say the same
constexpr std::uint32_t kHeadLength = 60;  // characters before a quotation in which its law is named
constexpr std::array<View, 2> kOpposites[] = {{U"上", U"下"},     {U"大", U"小"},     {U"多", U"少"},
                                              {U"前", U"后"},     {U"内", U"外"},     {U"高", U"低"},
                                              {U"应当", U"可以"}, {U"必须", U"可以"}, {U"应", U"可"}};

// Of the flow: characters of the report's folded text.
Place in_flow(Report const& report, std::uint32_t from, std::uint32_t to) {
    auto const at = [&](std::uint32_t point) {
        return static_cast<std::uint32_t>(std::ranges::lower_bound(report.origin, point) - report.origin.begin());
    };
    if (from >= to || to > report.folded.origin.size()) return {};
    Place out{at(report.folded.origin[from]), at(report.folded.origin[to - 1]) + 1};
    while (out.to < report.text.size() && is_digit(report.text[out.to]) && is_digit(report.text[out.to - 1])) ++out.to;
    return out;
}

struct Bare {
    std::u32string text;
    std::vector<std::uint32_t> at;  // of each character, in what it was made of
};

Bare bare_of(View text) {
    Bare out;
    for (std::uint32_t i = 0; i < text.size(); ++i)
        for (auto const one : bare(text.substr(i, 1))) {
            out.text.push_back(one);
            out.at.push_back(i);
        }
    return out;
}

// The whole numeral around a difference.
View numeral_around(View text, Place place) {
    auto from = std::min<std::size_t>(place.from, text.size());
    auto to = std::min<std::size_t>(place.to, text.size());
    while (from > 0 && is_among(text[from - 1], kNumerals)) --from;
    while (to < text.size() && is_among(text[to], kNumerals)) ++to;
    return text.substr(from, to - from);
}

std::optional<double> small_value_of(View numeral) {
    if (auto const number = number_at(numeral, 0); number && number->place.to == numeral.size()) return number->value;
    if (auto const count = count_of(numeral)) return static_cast<double>(*count);
    return std::nullopt;
}

// "2万", "二万", "二十".
std::optional<double> value_of(View numeral) {
    auto const at = numeral.find(U'万');
    if (at == View::npos || at == 0) return small_value_of(numeral);
    auto const high = small_value_of(numeral.substr(0, at));
    auto const rest = numeral.substr(at + 1);
    auto const low = rest.empty() ? std::optional<double>(0) : small_value_of(rest);
    if (!high || !low) return std::nullopt;
    return *high * 10'000 + *low;
}

bool has_numeral(View text) {
    return std::ranges::any_of(text, [](char32_t one) { return is_among(one, kNumerals); });
}

bool is_another_number(View a, View b, Difference const& change) {
    auto const of_a = a.substr(change.a.from, change.a.to - change.a.from);
    auto const of_b = b.substr(change.b.from, change.b.to - change.b.from);
    if (!has_numeral(of_a) && !has_numeral(of_b)) return false;
    auto const whole_a = numeral_around(a, change.a);
    auto const whole_b = numeral_around(b, change.b);
    auto const value_a = value_of(whole_a);
    auto const value_b = value_of(whole_b);
    return value_a && value_b && *value_a != *value_b;
}

std::size_t negations(View text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char32_t one) { return is_among(one, kNegations); }));
}

bool is_opposite(View a, View b) {
    return std::ranges::any_of(
        kOpposites, [&](auto const& pair) { return (a == pair[0] && b == pair[1]) || (a == pair[1] && b == pair[0]); });
}

bool changes_meaning(View a, View b, Difference const& change) {
    auto const of_a = a.substr(change.a.from, change.a.to - change.a.from);
    auto const of_b = b.substr(change.b.from, change.b.to - change.b.from);
    if (of_a.size() > kLongestChange || of_b.size() > kLongestChange) return false;
    bool const at_edge = change.a.from < kEdge || change.a.to + kEdge > a.size();
    if (at_edge) return false;
    return is_another_number(a, b, change) || negations(of_a) != negations(of_b) || is_opposite(of_a, of_b);
}

// With three characters of what stands around it.
std::string around(View text, Place place) {
    auto const from = place.from > 3 ? place.from - 3 : 0;
    return to_utf8(text.substr(from, place.to + 3 - from));
}

std::string named(Edition const& edition, std::vector<ArticleNumber> const& articles) {
    std::string out = fmt::format("《{}》", edition.title);
    for (std::size_t i = 0; i < articles.size() && i < 3; ++i) out += (i > 0 ? "、" : "") + to_string(articles[i]);
    return out;
}

// What the words before a quotation name: "《…》第二十条", "第二十条、第二十二条至第二十五条".
struct Cited {
    View title;  // empty where no law is named
    std::vector<std::pair<ArticleNumber, ArticleNumber>> articles;
    bool as_former = false;  // "原《…》规定"
};

bool has(Cited const& cited, ArticleNumber article) {
    return std::ranges::any_of(cited.articles, [&](auto const& range) {
        return range.first.number <= article.number && article.number <= range.second.number;
    });
}

// As far as the sentence before, over the end of a line; and a little into the quotation, for an alignment with the law
// may begin with the article's number.
View head_of(Report const& report, std::uint32_t at) {
    auto const from = at - std::min(at, kHeadLength);
    auto const stop = report.at({from, at}).find_last_of(U"。!?");
    auto const begin = stop == View::npos ? from : from + static_cast<std::uint32_t>(stop) + 1;
    return report.at({begin, std::min(at + kInto, static_cast<std::uint32_t>(report.text.size()))});
}

// From the first after its title on, as long as one follows the other.
Cited cited_before(Report const& report, std::uint32_t at) {
    Cited out;
    auto const head = head_of(report, at);
    out.as_former = contains_any(head, kFormer);
    auto close = head.substr(0, head.size() - std::min<std::size_t>(head.size(), kInto)).rfind(U'》');
    if (close == View::npos) close = head.rfind(U'》');
    auto const open = close == View::npos ? View::npos : head.rfind(U'《', close);
    if (open == View::npos) return out;
    out.title = head.substr(open + 1, close - open - 1);
    auto const rest = head.substr(close + 1);
    std::size_t end = 0;
    for (auto const first : places_of(rest, U"第")) {
        if (first < end) continue;
        auto const one = article_at(rest, first);
        if (!one || first > end + kBetween) break;
        bool const is_range = !out.articles.empty() && trimmed(rest.substr(end, first - end)) == U"至";
        if (is_range) out.articles.back().second = one->number;
        else out.articles.emplace_back(one->number, one->number);
        end = one->end;
    }
    return out;
}

// Of a law's text, without the numbers its articles begin with.
std::u32string without_numbers(View text) {
    std::u32string out;
    for (std::size_t from = 0; from < text.size();) {
        auto const end = std::min(text.find(U'\n', from) + 1, text.size());
        auto const stop = end == 0 ? text.size() : end;
        auto line = text.substr(from, stop - from);
        auto const first = line.find_first_not_of(U" \t　*#");
        auto const article = first == View::npos ? std::nullopt : article_at(line.substr(0, 24), first);
        out += article ? line.substr(article->end) : line;
        from = stop;
    }
    return out;
}

// A quotation with what is looked up of it once.
struct Judged {
    QuotedLaw law;
    Place place;  // of the flow
    std::u32string words;
    Cited cited;
    bool is_named = false;  // the law it is of
};

// The writer says that something is left out here, or near: of words that come twice either may be the ones left out.
bool is_left_out(Report const& report, Judged const& judged, Bare const& said, Difference const& change) {
    if (change.a.from == 0 || change.a.to >= said.at.size()) return false;
    auto const first = change.a.from - std::min(change.a.from, kNear);
    auto const last = std::min<std::size_t>(change.a.to + kNear, said.at.size() - 1);
    auto const from = judged.place.from + said.at[first];
    auto const to = judged.place.from + said.at[last];
    return contains_any(report.at({from, to}), kOmitted);
}

bool is_of_another_law(LawLibrary const& library, Judged const& judged, Place change, std::optional<field::Date> day) {
    if (judged.is_named) return false;
    auto const from = change.from - std::min(change.from, kAround);
    auto const to = std::min<std::size_t>(change.to + kAround, judged.words.size());
    return library.is_said_elsewhere(judged.law.edition, View(judged.words).substr(from, to - from), day);
}

std::optional<Finding> misquoted(Report const& report, Judged const& judged, LawLibrary const& library,
                                 std::optional<field::Date> day) {
    auto const& law = judged.law;
    auto const said = bare_of(report.at(judged.place));
    auto const should = bare(without_numbers(library.words(law.edition, law.there)));
    auto const changes = differences(said.text, should, kMostChanges);
    if (!changes) return std::nullopt;
    auto const& edition = library.edition(law.edition);
    std::vector<Place> where;
    std::vector<Fact> facts{{"law", edition.title}, {"edition", in_words(edition)}};
    std::string first;
    for (auto const& change : *changes) {
        if (!changes_meaning(said.text, should, change) || is_left_out(report, judged, said, change) ||
            is_of_another_law(library, judged, change.a, day))
            continue;
        auto const from = said.at[std::min<std::size_t>(change.a.from, said.at.size() - 1)];
        auto const to = change.a.to > change.a.from ? said.at[change.a.to - 1] + 1 : from + 1;
        where.push_back(report.original({judged.place.from + from, judged.place.from + to}));
        facts.push_back({"said", around(said.text, change.a)});
        facts.push_back({"law_says", around(should, change.b)});
        if (first.empty()) first = fmt::format("“{}”应为“{}”", around(said.text, change.a), around(should, change.b));
    }
    if (where.empty()) return std::nullopt;
    return finding("quotations.misquoted", Strength::suspected,
                   fmt::format("引用{}的文字与原文不一致：{}。", named(edition, law.articles), first), std::move(where),
                   std::move(facts));
}

std::optional<Finding> under_another_number(Judged const& judged, LawLibrary const& library,
                                            std::optional<field::Date> day) {
    auto const& law = judged.law;
    auto const& cited = judged.cited;
    if (!judged.is_named || cited.articles.empty() || law.articles.empty()) return std::nullopt;
    auto const is_cited = [&cited](ArticleNumber one) { return has(cited, one); };
    if (std::ranges::any_of(law.articles, is_cited)) return std::nullopt;
    // Of which edition, nobody can say without the report's day, or of those before where one of them is meant.
    if (!day || cited.as_former)
        for (auto const doc : library.editions_of(law.edition))
            if (std::ranges::any_of(library.articles(doc, library.place_of(doc, judged.words)), is_cited))
                return std::nullopt;
    auto const& edition = library.edition(law.edition);
    auto const said = to_string(cited.articles.front().first);
    auto const article = to_string(law.articles.front());
    return finding("quotations.article", Strength::lead,
                   fmt::format("报告写作《{}》{}，所引文字是{}。", edition.title, said, article), {law.where},
                   {{"law", edition.title}, {"edition", in_words(edition)}, {"said", said}, {"article", article}});
}

std::optional<Finding> repealed(Judged const& judged, LawLibrary const& library, std::optional<field::Date> day) {
    auto const& law = judged.law;
    auto const& edition = library.edition(law.edition);
    if (!day || !edition.until || *day <= *edition.until || judged.cited.as_former) return std::nullopt;
    if (!judged.is_named && library.is_said_elsewhere(law.edition, judged.words, day)) return std::nullopt;
    auto const of_law = library.editions_of(law.edition);
    auto const next = std::ranges::find_if(of_law, [&](std::size_t doc) { return library.in_force(doc, day); });
    auto const then = next == of_law.end() ? std::string("报告日期时该文件已经废止")
                                           : fmt::format("报告日期{}有效的版本（{}）不是这样写的", said(*day),
                                                         in_words(library.edition(*next)));
    return finding("quotations.repealed", Strength::suspected,
                   fmt::format("所引{}的文字属于{}起已失效的版本，{}。", named(edition, law.articles),
                               said(*edition.until + 1), then),
                   {law.where},
                   {{"law", edition.title},
                    {"edition", in_words(edition)},
                    {"until", field::to_string(*edition.until)},
                    {"report", field::to_string(*day)}});
}

// Where the edition says it most alike.
std::size_t missing_of(LawLibrary const& library, std::size_t doc, View words) {
    return library.missing(doc, library.place_of(doc, words), words);
}

// The one of these that agrees with the words best; of equal ones one in force.
std::size_t best_of(LawLibrary const& library, std::vector<std::size_t> const& docs, std::size_t first, View words,
                    std::optional<field::Date> day) {
    if (docs.size() == 1) return docs.front();
    auto out = first;
    auto least = missing_of(library, first, words);
    for (auto const doc : docs) {
        auto const missing = missing_of(library, doc, words);
        bool const better = missing + kBetter <= least;
        bool const as_good_in_force =
            missing < least + kBetter && library.in_force(doc, day) && !library.in_force(out, day);
        if (!better && !as_good_in_force) continue;
        out = doc;
        least = missing;
    }
    return out;
}

// Laws take over each other's articles: where the report names the one it quotes and that says something like it, that
// one is meant.
std::size_t edition_of_quotation(LawLibrary const& library, std::size_t found, View words, View title,
                                 std::optional<field::Date> day) {
    auto const named = library.law_named(title);
    if (!named.empty() && std::ranges::find(named, found) == named.end()) {
        auto const best = best_of(library, named, named.front(), words, day);
        if (2 * missing_of(library, best, words) <= words.size()) return best;
    }
    return best_of(library, library.editions_of(found), found, words, day);
}

// Articles resemble each other: the one the report names is meant where it says it about as well.
Place in_cited_articles(LawLibrary const& library, std::size_t edition, Place found, View words, Cited const& cited) {
    for (auto const& [first, last] : cited.articles) {
        auto const named = library.of_articles(edition, first, last);
        if (named.from == named.to || (named.from <= found.from && found.to <= named.to)) continue;
        if (library.missing(edition, named, words) > library.missing(edition, found, words) + kAboutAsWell) continue;
        auto const there = library.place_of(edition, words, named);
        if (there.from < there.to) return there;
    }
    return found;
}

bool is_title_of(View title, Edition const& edition) {
    return !title.empty() && same_party(bare(edition.title), bare(title));
}

}  // namespace

QuotedLaw law_of(Report const& report, Quoted const& quoted, LawLibrary const& library,
                 std::optional<field::Date> day) {
    auto const place = in_flow(report, quoted.passage.a_from, quoted.passage.a_to);
    auto const words = bare(report.at(place));
    auto const cited = cited_before(report, place.from);
    auto const edition = edition_of_quotation(library, quoted.doc, words, cited.title, day);
    QuotedLaw out{edition, {}, report.original(place), {}};
    out.there = edition == quoted.doc ? library.place(quoted.doc, quoted.passage.b_from, quoted.passage.b_to)
                                      : library.place_of(edition, words);
    if (is_title_of(cited.title, library.edition(edition)))
        out.there = in_cited_articles(library, edition, out.there, words, cited);
    out.articles = library.articles(edition, out.there);
    return out;
}

std::vector<Finding> judge_quotations(Report const& report, std::span<Quoted const> quoted, LawLibrary const& library,
                                      std::optional<field::Date> day) {
    std::vector<Finding> out;
    auto const add = [&out](std::optional<Finding> found) {
        if (found) out.push_back(std::move(*found));
    };
    for (auto const& one : quoted) {
        auto const& passage = one.passage;
        if (one.as != text::Mask::law || one.doc >= library.size() || passage.a_to < passage.a_from + kShortest)
            continue;
        Judged judged{law_of(report, one, library, day), in_flow(report, passage.a_from, passage.a_to), {}, {}};
        judged.words = bare(report.at(judged.place));
        judged.cited = cited_before(report, judged.place.from);
        judged.is_named = is_title_of(judged.cited.title, library.edition(judged.law.edition));
        add(repealed(judged, library, day));
        add(misquoted(report, judged, library, day));
        add(under_another_number(judged, library, day));
    }
    return out;
}

}  // namespace anping::forensics
