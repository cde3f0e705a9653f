// SPDX-License-Identifier: Apache-2.0
// A package made of what the fuzzer thinks of: "== name" begins a part, on a line of its own. What a reader of it says
// must keep the promises of vault::Document.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "answer.hpp"
#include "archive.hpp"
#include "composer.hpp"
#include "noise.hpp"
#include "tests/zip_writer.hpp"

namespace anping::worker {

inline void demand(bool holds) {
    if (!holds) std::abort();
}

inline std::vector<ZipEntry> entries_of(std::string_view text) {
    constexpr std::string_view kMark = "== ";
    std::vector<ZipEntry> out;
    std::set<std::string> names;
    while (!text.empty() && out.size() < 30) {
        auto const line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        auto const end = std::min(text.find("\n== "), text.size());
        auto name = std::string(line.starts_with(kMark) ? line.substr(kMark.size()) : line).substr(0, 200);
        // The names of an archive that was checked: once each, and none of nothing.
        if (!name.empty() && name.find('\0') == name.npos && names.insert(name).second)
            out.push_back({std::move(name), std::string(text.substr(0, end))});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

inline void demand_order(vault::Document const& document, std::uint32_t size) {
    std::uint32_t last = 0;
    for (auto const& run : document.runs) {
        demand(run.from >= last && run.from < run.to && run.to <= size);
        demand(run.page >= 0 && run.page <= document.pages);
        last = run.from;
    }
    for (auto const& table : document.tables) {
        last = 0;
        for (auto const& row : table.rows)
            for (auto const& cell : row) {
                demand(cell.from >= last && cell.from <= cell.to && cell.to <= size);
                last = cell.to;
            }
    }
}

inline void read_as_fuzzed(std::string_view bytes, void (*reader)(Archive const&, std::string const&, Composer&)) {
    constexpr std::size_t kLimit = 200'000;
    auto const entries = entries_of(bytes);
    if (entries.empty()) return;
    auto const zip = ZipWriter::archive(entries);
    int const file = ::memfd_create("package", 0);
    demand(file >= 0 && ::write(file, zip.data(), zip.size()) == static_cast<ssize_t>(zip.size()));
    Composer composer(kLimit);
    {
        Archive const archive("/proc/self/fd/" + std::to_string(file));
        reader(archive, "", composer);
    }
    ::close(file);
    find_noise(composer);
    auto const& document = composer.document;
    demand(is_utf8(document.text, false) && document.text.size() <= kLimit + 4);
    std::uint32_t size = 0;
    for (char const c : document.text) size += (static_cast<unsigned char>(c) & 0xC0u) == 0x80 ? 0 : 1;
    demand(size == composer.at());
    demand_order(document, size);
    for (auto const& one : document.hidden) demand(one.at <= size && !one.text.empty() && is_utf8(one.text, false));
    for (auto const& one : document.figures) demand(one.at <= size && one.page <= document.pages);
    for (auto const& one : document.metadata) demand(is_utf8(one.name, false) && is_utf8(one.value, false));
    for (auto const page : document.signature_pages) demand(page >= 1 && page <= document.pages);
}

}  // namespace anping::worker
