// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/segment.hpp>

#include <zlib.h>

#include <algorithm>

#include <anping/text/align.hpp>

#include "errors.hpp"
#include "segment_format.hpp"

namespace anping::forensics {
namespace {

using Bytes = std::span<std::uint8_t const>;

std::uint32_t sum_of(Bytes bytes) { return static_cast<std::uint32_t>(::crc32_z(0, bytes.data(), bytes.size())); }

// Whether the parts lie one after another within the file, each as large as its count says.
bool holds_together(Head const& head, std::uint64_t size) {
    std::uint64_t at = kPage;
    for (auto const& part : {head.id, head.start, head.origin, head.text, head.posting, head.directory, head.sum}) {
        if (part.at != at || part.bytes > size) return false;
        at += padded(part.bytes);
    }
    if (head.bits < kKeyBits - 32 || head.bits > kMostBits || head.docs > head.characters) return false;
    auto const stride = head.bits >= kNarrowBits ? 6u : 8u;
    return head.size == size && head.sum.at + head.sum.bytes == size && head.characters <= kMostCharacters &&
           head.id.bytes == head.docs * 8 && head.start.bytes == (head.docs + 1) * 4 &&
           head.origin.bytes == (head.docs + 1 + head.origins) * 4 &&
           head.directory.bytes == ((std::uint64_t{1} << head.bits) + 1) * 4 &&
           head.posting.bytes == head.postings * stride && head.text.bytes == head.characters + 2 * text::kMargin &&
           head.sum.bytes == (head.sum.at + kBlock - 1) / kBlock * 4;
}

template <class T>
std::span<T const> in(Bytes file, Part const& part) {
    return {reinterpret_cast<T const*>(file.data() + part.at), part.bytes / sizeof(T)};
}

}  // namespace

std::uint32_t own_sum(Head head) {
    head.own = 0;
    return sum_of({reinterpret_cast<std::uint8_t const*>(&head), sizeof head});
}

Result<Segment> Segment::open(std::filesystem::path const& file) {
    auto mapping = Mapping::open(file);
    if (!mapping) return unexpected<Error>(std::move(mapping.error()));
    auto const bytes = mapping->bytes();
    if (bytes.size() < kPage) return not_a_segment(file, "shorter than a head");
    Head head;
    std::memcpy(static_cast<void*>(&head), bytes.data(), sizeof head);
    auto const rest = bytes.first(kPage).subspan(sizeof head);
    if (head.magic != kMagic) return not_a_segment(file, "no segment");
    if (head.own != own_sum(head) || std::ranges::any_of(rest, [](auto byte) { return byte != 0; }))
        return not_a_segment(file, "its head is damaged");
    if (head.fold != text::kFoldVersion) return not_a_segment(file, "made with another folding of texts");
    if (!holds_together(head, bytes.size())) return not_a_segment(file, "cut short or put together wrongly");
    Segment out(file, std::move(*mapping));
    out.bits_ = head.bits;
    out.docs_ = in<DocId>(bytes, head.id);
    out.starts_ = in<std::uint32_t>(bytes, head.start);
    auto const origins = in<std::uint32_t>(bytes, head.origin);
    out.origin_from_ = origins.first(head.docs + 1);
    out.origins_ = origins.subspan(head.docs + 1);
    out.directory_ = in<std::uint32_t>(bytes, head.directory);
    out.postings_ = bytes.data() + head.posting.at;
    out.text_ = in<text::Code>(bytes, head.text).subspan(text::kMargin, head.characters);
    out.sums_ = in<std::uint32_t>(bytes, head.sum);
    bool const agree = out.directory_.back() == head.postings && out.starts_.back() == head.characters &&
                       std::ranges::is_sorted(out.starts_) && std::ranges::is_sorted(out.origin_from_) &&
                       out.starts_.front() == 0 && out.origin_from_.back() <= head.origins;
    if (!agree) return not_a_segment(file, "its counts do not agree");
    out.mapping_.in_huge_pages();
    out.make_filter();
    return out;
}

void Segment::make_filter() {
    constexpr std::uint64_t kMost = 4'000'000;  // postings: what the caches of a processor hold
    constexpr unsigned kLeastBits = 9;
    if (size() > kMost) return;
    filter_bits_ = std::max(kLeastBits, static_cast<unsigned>(std::bit_width(size() * 8)));
    filter_.assign((std::uint64_t{1} << filter_bits_) / 64, 0);
    for (std::uint64_t number = 0; number + 1 < directory_.size(); ++number) {
        auto const postings = bucket(number);
        for (std::size_t i = 0; i < postings.size(); ++i) {
            auto const key = number << (kKeyBits - bits_) | postings.remainder(i);
            auto const bit = key >> (kKeyBits - filter_bits_) & (filter_.size() * 64 - 1);
            filter_[bit / 64] |= std::uint64_t{1} << bit % 64;
        }
    }
}

std::size_t Segment::doc_at(std::uint32_t place) const noexcept {
    return static_cast<std::size_t>(std::ranges::upper_bound(starts_, place) - starts_.begin()) - 1;
}

Anchor Segment::origin(std::size_t doc, std::uint32_t at) const noexcept {
    auto const kept = origins(doc);
    if (kept.empty()) return {};
    auto const one = std::min<std::size_t>(at / kPointsEvery, kept.size() - 1);
    return {static_cast<std::uint32_t>(one) * kPointsEvery, kept[one]};
}

Result<void> Segment::verify() const {
    auto const bytes = mapping_.bytes().first(mapping_.bytes().size() - sums_.size_bytes());
    for (std::size_t block = 0; block < sums_.size(); ++block) {
        auto const from = std::max(block * kBlock, kPage);
        auto const to = std::min((block + 1) * kBlock, bytes.size());
        if (sum_of(bytes.subspan(from, to - from)) != sums_[block])
            return fail(ErrorCode::internal, "forensics.segment", "block " + std::to_string(block) + " is damaged");
    }
    return {};
}

}  // namespace anping::forensics
