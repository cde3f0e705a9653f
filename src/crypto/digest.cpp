// SPDX-License-Identifier: Apache-2.0
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <anping/crypto/digest.hpp>

#include "openssl.hpp"

namespace anping::crypto {

namespace {

EVP_MD const* fetch(char const* name) { return check(EVP_MD_fetch(nullptr, name, nullptr), name); }

// One per thread and algorithm: starting over is far cheaper than making a new one.
EVP_MD_CTX* context(HashAlgorithm algorithm) {
    thread_local OwnedDigest contexts[2];
    auto& mine = contexts[algorithm == HashAlgorithm::sm3 ? 0 : 1];
    if (!mine) mine.reset(check(EVP_MD_CTX_new(), "digest context"));
    check(EVP_DigestInit_ex2(mine.get(), digest_method(algorithm), nullptr) == 1, "digest start");
    return mine.get();
}

}  // namespace

EVP_MD const* digest_method(HashAlgorithm algorithm) {
    static EVP_MD const* const sm3 = fetch("SM3");
    static EVP_MD const* const sha256 = fetch("SHA2-256");
    return algorithm == HashAlgorithm::sm3 ? sm3 : sha256;
}

std::string_view to_string(HashAlgorithm algorithm) noexcept {
    return algorithm == HashAlgorithm::sm3 ? "sm3" : "sha256";
}

std::optional<HashAlgorithm> parse_hash_algorithm(std::string_view text) noexcept {
    if (text == "sm3") return HashAlgorithm::sm3;
    if (text == "sha256") return HashAlgorithm::sha256;
    return std::nullopt;
}

struct Hasher::State {
    EVP_MD const* method;
    OwnedDigest context{check(EVP_MD_CTX_new(), "digest context")};

    void start() { check(EVP_DigestInit_ex2(context.get(), method, nullptr) == 1, "digest start"); }
};

Hasher::Hasher(HashAlgorithm algorithm) : state_(std::make_unique<State>(State{digest_method(algorithm)})) {
    state_->start();
}
Hasher::~Hasher() = default;
Hasher::Hasher(Hasher&&) noexcept = default;
Hasher& Hasher::operator=(Hasher&&) noexcept = default;

void Hasher::update(std::string_view bytes) {
    check(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()) == 1, "digest");
}

void Hasher::update(std::span<std::uint8_t const> bytes) {
    check(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()) == 1, "digest");
}

Digest Hasher::finish() {
    Digest out;
    check(EVP_DigestFinal_ex(state_->context.get(), out.data(), nullptr) == 1, "digest end");
    state_->start();
    return out;
}

Digest hash(HashAlgorithm algorithm, std::string_view bytes) {
    auto* const hashing = context(algorithm);
    Digest out;
    check(EVP_DigestUpdate(hashing, bytes.data(), bytes.size()) == 1, "digest");
    check(EVP_DigestFinal_ex(hashing, out.data(), nullptr) == 1, "digest end");
    return out;
}

std::string hmac(EVP_MD const* method, std::string_view key, std::string_view bytes) {
    std::string out(EVP_MAX_MD_SIZE, '\0');
    unsigned int size = 0;
    check(HMAC(method, octets(key), static_cast<int>(key.size()), octets(bytes), bytes.size(), octets(out), &size),
          "hmac");
    out.resize(size);
    return out;
}

// RFC 2104 over this thread's digest: HMAC() looks the algorithm up anew each time, which takes longer than a short
// text.
Digest hmac_sm3(std::string_view key, std::string_view bytes) {
    constexpr std::size_t kBlock = 64;
    std::string inner(kBlock, '\x36');
    std::string outer(kBlock, '\x5c');
    auto const longer = key.size() > kBlock ? hash(HashAlgorithm::sm3, key) : Digest{};
    auto const used = key.size() > kBlock ? as_text(longer) : key;
    for (std::size_t i = 0; i < used.size(); ++i) {
        inner[i] = static_cast<char>(inner[i] ^ used[i]);
        outer[i] = static_cast<char>(outer[i] ^ used[i]);
    }
    inner += bytes;
    outer += as_text(hash(HashAlgorithm::sm3, inner));
    auto const out = hash(HashAlgorithm::sm3, outer);
    OPENSSL_cleanse(inner.data(), kBlock);
    OPENSSL_cleanse(outer.data(), kBlock);
    return out;
}

std::string random_bytes(std::size_t count) {
    std::string out(count, '\0');
    check(count <= 1u << 20, "random bytes: too many");
    check(RAND_bytes(octets(out), static_cast<int>(count)) == 1, "random bytes");
    return out;
}

bool equal_in_constant_time(std::string_view a, std::string_view b) noexcept {
    return a.size() == b.size() && CRYPTO_memcmp(octets(a), octets(b), a.size()) == 0;
}

}  // namespace anping::crypto
