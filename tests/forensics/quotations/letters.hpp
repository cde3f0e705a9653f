// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace planted {

std::u32string points_of(std::string_view utf8);
std::string utf8_of(std::u32string_view points);
std::u32string numeral_of(int number);  // 1 to 9999: "二十三"

}  // namespace planted
