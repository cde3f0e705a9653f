// SPDX-License-Identifier: Apache-2.0
#include "leftovers/project_names.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "leftovers/parties.hpp"
#include "leftovers/quantities.hpp"

namespace anping::forensics {
namespace {

constexpr std::size_t kSeed = 4;
constexpr std::size_t kShortest = 8;  // a shorter name is a common noun
constexpr std::size_t kFewest = 6;    // characters alike
constexpr std::size_t kAround = 12;
constexpr double kAlike = 0.55;  // of the name's characters
constexpr View kOtherStage[] = {U"一期", U"二期", U"三期", U"原有", U"已建",   U"在建",   U"前期",
                                U"既有", U"同类", U"类比", U"现有", U"改建前", U"扩建前", U"此前",
                                U"另有", U"其他", U"拟建", U"规划", U"曾",     U"原项目", U"原年产"};

struct Alike {
    Place place;  // in the text looked at
    std::size_t same = 0;
    Place of, instead;  // the first that differ: of the name, of the text
    bool substituted = false;
};

// A number is one character of these, of its own for each; so that 16 has nothing of 31.
struct Tokens {
    std::u32string text;
    std::vector<std::uint32_t> at;  // where each begins; and the end
};

bool is_number(char32_t token) { return token >= 0xf0000; }

Tokens tokens_of(View text) {
    Tokens out;
    for (std::uint32_t i = 0; i < text.size();) {
        out.at.push_back(i);
        auto const number = number_at(text, i);
        if (number) {
            auto const written = text.substr(i, number->place.to - i);
            out.text.push_back(0xf0000 + static_cast<char32_t>(std::hash<View>{}(written) % 0xffff));
            i = number->place.to;
        } else {
            out.text.push_back(text[i++]);
        }
    }
    out.at.push_back(static_cast<std::uint32_t>(text.size()));
    return out;
}

// The best local alignment, 2 a match, -1 a difference. Traced for what stands instead of what.
class LocalAlignment {
public:
    LocalAlignment(View name, View text) : name_(name), text_(text), width_(text.size() + 1) {
        scores_.assign((name.size() + 1) * width_, 0);
        for (std::size_t i = 1; i <= name.size(); ++i)
            for (std::size_t k = 1; k <= text.size(); ++k) {
                auto const here = std::max({0, at(i - 1, k - 1) + gain(i, k), at(i - 1, k) - 1, at(i, k - 1) - 1});
                scores_[i * width_ + k] = here;
                if (here > at(best_i_, best_k_)) best_i_ = i, best_k_ = k;
            }
    }
    Alike trace() const {
        Alike out;
        auto i = best_i_;
        auto k = best_k_;
        Passed passed;
        while (i > 0 && k > 0 && at(i, k) > 0) {
            if (at(i, k) == at(i - 1, k - 1) + gain(i, k)) {
                --i, --k;
                if (gain(i + 1, k + 1) > 0) {
                    ++out.same;
                    // One character alike between two that differ is chance.
                    if (++passed.alike == 2) close(passed, i + 2, k + 2, out);
                } else {
                    passed.add(1, 1);
                }
            } else if (at(i, k) == at(i - 1, k) - 1) {
                --i;
                passed.add(1, 0);
            } else {
                --k;
                passed.add(0, 1);
            }
        }
        close(passed, i + passed.alike, k + passed.alike, out);
        out.place = {static_cast<std::uint32_t>(k), static_cast<std::uint32_t>(best_k_)};
        compare_number_before(i, k, out);
        return out;
    }

private:
    // A difference while it is passed, backwards.
    struct Passed {
        std::uint32_t of = 0, instead = 0;
        std::uint32_t alike = 0;  // characters since
        void add(std::uint32_t more_of, std::uint32_t more_instead) {
            auto const between = of + instead > 0 ? alike : 0;
            of += between + more_of;
            instead += between + more_instead;
            alike = 0;
        }
    };

    // The difference that begins there; one that only leaves out or puts in is none.
    static void close(Passed& passed, std::size_t i, std::size_t k, Alike& out) {
        auto const from = static_cast<std::uint32_t>(i);
        auto const begins = static_cast<std::uint32_t>(k);
        if (passed.of > 0 && passed.instead > 0) {
            out.substituted = true;
            out.of = {from, from + passed.of};
            out.instead = {begins, begins + passed.instead};
        }
        passed.of = 0;
        passed.instead = 0;
    }

