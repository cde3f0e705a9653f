// SPDX-License-Identifier: Apache-2.0
// A document with one table, put together as the worker does.
#pragma once

#include <string>
#include <vector>

#include <anping/forensics/finding.hpp>
#include <anping/vault/document.hpp>

namespace anping::forensics {

inline std::uint32_t points_in(std::string_view utf8) {
    std::uint32_t out = 0;
    for (auto const one : utf8)
        if ((static_cast<unsigned char>(one) & 0xc0U) != 0x80U) ++out;
    return out;
}

inline vault::Document written(std::string before, std::vector<std::vector<std::string>> const& rows) {
    vault::Document out;
    out.text = std::move(before);
    out.tables.push_back({1, {}});
    for (auto const& row : rows) {
        auto& cells = out.tables[0].rows.emplace_back();
        for (auto const& cell : row) {
            auto const from = points_in(out.text);
            out.text += cell + (cells.size() + 1 == row.size() ? "\n" : "\t");
            cells.push_back({from, from + points_in(cell)});
        }
    }
    return out;
}

inline std::string at(vault::Document const& document, Place place) {
    std::string out;
    std::uint32_t point = 0;
    for (std::size_t i = 0; i < document.text.size(); ++i) {
        bool const starts = (static_cast<unsigned char>(document.text[i]) & 0xc0U) != 0x80U;
        if (starts && i > 0) ++point;
        if (point >= place.from && point < place.to) out += document.text[i];
    }
    return out;
}

}  // namespace anping::forensics
