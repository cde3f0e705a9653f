// SPDX-License-Identifier: Apache-2.0
#include <anping/text/seeds.hpp>

namespace anping::text {

void seeds_of(std::u16string_view folded, std::vector<std::uint8_t> const& masked, std::vector<Seed>& out) {
    if (folded.size() < kSeedLength) return;
    auto const last = folded.size() - kSeedLength;
    out.reserve(out.size() + folded.size() / 3);
    std::size_t clear = 0;  // the first place from which nothing masked was seen
    if (!masked.empty())
        for (std::size_t i = 0; i + 1 < kSeedLength; ++i)
            if (masked[i] != 0) clear = i + 1;
    for (std::size_t i = 0; i <= last; ++i) {
        if (!masked.empty() && masked[i + kSeedLength - 1] != 0) clear = i + kSeedLength;
        auto const hash = seed_hash(folded.data() + i);
        if (is_sampled(hash) && i >= clear) out.push_back({seed_key(hash), static_cast<std::uint32_t>(i)});
    }
}

}  // namespace anping::text
