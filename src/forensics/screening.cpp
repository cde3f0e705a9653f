// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/screening.hpp>

#include <algorithm>

namespace anping::forensics {
namespace {

// Marks a passage's characters; those that have a mask are exempt.
std::uint32_t mark(text::Passage const& passage, text::Masks const& masks, std::vector<bool>& shared) {
    std::uint32_t out = 0;
    for (auto i = passage.a_from; i < passage.a_to; ++i) {
        if (masks[i] != 0 || shared[i]) continue;
        shared[i] = true;
        ++out;
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
    std::vector<bool> of_all(masks.size());
    for (auto const& segment : segments)
        for (auto& found : search.in(*segment, question.least, question.except)) {
            std::vector<bool> of_one(masks.size());
            Source source{segment->id(found.doc), std::move(found.passages)};
            for (auto const& passage : source.passages) {
                source.shared += mark(passage, masks, of_one);
                out.shared += mark(passage, masks, of_all);
            }
            out.sources.push_back(std::move(source));
        }
    std::ranges::stable_sort(out.sources, std::greater{}, &Source::shared);
    return out;
}

double identity_of(text::Passage const& passage) noexcept {
    auto const longer = std::max(passage.a_to - passage.a_from, passage.b_to - passage.b_from);
    if (longer == 0 || passage.differences >= longer) return 0;
    return 1 - static_cast<double>(passage.differences) / longer;
}

}  // namespace anping::forensics
