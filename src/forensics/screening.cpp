// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/screening.hpp>

#include <algorithm>

namespace anping::forensics {
namespace {

// Characters of the pieces that have no mask and were not counted before.
std::uint32_t count(std::vector<text::Passage> const& pieces, text::Masks const& masks, std::vector<bool>& counted) {
    std::uint32_t out = 0;
    for (auto const& piece : pieces)
        for (auto i = piece.a_from; i < piece.a_to; ++i) {
            if (masks[i] != 0 || counted[i]) continue;
            counted[i] = true;
            ++out;
        }
    return out;
}

std::vector<std::vector<Found>> found_in(Search& search, Question const& question, Segments const& segments) {
    if (question.in_segments) return question.in_segments(search, question, segments);
    std::vector<std::vector<Found>> out;
    out.reserve(segments.size());
    for (auto const& segment : segments) out.push_back(search.in(*segment, question.least, question.except));
    return out;
}

std::vector<Source> sources_of(Search& search, Question const& question, Segments const& segments) {
    std::vector<Source> out;
    auto all = found_in(search, question, segments);
    for (std::size_t i = 0; i < segments.size(); ++i)
        for (auto& found : all[i]) {
            auto const doc = segments[i]->id(found.doc);
            auto const bond = question.bond ? question.bond(doc) : Bond::other;
            if (bond == Bond::itself) continue;
            std::vector<bool> of_one(search.masks().size());
            auto const shared = count(found.pieces, search.masks(), of_one);
            out.push_back({doc, bond, std::move(found.passages), std::move(found.pieces), shared});
        }
    return out;
}

bool is_quoted(std::uint8_t mask) {
    auto const as = static_cast<text::Mask>(mask);
    return as == text::Mask::law || as == text::Mask::own_template || as == text::Mask::common;
}

}  // namespace

Screening screen(Search& search, Question question, Exempt const& exempt, Segments const& segments) {
    Screening out;
    search.ask(question.report, std::move(question.masks));
    out.quotations = search.exempt(exempt, question.institution);
    auto const& masks = search.masks();
    out.characters = static_cast<std::uint32_t>(masks.size());
    for (auto const mask : masks) {
        if (mask == 0) continue;
        ++(is_quoted(mask) ? out.quoted : out.tables);
    }
    std::vector<bool> counted(masks.size());
    out.sources = sources_of(search, question, segments);
    for (auto const& source : out.sources)
        if (source.bond == Bond::other) out.shared += count(source.pieces, masks, counted);
    for (auto const& source : out.sources)
        if (source.bond == Bond::carried_over) out.carried += count(source.pieces, masks, counted);
    std::ranges::stable_sort(out.sources, std::greater{}, &Source::shared);
    return out;
}

std::vector<text::Passage> pieces_of(Source const& source, text::Passage const& passage) {
    std::vector<text::Passage> out;
    std::ranges::copy_if(source.pieces, std::back_inserter(out), [&](auto const& one) { return holds(passage, one); });
    return out;
}

std::uint32_t characters_of(std::vector<text::Passage> const& pieces) noexcept {
    std::uint32_t out = 0;
    std::uint32_t until = 0;
    for (auto const& one : pieces) {
        if (one.a_to > until) out += one.a_to - std::max(one.a_from, until);
        until = std::max(until, one.a_to);
    }
    return out;
}

double identity_of(std::span<text::Passage const> pieces) noexcept {
    std::uint64_t longer = 0;
    std::uint64_t differences = 0;
    for (auto const& one : pieces) {
        longer += std::max(one.a_to - one.a_from, one.b_to - one.b_from);
        differences += one.differences;
    }
    if (longer == 0 || differences >= longer) return 0;
    return 1 - static_cast<double>(differences) / static_cast<double>(longer);
}

}  // namespace anping::forensics
