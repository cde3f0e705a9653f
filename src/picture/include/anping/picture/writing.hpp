// SPDX-License-Identifier: Apache-2.0
// What is written on a photo's strips, as it was read off them: a claim like all that a file says, and read by a
// machine.
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <anping/picture/grey.hpp>

namespace anping::picture {

struct StripLine {
    std::int64_t strip = 0;  // of Facts::strips, from 0
    std::string text;
    std::int64_t confidence = 0;  // percent, as the reader says
    bool operator==(StripLine const&) const = default;
};
BOOST_DESCRIBE_STRUCT(StripLine, (), (strip, text, confidence))

inline constexpr std::size_t kStripCharacters = 300;  // of all lines of one strip

// Its first `most` characters, without control characters, marks that are not seen and bytes that are no UTF-8.
std::string plain_line(std::string_view text, std::size_t most);
std::size_t characters_in(std::string_view utf8);
// Whether it can be what was read off so many strips.
bool is_writing(std::vector<StripLine> const& lines, std::size_t strips);

// What writing is in: lighter than what is around it, or darker.
enum class Ink { light, dark };
// How far each pixel stands out of what is around it, dark on white, whatever the writing lies on. `stroke`: pixels
// that a stroke is wide at most.
Grey only_ink(Grey const& strip, Ink ink, std::size_t stroke);
// Its sides so many times as long.
Grey enlarged(Grey const& picture, std::size_t times);

}  // namespace anping::picture
