// SPDX-License-Identifier: Apache-2.0
// What of a report stands in the corpus already.
#pragma once

#include <vector>

#include <anping/forensics/exempt.hpp>
#include <anping/forensics/segment.hpp>
#include <anping/text/fold.hpp>
#include <anping/text/mask.hpp>
#include <anping/text/passages.hpp>
#include <anping/text/seeds.hpp>

namespace anping::forensics {

struct Found {
    std::size_t doc = 0;                  // in the segment
    std::vector<text::Passage> passages;  // places in the report and in the source
    std::vector<text::Passage> pieces;    // of them, what is really the same: between two there are own words
};

// A stretch of the report that is lawfully shared, and what it is taken from.
struct Quoted {
    text::Mask as = text::Mask::none;
    std::size_t doc = 0;  // in the segment it was found in
    text::Passage passage;
};

// First what is exempt, then one segment of the corpus after another. Keeps its working space, so one thread uses one.
class Search {
public:
    explicit Search(text::Vector vector = text::best_vector()) : exempt_finder_(vector), finder_(vector, kCopyDrop) {}
    // The report. Characters that are marked are compared with nothing (empty: none are).
    void ask(text::Folded const& report, text::Masks masks = {});
    // Marks what stands in what is exempt for the report's institution; in the order laws, template, common.
    std::vector<Quoted> exempt(Exempt const& exempt, std::string const& institution);
    // Of a report that is asked for nothing, as it is put into an index without what is exempt: its masks, of which
    // those of what is exempt hold what stands there word for word, followed over no slip.
    text::Masks const& left_out(Exempt const& exempt, std::string const& institution);
    text::Masks const& masks() const noexcept { return masks_; }
    // Its sources in a segment with passages that score at least `least`; those of `except` left out (the report
    // itself).
    std::vector<Found> in(Segment const& segment, double least = text::kSuspected, DocId except = 0);

private:
    template <class Each>
    void each_exempt(Exempt const& exempt, std::string const& institution, Each const& each);
    template <class Each>
    void each_likely(Segment const& segment, Each const& each);
    void mark(std::uint32_t from, std::uint32_t to, text::Mask as);
    std::span<text::Seed const> likely_in(Segment const& segment);
    void look_up(Segment const& segment, text::Seed const& seed);
    void drop_masked();
    std::span<text::Code const> report() const noexcept;
    text::Hit place(std::size_t hit) const noexcept {
        return {static_cast<std::uint32_t>(hits_[hit]), static_cast<std::uint32_t>(hits_[hit] >> 32)};
    }

    // A quotation is followed over more slips than a copy: where it ends early its rest is taken for one.
    static constexpr double kCopyDrop = 25;
    text::Finder exempt_finder_;
    text::Finder finder_;
    text::Masks masks_;
    std::vector<text::Seed> seeds_;
    std::vector<text::Seed> seed_space_;
    std::vector<text::Code> codes_;    // with margins
    std::vector<std::uint64_t> hits_;  // place in the segment, place in the report; ascending by the report's
    std::vector<std::uint64_t> space_;
    std::vector<text::Hit> of_one_;
    std::vector<text::Passage> alignments_;
};

}  // namespace anping::forensics
