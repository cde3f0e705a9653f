// SPDX-License-Identifier: Apache-2.0
#include "leftovers/hazard_sources.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "leftovers/standard_numbers.hpp"

namespace anping::forensics {
namespace {

constexpr View kSource = U"重大危险源";
constexpr View kChemical = U"危险化学品";  // often before it
constexpr View kOutcome[] = {U"构成", U"不存在", U"不涉及", U"未达到", U"一级", U"二级",
                             U"三级", U"四级",   U"R值",    U"小于1",  U"大于1"};
constexpr View kNone[] = {U"没有", U"无", U"不属于"};  // right before it
constexpr View kSeveral[] = {U"一、二级", U"一级、二级", U"一级或二级", U"一级和二级", U"三、四级", U"三级、四级"};
constexpr View kOfRule[] = {U"应当", U"应", U"不得", U"规定", U"办法"};
constexpr View kBelowHeading[] = {U"构成", U"低于临界量", U"小于临界量", U"未超过临界量"};
constexpr std::size_t kSomething = 60;  // characters of a section that identifies

bool in_title(View sentence, std::size_t at) {
    auto const open = sentence.rfind(U'《', at);
    return open != View::npos && sentence.find(U'》', open) > at;
}

// A sentence that says what came of it, and not what a rule says.
bool says_outcome(View sentence) {
    for (auto const at : places_of(sentence, kSource)) {
        bool const of_others = sentence.substr(at + kSource.size()).starts_with(U"的");
        auto head = sentence.substr(0, at);
        if (head.ends_with(kChemical)) head.remove_suffix(kChemical.size());
        if (of_others || in_title(sentence, at) || contains_any(head, kOfRule) || ends_with_any(head, kSeveral))
            continue;
        if (ends_with_any(head, kNone) || contains_any(sentence, kOutcome)) return true;
    }
    return false;
}

// Below a heading of its own, the thing itself is not said again.
bool ends_with_outcome(Report const& report, Heading const& section) {
    return std::ranges::any_of(report.sentences, [&](Place one) {
        auto const sentence = report.at(one);
        return section.line.to <= one.from && one.to <= section.end && contains_any(sentence, kBelowHeading) &&
               !contains_any(sentence, kOfRule);
    });
}

}  // namespace

std::vector<Finding> hazard_sources(Report const& report, Known const& known) {
    if (!known.source_standard) return {};
    bool outcome = false;
    for (auto const sentence : report.sentences)
        outcome |= sentence.from >= report.cover && contains(report.at(sentence), kSource) &&
                   says_outcome(report.at(sentence));
    auto const section = std::ranges::find_if(report.headings, [&](Heading const& one) {
        return contains(one.title, kSource) && one.end - one.line.to >= kSomething;
    });
    if (outcome) return {};
    if (section != report.headings.end() && ends_with_outcome(report, *section)) return {};
    std::vector<Fact> const facts{{"standard", *known.source_standard}};
    if (section == report.headings.end())
        return {finding("leftovers.hazard_source", Strength::suspected,
                        fmt::format("报告没有按{}进行重大危险源辨识。", *known.source_standard), {}, facts)};
    return {finding("leftovers.hazard_source", Strength::lead,
                    "报告有重大危险源辨识一节，没有是否构成重大危险源的结论。", {report.original(section->line)},
                    facts)};
}

}  // namespace anping::forensics
