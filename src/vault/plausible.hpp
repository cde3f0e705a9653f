// SPDX-License-Identifier: Apache-2.0
// What a worker that a file has taken over may not say: it is kept, shown and hashed.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace anping::vault {

inline bool is_one_of(char c, std::string_view choices) { return choices.find(c) != std::string_view::npos; }

// It becomes a header of a response.
inline bool is_media_type(std::string_view text) {
    auto const slash = text.find('/');
    return text.size() <= 100 && slash != std::string_view::npos && slash > 0 && slash + 1 < text.size() &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      is_one_of(c, "/.+-_");
           });
}

inline bool is_number(std::string_view text, std::string_view also) {
    return text.size() <= 40 && std::all_of(text.begin(), text.end(),
                                            [also](char c) { return (c >= '0' && c <= '9') || is_one_of(c, also); });
}

inline bool is_amount(std::int64_t value) { return value >= 0 && value <= std::int64_t{1} << 32; }

inline bool is_line(std::string_view text, std::size_t limit) {
    return text.size() <= limit && std::none_of(text.begin(), text.end(), [](char c) {
               return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
           });
}

// Of a photo: what its EXIF says.
template <class Shot>
bool is_claim(Shot const& shot) {
    return is_line(shot.camera, 400) && is_number(shot.taken_at, "T:.+-") && is_number(shot.latitude, "-.") &&
           is_number(shot.longitude, "-.") && is_amount(shot.width) && is_amount(shot.height);
}

}  // namespace anping::vault
