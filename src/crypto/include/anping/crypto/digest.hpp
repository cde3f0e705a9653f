// SPDX-License-Identifier: Apache-2.0
// SM3 (GB/T 32905) and SHA-256 over OpenSSL EVP; MACs; random bytes; hex and base64.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace anping::crypto {

enum class HashAlgorithm { sm3, sha256 };
std::string_view to_string(HashAlgorithm algorithm) noexcept;  // "sm3", "sha256"
std::optional<HashAlgorithm> parse_hash_algorithm(std::string_view text) noexcept;

using Digest = std::array<std::uint8_t, 32>;

// Streaming. Not thread-safe; finish() leaves it ready for the next message.
class Hasher {
public:
    explicit Hasher(HashAlgorithm algorithm);
    ~Hasher();
    Hasher(Hasher&&) noexcept;
    Hasher& operator=(Hasher&&) noexcept;
    void update(std::string_view bytes);
    void update(std::span<std::uint8_t const> bytes);
    Digest finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

Digest hash(HashAlgorithm algorithm, std::string_view bytes);
Digest hmac_sm3(std::string_view key, std::string_view bytes);

std::string to_hex(std::span<std::uint8_t const> bytes);
std::optional<Digest> digest_from_hex(std::string_view hex) noexcept;  // lower case only
std::string to_base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);  // strict: padded, canonical
inline std::string_view as_text(Digest const& digest) noexcept {
    return {reinterpret_cast<char const*>(digest.data()), digest.size()};
}

std::string random_bytes(std::size_t count);       // from the system; throws if there is none
std::string random_token(std::size_t bytes = 32);  // base64url without padding
bool equal_in_constant_time(std::string_view a, std::string_view b) noexcept;

}  // namespace anping::crypto
