// SPDX-License-Identifier: Apache-2.0
// RFC 4648: hex, base64, base64url and base32, strict where they are read.
#include <anping/crypto/digest.hpp>
#include <anping/crypto/secret.hpp>

namespace anping::crypto {

namespace {

constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kBase64Url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view kBase32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

// Groups of `Bits` bits, most significant first, the last one filled with zeros.
template <unsigned Bits>
std::string encode(std::string_view bytes, std::string_view alphabet) {
    std::string out;
    out.reserve(bytes.size() * 8 / Bits + 4);
    std::uint32_t held = 0;
    unsigned count = 0;
    for (char const c : bytes) {
        held = (held << 8) | static_cast<std::uint8_t>(c);
        count += 8;
        while (count >= Bits) {
            count -= Bits;
            out += alphabet[(held >> count) & ((1u << Bits) - 1)];
        }
        held &= (1u << count) - 1;
    }
    if (count > 0) out += alphabet[(held << (Bits - count)) & ((1u << Bits) - 1)];
    return out;
}

std::optional<std::uint32_t> hex_digit(char c) noexcept {
    if (c >= '0' && c <= '9') return static_cast<std::uint32_t>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<std::uint32_t>(c - 'a' + 10);
    return std::nullopt;
}

std::optional<std::uint32_t> base64_digit(char c) noexcept {
    if (c >= 'A' && c <= 'Z') return static_cast<std::uint32_t>(c - 'A');
    if (c >= 'a' && c <= 'z') return static_cast<std::uint32_t>(c - 'a' + 26);
    if (c >= '0' && c <= '9') return static_cast<std::uint32_t>(c - '0' + 52);
    if (c == '+') return 62;
    if (c == '/') return 63;
    return std::nullopt;
}

}  // namespace

std::string to_hex(std::span<std::uint8_t const> bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (auto const byte : bytes) {
        out += kDigits[byte >> 4];
        out += kDigits[byte & 15];
    }
    return out;
}

std::optional<Digest> digest_from_hex(std::string_view hex) noexcept {
    Digest out;
    if (hex.size() != out.size() * 2) return std::nullopt;
    for (std::size_t i = 0; i < out.size(); ++i) {
        auto const high = hex_digit(hex[2 * i]);
        auto const low = hex_digit(hex[2 * i + 1]);
        if (!high || !low) return std::nullopt;
        out[i] = static_cast<std::uint8_t>((*high << 4) | *low);
    }
    return out;
}

std::string to_base64(std::string_view bytes) {
    auto out = encode<6>(bytes, kBase64);
    out.append((4 - out.size() % 4) % 4, '=');
    return out;
}

std::optional<std::string> from_base64(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    std::size_t padding = 0;
    while (padding < 2 && !text.empty() && text.back() == '=') {
        text.remove_suffix(1);
        ++padding;
    }
    std::string out;
    out.reserve(text.size() * 3 / 4);
    std::uint32_t held = 0;
    unsigned count = 0;
    for (char const c : text) {
        auto const digit = base64_digit(c);
        if (!digit) return std::nullopt;
        held = (held << 6) | *digit;
        count += 6;
        if (count < 8) continue;
        count -= 8;
        out += static_cast<char>(static_cast<std::uint8_t>(held >> count));
        held &= (1u << count) - 1;
    }
    // Left-over bits must be zero, or two texts would name the same bytes.
    if (held != 0) return std::nullopt;
    return out;
}

std::string random_token(std::size_t bytes) { return encode<6>(random_bytes(bytes), kBase64Url); }

std::string to_base32(std::string_view bytes) { return encode<5>(bytes, kBase32); }

}  // namespace anping::crypto
