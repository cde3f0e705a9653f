// SPDX-License-Identifier: Apache-2.0
// Authenticated SM4 (CTR, then HMAC-SM3 over nonce, associated data and ciphertext), argon2id passwords, TOTP.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <anping/base/time.hpp>

namespace anping::crypto {

// A 48-byte key: 16 for SM4, 32 for HMAC-SM3. Sealed text: 16 bytes nonce, ciphertext, 32 bytes tag.
inline constexpr std::size_t kSealKeyBytes = 48;
std::string seal(std::string_view key, std::string_view plaintext, std::string_view associated);
std::optional<std::string> unseal(std::string_view key, std::string_view sealed, std::string_view associated);
// A key for one purpose out of a master key (HKDF with SM3).
std::string derive_key(std::string_view master, std::string_view purpose, std::size_t bytes);

// Argon2id as an encoded string ("$argon2id$v=19$m=...").
struct PasswordCost {
    std::uint32_t memory_kib = 65'536;
    std::uint32_t passes = 3;
};
std::string hash_password(std::string_view password, PasswordCost cost = {});
// Throws if `encoded` is not such a string.
bool check_password(std::string_view password, std::string_view encoded);

// RFC 6238, SHA-1, 6 digits, 30 s; accepts the step before and after. Returns the step accepted (to refuse reuse).
std::optional<std::int64_t> check_totp(std::string_view secret, std::string_view code, Timestamp now);
std::string totp_code(std::string_view secret, Timestamp at);
std::string to_base32(std::string_view bytes);  // RFC 4648 without padding

}  // namespace anping::crypto
