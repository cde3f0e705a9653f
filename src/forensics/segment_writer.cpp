// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/segment_writer.hpp>

#include <algorithm>
#include <array>
#include <deque>
#include <future>

#include <anping/text/align.hpp>
#include <anping/text/seeds.hpp>

#include "segment_file.hpp"

namespace anping::forensics {
namespace {

constexpr unsigned kPlaceBits = 26;  // of a gathered document's characters
constexpr std::uint64_t kRoom = std::uint64_t{1} << kPlaceBits;

// A seed and where it is, ascending as one number: the key, the place.
std::uint64_t key_of(std::uint64_t seed) { return seed >> kPlaceBits; }
std::uint32_t place_of(std::uint64_t seed) { return static_cast<std::uint32_t>(seed & (kRoom - 1)); }

// By `kBits` bits from `shift` on; equal ones stay in order.
template <unsigned kBits>
void sort_by(std::vector<std::uint64_t>& values, std::vector<std::uint64_t>& space, unsigned shift) {
    std::array<std::uint32_t, (std::size_t{1} << kBits) + 1> next{};
    auto const digit = [&](std::uint64_t value) { return value >> shift & ((std::uint64_t{1} << kBits) - 1); };
    for (auto const value : values) ++next[digit(value) + 1];
    for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
    space.resize(values.size());
    for (auto const value : values) space[next[digit(value)]++] = value;
    values.swap(space);
}

// What of the seeds of one key, in the order of places, is written: the earliest.
class PostingWriter {
public:
    PostingWriter(SegmentFile& file, unsigned bits)
        : file_(file), bits_(bits), directory_((std::size_t{1} << bits) + 1) {}
    void put(std::uint64_t key, std::uint32_t place) {
        same_ = key == last_ && written_ > 0 ? same_ + 1 : 1;
        auto const rest = kKeyBits - bits_;
        if (key >> rest != last_ >> rest) end_bucket();
        last_ = key;
        if (same_ > kEarliest) return;
        auto const remainder = static_cast<std::uint32_t>(key & ((std::uint64_t{1} << rest) - 1));
        if (bits_ >= kNarrowBits) narrow_.push_back(static_cast<std::uint16_t>(remainder));
        else wide_.push_back(remainder);
        places_.push_back(place);
        ++written_;
    }
    void end_bucket() {
        file_.put(std::span<std::uint16_t const>(narrow_));
        file_.put(std::span<std::uint32_t const>(wide_));
        file_.put(std::span<std::uint32_t const>(places_));
        directory_[(last_ >> (kKeyBits - bits_)) + 1] = static_cast<std::uint32_t>(places_.size());
        narrow_.clear();
        wide_.clear();
        places_.clear();
    }
    std::uint64_t written() const noexcept { return written_; }
    std::span<std::uint32_t const> directory() {
        for (std::size_t i = 1; i < directory_.size(); ++i) directory_[i] += directory_[i - 1];
        return directory_;
    }

private:
    SegmentFile& file_;
    unsigned bits_;
    std::vector<std::uint32_t> directory_;
    std::vector<std::uint16_t> narrow_;  // of the bucket that is being filled
    std::vector<std::uint32_t> wide_;
    std::vector<std::uint32_t> places_;
    std::uint64_t last_ = 0;
    std::uint64_t written_ = 0;
    std::size_t same_ = 0;
};

template <class T>
void put_part(SegmentFile& file, Part& part, std::span<T const> values) {
    file.begin(part);
    file.put(values);
    file.end(part);
}

constexpr std::array<text::Code, text::kMargin> kEdge{};

void end_postings(SegmentFile& file, Head& head, PostingWriter& postings) {
    postings.end_bucket();
    file.end(head.posting);
    head.postings = postings.written();
    put_part(file, head.directory, postings.directory());
}

}  // namespace

bool Gathered::add(DocId id, text::Folded const& folded, std::vector<std::uint8_t> const& masked) {
    if (text_.size() + folded.text.size() > kRoom) return false;
    auto const from = text_.size();
    std::vector<text::Seed> seeds;
    text::seeds_of(folded.text, masked, seeds);
    for (auto const& seed : seeds)
        seeds_[seed.key >> (kKeyBits - kDrawerBits)].push_back(seed.key << kPlaceBits | (from + seed.at));
    for (std::size_t i = 0; i < folded.origin.size(); i += kPointsEvery) origins_.push_back(folded.origin[i]);
    text_.resize(from + folded.text.size());
    std::ranges::transform(folded.text, text_.begin() + static_cast<std::ptrdiff_t>(from), text::code_of);
    ids_.push_back(id);
    starts_.push_back(static_cast<std::uint32_t>(text_.size()));
    origin_from_.push_back(static_cast<std::uint32_t>(origins_.size()));
    return true;
}

void Gathered::clear() {
    ids_.clear();
    starts_.assign(1, 0);
    origin_from_.assign(1, 0);
    origins_.clear();
    text_.clear();
    for (auto& drawer : seeds_) drawer.clear();
}

Result<void> Gathered::write(std::filesystem::path const& path) {
    SegmentFile file(path);
    Head head;
    head.docs = ids_.size();
    head.origins = origins_.size();
    head.characters = text_.size();
    std::size_t seeds = 0;
    for (auto const& drawer : seeds_) seeds += drawer.size();
    head.bits = bits_for(seeds);
    put_part(file, head.id, std::span<DocId const>(ids_));
    put_part(file, head.start, std::span<std::uint32_t const>(starts_));
    file.begin(head.origin);
    file.put(std::span<std::uint32_t const>(origin_from_));
    file.put(std::span<std::uint32_t const>(origins_));
    file.end(head.origin);
    file.begin(head.text);
    for (auto const part :
         {std::span<text::Code const>(kEdge), std::span<text::Code const>(text_), std::span<text::Code const>(kEdge)})
        file.put(part);
    file.end(head.text);
    file.begin(head.posting);
    PostingWriter postings(file, head.bits);
    std::vector<std::uint64_t> space;
    for (auto& drawer : seeds_) {
        for (unsigned bit = 0; bit < kKeyBits - kDrawerBits; bit += 11) sort_by<11>(drawer, space, kPlaceBits + bit);
        for (auto const seed : drawer) postings.put(key_of(seed), place_of(seed));
    }
    end_postings(file, head, postings);
    return file.finish(head);
}

namespace {

// The parts as one text: where each begins.
std::vector<std::uint32_t> bases_of(std::span<Segment const* const> parts) {
    std::vector<std::uint32_t> out{0};
    for (auto const* part : parts) out.push_back(out.back() + static_cast<std::uint32_t>(part->text().size()));
    return out;
}

void put_documents(SegmentFile& file, Head& head, std::span<Segment const* const> parts,
                   std::vector<std::uint32_t> const& bases) {
    std::vector<DocId> ids;
    std::vector<std::uint32_t> starts;
    std::vector<std::uint32_t> origins{0};
    for (std::size_t i = 0; i < parts.size(); ++i)
        for (std::size_t doc = 0; doc < parts[i]->docs(); ++doc) {
            ids.push_back(parts[i]->id(doc));
            starts.push_back(bases[i] + parts[i]->from(doc));
            origins.push_back(origins.back() + static_cast<std::uint32_t>(parts[i]->origins(doc).size()));
        }
    starts.push_back(bases.back());
    head.docs = ids.size();
    head.origins = origins.back();
    head.characters = bases.back();
    put_part(file, head.id, std::span<DocId const>(ids));
    put_part(file, head.start, std::span<std::uint32_t const>(starts));
    file.begin(head.origin);
    file.put(std::span<std::uint32_t const>(origins));
    for (auto const* part : parts)
        for (std::size_t doc = 0; doc < part->docs(); ++doc) file.put(part->origins(doc));
    file.end(head.origin);
}

// Beside the postings, which take the processor longer.
void put_texts(SegmentFile& file, Head& head, std::span<Segment const* const> parts, std::launch how) {
    file.begin(head.text);
    file.put(std::span<text::Code const>(kEdge));
    for (auto const* part : parts) file.lay_aside(part->text());
    file.put(std::span<text::Code const>(kEdge));
    file.end(head.text);
    file.write_laid_aside(how);
}

// The postings of all parts whose keys begin with `range`: the rest of the key, the place in the whole.
void gather(std::span<Segment const* const> parts, std::vector<std::uint32_t> const& bases, std::uint64_t range,
            unsigned range_bits, std::vector<std::uint64_t>& out) {
    out.clear();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto const finer = parts[i]->bucket_bits() - range_bits;
        auto const rest = kKeyBits - parts[i]->bucket_bits();
        for (std::uint64_t bucket = 0; bucket < std::uint64_t{1} << finer; ++bucket) {
            auto const postings = parts[i]->bucket(range << finer | bucket);
            for (std::size_t k = 0; k < postings.size(); ++k)
                out.push_back((bucket << rest | postings.remainder(k)) << 32 | (postings.place(k) + bases[i]));
        }
    }
}

constexpr std::uint64_t kRanges = 64;  // that are put in order at a time

struct Ordered {
    std::vector<std::uint64_t> seeds;  // of one range after another
    std::vector<std::size_t> ends;
};

Ordered ordered(std::span<Segment const* const> parts, std::vector<std::uint32_t> const& bases, std::uint64_t first,
                unsigned range_bits) {
    Ordered out;
    std::vector<std::uint64_t> seeds;
    std::vector<std::uint64_t> space;
    auto const past = std::min(first + kRanges, std::uint64_t{1} << range_bits);
    for (auto range = first; range < past; ++range) {
        gather(parts, bases, range, range_bits, seeds);
        for (unsigned bit = 0; bit < kKeyBits - range_bits; bit += 11) sort_by<11>(seeds, space, 32 + bit);
        out.seeds.insert(out.seeds.end(), seeds.begin(), seeds.end());
        out.ends.push_back(out.seeds.size());
    }
    return out;
}

void put_postings(SegmentFile& file, Head& head, std::span<Segment const* const> parts,
                  std::vector<std::uint32_t> const& bases, unsigned threads) {
    unsigned range_bits = 16;
    std::uint64_t most = 0;
    for (auto const* part : parts) {
        range_bits = std::min(range_bits, part->bucket_bits());
        most += part->size();
    }
    head.bits = bits_for(most);
    file.begin(head.posting);
    PostingWriter postings(file, head.bits);
    auto const ranges = std::uint64_t{1} << range_bits;
    auto const put_in_order = threads > 1 ? std::launch::async : std::launch::deferred;
    std::deque<std::future<Ordered>> coming;
    std::uint64_t begun = 0;
    for (std::uint64_t range = 0; range < ranges;) {
        for (; coming.size() < threads && begun < ranges; begun += kRanges)
            coming.push_back(std::async(put_in_order, [&, begun] { return ordered(parts, bases, begun, range_bits); }));
        auto const some = coming.front().get();
        coming.pop_front();
        std::size_t i = 0;
        for (auto const end : some.ends)
            for (auto const first = range++ << (kKeyBits - range_bits); i < end; ++i)
                postings.put(first | some.seeds[i] >> 32, static_cast<std::uint32_t>(some.seeds[i]));
    }
    end_postings(file, head, postings);
}

}  // namespace

Result<void> merge(std::span<Segment const* const> parts, std::filesystem::path const& path, unsigned threads) {
    auto const bases = bases_of(parts);
    SegmentFile file(path);
    Head head;
    put_documents(file, head, parts, bases);
    put_texts(file, head, parts, threads > 1 ? std::launch::async : std::launch::deferred);
    put_postings(file, head, parts, bases, threads);
    return file.finish(head);
}

}  // namespace anping::forensics
