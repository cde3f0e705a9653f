// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/search.hpp>

#include <algorithm>
#include <array>
#include <functional>

namespace anping::forensics {
namespace {

constexpr std::size_t kCommon = 16;     // occurrences of a seed that tells little,
constexpr std::size_t kOfCommon = 6;    // of which the earliest are looked at
constexpr std::size_t kAhead = 16;      // seeds whose postings are fetched meanwhile
constexpr std::size_t kTextAhead = 32;  // hits whose text is
constexpr std::size_t kTogether = 32;   // seeds of what is exempt that are looked up before their hits are followed

// Ascending by the bits of `number` from `low` on; equal ones stay in order.
template <class T, class Number>
void sort_by(std::vector<T>& values, std::vector<T>& space, unsigned low, unsigned past, Number number) {
    constexpr unsigned kBits = 11;
    constexpr std::size_t kDigits = std::size_t{1} << kBits;
    space.resize(values.size());
    for (auto shift = low; shift < past; shift += kBits) {
        std::array<std::uint32_t, kDigits + 1> next{};
        auto const digit = [&](T const& value) { return std::invoke(number, value) >> shift & (kDigits - 1); };
        for (auto const& value : values) ++next[digit(value) + 1];
        for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
        for (auto const& value : values) space[next[digit(value)]++] = value;
        values.swap(space);
    }
}

// The alignments the passages are put together of; ascending by the report's places. A text that repeats itself aligns
// in many ways: of characters of the report the best counts.
std::vector<text::Passage> within(std::vector<text::Passage> const& passages, std::vector<text::Passage> alignments) {
    std::ranges::stable_sort(alignments, std::greater{}, &text::Passage::score);
    std::vector<text::Passage> out;
    for (auto const& one : alignments) {
        bool const inside = std::ranges::any_of(passages, [&](auto const& whole) { return holds(whole, one); });
        bool const again = std::ranges::any_of(
            out, [&](auto const& best) { return best.a_from <= one.a_from && one.a_to <= best.a_to; });
        if (inside && !again) out.push_back(one);
    }
    std::ranges::sort(out, {}, &text::Passage::a_from);
    return out;
}

void fetch_after(Segment const& segment, std::span<text::Seed const> seeds, std::size_t i) {
    if (i + 2 * kAhead < seeds.size()) segment.prefetch_directory(seeds[i + 2 * kAhead].key);
    if (i + kAhead < seeds.size()) segment.prefetch_postings(seeds[i + kAhead].key);
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

template <class Each>
void Search::each_exempt(Exempt const& exempt, std::string const& institution, Each const& each) {
    if (exempt.laws) each(*exempt.laws, text::Mask::law);
    if (auto const own = exempt.templates.find(institution); own != exempt.templates.end())
        each(*own->second, text::Mask::own_template);
    if (exempt.common) each(*exempt.common, text::Mask::common);
}

std::vector<Quoted> Search::exempt(Exempt const& exempt, std::string const& institution) {
    std::vector<Quoted> out;
    each_exempt(exempt, institution, [&](Segment const& segment, text::Mask as) {
        each_likely(segment, [&](text::Hit const& at, std::size_t doc) {
            auto const found = exempt_finder_.at(report(), segment.text(), segment.from(doc), segment.to(doc), at);
            if (!found) return;
            mark(found->a_from, found->a_to, as);
            out.push_back({as, doc, *found});
        });
    });
    drop_masked();
    return out;
}

text::Masks const& Search::left_out(Exempt const& exempt, std::string const& institution) {
    each_exempt(exempt, institution, [&](Segment const& segment, text::Mask as) {
        each_likely(segment, [&](text::Hit const& at, std::size_t doc) {
            auto const source = segment.text().subspan(segment.from(doc), segment.to(doc) - segment.from(doc));
            auto const b = at.b - segment.from(doc);
            auto const same =
                text::same_around(report().first(at.a), source.first(b), report().subspan(at.a), source.subspan(b));
            mark(at.a - same.before, at.a + same.after, as);
        });
    });
    return masks_;
}

void Search::mark(std::uint32_t from, std::uint32_t to, text::Mask as) {
    for (auto i = from; i < to; ++i)
        if (masks_[i] == 0) masks_[i] = static_cast<std::uint8_t>(as);
}

// A few seeds at a time: most of a quotation's are marked by the first of them, and need not be looked up.
template <class Each>
void Search::each_likely(Segment const& segment, Each const& each) {
    auto const seeds = likely_in(segment);
    for (std::size_t from = 0; from < seeds.size(); from += kTogether) {
        hits_.clear();
        for (auto i = from; i < std::min(from + kTogether, seeds.size()); ++i) {
            fetch_after(segment, seeds, i);
            if (masks_[seeds[i].at] == 0) look_up(segment, seeds[i]);
        }
        for (std::size_t i = 0; i < hits_.size(); ++i) text::fetch(segment.text(), place(i));
        for (std::size_t i = 0; i < hits_.size(); ++i) {
            auto const at = place(i);
            if (masks_[at.a] == 0 && exempt_finder_.likely(report(), segment.text(), at))
                each(at, segment.doc_at(at.b));
        }
    }
}

// What was marked since the report was asked for. What is left is looked up in the order of the directory, which is
// kinder to the memory than that of the report.
void Search::drop_masked() {
    for (std::size_t i = 0; i < masks_.size(); ++i)
        if (masks_[i] != 0) codes_[i + text::kMargin] = text::kMasked;
    std::erase_if(seeds_, [&](text::Seed const& seed) {
        auto const first = masks_.begin() + seed.at;
        return std::any_of(first, first + text::kSeedLength, [](auto mask) { return mask != 0; });
    });
    sort_by(seeds_, seed_space_, kKeyBits - kMostBits, kKeyBits, &text::Seed::key);
}

std::span<text::Seed const> Search::likely_in(Segment const& segment) {
    if (!segment.filters()) return seeds_;
    seed_space_.resize(seeds_.size());
    std::size_t kept = 0;
    for (auto const& seed : seeds_) {
        seed_space_[kept] = seed;
        kept += segment.may_hold(seed.key) && masks_[seed.at] == 0 ? 1 : 0;
    }
    return std::span(seed_space_).first(kept);
}

void Search::look_up(Segment const& segment, text::Seed const& seed) {
    auto const rest_of_key = (std::uint64_t{1} << (kKeyBits - segment.bucket_bits())) - 1;
    auto const postings = segment.bucket(segment.bucket_of(seed.key));
    auto const rest = static_cast<std::uint32_t>(seed.key & rest_of_key);
    std::size_t first = 0;
    while (first < postings.size() && postings.remainder(first) < rest) ++first;
    auto past = first;
    while (past < postings.size() && postings.remainder(past) == rest) ++past;
    if (past - first >= kCommon) past = first + kOfCommon;
    for (; first < past; ++first)
        if (auto const place = postings.place(first); place < segment.text().size())
            hits_.push_back(static_cast<std::uint64_t>(place) << 32 | seed.at);
}

std::vector<Found> Search::in(Segment const& segment, double least, DocId except) {
    hits_.clear();
    auto const seeds = likely_in(segment);
    for (std::size_t i = 0; i < seeds.size(); ++i) {
        fetch_after(segment, seeds, i);
        look_up(segment, seeds[i]);
    }
    sort_by(hits_, space_, 32, 64, std::identity{});
    std::vector<Found> out;
    for (std::size_t i = 0; i < hits_.size();) {
        auto const doc = segment.doc_at(static_cast<std::uint32_t>(hits_[i] >> 32));
        of_one_.clear();
        for (; i < hits_.size() && hits_[i] >> 32 < segment.to(doc); ++i) {
            if (i + kTextAhead < hits_.size()) text::fetch(segment.text(), place(i + kTextAhead));
            of_one_.push_back(place(i));
        }
        if (segment.id(doc) == except) continue;
        alignments_.clear();
        finder_.find(report(), segment.text(), segment.from(doc), segment.to(doc), of_one_, alignments_);
        if (alignments_.empty()) continue;
        auto passages = text::merged(alignments_, least);
        if (passages.empty()) continue;
        auto pieces = within(passages, alignments_);
        out.push_back({doc, std::move(passages), std::move(pieces)});
    }
    return out;
}

}  // namespace anping::forensics
