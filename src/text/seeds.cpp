// SPDX-License-Identifier: Apache-2.0
#include <anping/text/seeds.hpp>

#include <algorithm>
#include <array>

namespace anping::text {

void seeds_of(std::u16string_view folded, std::vector<std::uint8_t> const& masked, std::vector<Seed>& out) {
    if (folded.size() < kSeedLength) return;
    constexpr std::size_t kAtOnce = 512;
    std::array<Seed, kAtOnce> some;
    auto const past = folded.size() - kSeedLength + 1;
    out.reserve(out.size() + folded.size() / 3);
    std::size_t clear = 0;  // the first place from which nothing masked was seen
    if (!masked.empty())
        for (std::size_t i = 0; i + 1 < kSeedLength; ++i)
            if (masked[i] != 0) clear = i + 1;
    for (std::size_t from = 0; from < past; from += kAtOnce) {
        // Which are sampled is not to be guessed: each is put down, and kept when it is.
        std::size_t kept = 0;
        for (auto i = from; i < std::min(past, from + kAtOnce); ++i) {
            if (!masked.empty() && masked[i + kSeedLength - 1] != 0) clear = i + kSeedLength;
            auto const hash = seed_hash(folded.data() + i);
            some[kept] = {seed_key(hash), static_cast<std::uint32_t>(i)};
            kept += static_cast<std::size_t>(is_sampled(hash)) & static_cast<std::size_t>(i >= clear);
        }
        out.insert(out.end(), some.begin(), some.begin() + static_cast<std::ptrdiff_t>(kept));
    }
}

}  // namespace anping::text
