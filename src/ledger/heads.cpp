// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include <anping/ledger/note.hpp>

#include "files.hpp"
#include "heads.hpp"

namespace anping::ledger {
namespace {

std::string day_of(std::string const& path) {
    auto const note = parse_note(files::read(path).value_or(""));
    return note ? to_string(note->checkpoint.time).substr(0, 10) : "";
}

}  // namespace

std::string head_path(std::string const& directory, std::int64_t size) {
    return directory + "/heads/" + std::to_string(size) + ".note";
}

std::vector<std::int64_t> head_sizes(std::string const& directory) {
    std::vector<std::int64_t> sizes;
    std::error_code ec;
    for (auto const& file : std::filesystem::directory_iterator(directory + "/heads", ec)) {
        auto const stem = file.path().stem().string();
        bool const number =
            !stem.empty() && stem.size() < 19 && std::ranges::all_of(stem, [](char c) { return c >= '0' && c <= '9'; });
        if (number && file.path().extension() == ".note") sizes.push_back(std::stoll(stem));
    }
    std::ranges::sort(sizes);
    return sizes;
}

// Looks only at what lies just before the recent ones: what is older was thinned when its turn came.
void thin_heads(std::string const& directory) {
    auto const sizes = head_sizes(directory);
    if (sizes.size() <= kRecentHeads) return;
    auto const end = sizes.size() - kRecentHeads;
    for (std::size_t i = end > 2 ? end - 2 : 0; i < end; ++i) {
        auto const day = day_of(head_path(directory, sizes[i]));
        if (!day.empty() && day == day_of(head_path(directory, sizes[i + 1])))
            std::filesystem::remove(head_path(directory, sizes[i]));
    }
}

}  // namespace anping::ledger
