// SPDX-License-Identifier: Apache-2.0
// Owners for OpenSSL's objects, and its errors as exceptions.
#pragma once

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/x509.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include <anping/crypto/digest.hpp>

namespace anping::crypto {

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* object) const noexcept {
        Free(object);
    }
};
template <class T, auto Free>
using Owned = std::unique_ptr<T, Freed<Free>>;

using OwnedBio = Owned<BIO, BIO_free_all>;
using OwnedCipher = Owned<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;
using OwnedDigest = Owned<EVP_MD_CTX, EVP_MD_CTX_free>;
using OwnedKey = Owned<EVP_PKEY, EVP_PKEY_free>;
using OwnedKeyContext = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;

// Takes OpenSSL's reason and empties its queue, so that no later call reads a stale one.
[[noreturn]] inline void fault(char const* what) {
    char reason[256] = "no reason given";
    if (auto const code = ERR_get_error(); code != 0) ERR_error_string_n(code, reason, sizeof reason);
    ERR_clear_error();
    throw std::runtime_error(std::string(what) + ": " + reason);
}
inline void check(bool ok, char const* what) {
    if (!ok) fault(what);
}
template <class T>
T* check(T* object, char const* what) {
    if (object == nullptr) fault(what);
    return object;
}

inline unsigned char const* octets(std::string_view bytes) noexcept {
    // OpenSSL takes a null pointer for "no argument" where an empty text is meant.
    return reinterpret_cast<unsigned char const*>(bytes.empty() ? "" : bytes.data());
}
inline unsigned char* octets(std::string& bytes) noexcept { return reinterpret_cast<unsigned char*>(bytes.data()); }

// Looked up once: fetching is slower than hashing a short entry.
EVP_MD const* digest_method(HashAlgorithm algorithm);
std::string hmac(EVP_MD const* method, std::string_view key, std::string_view bytes);

}  // namespace anping::crypto
