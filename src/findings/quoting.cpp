// SPDX-License-Identifier: Apache-2.0
#include "quoting.hpp"

#include <cmath>

#include <anping/forensics/leftovers.hpp>
#include <anping/forensics/quotations.hpp>

namespace anping::findings {
namespace {

constexpr std::size_t kShown = 1000;  // more no evidence holds

char const* word_of(text::Mask as) {
    if (as == text::Mask::own_template) return "own_template";
    return as == text::Mask::common ? "common" : "law";
}

std::string joined(std::vector<forensics::ArticleNumber> const& articles) {
    std::string out;
    for (auto const article : articles) out += (out.empty() ? "" : "、") + forensics::to_string(article);
    return out;
}

// The day the report gives itself; it is filed soon after.
field::Date day_of(forensics::Report const& read, practice::FiledReport const& report) {
    auto const said = forensics::facts_of(read).days.report;
    return said ? *said : field::beijing_date(report.filed_at);
}

}  // namespace

Quoting quoted_in(Shelves const& shelves, practice::FiledReport const& report, vault::Document const& document,
                  forensics::Screening const& screening, json::object const* detectors) {
    Quoting out;
    if (screening.quotations.empty()) return out;
    auto const read = forensics::report_of(document);
    auto const day = day_of(read, report);
    auto const* laws = shelves.laws();
    for (auto const& one : screening.quotations) {
        if (out.shown.size() == kShown) break;
        auto& told = out.shown.emplace_back();
        told.as = word_of(one.as);
        told.a_from = read.folded.origin[one.passage.a_from];
        told.a_to = read.folded.origin[one.passage.a_to - 1] + 1;
        told.b_from = one.passage.b_from;
        told.b_to = one.passage.b_to;
        told.identity = std::llround(forensics::identity_of({&one.passage, 1}) * 1000);
        if (one.as != text::Mask::law || laws == nullptr || one.doc >= laws->size()) {
            told.name = shelves.quoted_from(one, report.institution.text);
            continue;
        }
        auto const law = forensics::law_of(read, one, *laws, day);
        auto const& edition = laws->edition(law.edition);
        told.name = edition.title;
        told.edition = in_words(edition);
        if (!law.articles.empty()) told.articles = joined(law.articles);
        told.b_from = law.there.from;
        told.b_to = law.there.to;
    }
    if (laws == nullptr) return out;
    out.findings = forensics::judge_quotations(read, screening.quotations, *laws, day);
    std::erase_if(out.findings,
                  [&](auto const& one) { return rulebook::catalogue_item(detectors, one.detector) == nullptr; });
    return out;
}

}  // namespace anping::findings
