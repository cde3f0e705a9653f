// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace anping::findings {

// The code points from the first to before the last of a text in UTF-8; as much of them as there are.
inline std::string excerpt(std::string_view utf8, std::int64_t from, std::int64_t to) {
    std::size_t begin = utf8.size();
    std::int64_t point = -1;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        if ((static_cast<unsigned char>(utf8[i]) & 0xC0u) == 0x80) continue;
        if (++point == from) begin = i;
        if (point == to) return std::string(utf8.substr(begin, i - std::min(begin, i)));
    }
    return begin < utf8.size() ? std::string(utf8.substr(begin)) : std::string();
}

}  // namespace anping::findings
