// SPDX-License-Identifier: Apache-2.0
#include "comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "quoting.hpp"

namespace anping::findings {
namespace {

using forensics::Bond;
using forensics::Strength;

constexpr std::size_t kSources = 50;   // kept with their passages; reports that share less are counted only
constexpr std::size_t kFindings = 20;  // of copied passages, one a source

// The least that a detector speaks of, from the catalogue; nothing: it is not in use.
std::optional<std::int64_t> least_of(json::object const* detectors, std::string_view code) {
    auto const* item = rulebook::catalogue_item(detectors, code);
    if (item == nullptr) return std::nullopt;
    auto const* value = item->if_contains("value");
    return value != nullptr && value->is_int64() ? value->as_int64() : 1;
}

std::int64_t thousandths(double share) { return std::llround(share * 1000); }

class Comparison {
public:
    Comparison(Shelves& shelves, practice::FiledReport const& report, Sources const& sources)
        : shelves_(shelves), report_(report), sources_(sources) {}

    Bond bond(forensics::DocId doc) {
        auto const& filed = filed_as(doc);
        if (!filed) return Bond::other;
        // A later report is no source of this one: it is shown where this is a source of it.
        if (filed->project == report_.project || filed->entry > report_.entry) return Bond::itself;
        bool const same = filed->institution == report_.institution && filed->enterprise == report_.enterprise;
        return same ? Bond::carried_over : Bond::other;
    }

    std::optional<practice::FiledReport> const& filed_as(forensics::DocId doc) {
        auto const [at, is_new] = filed_.try_emplace(doc);
        if (is_new)
            if (auto const known = shelves_.reports().doc(doc)) at->second = sources_.report({known->name});
        return at->second;
    }

