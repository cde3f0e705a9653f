// SPDX-License-Identifier: Apache-2.0
#include "leftovers/capacities.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "leftovers/parties.hpp"
#include "leftovers/quantities.hpp"

namespace anping::forensics {
namespace {

// Of a state of the works that is not the one of the day.
constexpr View kOtherState[] = {
    U"一期",   U"二期",   U"三期",   U"原有", U"原年产", U"原设计", U"原装置",   U"扩建前", U"改造前", U"技改前",
    U"扩建后", U"改造后", U"技改后", U"规划", U"远期",   U"新增",   U"实际产量", U"去年",   U"上年",   U"分别",
    U"每套",   U"单套",   U"单条",   U"增至", U"增加",   U"提高",   U"同类",     U"类比",   U"其中",   U"各"};
constexpr View kStates[] = {U"生产能力", U"设计能力", U"年产能", U"产能", U"年产量", U"生产规模", U"设计规模"};
constexpr std::size_t kLongestThing = 10;
constexpr View kEndOfThing[] = {U"生产线", U"生产装置", U"装置", U"项目", U"工程", U"技改", U"技术改造",
                                U"建设",   U"扩建",     U"改造", U"搬迁", U"以及", U"的",   U"及",
                                U"和",     U"、",       U"等",   U"产品", U"新建", U"生产"};

struct Unit {
    View word;
    double factor;
    View kind;
};
constexpr Unit kUnits[] = {{U"万吨", 1e4, U"吨"}, {U"吨", 1, U"吨"},         {U"万t", 1e4, U"吨"},
                           {U"t", 1, U"吨"},      {U"kt", 1e3, U"吨"},       {U"万m³", 1e4, U"m³"},
                           {U"m³", 1, U"m³"},     {U"万立方米", 1e4, U"m³"}, {U"立方米", 1, U"m³"},
                           {U"万箱", 1e4, U"箱"}, {U"箱", 1, U"箱"},         {U"万套", 1e4, U"套"},
                           {U"万件", 1e4, U"件"}, {U"万瓶", 1e4, U"瓶"},     {U"亿立方米", 1e8, U"m³"}};

struct Told {
    Place place;
    double amount = 0;
    std::u32string said;
};

Unit const* unit_at(View text) {
    Unit const* out = nullptr;
    for (auto const& unit : kUnits)
        if (text.starts_with(unit.word) && (out == nullptr || out->word.size() < unit.word.size())) out = &unit;
    return out;
}

std::u32string thing_at(View text) {
    if (text.starts_with(U"/a")) text.remove_prefix(2);
    if (text.starts_with(U"/年")) text.remove_prefix(2);
    std::size_t size = 0;
    while (size < text.size() && size < kLongestThing &&
           (is_hanzi(text[size]) || is_digit(text[size]) || is_letter(text[size])))
        ++size;
    text = text.substr(0, size);
    for (auto const end : kEndOfThing) text = text.substr(0, text.find(end));
    return std::u32string(text);
}

// The thing before "生产能力为": "离子膜烧碱年生产能力为".
std::u32string thing_before(View text) {
    for (View const last : {U"设计", U"年", U"总", U"的", U"装置", U"生产线", U"产品"})
        if (text.ends_with(last)) text.remove_suffix(last.size());
    auto from = text.size();
    while (from > 0 && text.size() - from < kLongestThing && is_hanzi(text[from - 1])) --from;
    return std::u32string(text.substr(from));
}

bool is_of_other_state(Report const& report, Place place) {
    return contains_any(before(report, place.from, 14), kOtherState) ||
           contains_any(after(report, place.to, 6), kOtherState) || is_of_case(report, place.from);
}

using ByThing = std::map<std::u32string, std::vector<Told>>;

void add(ByThing& out, Report const& report, std::u32string thing, Number const& number) {
    auto const* unit = unit_at(View(report.text).substr(number.place.to));
    if (unit == nullptr || thing.size() < 2) return;
    Place const place{number.place.from, number.place.to + static_cast<std::uint32_t>(unit->word.size())};
    if (is_of_other_state(report, place)) return;
    out[thing + U"|" + std::u32string(unit->kind)].push_back(
        {place, number.value * unit->factor, std::u32string(report.at(place))});
}

ByThing told_in(Report const& report) {
    ByThing out;
    for (auto const at : places_of(report.text, U"年产")) {
        auto const number = number_at(report.text, at + 2);
        auto const* unit = number ? unit_at(View(report.text).substr(number->place.to)) : nullptr;
        if (unit == nullptr) continue;
        add(out, report, thing_at(View(report.text).substr(number->place.to + unit->word.size(), 24)), *number);
    }
    for (auto const& word : places_of_any(report.text, kStates)) {
        auto at = word.to;
        while (at < report.text.size() && is_among(report.text[at], U"为:达到约是")) ++at;
        if (auto const number = number_at(report.text, at)) {
            auto thing = thing_before(before(report, word.from, 24));
            auto const* unit = unit_at(View(report.text).substr(number->place.to));
            if (unit != nullptr && thing.empty())
                thing = thing_at(View(report.text).substr(number->place.to + unit->word.size(), 24));
            add(out, report, std::move(thing), *number);
        }
    }
    return out;
}

}  // namespace

std::vector<Finding> capacities(Report const& report, Known const&) {
    std::vector<Finding> out;
    // "本企业离子膜烧碱" ends with the thing that "年产…" names.
    auto const all = told_in(report);
    ByThing joined;
    for (auto const& [thing, told] : all) {
        auto key = thing;
        for (auto const& [other, unused] : all)
            if (other.size() < key.size() && key.ends_with(other)) key = other;
        std::ranges::copy(told, std::back_inserter(joined[key]));
    }
    for (auto& [thing, told] : joined) {
        std::ranges::sort(told, {}, [](Told const& one) { return one.place.from; });
        auto const other =
            std::ranges::find_if(told, [&](Told const& one) { return one.amount != told.front().amount; });
        if (other == told.end()) continue;
        auto const name = to_utf8(View(thing).substr(0, thing.find(U'|')));
        auto const first = to_utf8(told.front().said);
        auto const second = to_utf8(other->said);
        out.push_back(finding("leftovers.capacity", Strength::suspected,
                              fmt::format("“{}”的年生产能力前后不一致：一处为{}，另一处为{}。", name, first, second),
                              {report.original(told.front().place), report.original(other->place)},
                              {{"thing", name}, {"first", first}, {"second", second}}));
    }
    return out;
}

}  // namespace anping::forensics
