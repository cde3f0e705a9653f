// SPDX-License-Identifier: Apache-2.0
// Documents as the vault has them read by the real worker.
#pragma once

#include <anping/vault/document.hpp>

#include "workshop.hpp"

namespace anping::worker {

class ReadingRoom : public Workshop {
protected:
    ReadingRoom() { fs::create_directory(kept()); }

    fs::path kept() const { return folder / "kept"; }
    // Its figures lie in `kept`.
    Result<vault::Document> try_reading(std::string const& path) {
        fs::remove_all(kept());
        fs::create_directory(kept());
        return vault->document(stored(path).sm3, kept().string());
    }
    vault::Document document(std::string const& path) {
        auto read = try_reading(path);
        EXPECT_TRUE(read) << path << ": " << read.error().internal;
        return read ? std::move(*read) : vault::Document{};
    }
    vault::Document document_of(std::string_view content) { return document(write(content)); }
    // "" when it was read.
    std::string why_not(std::string const& path) {
        auto const read = try_reading(path);
        return read ? "" : read.error().internal;
    }
    // Code points [from, to) of its text.
    static std::string part(vault::Document const& document, std::uint32_t from, std::uint32_t to) {
        std::string out;
        std::uint32_t at = 0;
        for (char const c : document.text) {
            bool const first = (static_cast<unsigned char>(c) & 0xC0u) != 0x80;
            if (first) ++at;
            if (at > from && at <= to) out += c;
        }
        return out;
    }
    // Rows of cells with "|" between.
    static std::vector<std::string> rows_of(vault::Document const& document, vault::TextTable const& table) {
        std::vector<std::string> out;
        for (auto const& row : table.rows) {
            std::string line;
            for (auto const& cell : row)
                line += (&cell == &row.front() ? "" : "|") + part(document, cell.from, cell.to);
            out.push_back(line);
        }
        return out;
    }
    static std::string told(vault::Document const& document, std::string const& name) {
        for (auto const& entry : document.metadata)
            if (entry.name == name) return entry.value;
        return "";
    }
};

}  // namespace anping::worker
