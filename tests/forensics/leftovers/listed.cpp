// SPDX-License-Identifier: Apache-2.0
#include "listed.hpp"

#include <fmt/format.h>

#include <iostream>
#include <map>

#include "invented.hpp"
#include "outlined.hpp"

namespace planted {
namespace {

using Findings = std::vector<forensics::Finding>;

struct Tally {
    std::size_t many = 0, of = 0;
    void add(bool counts) {
        many += counts ? 1 : 0;
        ++of;
    }
};
std::string in_words(Tally const& tally) { return tally.of == 0 ? "-" : fmt::format("{}/{}", tally.many, tally.of); }

// Rows by what they begin with, in the order they came.
class Table {
public:
    Table(std::string head, std::vector<std::string> columns) : head_(std::move(head)), columns_(std::move(columns)) {}
    Tally& at(std::string const& row, std::size_t column) {
        if (!rows_.contains(row)) order_.push_back(row);
        auto& cells = rows_[row];
        cells.resize(columns_.size());
        return cells[column];
    }
    void print() const {
        auto line = head_;
        for (auto const& one : columns_) line += one + " | ";
        auto rule = std::string("|");
        for (auto const one : line.substr(1)) rule += one == '|' ? " --- |" : "";
        fmt::print("\n{}\n{}\n", line, rule);
        for (auto const& row : order_) {
            fmt::print("{}", row);
            for (auto const& cell : rows_.at(row)) fmt::print("{} | ", in_words(cell));
            fmt::print("\n");
        }
    }

private:
    std::string head_;
    std::vector<std::string> columns_;
    std::vector<std::string> order_;
    std::map<std::string, std::vector<Tally>> rows_;
};

Findings found_in(OutlinedReport const& made) {
    forensics::Known known;
    known.chapters = made.lists.chapters;
    known.standards = made.lists.standards;
    known.criteria = made.lists.criteria;
    known.criteria_title = made.lists.criteria_title;
    known.source_standard = made.lists.source_standard;
    known.days.report = made.day;
    auto const report = report_of_text(made.text);
    Findings out;
    for (auto const& detector : forensics::leftover_detectors()) {
        std::string_view const name = detector.name;
        if (name != "chapters" && name != "criteria" && name != "cited_standards" && name != "hazard_sources") continue;
        std::ranges::move(detector.find(report, known), std::back_inserter(out));
    }
    return out;
}

forensics::Finding const* of_detector(Findings const& all, std::string_view detector) {
    auto const one = std::ranges::find_if(all, [&](auto const& it) { return it.detector == detector; });
    return one == all.end() ? nullptr : &*one;
}

bool says(forensics::Finding const& finding, std::string_view fact, std::string const& value) {
    return std::ranges::any_of(finding.facts, [&](auto const& one) { return one.name == fact && one.value == value; });
}

bool names_criterion(forensics::Finding const& finding, std::string const& number) {
    for (auto const& fact : finding.facts)
        if (fact.name == "left_out") return ("、" + fact.value + "、").find("、" + number + "、") != std::string::npos;
    return false;
}

constexpr std::array kStyles{std::pair{Style::long_table, "table, criterion repeated"},
                             std::pair{Style::short_table, "table in short"}, std::pair{Style::in_prose, "own words"},
                             std::pair{Style::grouped, "in short, what does not apply by number"},
                             std::pair{Style::by_number, "by number alone"}};

class Measuring {
public:
    explicit Measuring(ListedOptions const& options)
        : options_(options),
          rulebook_(options.rulebook),
          words_(read_words(options.outlines)),
          world_(world_of(few_counties(), 2000)) {}

    void run() {
        for (auto const& outline : read_outlines(options_.outlines)) {
            start_ = fmt::format("| {} | {} | ", outline.kind, outline.held_out ? "second" : "first");
            honest(outline);
            chapters_left_out(outline);
            for (bool const is_full : {false, true}) criteria_faults(outline, is_full);
            other_faults(outline);
        }
        for (auto const* table : {&chapters_, &by_chapter_, &criteria_, &criteria_planted_, &others_}) table->print();
    }

private:
    OutlinedReport make(Wish const& wish, std::uint64_t part) {
        return outlined_report(world_, rulebook_, wish, corpus::derived(options_.seed, ++made_ * 131 + part));
    }

    void tell(char const* what, Outline const& outline, std::string const& words) {
        std::cerr << what << ' ' << outline.id << ' ' << words << '\n';
    }

    void honest(Outline const& outline) {
        bool told = false;
        for (auto const& [style, name] : kStyles)
            for (bool const is_full : {false, true})
                for (std::size_t i = 0; i < options_.reports; ++i) {
                    auto const made = make({outline, words_, style, is_full}, i);
                    auto const found = found_in(made);
                    honest_chapters(outline, made, found, told);
                    told = true;
                    honest_criteria(outline, made, found, fmt::format("{}{} | {} | ", start_, name, body_of(is_full)));
                    honest_others(outline, made, found);
                }
    }

