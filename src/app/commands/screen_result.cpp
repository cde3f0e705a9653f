// SPDX-License-Identifier: Apache-2.0
#include "screen_result.hpp"

#include <boost/json/array.hpp>
#include <random>

#include <anping/forensics/leftovers.hpp>
#include <anping/forensics/numbers.hpp>

#include "laws.hpp"

namespace anping::app {
namespace {

char const* kind_of(double score) {
    if (score >= text::kEstablished) return "established";
    return score >= text::kSuspected ? "suspected" : "lead";
}

json::object passage_of(text::Passage const& one, text::Folded const& report, forensics::Source const& source,
                        Originals& originals) {
    auto const pieces = forensics::pieces_of(source, one);
    auto const [from, to] = originals.range(source.doc, one);
    return {{"a", json::array{report.origin[one.a_from], report.origin[one.a_to - 1] + 1}},
            {"b", json::array{from, to}},
            {"chars", forensics::characters_of(pieces)},
            {"identity", forensics::identity_of(pieces)},
            {"score", one.score},
            {"kind", kind_of(one.score)}};
}

json::array sources_of(text::Folded const& report, forensics::Screening const& screening, Originals& originals) {
    json::array out;
    for (auto const& source : screening.sources) {
        json::array passages;
        for (auto const& one : source.passages) passages.push_back(passage_of(one, report, source, originals));
        out.push_back(json::object{
            {"file", originals.of(source.doc)->name}, {"shared", source.shared}, {"passages", std::move(passages)}});
    }
    return out;
}

std::uint64_t hidden_in(vault::Document const& document) {
    std::uint64_t out = 0;
    for (auto const& one : document.hidden) out += text::fold(one.text).points;
    return out;
}

json::object told(forensics::Finding const& finding) {
    json::array where;
    for (auto const& place : finding.where) where.push_back(json::array{place.from, place.to});
    json::object facts;
    for (auto const& fact : finding.facts) facts[fact.name] = fact.value;
    return {{"detector", finding.detector},
            {"severity", boost::describe::enum_to_string(finding.strength, "lead")},
            {"words", finding.words},
            {"where", std::move(where)},
            {"facts", std::move(facts)}};
}

// What the file shows by itself: of the project nothing is known here but what it says.
json::array findings_of(Read const& read, forensics::Report const& report, forensics::Known const& known) {
    json::array out;
    for (auto const& one : read.document.hidden)
        out.push_back(json::object{{"detector", "hidden_text"},
                                   {"severity", "established"},
                                   {"where", json::array{json::array{one.at, one.at}}},
                                   {"facts", {{"how", one.how}, {"text", one.text}, {"page", one.page}}}});
    for (auto const& one : forensics::find_leftovers(report, known)) out.push_back(told(one));
    std::seed_seq seed(read.sha256.begin(), read.sha256.end());
    forensics::Random random(seed);
    auto const measured = forensics::measurements_of(read.document, {read.sha256, {}, {}});
    for (auto const& clue : forensics::number_clues(measured, {}, {}, random)) out.push_back(told(clue.finding));
    return out;
}

struct Quotations {
    json::array list;
    std::vector<forensics::Finding> findings;
};

// What is quoted of the library's laws, and what is found of it; nothing without a library.
Quotations quotations_of(forensics::Report const& report, forensics::Screening const& screening,
                         forensics::LawLibrary const* library, std::optional<field::Date> day) {
    Quotations out;
    if (library == nullptr) return out;
    for (auto const& one : screening.quotations) {
        auto const law = forensics::law_of(report, one, *library, day);
        auto const& edition = library->edition(law.edition);
        json::array articles;
        for (auto const article : law.articles) articles.emplace_back(forensics::to_string(article));
        json::object told{{"law", edition.title}, {"edition", in_words(edition)}};
        put_days(told, edition);
        told["articles"] = std::move(articles);
        told["a"] = json::array{law.where.from, law.where.to};
        told["b"] = json::array{law.there.from, law.there.to};
        told["identity"] = forensics::identity_of({&one.passage, 1});
        out.list.push_back(std::move(told));
    }
    out.findings = forensics::judge_quotations(report, screening.quotations, *library, day);
    return out;
}

}  // namespace

std::shared_ptr<Originals::Original const> Originals::of(forensics::DocId doc) {
    std::optional<forensics::DocFacts> facts;
    {
        std::lock_guard const lock(mutex_);
        if (auto const found = known_.find(doc); found != known_.end()) return found->second;
        facts = corpus_.doc(doc);
    }
    Original out{facts ? facts->name : "", {}, {}};
    if (auto read = reading_.read(out.name); read && facts && read->sha256 == facts->sha256) {
        out.origin = text::fold(read->document.text).origin;
        out.text = std::move(read->document.text);
    }
    std::lock_guard const lock(mutex_);
    constexpr std::size_t kKept = 500;  // texts
    if (known_.size() >= kKept) known_.clear();
    return known_.try_emplace(doc, std::make_shared<Original const>(std::move(out))).first->second;
}

std::pair<std::uint32_t, std::uint32_t> Originals::range(forensics::DocId doc, text::Passage const& passage) {
    auto const original = of(doc);
    if (passage.b_to > 0 && passage.b_to <= original->origin.size())
        return {original->origin[passage.b_from], original->origin[passage.b_to - 1] + 1};
    std::lock_guard const lock(mutex_);
    return {corpus_.about(doc, passage.b_from), corpus_.about(doc, passage.b_to)};
}

std::optional<forensics::DocFacts> Originals::facts(std::string const& sha256) {
    std::lock_guard const lock(mutex_);
    return corpus_.doc(sha256);
}

json::object result_of(std::string const& file, Read const& read, forensics::Report const& report,
                       forensics::Screening const& screening, Originals& originals,
                       forensics::LawLibrary const* library) {
    auto const known = forensics::facts_of(report);
    auto quotations = quotations_of(report, screening, library, known.days.report);
    auto findings = findings_of(read, report, known);
    for (auto const& one : quotations.findings) findings.push_back(told(one));
    return {{"file", file},
            {"sha256", read.sha256},
            {"chars", screening.characters},
            {"own", screening.own()},
            {"shared", screening.shared},
            {"carried", screening.carried},
            {"quoted", screening.quoted},
            {"tables", screening.tables},
            {"hidden", hidden_in(read.document)},
            {"sources", sources_of(report.folded, screening, originals)},
            {"quotations", std::move(quotations.list)},
            {"findings", std::move(findings)}};
}

}  // namespace anping::app
