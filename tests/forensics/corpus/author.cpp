// SPDX-License-Identifier: Apache-2.0
#include "author.hpp"

#include <algorithm>
#include <cmath>

#include "outline.hpp"
#include "slots.hpp"

namespace corpus {

namespace {

constexpr double kLawShare = 0.198;  // a quote that would overshoot is left out, which comes to 19 %
constexpr double kTemplateShare = 0.10;
constexpr double kCommonShare = 0.035;
constexpr double kTableShare = 0.05;
constexpr double kLeastOriginal = 0.2;
constexpr double kSectionSigma = 1.0;
// Reports looked at for a passage of the length asked for, before the longest at hand is taken.
constexpr int kTries = 10;
constexpr int kPatience = 6;
constexpr double kRewrittenInRefiling = 0.25;

std::size_t part_of(std::size_t length, double share) {
    return static_cast<std::size_t>(static_cast<double>(length) * share);
}

// The first sentences of a text, as many as the length holds, at least one.
View head_of(View text, std::size_t length) {
    if (text.size() <= length) return text;
    std::size_t stop = length;
    while (stop < text.size() && text[stop - 1] != U'\n' && !is_stop(text[stop - 1])) ++stop;
    return text.substr(0, stop);
}

std::vector<double> weights(std::size_t count, Rng& rng) {
    std::vector<double> out(count);
    double total = 0;
    for (double& weight : out) total += weight = rng.lognormal(1.0, kSectionSigma);
    for (double& weight : out) weight /= total;
    return out;
}

}  // namespace

Report Author::written(std::size_t report) const {
    bool const fresh_one = !plan_.is_query(report) || plan_.query(report).kind == Query::Kind::kFresh;
    return fresh_one ? fresh(report) : copied(report);
}

Parties Author::parties(std::size_t from, std::size_t to) const {
    Filing const source = plan_.filing(from);
    Filing const target = plan_.filing(to);
    return {enterprise(source.enterprise), enterprise(target.enterprise), institution(source.institution),
            institution(target.institution)};
}

void Author::add_quotes(Pieces& pieces, std::size_t length, Rng& rng) const {
    for (std::size_t done = 0; done < length;) {
        Quote quote = library_.quote(rng, chain_);
        if (done + quote.text.size() / 2 > length) break;
        done += quote.text.size();
        pieces.push_back({quote.misquoted ? ZoneType::kMisquote : ZoneType::kLaw,
                          std::move(quote.text),
                          std::move(quote.detail),
                          {}});
    }
}

void Author::add_blocks(Pieces& pieces, ZoneType type, std::vector<Text> const& blocks, std::size_t length,
                        Filing const& filing, Rng& rng) const {
    Enterprise const about = enterprise(filing.enterprise);
    std::size_t const first = rng.below(blocks.size());
    for (std::size_t i = 0, done = 0; i < blocks.size() && done < length; ++i) {
        std::size_t const at = (first + i) % blocks.size();
        Text text =
            filled(head_of(blocks[at], length - done), about, stock_.institutions[filing.institution].name, rng);
        done += text.size();
        pieces.push_back({type, std::move(text), "block " + std::to_string(at + 1), {}});
    }
}

void Author::add_tables(Pieces& pieces, std::size_t industry, std::size_t length, Rng& rng) const {
    std::size_t const tables = std::clamp<std::size_t>(length / 1200, 1, 3);
    for (std::size_t i = 0; i < tables; ++i) {
        pieces.push_back({ZoneType::kTable, table_rows(stock_.industries[industry], rng, length / tables), {}, {}});
    }
}

void Author::add_families(Pieces& pieces, std::vector<std::size_t> const& families, Filing const& filing, bool query,
                          Rng& rng) const {
    for (std::size_t const family : families) {
        std::string const& name = plan_.families()[family].name;
        Text text =
            filled(stock_.undisclosed[family], enterprise(filing.enterprise), institution(filing.institution), rng);
        std::vector<Plant> plant;
        if (query) plant.push_back({0, text.size(), kAllCarriers, 0, 0, Level::kUndisclosedTemplate, name});
        pieces.push_back({ZoneType::kPlant, std::move(text), "V10 " + name, std::move(plant)});
    }
}

void Author::add_plant(Pieces& pieces, PlantOrder const& order, std::size_t report, Rng& rng) const {
    ZoneType const wanted = order.level == Level::kTableRows ? ZoneType::kTable : ZoneType::kOriginal;
    for (int tries = 0; tries < kTries; ++tries) {
        std::size_t const source = rng.below(plan_.options().indexed);
        Report const from = fresh(source);
        Zone const* best = nullptr;
        for (Zone const& zone : from.zones) {
            bool const fits = zone.type == wanted && zone.length > order.length && (best == nullptr || rng.chance(0.4));
            if (fits || (tries >= kPatience && zone.type == wanted && (best == nullptr || zone.length > best->length)))
                best = &zone;
        }
        if (best == nullptr) continue;
        std::size_t const length = std::min(order.length, best->length - 1);
        std::size_t start = best->start + rng.below(best->length - length);
        bool const whole_sentences = wanted == ZoneType::kTable || rng.chance(0.7);
        while (whole_sentences && start > best->start && !is_stop(from.text[start - 1]) &&
               from.text[start - 1] != U'\n')
            --start;
        View const passage = View(from.text).substr(start, length);
        Parties const between = parties(source, report);
        Text text = edited(order.level, passage, between, chain_, rng);
        if (tries + 1 < kTries && order.level != Level::kVerbatim && text == passage) continue;
        std::string family = wanted == ZoneType::kTable ? "T" + std::to_string(between.from.industry) : "-";
        Plant const plant{0, text.size(), source, start, length, order.level, std::move(family)};
        text.push_back(U'\n');
        std::string detail = "V" + std::to_string(static_cast<int>(order.level));
        pieces.push_back({ZoneType::kPlant, std::move(text), std::move(detail), {plant}});
        return;
    }
}

Author::Pieces Author::pieces_of(std::size_t report, Filing const& filing, Rng& rng) const {
    Pieces pieces;
    std::size_t const industry = enterprise(filing.enterprise).industry;
    add_quotes(pieces, part_of(filing.length, kLawShare), rng);
    add_blocks(pieces, ZoneType::kTemplate, stock_.institutions[filing.institution].blocks,
               part_of(filing.length, kTemplateShare), filing, rng);
    add_blocks(pieces, ZoneType::kCommon, stock_.industries[industry].blocks, part_of(filing.length, kCommonShare),
               filing, rng);
    add_tables(pieces, industry, part_of(filing.length, kTableShare), rng);
    bool const query = plan_.is_query(report);
    add_families(pieces, query ? plan_.query(report).families : plan_.carried(report), filing, query, rng);
    if (query) {
        for (PlantOrder const& order : plan_.query(report).plants) add_plant(pieces, order, report, rng);
    }
    rng.shuffle(pieces);
    return pieces;
}

Report Author::fresh(std::size_t report) const {
    Rng rng(derived(plan_.options().seed, 0x40000000 + report));
    Filing const filing = plan_.filing(report);
    Report out;
    out.text.reserve(filing.length * 9 / 8);
    out.add(ZoneType::kHeading, front_matter(enterprise(filing.enterprise), institution(filing.institution), rng));
    Pieces const pieces = pieces_of(report, filing, rng);
    std::size_t planted = 0;
    for (Piece const& piece : pieces) planted += piece.type == ZoneType::kPlant ? piece.text.size() : 0;
    std::size_t const own = part_of(filing.length, kOriginalShare);
    std::size_t const least = part_of(filing.length, kLeastOriginal);
    std::size_t const words = own > planted + least ? own - planted : least;
    std::vector<Text> const headings = outline(std::clamp<std::size_t>(filing.length / 1500, 8, 40));
    std::vector<double> const shares = weights(headings.size(), rng);
    Originals::Source source = originals_.of(report);
    for (std::size_t i = 0, next = 0; i < headings.size(); ++i) {
        out.add(ZoneType::kHeading, headings[i]);
        std::size_t const until = pieces.size() * (i + 1) / headings.size();
        std::size_t const parts = next < until && rng.chance(0.5) ? 2 : 1;
        std::size_t const length = std::max<std::size_t>(20, part_of(words, shares[i] / static_cast<double>(parts)));
        out.add(ZoneType::kOriginal, source.next(length, rng));
        for (; next < until; ++next) {
            Piece const& piece = pieces[next];
            for (Plant plant : piece.plant) {
                plant.start = out.text.size();
                out.plants.push_back(std::move(plant));
            }
            out.add(piece.type, piece.text, piece.detail);
        }
        if (parts == 2) out.add(ZoneType::kOriginal, source.next(length, rng));
    }
    return out;
}

// A whole report filed again: by others as theirs, or by those who filed it before.
Report Author::copied(std::size_t report) const {
    Rng rng(derived(plan_.options().seed, 0x40000000 + report));
    Query const& query = plan_.query(report);
    bool const clone = query.kind == Query::Kind::kClone;
    Level const level = clone ? Level::kClone : Level::kRefiled;
    Report const from = fresh(query.source);
    Parties const between = parties(query.source, report);
    Originals::Source source = originals_.of(report);
    std::string const detail = clone ? "V20" : "V21";
    std::string const family = (clone ? "C" : "R") + std::to_string(query.source);
    Report out;
    for (Zone const& zone : from.zones) {
        View const text = View(from.text).substr(zone.start, zone.length);
        if (zone.type != ZoneType::kOriginal && zone.type != ZoneType::kPlant) {
            out.add(zone.type, with_names_changed(text, between), zone.detail);
        } else if (!clone && rng.chance(kRewrittenInRefiling)) {
            out.add(ZoneType::kOriginal, source.next(zone.length, rng));
        } else {
            Text const changed = edited(level, text, between, chain_, rng);
            out.plants.push_back(
                {out.text.size(), changed.size(), query.source, zone.start, zone.length, level, family});
            out.add(ZoneType::kPlant, changed, detail);
        }
    }
    return out;
}

}  // namespace corpus
