// SPDX-License-Identifier: Apache-2.0
// Places on a page of OFD (GB/T 33190-2016 7.2, 8.5): in millimetres from the upper left, y downwards.
#pragma once

#include <string_view>
#include <vector>

#include <anping/vault/document.hpp>

namespace anping::worker {

struct Matrix {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    // What `inner` does first and this after it.
    Matrix after(Matrix const& inner) const;
    // How much larger it makes what it is used on.
    double scale() const;
};

inline constexpr double kPointsPerMillimetre = 72 / 25.4;

// Numbers parted by blanks, at most `most`; an end at what is none. Absurd ones are cut to a million.
std::vector<double> numbers(std::string_view text, std::size_t most);
// "10.5 g 3 2": 10.5 2 2 2, never more than `most` of them.
std::vector<double> deltas(std::string_view text, std::size_t most);
// The identity unless it is six numbers.
Matrix matrix_of(std::string_view text);
// "x y width height"; a negative width counts from the other side. Nothing but zeros when it is none.
vault::Box box_of(std::string_view text);

// The upright box around a box that was turned.
vault::Box moved(vault::Box const& box, Matrix const& matrix);
vault::Box united(vault::Box const& one, vault::Box const& other);
// In points, from the corner of the page.
vault::Box in_points(vault::Box const& box, vault::Box const& page);
double common_area(vault::Box const& one, vault::Box const& other);

}  // namespace anping::worker
