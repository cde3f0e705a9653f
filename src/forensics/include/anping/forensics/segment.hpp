// SPDX-License-Identifier: Apache-2.0
// An immutable part of the corpus in one file: of up to 40,000 reports, where each sampled seed occurs (the earliest 32
// times), and the texts. Written beside its name, synced and renamed; read through a mapping by any number of threads.
#pragma once

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <span>
#include <vector>

#include <anping/base/result.hpp>
#include <anping/forensics/mapping.hpp>
#include <anping/text/code.hpp>

namespace anping::forensics {

using DocId = std::uint64_t;  // ascends in the order of filing

inline constexpr std::size_t kEarliest = 32;        // occurrences of a seed that are kept
inline constexpr std::uint32_t kPointsEvery = 128;  // characters between two whose origin is kept
inline constexpr unsigned kKeyBits = 38;
inline constexpr unsigned kNarrowBits = 22;  // of a bucket's number, from which on a posting is narrow
inline constexpr unsigned kMostBits = 24;    // of a bucket's number
inline constexpr std::uint64_t kMostCharacters = 0xffffff00u;

// A bucket as packed in the file: of each posting the key's bits that number no bucket, ascending, then of each its
// place in the segment's text. Narrow in a segment of many: two bytes and four; else four and four.
class Postings {
public:
    Postings(std::uint8_t const* first, std::size_t size, bool narrow) : first_(first), size_(size), narrow_(narrow) {}
    std::size_t size() const noexcept { return size_; }
    std::uint32_t remainder(std::size_t i) const noexcept {
        return narrow_ ? read<std::uint16_t>(first_ + i * 2) : read<std::uint32_t>(first_ + i * 4);
    }
    std::uint32_t place(std::size_t i) const noexcept {
        return read<std::uint32_t>(first_ + size_ * (narrow_ ? 2 : 4) + i * 4);
    }

private:
    template <class T>
    static T read(std::uint8_t const* at) noexcept {
        T out;
        std::memcpy(&out, at, sizeof out);
        return out;
    }
    std::uint8_t const* first_;
    std::size_t size_;
    bool narrow_;
};

struct Anchor {
    std::uint32_t at = 0;     // a character of the document, at or before the one asked for
    std::uint32_t point = 0;  // the code point of the original it came from
};

class Segment {
public:
    // Error "forensics.segment" for a file that is none, of another version, cut short or damaged in its head.
    static Result<Segment> open(std::filesystem::path const& file);

    std::filesystem::path const& file() const noexcept { return file_; }
    std::size_t docs() const noexcept { return docs_.size(); }
    DocId id(std::size_t doc) const noexcept { return docs_[doc]; }
    std::uint32_t from(std::size_t doc) const noexcept { return starts_[doc]; }
    std::uint32_t to(std::size_t doc) const noexcept { return starts_[doc + 1]; }
    std::size_t doc_at(std::uint32_t place) const noexcept;
    std::span<text::Code const> text() const noexcept { return text_; }  // kMargin readable bytes on either side
    Anchor origin(std::size_t doc, std::uint32_t at) const noexcept;     // `at` counts from the document's first
    std::span<std::uint32_t const> origins(std::size_t doc) const noexcept {
        return origins_.subspan(origin_from_[doc], origin_from_[doc + 1] - origin_from_[doc]);
    }

    // A bucket is the seeds whose keys have the same first bits; ascending by key and place. Of a damaged file they are
    // others or none, and a place may lie beyond the text.
    unsigned bucket_bits() const noexcept { return bits_; }
    std::uint64_t bucket_of(std::uint64_t key) const noexcept { return key >> (kKeyBits - bits_); }
    Postings bucket(std::uint64_t number) const noexcept {
        auto const from = directory_[number];
        auto const to = directory_[number + 1];
        if (from > to || to > size()) return {postings_, 0, bits_ >= kNarrowBits};
        return {postings_ + from * stride(), to - from, bits_ >= kNarrowBits};
    }
    // False for most seeds it does not have; true for all of a segment too large for that.
    bool may_hold(std::uint64_t key) const noexcept {
        auto const bit = key >> (kKeyBits - filter_bits_) & (filter_.size() * 64 - 1);
        return (filter_[bit / 64] >> bit % 64 & 1) != 0;
    }
    bool filters() const noexcept { return filter_.size() > 1; }
    void prefetch_directory(std::uint64_t key) const noexcept {
        __builtin_prefetch(directory_.data() + bucket_of(key));
    }
    void prefetch_postings(std::uint64_t key) const noexcept {  // harmless where none is
        auto const* const first = postings_ + directory_[bucket_of(key)] * stride();
        __builtin_prefetch(first);
        __builtin_prefetch(first + 64);
    }

    std::uint64_t size() const noexcept { return directory_.back(); }  // postings
    std::uint64_t index_bytes() const noexcept { return directory_.size_bytes() + size() * stride(); }
    std::uint64_t text_bytes() const noexcept { return text_.size() + origins_.size_bytes() + docs_.size_bytes(); }

    std::size_t stride() const noexcept { return bits_ >= kNarrowBits ? 6 : 8; }

    // For one that was just written.
    void read_ahead() const noexcept { mapping_.read_ahead(); }

    // Every block against its check sum; error "forensics.segment" names the first that differs.
    Result<void> verify() const;

private:
    void make_filter();
    Segment(std::filesystem::path file, Mapping mapping) : file_(std::move(file)), mapping_(std::move(mapping)) {}
    std::filesystem::path file_;
    Mapping mapping_;
    unsigned bits_ = 0;
    std::span<DocId const> docs_;
    std::span<std::uint32_t const> starts_;       // and the end
    std::span<std::uint32_t const> origin_from_;  // of each document, in origins_; and the end
    std::span<std::uint32_t const> origins_;
    std::span<std::uint32_t const> directory_;  // of each bucket, its first posting; and the end
    std::span<std::uint32_t const> sums_;       // of each block of the file before them
    std::uint8_t const* postings_ = nullptr;
    std::span<text::Code const> text_;
    std::vector<std::uint64_t> filter_{~std::uint64_t{0}};  // a bit of eight a posting is set by the key's first bits
    unsigned filter_bits_ = 6;
};

}  // namespace anping::forensics