    void honest_chapters(Outline const& outline, OutlinedReport const& made, Findings const& found, bool told) {
        auto const* const accused = of_detector(found, "leftovers.chapter");
        bool by_words = false;
        for (std::size_t i = 0; i < made.lists.chapters.size(); ++i) {
            bool const named = accused != nullptr && says(*accused, "chapter", made.lists.chapters[i].title);
            bool const is_there = has_chapter(outline, made.lists.chapters[i].title);
            by_words |= named && is_there;
            auto const row = fmt::format("| {} | {} | ", outline.kind, made.lists.chapters[i].title);
            by_chapter_.at(row, outline.held_out ? 1 : 0).add(named);
            by_chapter_.at(row, outline.held_out ? 4 : 3).add(!is_there);
        }
        chapters_.at(start_, 0).add(accused != nullptr);
        chapters_.at(start_, 1).add(by_words);
        if (accused != nullptr && !told) tell(by_words ? "accused-words" : "accused-lacks", outline, accused->words);
    }

    void honest_criteria(Outline const& outline, OutlinedReport const& made, Findings const& found,
                         std::string const& row) {
        if (made.lists.criteria.empty()) return;
        auto const* const accused = of_detector(found, "leftovers.criteria");
        criteria_.at(row, 0).add(accused != nullptr);
        for (auto const& one : made.lists.criteria)
            criteria_.at(row, 1).add(accused != nullptr && names_criterion(*accused, one.number));
        if (accused != nullptr && outline.kind != "pre") tell("accused", outline, row + accused->words);
    }

    void honest_others(Outline const& outline, OutlinedReport const& made, Findings const& found) {
        auto const* const standard = of_detector(found, "leftovers.standard");
        others_.at(start_ + "standard | honest | ", 0).add(standard != nullptr);
        if (standard != nullptr) tell("accused", outline, standard->words);
        if (!made.lists.source_standard) return;
        auto const* const source = of_detector(found, "leftovers.hazard_source");
        others_.at(start_ + "hazard source | honest | ", 0).add(source != nullptr);
        if (source != nullptr) tell("accused", outline, source->words);
    }

    void chapters_left_out(Outline const& outline) {
        for (std::size_t which = 0; which < 8; ++which)
            for (std::size_t i = 0; i < options_.reports; ++i) {
                auto const made =
                    make({outline, words_, Style::long_table, i % 2 == 0, Fault::chapter, which}, which * 17 + i);
                if (!made.has_fault) continue;
                auto const found = found_in(made);
                auto const* const finding = of_detector(found, "leftovers.chapter");
                auto const& title = made.lists.chapters[which].title;
                bool const is_found = finding != nullptr && says(*finding, "chapter", title);
                chapters_.at(start_, 2).add(is_found);
                by_chapter_.at(fmt::format("| {} | {} | ", outline.kind, title), 2).add(is_found);
                if (!is_found && i == 0) tell("missed", outline, "chapter " + title);
            }
    }

    void criteria_faults(Outline const& outline, bool is_full) {
        if (outline.kind == "pre") return;
        auto const row = start_ + body_of(is_full) + " | ";
        for (std::size_t i = 0; i < options_.reports * 4; ++i) {
            auto const made = make({outline, words_, Style::long_table, is_full, Fault::criteria}, i);
            if (!made.has_fault) continue;
            auto const found = found_in(made);
            auto const* const finding = of_detector(found, "leftovers.criteria");
            criteria_planted_.at(row, 0).add(finding != nullptr);
            criteria_planted_.at(row, 1).add(finding != nullptr &&
                                             finding->words.find("没有对照") != std::string::npos);
        }
        for (std::size_t which = 0; which < 32; ++which)
            for (std::size_t style = 0; style < kStyles.size(); ++style) {
                auto const made =
                    make({outline, words_, kStyles[style].first, is_full, Fault::criterion, which}, which);
                if (!made.has_fault) continue;
                auto const found = found_in(made);
                auto const* const finding = of_detector(found, "leftovers.criteria");
                criteria_planted_.at(row, 2 + style)
                    .add(finding != nullptr && names_criterion(*finding, made.lists.criteria[which].number));
            }
    }

    void other_faults(Outline const& outline) {
        for (auto const& [fault, detector, name] :
             {std::tuple{Fault::early_order, "leftovers.standard", "standard | not yet in force | "},
              std::tuple{Fault::wrong_title, "leftovers.standard", "standard | another's title | "},
              std::tuple{Fault::source, "leftovers.hazard_source", "hazard source | not identified | "}})
            for (std::size_t i = 0; i < options_.reports * 4; ++i) {
                auto const made = make({outline, words_, Style::short_table, i % 2 == 0, fault}, i);
                if (!made.has_fault) continue;
                bool const is_found = of_detector(found_in(made), detector) != nullptr;
                others_.at(start_ + name, 1).add(is_found);
                if (!is_found) tell("missed", outline, name);
            }
    }

    static char const* body_of(bool is_full) { return is_full ? "as the trade's" : "without facts"; }

    ListedOptions options_;
    Rulebook rulebook_;
    ReportWords words_;
    World world_;
    std::string start_;
    std::uint64_t made_ = 0;
    Table chapters_{"| kind | half | ", {"honest accused", "of these though the heading is there", "left out, found"}};
    Table by_chapter_{"| kind | chapter | ",
                      {"accused, first half", "accused, second half", "left out, found", "no such heading, first",
                       "no such heading, second"}};
    Table criteria_{"| kind | half | gone through | other text | ", {"honest accused", "criteria named"}};
    Table criteria_planted_{"| kind | half | other text | ",
                            {"list left out, found", "told as not gone through", "one left out of a table",
                             "of a table in short", "of own words", "in short and by number", "by number alone"}};
    Table others_{"| kind | half | detector | case | ", {"honest accused", "found"}};
};

}  // namespace

void measure_lists(ListedOptions const& options) { Measuring(options).run(); }

}  // namespace planted
