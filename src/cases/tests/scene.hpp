// SPDX-License-Identifier: Apache-2.0
// A county's case, for the tests of rules.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <memory>

#include "rules.hpp"

namespace anping::cases {

inline field::Date day(char const* text) { return field::parse_date(text).value(); }

inline rulebook::Law const& books() {
    static auto const law = rulebook::load(ANPING_SOURCE_DIR "/rulebooks", {{"CN-O1-30"}}).law.value();
    return law;
}
// The same once the calendar of 2027 is published.
inline std::shared_ptr<rulebook::Law const> books_of_2027() {
    std::ifstream file(ANPING_SOURCE_DIR "/rulebooks/CN-national/calendar.toml");
    std::string text(std::istreambuf_iterator<char>(file), {});
    text +=
        "\n[[calendar.year]]\nyear = 2027\npapers = [\"https://www.gov.cn/2027\"]\n"
        "off = [[\"元旦\", \"2027-01-01\"]]\nwork = []\n";
    return std::make_shared<rulebook::Law const>(
        rulebook::load(ANPING_SOURCE_DIR "/rulebooks", {{"CN-O1-30"}}, {{"CN-national/calendar.toml", text}})
            .law.value());
}
inline Law law(char const* today = "2026-06-30") { return {books(), day(today)}; }

inline access::Principal const kClerk{
    {"A-1"}, access::Role::clerk, "B-652301", access::UnitKind::bureau, {"652301"}, {}, "王", true};

inline Noted two() {
    return {{{"XJ-1", {"P-1", "aa"}}, {"XJ-2", {"P-2", "bb"}}}, {{PartyKind::institution, "J-1", {}, {}}}};
}

inline OpenCase opening(char const* on = "2026-02-02") {
    OpenCase out;
    out.title = {"某机构虚假报告案"};
    out.opened_on = day(on);
    out.acted_on = day("2025-12-01");
    out.conducts = {{"false_report"}};
    out.parties = {{PartyKind::institution, Text<1, 64>{"J-1"}, {"某机构"}}};
    out.sources = {{{"finding"}, Text<1, 64>{"F-1"}, {"报告段落雷同"}}};
    out.summary = {"涉嫌出具虚假报告"};
    return out;
}

template <class T>
inline std::string refused(Result<T> const& result) {
    if (result) return {};
    return result.error().fields.empty() ? result.error().key : result.error().fields.front().pointer;
}

inline std::string codes(std::vector<Remark> const& remarks) {
    std::string out;
    for (auto const& one : remarks) out += (out.empty() ? "" : " ") + one.code;
    return out;
}
inline std::string due(std::vector<Limit> const& limits, std::string_view duty) {
    for (auto const& one : limits)
        if (one.duty == duty) return one.due ? to_string(*one.due) : "unknown";
    return "none";
}

}  // namespace anping::cases
