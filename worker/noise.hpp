// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "composer.hpp"

namespace anping::worker {

// Characters put into a text so that it compares as another, told as hidden though they are seen; after reading, with
// `media_type` set.
// "look_alike": letters of another script within or in place of Latin words (Cyrillic С in "СO2"), full-width letters
// in a word of narrow ones, radicals, compatibility ideographs and kana in place of hanzi. A PDF may have radicals for
// hanzi throughout because its fonts say so: there they are told only where the hanzi itself is written as well.
// "rare_hanzi": hanzi a text is not expected to have and characters of private use, where so many different ones are
// strewn among the others that no names or substances explain them.
// Both are said with their places; neither says who put them there.
void find_noise(Composer& composer);

}  // namespace anping::worker
