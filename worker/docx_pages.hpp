// SPDX-License-Identifier: Apache-2.0
// Where the pages of a WordprocessingML body begin, as far as the file says: breaks its writer put, and those the
// program that saved it last noted where it had laid out a page. A page without anything on it is not always noticed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace anping::worker {

class DocxPages {
public:
    static constexpr std::size_t kMost = 100'000;  // the vault believes no more

    // Places are code points of the text and counts of the figures before.
    void broken(std::uint32_t at, std::size_t figures);
    // A page noted. Right after a break it is the same; each cell of a row notes it once more.
    void noted(std::uint32_t at, std::size_t figures);
    // Something is seen on the page.
    void fill() { is_empty_ = false; }
    // A row of a table begins; a table ends.
    void row();
    void end_table() { in_row_ = false; }
    // An empty cell that is part of the one beside or above it.
    void merged(std::uint32_t at) { merged_.push_back(at); }
    // All that comes later is in margins and notes.
    void end(std::uint32_t at, std::size_t figures);

    int count() const noexcept { return static_cast<int>(starts_.size()); }
    // From 1; 0 for what is not of the body.
    int page_of(std::uint32_t at) const noexcept;
    int page_of_figure(std::size_t index) const noexcept;
    bool is_merged(std::uint32_t cell) const noexcept;

private:
    struct Start {
        std::uint32_t at = 0;
        std::size_t figures = 0;
    };
    void start(Start one);

    std::vector<Start> starts_{Start{}};
    std::vector<std::uint32_t> merged_;  // ascending
    Start end_{std::numeric_limits<std::uint32_t>::max(), std::numeric_limits<std::size_t>::max()};
    bool is_empty_ = true;
    bool in_row_ = false;
    bool noted_in_row_ = false;
};

}  // namespace anping::worker