    SourcePassages passages(forensics::Source const& source, text::Folded const& report) {
        auto const known = shelves_.reports().doc(source.doc);
        SourcePassages out{{known ? known->name : ""}, known ? known->sha256 : "", {}};
        auto const origins = sources_.origins(out.document);
        auto const place = [&](std::uint32_t character) -> std::int64_t {
            return character < origins.size() ? origins[character] : shelves_.reports().about(source.doc, character);
        };
        auto const put = [&](text::Passage const& one, auto& into) {
            into.a_from = report.origin[one.a_from];
            into.a_to = report.origin[one.a_to - 1] + 1;
            into.b_from = place(one.b_from);
            into.b_to = place(one.b_to - 1) + 1;
        };
        for (auto const& one : source.passages) {
            Passage passage;
            put(one, passage);
            passage.score = static_cast<std::int64_t>(one.score);
            auto const pieces = forensics::pieces_of(source, one);
            passage.identity = thousandths(forensics::identity_of(pieces));
            passage.characters = forensics::characters_of(pieces);
            for (auto const& piece : pieces) put(piece, passage.pieces.emplace_back());
            out.passages.push_back(std::move(passage));
        }
        return out;
    }

private:
    Shelves& shelves_;
    practice::FiledReport const& report_;
    Sources const& sources_;
    std::map<forensics::DocId, std::optional<practice::FiledReport>> filed_;
};

// Passages that lie, by half or more, in one that was judged a violation before.
void name_families(forensics::Search& search, Shelves& shelves, text::Folded const& report, Evidence& evidence) {
    for (auto const& segment : shelves.violations().segments())
        for (auto const& found : search.in(*segment)) {
            auto const family = shelves.violations().doc(segment->id(found.doc));
            if (!family) continue;
            for (auto const& judged : found.passages) {
                std::int64_t const from = report.origin[judged.a_from];
                std::int64_t const to = report.origin[judged.a_to - 1] + 1;
                for (auto& source : evidence.sources)
                    for (auto& one : source.passages) {
                        auto const common = std::min(to, one.a_to) - std::max(from, one.a_from);
                        if (2 * common >= one.a_to - one.a_from) one.family = FamilyId{family->name};
                    }
            }
        }
}

Strength strength_of(SourcePassages const& of) {
    bool const judged = std::ranges::any_of(of.passages, [](auto const& one) { return one.family.has_value(); });
    auto const best = std::ranges::max_element(of.passages, {}, &Passage::score);
    if (judged || (best != of.passages.end() && static_cast<double>(best->score) >= text::kEstablished))
        return Strength::established;
    return Strength::suspected;
}

forensics::Finding copied(Source const& source, SourcePassages const& with, Figures const& figures) {
    forensics::Finding out{"copied_passages", strength_of(with), {}, {}, {}};
    out.words =
        fmt::format("与较早提交的另一份报告有{}段文字相同，共{}字，占本报告的{:.1f}%", source.passages, source.shared,
                    100.0 * static_cast<double>(source.shared) /
                        static_cast<double>(std::max<std::int64_t>(figures.characters, 1)));
    for (auto const& one : with.passages) {
        out.where.push_back({static_cast<std::uint32_t>(one.a_from), static_cast<std::uint32_t>(one.a_to)});
        if (one.family) out.facts.push_back({"family", one.family->text});
    }
    out.facts.push_back({"shared", std::to_string(source.shared)});
    out.facts.push_back({"passages", std::to_string(source.passages)});
    return out;
}

void raise_copies(Compared& out, std::int64_t least) {
    for (std::size_t i = 0; i < out.evidence.sources.size() && out.findings.size() < kFindings; ++i) {
        auto const& source = out.sources[i];
        if (source.bond != Bond::other || source.shared < least) continue;
        out.findings.push_back({copied(source, out.evidence.sources[i], out.figures), source});
    }
}

std::string way(std::string const& how) {
    static std::map<std::string, std::string, std::less<>> const kWays{
        {"white", "与底色同色"},        {"tiny", "字号极小"},        {"off_page", "在页面之外"},
        {"invisible", "设为不显示"},    {"deleted", "修订中删除"},   {"zero_width", "零宽字符"},
        {"look_alike", "形近异体字符"}, {"rare_hanzi", "异常生僻字"}};
    auto const found = kWays.find(how);
    return found == kWays.end() ? how : found->second;
}

void raise_hidden(Compared& out, vault::Document const& document, std::int64_t least) {
    if (out.figures.hidden < least) return;
    std::map<std::string, std::int64_t> ways;
    forensics::Finding found{"hidden_text", Strength::established, {}, {}, {}};
    for (auto const& one : document.hidden) {
        ways[one.how] += static_cast<std::int64_t>(text::fold(one.text).points);
        if (found.where.size() < 100) found.where.push_back({one.at, one.at});
    }
    std::string said;
    for (auto const& [how, points] : ways) {
        said += fmt::format("{}{}{}字", said.empty() ? "" : "，", way(how), points);
        found.facts.push_back({how, std::to_string(points)});
    }
    found.words = fmt::format("文件中有读者看不见的文字{}处：{}", document.hidden.size(), said);
    out.findings.push_back({std::move(found), {}});
}

Figures figures_of(forensics::Screening const& screening, vault::Document const& document) {
    Figures out{screening.characters,
                screening.own(),
                screening.shared,
                screening.carried,
                screening.quoted,
                screening.tables,
                0};
    for (auto const& one : document.hidden) out.hidden += text::fold(one.text).points;
    return out;
}

}  // namespace

Compared compare(forensics::Search& search, Shelves& shelves, practice::FiledReport const& report, forensics::DocId id,
                 vault::Document const& document, Sources const& sources, json::object const* detectors) {
    auto const folded = text::fold(document.text);
    Comparison of(shelves, report, sources);
    forensics::Question question{
        .report = folded,
        .masks = forensics::masks_of(document.text, folded,
                                     {report.institution.text, {report.enterprise_name, report.institution_name}}),
        .institution = report.institution.text,
        .except = id,
        .bond = [&](forensics::DocId doc) { return of.bond(doc); },
        .in_segments = sources.in_segments};
    auto const screening =
        forensics::screen(search, std::move(question), shelves.exempt(), shelves.reports().segments());
    Compared out;
    out.figures = figures_of(screening, document);
    out.evidence.report = report.id;
    for (auto const& source : screening.sources) {
        auto const& filed = of.filed_as(source.doc);
        if (!filed || out.sources.size() == kSources) continue;
        out.sources.push_back({filed->id, filed->project, filed->institution, source.bond, source.shared,
                               static_cast<std::int64_t>(source.passages.size())});
        out.evidence.sources.push_back(of.passages(source, folded));
    }
    auto quoting = quoted_in(shelves, report, document, screening, detectors);
    out.evidence.quotations = std::move(quoting.shown);
    name_families(search, shelves, folded, out.evidence);
    if (auto const least = least_of(detectors, "copied_passages")) raise_copies(out, *least);
    if (auto const least = least_of(detectors, "hidden_text")) raise_hidden(out, document, *least);
    for (auto& one : quoting.findings) out.findings.push_back({std::move(one), {}});
    return out;
}

}  // namespace anping::findings
