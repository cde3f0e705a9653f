// SPDX-License-Identifier: Apache-2.0
// Segments are made from documents, and from other segments.
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include <anping/base/result.hpp>
#include <anping/forensics/segment.hpp>
#include <anping/text/fold.hpp>

namespace anping::forensics {

// Documents in the order of filing, kept until they are written: at most 67 million characters.
class Gathered {
public:
    // False when it has no room: write, and begin another. Characters that `masked` marks start no seed (empty: none).
    bool add(DocId id, text::Folded const& folded, std::vector<std::uint8_t> const& masked = {});
    std::size_t docs() const noexcept { return ids_.size(); }
    std::size_t characters() const noexcept { return text_.size(); }
    Result<void> write(std::filesystem::path const& file);
    void clear();  // to gather others in the room there is

private:
    std::vector<DocId> ids_;
    std::vector<std::uint32_t> starts_{0};
    std::vector<std::uint32_t> origin_from_{0};
    std::vector<std::uint32_t> origins_;
    std::vector<text::Code> text_;
    static constexpr unsigned kDrawerBits = 6;
    std::array<std::vector<std::uint64_t>, 1U << kDrawerBits> seeds_;  // key, place; by the key's first bits
};

// One segment of all, whose documents must ascend from the first to the last. The earliest occurrences stay. `threads`
// put postings in order while they are written.
Result<void> merge(std::span<Segment const* const> parts, std::filesystem::path const& file, unsigned threads = 1);

}  // namespace anping::forensics
