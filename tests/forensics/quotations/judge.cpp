// SPDX-License-Identifier: Apache-2.0
#include "judge.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include <anping/forensics/leftovers.hpp>
#include <anping/forensics/segment_writer.hpp>
#include <anping/vault/document.hpp>

namespace planted {

namespace forensics = anping::forensics;

Judge::Judge(std::vector<forensics::Edition> laws, std::filesystem::path const& directory)
    : laws_(std::move(laws)), library_(laws_) {
    forensics::Gathered gathered;
    for (std::size_t i = 0; i < laws_.size(); ++i)
        if (!gathered.add(i + 1, anping::text::fold(laws_[i].text))) throw std::runtime_error("too many laws");
    if (!gathered.write(directory / "laws")) throw std::runtime_error("cannot be written");
    auto opened = forensics::Segment::open(directory / "laws");
    if (!opened) throw std::runtime_error(opened.error().text);
    exempt_.laws = std::make_shared<forensics::Segment const>(std::move(*opened));
}

std::vector<forensics::Finding> Judge::findings(QuotingReport const& given) {
    anping::vault::Document document;
    document.text = given.text;
    auto const report = forensics::report_of(document);
    search_.ask(report.folded);
    auto const quoted = search_.exempt(exempt_, "");
    return forensics::judge_quotations(report, quoted, library_, forensics::facts_of(report).days.report);
}

Count Judge::count(Way const& way, std::size_t reports,
                   std::function<void(QuotingReport const&, std::string const&)> const& told, std::uint64_t draws) {
    Count out{way, 0, 0, 0};
    for (std::uint64_t seed = 1; out.reports < reports && seed < 400 * reports; ++seed) {
        auto const report = quoting_report(laws_, way.quoting, seed * 1'000'003 + draws);
        if (!report) continue;
        ++out.reports;
        auto const found = findings(*report);
        auto const is_it = [&](forensics::Finding const& one) {
            return way.detector == nullptr || one.detector == way.detector;
        };
        bool const right = std::ranges::any_of(found, is_it);
        bool const besides = std::ranges::any_of(found, std::not_fn(is_it));
        out.found += right ? 1 : 0;
        out.besides += besides ? 1 : 0;
        if (right == (way.detector != nullptr) && !besides) continue;
        std::string words = way.name;
        for (auto const& one : found) words += fmt::format(" | {} {}", one.detector, one.words);
        told(*report, words);
    }
    return out;
}

std::string table_of(std::vector<Count> const& counts) {
    std::string out = "| quoted | reports | found | found besides |\n| --- | --- | --- | --- |\n";
    for (auto const& one : counts)
        out +=
            fmt::format("| {}{} | {} | {} | {} |\n", one.way.detector == nullptr ? "honest: " : "wrong: ", one.way.name,
                        one.reports, one.found, one.besides);
    return out;
}

}  // namespace planted
