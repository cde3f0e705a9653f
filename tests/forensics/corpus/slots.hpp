// SPDX-License-Identifier: Apache-2.0
// What a template leaves open is one private-use code point until a report fills it.
#pragma once

#include "names.hpp"
#include "random.hpp"
#include "text.hpp"

namespace corpus {

constexpr char32_t kFullName = 0xE000;
constexpr char32_t kBriefName = 0xE001;
constexpr char32_t kNumber = 0xE002;
constexpr char32_t kDate = 0xE003;
constexpr char32_t kPerson = 0xE004;
constexpr char32_t kPlace = 0xE005;
constexpr char32_t kFirm = 0xE006;

Text number_with_point(Rng& rng);
Text date(Rng& rng);
Text filled(View text, Enterprise const& enterprise, View institution, Rng& rng);
// The slots as a disclosed template prints them: {企业名称}, {数值}.
Text printed(View text);

}  // namespace corpus
