// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/search.hpp>

#include <algorithm>
#include <array>

namespace anping::forensics {
namespace {

constexpr std::size_t kOfCommon = 8;  // occurrences looked at of a seed that has as many as are kept
constexpr std::size_t kAhead = 16;    // seeds whose postings are fetched meanwhile

// Ascending by the upper half; equal ones stay in order.
void sort_by_place(std::vector<std::uint64_t>& values, std::vector<std::uint64_t>& space) {
    constexpr unsigned kBits = 11;
    constexpr std::size_t kDigits = std::size_t{1} << kBits;
    space.resize(values.size());
    for (unsigned shift = 32; shift < 64; shift += kBits) {
        std::array<std::uint32_t, kDigits + 1> next{};
        for (auto const value : values) ++next[(value >> shift & (kDigits - 1)) + 1];
        for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
        for (auto const value : values) space[next[value >> shift & (kDigits - 1)]++] = value;
        values.swap(space);
    }
}

}  // namespace

void Search::ask(text::Folded const& report, text::Masks masks) {
    masks_ = std::move(masks);
    masks_.resize(report.text.size());
    seeds_.clear();
    text::seeds_of(report.text, masks_, seeds_);
    codes_.assign(report.text.size() + 2 * text::kMargin, text::kMasked);
    for (std::size_t i = 0; i < report.text.size(); ++i)
        if (masks_[i] == 0) codes_[i + text::kMargin] = text::code_of(report.text[i]);
}

std::span<text::Code const> Search::report() const noexcept {
    return std::span(codes_).subspan(text::kMargin, masks_.size());
}

std::vector<Quoted> Search::exempt(Exempt const& exempt, std::string const& institution) {
    std::vector<Quoted> out;
    if (exempt.laws) mark(*exempt.laws, text::Mask::law, out);
    if (auto const own = exempt.templates.find(institution); own != exempt.templates.end())
        mark(*own->second, text::Mask::own_template, out);
    if (exempt.common) mark(*exempt.common, text::Mask::common, out);
    drop_masked();
    return out;
}

void Search::mark(Segment const& segment, text::Mask as, std::vector<Quoted>& out) {
    look_up(segment);
    auto const place = [&](std::size_t i) {
        return text::Hit{static_cast<std::uint32_t>(hits_[i]), static_cast<std::uint32_t>(hits_[i] >> 32)};
    };
    for (std::size_t i = 0; i < hits_.size(); ++i) {
        if (i + kAhead < hits_.size()) text::fetch(segment.text(), place(i + kAhead));
        auto const at = place(i);
        if (masks_[at.a] != 0 || !finder_.likely(report(), segment.text(), at)) continue;
        auto const doc = segment.doc_at(at.b);
        auto const found = finder_.at(report(), segment.text(), segment.from(doc), segment.to(doc), at);
        if (!found) continue;
        for (auto k = found->a_from; k < found->a_to; ++k)
            if (masks_[k] == 0) masks_[k] = static_cast<std::uint8_t>(as);
        out.push_back({as, doc, *found});
    }
}

// What was marked since the report was asked for.
void Search::drop_masked() {
    for (std::size_t i = 0; i < masks_.size(); ++i)
        if (masks_[i] != 0) codes_[i + text::kMargin] = text::kMasked;
    std::erase_if(seeds_, [&](text::Seed const& seed) {
        auto const first = masks_.begin() + seed.at;
        return std::any_of(first, first + text::kSeedLength, [](auto mask) { return mask != 0; });
    });
}

void Search::look_up(Segment const& segment) {
    hits_.clear();
    auto const remainder = kKeyBits - segment.bucket_bits();
    auto const rest_of = [&](std::uint64_t key) {
        return static_cast<std::uint32_t>(key & ((std::uint64_t{1} << remainder) - 1));
    };
    for (std::size_t i = 0; i < seeds_.size(); ++i) {
        if (i + 2 * kAhead < seeds_.size()) segment.prefetch_directory(seeds_[i + 2 * kAhead].key);
        if (i + kAhead < seeds_.size()) segment.prefetch_postings(seeds_[i + kAhead].key);
        auto const bucket = segment.bucket_of(seeds_[i].key);
        auto const postings = segment.buckets(bucket, bucket + 1);
        auto const rest = rest_of(seeds_[i].key);
        auto const first = hits_.size();
        for (std::size_t k = 0; k < postings.size(); ++k)
            if (postings.remainder(k) == rest)
                hits_.push_back(static_cast<std::uint64_t>(postings.place(k)) << 32 | seeds_[i].at);
        if (hits_.size() - first >= kEarliest) hits_.resize(first + kOfCommon);
    }
}

std::vector<Found> Search::in(Segment const& segment, double least, DocId except) {
    look_up(segment);
    sort_by_place(hits_, space_);
    std::vector<Found> out;
    for (std::size_t i = 0; i < hits_.size();) {
        auto const doc = segment.doc_at(static_cast<std::uint32_t>(hits_[i] >> 32));
        of_one_.clear();
        for (; i < hits_.size() && hits_[i] >> 32 < segment.to(doc); ++i)
            of_one_.push_back({static_cast<std::uint32_t>(hits_[i]), static_cast<std::uint32_t>(hits_[i] >> 32)});
        if (segment.id(doc) == except) continue;
        alignments_.clear();
        finder_.find(report(), segment.text(), segment.from(doc), segment.to(doc), of_one_, alignments_);
        if (alignments_.empty()) continue;
        auto passages = text::merged(alignments_, least);
        if (!passages.empty()) out.push_back({doc, std::move(passages)});
    }
    return out;
}

}  // namespace anping::forensics