    // An alignment does not begin with a number that differs; a name may.
    void compare_number_before(std::size_t i, std::size_t k, Alike& out) const {
        if (i == 0 || k == 0 || out.substituted || !is_number(name_[i - 1]) || !is_number(text_[k - 1])) return;
        out.substituted = true;
        out.of = {static_cast<std::uint32_t>(i - 1), static_cast<std::uint32_t>(i)};
        out.instead = {static_cast<std::uint32_t>(k - 1), static_cast<std::uint32_t>(k)};
        --out.place.from;
    }
    int at(std::size_t i, std::size_t k) const { return scores_[i * width_ + k]; }
    int gain(std::size_t i, std::size_t k) const { return name_[i - 1] == text_[k - 1] ? 2 : -1; }
    View name_, text_;
    std::size_t width_;
    std::vector<int> scores_;
    std::size_t best_i_ = 0, best_k_ = 0;
};

// Around each place where something of the name stands. They overlap: a common word before it must not hide a name.
std::vector<Place> windows(View text, View name) {
    std::vector<std::uint32_t> seeds;
    for (std::size_t i = 0; i + kSeed <= name.size(); ++i)
        std::ranges::copy(places_of(text, name.substr(i, kSeed)), std::back_inserter(seeds));
    std::ranges::sort(seeds);
    auto const reach = static_cast<std::uint32_t>(name.size() + kAround);
    auto const size = static_cast<std::uint32_t>(text.size());
    std::vector<Place> out;
    std::uint32_t last = 0;
    for (auto const seed : seeds) {
        if (!out.empty() && seed < last + kSeed) continue;
        auto from = seed > reach ? seed - reach : 0;
        while (from > 0 && (is_digit(text[from - 1]) || text[from - 1] == U'.')) --from;
        out.push_back({from, std::min(size, seed + reach)});
        last = seed;
    }
    return out;
}

bool is_of_other_stage(Report const& report, std::uint32_t from) {
    return contains_any(before(report, from, 10), kOtherStage);
}

struct Mention {
    Place place;
    std::u32string of, instead;
};

// By what they say: places where the name stands otherwise.
std::map<std::u32string, std::vector<Mention>> mentions(Report const& report, View name) {
    std::map<std::u32string, std::vector<Mention>> out;
    auto const of_name = tokens_of(name);
    auto const least = std::max(kFewest, static_cast<std::size_t>(kAlike * static_cast<double>(of_name.text.size())));
    for (auto const window : windows(report.text, name)) {
        auto const text = tokens_of(report.at(window));
        auto const alike = LocalAlignment(of_name.text, text.text).trace();
        if (!alike.substituted || alike.same < least) continue;
        auto const in_flow = [&](Place tokens) {
            return Place{window.from + text.at[tokens.from], window.from + text.at[tokens.to]};
        };
        auto const place = in_flow(alike.place);
        auto const said = report.at(place);
        if (contains_any(said, kOtherStage) || said.find_first_of(U"。;\n") != View::npos) continue;
        if (is_of_other_stage(report, place.from) || is_of_case(report, place.from)) continue;
        auto& mentioned = out[std::u32string(said)];
        if (!mentioned.empty() && mentioned.back().place.from == place.from) continue;
        mentioned.push_back({place,
                             std::u32string(name.substr(of_name.at[alike.of.from],
                                                        of_name.at[alike.of.to] - of_name.at[alike.of.from])),
                             std::u32string(report.at(in_flow(alike.instead)))});
    }
    return out;
}

// "项目名称:…" tells a name; those that are not the cover's nor a part of it.
std::vector<Finding> told_otherwise(Report const& report, std::vector<std::u32string> const& names) {
    std::vector<Finding> out;
    for (auto const at : places_of(report.text, U"项目名称")) {
        auto from = at + 4;
        while (from < report.text.size() && is_among(report.text[from], U":\t为是 ")) ++from;
        auto const rest = after(report, from, 60);
        auto const size = static_cast<std::uint32_t>(std::min(rest.find_first_of(U",。;\t("), rest.size()));
        auto const told = bare(rest.substr(0, size));
        if (from == at + 4 || told.size() < kShortest || !contains_any(told, std::array<View, 2>{U"项目", U"工程"}))
            continue;
        bool const known = std::ranges::any_of(
            names, [&](auto const& one) { return same_party(one, told) || pairs_in(one, told) >= kAlike; });
        if (known) continue;
        auto const text = to_utf8(rest.substr(0, size));
        out.push_back(finding("leftovers.project_name", Strength::suspected,
                              fmt::format("报告写明的项目名称“{}”与封面“{}”不是同一个。", text, to_utf8(names.front())),
                              {report.original({from, from + size})},
                              {{"name", text}, {"cover", to_utf8(names.front())}}));
    }
    return out;
}

}  // namespace

std::vector<Finding> project_names(Report const& report, Known const& known) {
    std::vector<std::u32string> names;
    for (auto const& one : known.project_names)
        if (auto name = plain(one); name.size() >= kShortest) names.push_back(std::move(name));
    if (names.empty()) return {};
    std::vector<std::u32string> bare_ones;
    for (auto const& one : names) bare_ones.push_back(bare(one));
    auto out = told_otherwise(report, bare_ones);
    for (auto const& [said, where] : mentions(report, names.front())) {
        if (std::ranges::any_of(names, [&](auto const& one) { return contains(one, said); })) continue;
        std::vector<Place> places;
        places.reserve(where.size());
        for (auto const& one : where) places.push_back(report.original(one.place));
        auto const text = to_utf8(said);
        auto const& first = where.front();
        out.push_back(finding("leftovers.project_name", Strength::suspected,
                              fmt::format("同一项目有两个名称：封面为“{}”，此处为“{}”（“{}”写作“{}”）。",
                                          to_utf8(names.front()), text, to_utf8(first.of), to_utf8(first.instead)),
                              places, {{"name", text}, {"cover", to_utf8(names.front())}}));
    }
    return out;
}

}  // namespace anping::forensics
