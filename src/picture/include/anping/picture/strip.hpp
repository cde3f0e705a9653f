// SPDX-License-Identifier: Apache-2.0
// What apps stamp on photos: lines of time, place and names in a corner or on a band along an edge. Two photos of one
// place bear the same frame, and one photo handed in twice bears two; so it is left out of what is compared, and what
// it says is read apart.
#pragma once

#include <vector>

#include <anping/picture/grey.hpp>

namespace anping::picture {

// Where lines of writing in one ink stand near the upper or lower edge and begin or end near a side; at most four,
// from above. It is a guess: a fence may be taken for one, which costs no more than the part of the picture it is in.
std::vector<Rectangle> find_strips(Grey const& picture);

// With each area filled smoothly from what is around it.
Grey without(Grey picture, std::vector<Rectangle> const& areas);

}  // namespace anping::picture
