// SPDX-License-Identifier: Apache-2.0
// Two texts side by side from a place they share: is it more than chance, and how far does it go.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include <anping/text/code.hpp>

namespace anping::text {

// Which instructions compare; all give the same results.
enum class Vector { portable, avx2, avx512 };
Vector best_vector() noexcept;

inline constexpr std::ptrdiff_t kReach = 29;  // characters looked at on either side of a seed
inline constexpr std::ptrdiff_t kDrift = 2;   // of them inserted or lost
inline constexpr std::size_t kMargin = 64;    // readable bytes before and after a text that `Near` is given

// Characters equal around a shared seed, on the best of the diagonals on either side: 0 to 58. `a` and `b` are the
// seed's first characters.
using Near = int (*)(Code const* a, Code const* b) noexcept;
Near near_with(Vector vector) noexcept;

// Characters the two have in common without a break: before the ends of the first two, after the starts of the others.
struct Same {
    std::uint32_t before = 0;
    std::uint32_t after = 0;
};
Same same_around(std::span<Code const> a_before, std::span<Code const> b_before, std::span<Code const> a_after,
                 std::span<Code const> b_after) noexcept;

struct Extent {
    std::uint32_t a = 0;  // characters of either text
    std::uint32_t b = 0;
    std::uint32_t differences = 0;
    double score = 0;  // 1 a match, -1 a substitution, -1.5 an insertion or loss
};

inline constexpr double kDrop = 32;

// Aligns from one end until the score falls `drop` below its best: greedy, furthest reaching (Zhang, Schwartz, Wagner
// and Miller, 2000). It keeps its working space, so one thread uses one.
class Aligner {
public:
    explicit Aligner(double drop = kDrop) : drop_(static_cast<std::int32_t>(2 * drop)) {}
    // From the start of both, and from the end of both.
    Extent forward(std::span<Code const> a, std::span<Code const> b);
    Extent backward(std::span<Code const> a, std::span<Code const> b);

private:
    static constexpr std::int32_t kBand = 48;  // diagonals followed on either side
    static constexpr std::size_t kMiddle = kBand + 2;
    using Diagonals = std::array<std::int32_t, 2 * kMiddle + 1>;
    struct Best {
        std::int32_t a = 0;
        std::int32_t b = 0;
        std::uint32_t differences = 0;
        std::int32_t score = 0;  // twice, so that it is whole
    };
    template <class Texts>
    Extent align(Texts const& texts);
    template <class Texts>
    bool step(Texts const& texts, std::uint32_t differences);

    std::array<Diagonals, 2> reached_;  // how far in `a`, with an even number of differences and an odd one
    Best best_;
    std::int32_t drop_;     // twice
    std::int32_t low_ = 0;  // diagonals still followed
    std::int32_t high_ = 0;
};

}  // namespace anping::text
