// SPDX-License-Identifier: Apache-2.0
// What the strict parser accepts has one canonical text, which it accepts again and leaves unchanged.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <anping/base/json.hpp>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto const value = anping::parse_json({reinterpret_cast<char const*>(data), size});
    if (!value) return 0;
    auto const text = anping::canonical(*value);
    auto const again = anping::parse_json(text);
    if (!again || anping::canonical(*again) != text) std::abort();
    return 0;
}
