// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/editions.hpp>

#include <algorithm>

#include <fmt/format.h>

#include "leftovers/articles.hpp"
#include "leftovers/quantities.hpp"

namespace anping::forensics {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHead = 3000;  // characters of a text without articles in which its days are looked for
constexpr std::size_t kTail = 1500;
constexpr std::size_t kLongestTitle = 60;
constexpr View kIssued[] = {U"通过", U"修正", U"修订", U"公布", U"发布", U"印发"};
constexpr View kState = U"中华人民共和国";

bool has_hanzi(View text) { return std::ranges::any_of(text, is_hanzi); }

// What stands in the brackets that end a file's name; whether that is days.
bool read_brackets(View inside, Edition& out) {
    auto const days = days_in(inside);
    if (days.empty()) return false;
    auto const first = days.front().first;
    if (days.size() > 1) {
        out.from = first;
        out.until = days[1].last;
    } else if (contains(inside, U"废止")) {
        out.until = first - 1;
    } else if (is_among(inside[0], U"至~")) {
        out.until = first;
    } else if (contains(inside, U"施行") || contains(inside, U"实施") || inside.starts_with(U"自")) {
        out.from = first;
    } else {
        out.issued = first;
    }
    return true;
}

void read_path(std::string_view path, Edition& out) {
    fs::path const file(path);
    for (auto const& part : file.parent_path())
        if (auto const day = field::parse_date(part.string())) out.from = day;
    auto const whole = plain(file.filename().string());
    View name(whole);
    auto const open = name.rfind(U'(');
    auto const close = name.rfind(U')');
    bool const has_days = open != View::npos && close != View::npos && open + 1 < close &&
                          read_brackets(name.substr(open + 1, close - open - 1), out);
    name = name.substr(0, has_days ? open : name.rfind(U'.'));
    out.title = to_utf8(trimmed(name));
}

// The first line that says something, after what such files begin with between two rules.
View first_line(View text) {
    if (text.starts_with(U"---\n"))
        if (auto const end = text.find(U"\n---\n", 3); end != View::npos) text.remove_prefix(end + 5);
    while (!text.empty()) {
        auto const end = std::min(text.find(U'\n'), text.size());
        if (auto const line = trimmed(text.substr(0, end)); has_hanzi(line)) return line;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return {};
}

void read_title(View text, Edition& out) {
    auto line = first_line(text);
    bool const is_heading = line.starts_with(U"#");
    if (!is_heading && has_hanzi(to_points(out.title))) return;
    while (!line.empty() && is_among(line.front(), U"#* ")) line.remove_prefix(1);
    while (!line.empty() && is_among(line.back(), U"#* ")) line.remove_suffix(1);
    if (!line.empty() && line.size() <= kLongestTitle) out.title = to_utf8(line);
}

// The last day before the first article on which it was adopted or amended.
std::optional<field::Date> issued_in(View head) {
    std::optional<field::Date> out;
    for (auto const& day : days_in(head)) {
        auto const rest = head.substr(day.place.to);
        auto const line = rest.substr(0, std::min(rest.find(U'\n'), rest.size()));
        if (contains_any(line, kIssued) && (!out || *out < day.first)) out = day.first;
    }
    return out;
}

void read_text(View text, Edition& out) {
    auto const articles = articles_in(text);
    auto const head = text.substr(0, articles.empty() ? kHead : articles.front().at);
    if (!out.issued) out.issued = issued_in(head);
    auto const tail = text.substr(text.size() > kTail ? text.size() - kTail : 0);
    std::optional<field::Date> from;
    for (auto const& day : days_in(tail)) {
        auto const rest = tail.substr(day.place.to);
        auto const before = tail.substr(0, day.place.from);
        if (rest.starts_with(U"起施行") || rest.starts_with(U"起实施")) from = day.first;
        if (before.ends_with(U"有效期至") && !out.until) out.until = day.last;
    }
    if (from && !out.from && (!out.issued || *out.issued <= *from)) out.from = from;
}

// "《…》同时废止" in the last article.
std::vector<std::u32string> repealed_by(Edition const& edition) {
    std::vector<std::u32string> out;
    auto const text = plain(edition.text);
    View tail(text);
    tail = tail.substr(tail.size() > kTail ? tail.size() - kTail : 0);
    for (auto const at : places_of(tail, U"同时废止")) {
        auto sentence = tail.substr(0, at);
        if (auto const stop = sentence.find_last_of(U"。;\n"); stop != View::npos) sentence.remove_prefix(stop + 1);
        for (auto const open : places_of(sentence, U"《"))
            if (auto const close = sentence.find(U'》', open); close != View::npos)
                out.push_back(law_key(sentence.substr(open + 1, close - open - 1)));
    }
    return out;
}

// The day by which an edition is put in order among others of its law.
std::optional<field::Date> day_of(Edition const& edition) { return edition.issued ? edition.issued : edition.from; }

bool is_before(Edition const& former, Edition const& next) {
    auto const a = day_of(former);
    auto const b = day_of(next);
    return a && b && *a < *b && *a < *next.from && (!former.from || *former.from < *next.from);
}

}  // namespace

std::u32string law_key(View title) {
    auto out = bare(title);
    if (out.starts_with(kState) && out.size() > kState.size()) out.erase(0, kState.size());
    return out;
}

std::string in_words(Edition const& edition) {
    if (edition.from && edition.until) return fmt::format("{}至{}施行", said(*edition.from), said(*edition.until));
    if (edition.from) return said(*edition.from) + "起施行";
    auto const issued = edition.issued ? said(*edition.issued) + "公布" : std::string();
    if (!edition.until) return issued.empty() ? "施行日期不详" : issued + "，施行日期不详";
    return fmt::format("{}{}施行至{}", issued, issued.empty() ? "" : "，", said(*edition.until));
}

Edition edition_of(std::string_view path, std::string text) {
    Edition out;
    read_path(path, out);
    auto const words = plain(text);
    read_title(words, out);
    read_text(words, out);
    out.text = std::move(text);
    return out;
}

void close_former(std::vector<Edition>& editions) {
    std::vector<std::u32string> keys;
    std::vector<bool> said;
    keys.reserve(editions.size());
    said.reserve(editions.size());
    for (auto const& one : editions) {
        keys.push_back(law_key(to_points(one.title)));
        said.push_back(one.until.has_value());
    }
    for (std::size_t next = 0; next < editions.size(); ++next) {
        if (!editions[next].from) continue;
        auto const last = *editions[next].from - 1;
        auto const repealed = repealed_by(editions[next]);
        for (std::size_t i = 0; i < editions.size(); ++i) {
            auto& one = editions[i];
            bool const same = keys[i] == keys[next];
            bool const follows = same && i != next && is_before(one, editions[next]);
            bool const by_title = !same && std::ranges::find(repealed, keys[i]) != repealed.end() &&
                                  (!day_of(one) || *day_of(one) <= last);
            if (said[i] || (!follows && !by_title)) continue;
            if (!one.until || last < *one.until) one.until = last;
        }
    }
}

}  // namespace anping::forensics
