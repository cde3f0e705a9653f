// SPDX-License-Identifier: Apache-2.0
// SM2 signatures (GB/T 32918, GM/T 0009 user id "1234567812345678") over OpenSSL.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <anping/base/result.hpp>

namespace anping::crypto {

// DER SubjectPublicKeyInfo. Copyable; thread-safe to use.
class Sm2PublicKey {
public:
    static Result<Sm2PublicKey> from_pem(std::string_view pem);
    static Result<Sm2PublicKey> from_raw(std::string_view point);  // 65 bytes, uncompressed point
    std::string to_pem() const;
    std::string raw() const;                                                  // 65 bytes, uncompressed point
    bool verify(std::string_view message, std::string_view signature) const;  // signature: DER (r, s)

private:
    friend class Sm2PrivateKey;
    explicit Sm2PublicKey(std::shared_ptr<void> key) : key_(std::move(key)) {}
    std::shared_ptr<void> key_;
};

class Sm2PrivateKey {
public:
    static Sm2PrivateKey generate();
    // PKCS#8, encrypted with SM4-CBC when `passphrase` is not empty.
    static Result<Sm2PrivateKey> from_pem(std::string_view pem, std::string_view passphrase);
    std::string to_pem(std::string_view passphrase) const;
    Sm2PublicKey public_key() const;
    std::string sign(std::string_view message) const;  // DER (r, s)

private:
    explicit Sm2PrivateKey(std::shared_ptr<void> key) : key_(std::move(key)) {}
    std::shared_ptr<void> key_;
};

}  // namespace anping::crypto
