// SPDX-License-Identifier: Apache-2.0
#include "numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <set>

#include "plots.hpp"

namespace anping::findings {
namespace {

using forensics::Bond;
using forensics::Clue;
using practice::FiledReport;
using practice::ReportId;

constexpr std::size_t kSources = 20;  // of repeated series, one finding each

// Chance, the same for the same report: its p can be computed again.
forensics::Random chance_of(std::string const& sm3) {
    std::seed_seq seed(sm3.begin(), sm3.end());
    return forensics::Random(seed);
}

// The registry keeps the last calibration only: whether an earlier one was in force is not known.
std::vector<forensics::Instrument> as_measuring(std::vector<registry::InstrumentView> const& registered) {
    std::vector<forensics::Instrument> out;
    out.reserve(registered.size());
    for (auto const& one : registered) {
        auto& instrument = out.emplace_back();
        instrument.serial = one.serial;
        if (one.calibration)
            instrument.calibrated = {{field::Date{std::numeric_limits<std::int32_t>::min()}, one.calibration->until}};
    }
    return out;
}

std::string const* fact_of(forensics::Finding const& finding, std::string_view name) {
    auto const found = std::ranges::find(finding.facts, name, &forensics::Fact::name);
    return found == finding.facts.end() ? nullptr : &found->value;
}

// The source says whose it is.
void forget_ids(forensics::Finding& finding) {
    std::erase_if(finding.facts, [](forensics::Fact const& one) {
        return one.name == "other_report" || one.name == "other_institution" || one.name == "other_enterprise";
    });
}

bool same_facts(forensics::Finding const& a, forensics::Finding const& b) {
    return std::ranges::equal(a.facts, b.facts, [](forensics::Fact const& one, forensics::Fact const& other) {
        return one.name == other.name && one.value == other.value;
    });
}

// One instrument may have measured many tables on its day.
bool joined_to_another(Clue const& clue, std::vector<Compared::Found>& found) {
    if (clue.finding.detector != "numbers.calibration") return false;
    for (auto& [finding, source, exhibit, sm3] : found) {
        if (finding.detector != clue.finding.detector || !same_facts(finding, clue.finding)) continue;
        finding.where.insert(finding.where.end(), clue.finding.where.begin(), clue.finding.where.end());
        return true;
    }
    return false;
}

// A clue of a series that stands in a report filed before.
struct Repeat {
    Clue clue;
    FiledReport in;
};

// Of one source: the clearest, and what else is there.
struct Told {
    Repeat first;
    std::vector<std::string> more;  // quantities of the other series
    std::set<std::string> also_in;
};

class Repeats {
public:
    explicit Repeats(FiledReport const& report) : report_(report) {}

    void add(Repeat repeat) { all_.push_back(std::move(repeat)); }

    std::vector<Compared::Found> found() {
        std::ranges::stable_sort(all_, [](Repeat const& a, Repeat const& b) {
            auto const strength = [](Repeat const& one) { return one.clue.finding.strength; };
            return strength(a) != strength(b) ? strength(a) > strength(b) : a.in.entry < b.in.entry;
        });
        for (auto& one : all_) tell(std::move(one));
        std::vector<Compared::Found> out;
        out.reserve(told_.size());
        for (auto& one : told_) out.push_back(found(std::move(one)));
        return out;
    }

private:
    // Values that were told already stand in a third report: it is counted.
    void tell(Repeat repeat) {
        auto const& finding = repeat.clue.finding;
        auto const other = [&](forensics::Place const& place) { return !said_.contains(place.from); };
        if (std::ranges::none_of(finding.where, other)) {
            if (!finding.where.empty()) told_[said_.at(finding.where.front().from)].also_in.insert(repeat.in.id.text);
            return;
        }
        auto at = std::ranges::find(told_, repeat.in.id, [](Told const& one) { return one.first.in.id; });
        if (at == told_.end() && told_.size() == kSources) return;
        auto const number = static_cast<std::size_t>(at - told_.begin());
        for (auto const& place : finding.where) said_.try_emplace(place.from, number);
        if (at == told_.end()) {
            told_.push_back({std::move(repeat), {}, {}});
            return;
        }
        auto const* quantity = fact_of(finding, "quantity");
        at->more.push_back(quantity == nullptr || quantity->empty() ? "表中数值" : *quantity);
        auto& where = at->first.clue.finding.where;
        where.insert(where.end(), finding.where.begin(), finding.where.end());
    }

    Compared::Found found(Told told) const {
        auto& finding = told.first.clue.finding;
        auto const& in = told.first.in;
        forget_ids(finding);
        if (!told.more.empty()) {
            finding.words +=
                fmt::format("与同一份报告对得上的还有 {} 组数值，例如「{}」。", told.more.size(), told.more.front());
            finding.facts.push_back({"series", std::to_string(1 + told.more.size())});
        }
        if (!told.also_in.empty()) finding.facts.push_back({"other_reports", std::to_string(told.also_in.size())});
        bool const same = in.institution == report_.institution && in.enterprise == report_.enterprise;
        Source source{in.id, in.project, in.institution, same ? Bond::carried_over : Bond::other, 0, 0};
        return {std::move(finding), std::move(source), shown(told.first.clue.plot)};
    }

    FiledReport const& report_;
    std::vector<Repeat> all_;
    std::vector<Told> told_;
    std::map<std::uint32_t, std::size_t> said_;  // by the place of a value: which of the told
};

}  // namespace

forensics::Measurements measured(FiledReport const& report, vault::Document const& document) {
    return forensics::measurements_of(document, {report.id.text, report.institution.text, report.enterprise.text});
}

std::vector<Compared::Found> found_in_numbers(FiledReport const& report, forensics::Measurements const& measured,
                                              NumbersBeside const& beside, json::object const* detectors) {
    auto random = chance_of(report.blob.sm3);
    auto const instruments = forensics::instruments_of(as_measuring(beside.instruments));
    std::vector<Compared::Found> own;
    Repeats repeats(report);
    for (auto& clue : forensics::number_clues(measured, instruments, beside.others, random)) {
        if (rulebook::catalogue_item(detectors, clue.finding.detector) == nullptr) continue;
        auto const* other = fact_of(clue.finding, "other_report");
        if (other == nullptr || *other == report.id.text) {
            if (joined_to_another(clue, own)) continue;
            forget_ids(clue.finding);
            auto exhibit = shown(clue.plot);
            own.push_back({std::move(clue.finding), {}, std::move(exhibit)});
            continue;
        }
        auto in = beside.report({*other});
        // An edition of its own states the same; of two reports the later repeats the earlier.
        if (!in || in->project == report.project || in->entry >= report.entry) continue;
        repeats.add({std::move(clue), std::move(*in)});
    }
    auto out = repeats.found();
    std::ranges::move(own, std::back_inserter(out));
    return out;
}

}  // namespace anping::findings
