// SPDX-License-Identifier: Apache-2.0
#include "leftovers/cited_standards.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "leftovers/parties.hpp"
#include "leftovers/quantities.hpp"
#include "leftovers/standard_numbers.hpp"

namespace anping::forensics {
namespace {

constexpr View kOfHistory[] = {U"代替", U"替代", U"废止", U"原标准", U"被", U"旧版"};
constexpr double kSameTitle = 0.4;  // of the pairs of characters

struct Edition {
    Standard const* standard;
    StandardNumber number;
};

std::vector<Edition> editions_of(Known const& known) {
    std::vector<Edition> out;
    for (auto const& one : known.standards)
        if (auto number = standard_number(one.number)) out.push_back({&one, std::move(*number)});
    return out;
}

bool in_force(Standard const& standard, field::Date day) {
    return (!standard.from || *standard.from <= day) && (!standard.until || day <= *standard.until);
}

// "实施日期 …" of the edition that follows.
std::string instead_of(std::vector<Edition> const& editions, Edition const& old, field::Date day) {
    for (auto const& one : editions)
        if (one.number.series == old.number.series && in_force(*one.standard, day)) return one.standard->number;
    return {};
}

bool is_history(Report const& report, Place place) {
    return contains_any(before(report, place.from, 6), kOfHistory) ||
           contains_any(after(report, place.to, 5), kOfHistory);
}

// "《…》自2026年5月1日起施行，企业应当…": told of, and not in brackets after a citation.
bool is_to_come(Report const& report, Place place) {
    auto const rest = after(report, place.to, 24);
    auto const at = std::min(rest.find(U"起施行"), rest.find(U"起实施"));
    return at != View::npos && !contains(rest.substr(0, at), U"(");
}

Finding not_in_force(Report const& report, Place place, Standard const& standard, field::Date day,
                     std::string const& instead) {
    auto const title =
        standard.title.empty() ? standard.number : fmt::format("《{}》（{}）", standard.title, standard.number);
    std::vector<Fact> facts{{"standard", standard.number}, {"report", field::to_string(day)}};
    if (!instead.empty()) facts.push_back({"in_force", instead});
    if (standard.until && *standard.until < day) {
        facts.push_back({"until", field::to_string(*standard.until)});
        auto const then = instead.empty() ? "" : fmt::format("，现行为{}", instead);
        return finding("leftovers.standard", Strength::suspected,
                       fmt::format("引用的{}在报告日期{}已废止{}。", title, said(day), then), {report.original(place)},
                       facts);
    }
    facts.push_back({"from", field::to_string(*standard.from)});
    return finding("leftovers.standard", Strength::lead,
                   fmt::format("引用的{}在报告日期{}尚未实施。", title, said(day)), {report.original(place)}, facts);
}

// Whether its edition was in force on the report's day.
void judge_day(Report const& report, Known const& known, std::vector<Edition> const& editions,
               StandardNumber const& cited, std::vector<Finding>& out) {
    auto const edition = std::ranges::find_if(editions, [&](Edition const& one) {
        return one.number.series == cited.series && one.number.year == cited.year && cited.year != 0;
    });
    auto const day = known.days.report;
    if (edition != editions.end() && day && !in_force(*edition->standard, *day)) {
        out.push_back(
            not_in_force(report, cited.place, *edition->standard, *day, instead_of(editions, *edition, *day)));
    } else if (edition == editions.end() && day && cited.year > day->year()) {
        auto const number = to_utf8(report.at(cited.place));
        out.push_back(finding("leftovers.standard", Strength::suspected,
                              fmt::format("报告日期为{}，引用的{}却是其后的标准。", said(*day), number),
                              {report.original(cited.place)},
                              {{"standard", number}, {"report", field::to_string(*day)}}));
    }
}

// Whether the title beside it is that of its number.
void judge_title(Report const& report, std::vector<Edition> const& editions, StandardNumber const& cited, View title,
                 std::vector<Finding>& out) {
    auto const of_series = [&](Edition const& one) { return one.number.series == cited.series; };
    auto const same = std::ranges::find_if(editions, of_series);
    if (same == editions.end() || title.empty() || same->standard->title.empty()) return;
    bool const fits = std::ranges::any_of(editions, [&](Edition const& one) {
        auto const name = bare(one.standard->title);
        return of_series(one) && (same_party(name, bare(title)) || pairs_in(name, bare(title)) >= kSameTitle);
    });
    if (fits) return;
    auto const said_title = to_utf8(title);
    out.push_back(finding("leftovers.standard", Strength::lead,
                          fmt::format("标准号{}是《{}》，报告写作《{}》。", to_utf8(report.at(cited.place)),
                                      same->standard->title, said_title),
                          {report.original(cited.place)},
                          {{"standard", same->standard->number}, {"title", said_title}}));
}

// Laws, by their title and order: an order whose law is repealed.
void add_orders(Report const& report, Known const& known, std::vector<Finding>& out) {
    if (!known.days.report) return;
    for (auto const& one : known.standards) {
        if (one.number.empty() || standard_number(one.number) || in_force(one, *known.days.report)) continue;
        for (auto const at : places_of(report.text, plain(one.number))) {
            Place const place{at, at + static_cast<std::uint32_t>(plain(one.number).size())};
            if (is_history(report, place) || is_to_come(report, place)) continue;
            out.push_back(not_in_force(report, place, one, *known.days.report, {}));
            break;
        }
    }
}

}  // namespace

std::vector<Finding> cited_standards(Report const& report, Known const& known) {
    std::vector<Finding> out;
    auto const editions = editions_of(known);
    // Each once, where it is cited first, and each title it is given.
    std::set<std::pair<std::u32string, int>> numbers;
    std::set<std::pair<std::u32string, std::u32string>> titles;
    for (auto const& cited : standard_numbers(report.text)) {
        if (is_history(report, cited.place)) continue;
        auto const title = title_beside(report.text, cited.place);
        if (numbers.emplace(cited.series, cited.year).second) judge_day(report, known, editions, cited, out);
        if (titles.emplace(cited.series, bare(title)).second) judge_title(report, editions, cited, title, out);
    }
    add_orders(report, known, out);
    return out;
}

}  // namespace anping::forensics
