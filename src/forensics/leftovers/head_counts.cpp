// SPDX-License-Identifier: Apache-2.0
#include "leftovers/head_counts.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "leftovers/parties.hpp"
#include "leftovers/quantities.hpp"

namespace anping::forensics {
namespace {

constexpr View kEverybody[] = {U"从业人员",   U"职工总数",   U"员工总数", U"劳动定员", U"全厂定员",
                               U"在册职工",   U"现有职工",   U"现有员工", U"公司职工", U"公司员工",
                               U"员工总人数", U"职工总人数", U"总定员"};
constexpr View kBetween[] = {U"共有", U"共计", U"总数", U"约",   U"为",     U"共",
                             U"有",   U":",    U"\t",   U"人数", U"总人数", U"合计"};
constexpr View kOther[] = {U"其中", U"新增", U"原有", U"一期", U"二期", U"扩建前", U"每班",           U"每",  U"事故",
                           U"同类", U"超过", U"不足", U"以上", U"以下", U"应",     U"的生产经营单位", U"规定"};

constexpr View kBounds[] = {U"以上", U"以下", U"的", U"/班"};

struct Count {
    Place place;
    int people = 0;
};

// "从业人员共有120人": the number right after the word.
std::optional<Count> count_after(Report const& report, std::uint32_t at) {
    View const text = report.text;
    for (bool again = true; again;) {
        again = false;
        for (auto const word : kBetween)
            if (text.substr(at).starts_with(word)) {
                at += static_cast<std::uint32_t>(word.size());
                again = true;
                break;
            }
    }
    auto const number = number_at(text, at);
    if (!number || number->decimals != 0 || number->place.to >= text.size()) return std::nullopt;
    auto const rest = text.substr(number->place.to);
    if (!rest.starts_with(U"人") && !rest.starts_with(U"名") && !rest.starts_with(U"\n")) return std::nullopt;
    if (starts_with_any(rest.substr(1), kBounds)) return std::nullopt;
    return Count{number->place, static_cast<int>(number->value)};
}

// "120人,其中管理人员20人、技术人员30人": the parts, up to the sentence's end.
int parts_after(Report const& report, Place whole) {
    auto const sentence = report.sentence_at(whole.from);
    auto const rest = report.at({whole.to, sentence.to});
    auto const from = rest.find(U"其中");
    if (from == View::npos) return 0;
    int out = 0;
    auto const parts = rest.substr(from);
    if (contains(parts, U"兼") || contains(parts, U"分别")) return 0;
    for (auto const& number : numbers_in(parts))
        if (number.decimals == 0 && parts.substr(number.place.to).starts_with(U"人"))
            out = std::max(out, static_cast<int>(number.value));
    return out;
}

}  // namespace

std::vector<Finding> head_counts(Report const& report, Known const&) {
    std::vector<Count> counts;
    std::vector<Finding> out;
    for (auto const& word : places_of_any(report.text, kEverybody)) {
        if (contains_any(before(report, word.from, 6), kOther) || is_of_case(report, word.from)) continue;
        auto const count = count_after(report, word.to);
        if (!count) continue;
        counts.push_back(*count);
        auto const part = parts_after(report, count->place);
        if (part <= count->people) continue;
        out.push_back(finding("leftovers.people", Strength::lead,
                              fmt::format("人数不符：共{}人，其中一部分却有{}人。", count->people, part),
                              {report.original(count->place)},
                              {{"whole", fmt::format("{}", count->people)}, {"part", fmt::format("{}", part)}}));
    }
    auto const other =
        std::ranges::find_if(counts, [&](Count const& one) { return one.people != counts.front().people; });
    if (other == counts.end()) return out;
    out.push_back(
        finding("leftovers.people", Strength::suspected,
                fmt::format("从业人数前后不一致：一处为{}人，另一处为{}人。", counts.front().people, other->people),
                {report.original(counts.front().place), report.original(other->place)},
                {{"first", fmt::format("{}", counts.front().people)}, {"second", fmt::format("{}", other->people)}}));
    return out;
}

}  // namespace anping::forensics
