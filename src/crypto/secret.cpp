// SPDX-License-Identifier: Apache-2.0
#include <openssl/core_names.h>
#include <openssl/params.h>

#include <anping/crypto/digest.hpp>
#include <anping/crypto/secret.hpp>

#include "openssl.hpp"

namespace anping::crypto {

namespace {

constexpr std::size_t kNonceBytes = 16;
constexpr std::size_t kCipherKeyBytes = 16;
constexpr std::size_t kTagBytes = 32;

std::string sm4_ctr(std::string_view key, std::string_view nonce, std::string_view input) {
    OwnedCipher const cipher(check(EVP_CIPHER_CTX_new(), "cipher context"));
    check(EVP_EncryptInit_ex2(cipher.get(), EVP_sm4_ctr(), octets(key), octets(nonce), nullptr) == 1, "sm4-ctr");
    std::string out(input.size(), '\0');
    int written = 0;
    check(input.size() < (1u << 30), "sm4-ctr: too long");
    check(EVP_EncryptUpdate(cipher.get(), octets(out), &written, octets(input), static_cast<int>(input.size())) == 1,
          "sm4-ctr");
    return out;
}

// The length keeps associated data and ciphertext apart: moving bytes from one to the other is a forgery.
Digest tag_of(std::string_view key, std::string_view nonce, std::string_view associated, std::string_view ciphertext) {
    std::string text(nonce);
    for (int shift = 56; shift >= 0; shift -= 8)
        text += static_cast<char>(static_cast<std::uint8_t>(std::uint64_t{associated.size()} >> shift));
    text.append(associated).append(ciphertext);
    return hmac_sm3(key, text);
}

void require_key(std::string_view key) {
    if (key.size() != kSealKeyBytes) throw std::invalid_argument("a sealing key has 48 bytes");
}

}  // namespace

std::string seal(std::string_view key, std::string_view plaintext, std::string_view associated) {
    require_key(key);
    auto sealed = random_bytes(kNonceBytes);
    auto const ciphertext = sm4_ctr(key.substr(0, kCipherKeyBytes), sealed, plaintext);
    auto const tag = tag_of(key.substr(kCipherKeyBytes), sealed, associated, ciphertext);
    sealed.append(ciphertext).append(as_text(tag));
    return sealed;
}

std::optional<std::string> unseal(std::string_view key, std::string_view sealed, std::string_view associated) {
    require_key(key);
    if (sealed.size() < kNonceBytes + kTagBytes) return std::nullopt;
    auto const nonce = sealed.substr(0, kNonceBytes);
    auto const ciphertext = sealed.substr(kNonceBytes, sealed.size() - kNonceBytes - kTagBytes);
    auto const tag = tag_of(key.substr(kCipherKeyBytes), nonce, associated, ciphertext);
    if (!equal_in_constant_time(as_text(tag), sealed.substr(sealed.size() - kTagBytes))) return std::nullopt;
    return sm4_ctr(key.substr(0, kCipherKeyBytes), nonce, ciphertext);
}

std::string derive_key(std::string_view master, std::string_view purpose, std::size_t bytes) {
    if (master.empty()) throw std::invalid_argument("a key is derived from a master key that is not empty");
    Owned<EVP_KDF, EVP_KDF_free> const method(check(EVP_KDF_fetch(nullptr, "HKDF", nullptr), "hkdf"));
    Owned<EVP_KDF_CTX, EVP_KDF_CTX_free> const context(check(EVP_KDF_CTX_new(method.get()), "hkdf"));
    char digest[] = "SM3";
    std::string key(master);
    std::string info(purpose);
    OSSL_PARAM const params[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, key.data(), key.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, info.data(), info.size()),
        OSSL_PARAM_construct_end(),
    };
    std::string out(bytes, '\0');
    check(EVP_KDF_derive(context.get(), octets(out), out.size(), params) == 1, "hkdf");
    OPENSSL_cleanse(key.data(), key.size());
    return out;
}

}  // namespace anping::crypto
