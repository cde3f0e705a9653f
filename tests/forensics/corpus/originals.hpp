// SPDX-License-Identifier: Apache-2.0
// What a report says in its own words: drawn from the chain, or real texts none of which is used twice.
#pragma once

#include <vector>

#include "chain.hpp"
#include "names.hpp"
#include "plan.hpp"
#include "sources.hpp"

namespace corpus {

constexpr double kOriginalShare = 0.605;

class Originals {
public:
    Originals(Chain const& chain, Plan const& plan) : chain_(chain), plan_(plan) {}

    // Real texts from here on: each report has a stretch of its own of all of them, in an order the seed gives.
    void use(std::vector<View> texts);
    static std::size_t reports_from(std::size_t characters, double mean);

    // Given out piece by piece while one report is written.
    class Source {
    public:
        Text next(std::size_t length, Rng& rng);

    private:
        friend class Originals;
        Source(Originals const& from, std::size_t report);
        Originals const& from_;
        std::size_t report_;
        Feed feed_;
        std::size_t at_ = 0;
        std::size_t end_ = 0;
    };
    Source of(std::size_t report) const;

private:
    Chain const& chain_;
    Plan const& plan_;
    Text real_;
    std::vector<std::size_t> begins_;  // of each report's stretch, and the end of the last
};

}  // namespace corpus
