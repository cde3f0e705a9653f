// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <anping/crypto/digest.hpp>

namespace anping::crypto {

// The messages of make_sm3_vectors.py.
inline std::string message(std::size_t size) {
    std::string out;
    for (std::size_t i = 0; i < size; ++i) out += static_cast<char>(static_cast<std::uint8_t>(7 * i + size));
    return out;
}

inline std::string hex_of(std::string_view bytes) {
    return to_hex({reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size()});
}

}  // namespace anping::crypto
