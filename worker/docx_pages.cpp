// SPDX-License-Identifier: Apache-2.0
#include "docx_pages.hpp"

#include <algorithm>

namespace anping::worker {

void DocxPages::start(Start one) {
    if (starts_.size() < kMost) starts_.push_back(one);
    is_empty_ = true;
}

void DocxPages::broken(std::uint32_t at, std::size_t figures) {
    bool const nothing_before = at == 0 && figures == 0 && is_empty_ && starts_.size() == 1;
    if (!nothing_before) start({at, figures});
}

void DocxPages::noted(std::uint32_t at, std::size_t figures) {
    if (is_empty_ || (in_row_ && noted_in_row_)) return;
    noted_in_row_ = in_row_;
    start({at, figures});
}

void DocxPages::row() {
    in_row_ = true;
    noted_in_row_ = false;
}

void DocxPages::end(std::uint32_t at, std::size_t figures) { end_ = {at, figures}; }

int DocxPages::page_of(std::uint32_t at) const noexcept {
    if (at >= end_.at) return 0;
    return static_cast<int>(std::ranges::upper_bound(starts_, at, {}, &Start::at) - starts_.begin());
}

int DocxPages::page_of_figure(std::size_t index) const noexcept {
    if (index >= end_.figures) return 0;
    return static_cast<int>(std::ranges::upper_bound(starts_, index, {}, &Start::figures) - starts_.begin());
}

bool DocxPages::is_merged(std::uint32_t cell) const noexcept { return std::ranges::binary_search(merged_, cell); }

}  // namespace anping::worker
