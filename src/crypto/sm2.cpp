// SPDX-License-Identifier: Apache-2.0
#include <openssl/pem.h>
#include <openssl/pkcs12.h>

#include <algorithm>
#include <cstring>

#include <anping/crypto/digest.hpp>
#include <anping/crypto/sm2.hpp>

#include "openssl.hpp"

namespace anping::crypto {

namespace {

constexpr std::string_view kUserId = "1234567812345678";
constexpr int kPassphraseIterations = 200'000;

EVP_PKEY* raw_key(std::shared_ptr<void> const& key) noexcept { return static_cast<EVP_PKEY*>(key.get()); }

std::shared_ptr<void> share(OwnedKey key) { return {key.release(), EVP_PKEY_free}; }

// A digest context bound to the key and the user id; without set1_id OpenSSL would hash no id at all.
struct Signing {
    OwnedKeyContext key;
    OwnedDigest digest;
};

Signing signing(EVP_PKEY* key) {
    Signing out{OwnedKeyContext(check(EVP_PKEY_CTX_new(key, nullptr), "sm2")),
                OwnedDigest(check(EVP_MD_CTX_new(), "sm2"))};
    check(EVP_PKEY_CTX_set1_id(out.key.get(), kUserId.data(), static_cast<int>(kUserId.size())) == 1, "sm2 user id");
    EVP_MD_CTX_set_pkey_ctx(out.digest.get(), out.key.get());
    return out;
}

// Never falls back to asking at the terminal, as OpenSSL does without a callback.
int give_passphrase(char* out, int size, int, void* passphrase) {
    auto const& text = *static_cast<std::string_view const*>(passphrase);
    if (text.empty() || text.size() > static_cast<std::size_t>(size)) return -1;
    std::memcpy(out, text.data(), text.size());
    return static_cast<int>(text.size());
}

std::string contents(BIO* memory) {
    char* data = nullptr;
    auto const size = BIO_get_mem_data(memory, &data);
    return {data, static_cast<std::size_t>(size)};
}

OwnedBio reading(std::string_view text) {
    return OwnedBio(check(BIO_new_mem_buf(octets(text), static_cast<int>(text.size())), "pem"));
}

OwnedBio writing() { return OwnedBio(check(BIO_new(BIO_s_mem()), "pem")); }

bool is_sm2(EVP_PKEY const* key) { return key != nullptr && EVP_PKEY_is_a(key, "SM2") == 1; }

void write_encrypted(BIO* out, EVP_PKEY* key, std::string_view passphrase) {
    Owned<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free> const plain(check(EVP_PKEY2PKCS8(key), "pkcs8"));
    Owned<X509_ALGOR, X509_ALGOR_free> scheme(check(
        PKCS5_pbe2_set_iv(EVP_sm4_cbc(), kPassphraseIterations, nullptr, 0, nullptr, NID_hmacWithSHA256), "pkcs8"));
    Owned<X509_SIG, X509_SIG_free> const sealed(check(
        PKCS8_set0_pbe(passphrase.data(), static_cast<int>(passphrase.size()), plain.get(), scheme.get()), "pkcs8"));
    [[maybe_unused]] auto* const given_away = scheme.release();  // belongs to `sealed` now
    check(PEM_write_bio_PKCS8(out, sealed.get()) == 1, "pem");
}

}  // namespace

Result<Sm2PublicKey> Sm2PublicKey::from_pem(std::string_view pem) {
    auto const bio = reading(pem);
    OwnedKey key(PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr));
    ERR_clear_error();
    if (!is_sm2(key.get()))
        return fail(ErrorCode::invalid_input, "crypto.not_sm2_public_key", "不是 SM2 公钥（PEM 格式）");
    return Sm2PublicKey(share(std::move(key)));
}

Result<Sm2PublicKey> Sm2PublicKey::from_raw(std::string_view point) {
    // SubjectPublicKeyInfo of an SM2 key (GM/T 0010): all but the point is always the same.
    static constexpr std::string_view kHead(
        "\x30\x59\x30\x13\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x08\x2a\x81\x1c\xcf\x55\x01\x82\x2d\x03\x42\x00", 26);
    if (point.size() != 65) return fail(ErrorCode::invalid_input, "crypto.not_sm2_point", "不是 SM2 公钥（65 字节）");
    return from_pem("-----BEGIN PUBLIC KEY-----\n" + to_base64(std::string(kHead) + std::string(point)) +
                    "\n-----END PUBLIC KEY-----\n");
}

std::string Sm2PublicKey::to_pem() const {
    auto const bio = writing();
    check(PEM_write_bio_PUBKEY(bio.get(), raw_key(key_)) == 1, "pem");
    return contents(bio.get());
}

std::string Sm2PublicKey::raw() const {
    unsigned char* point = nullptr;
    auto const size = EVP_PKEY_get1_encoded_public_key(raw_key(key_), &point);
    check(size > 0, "sm2 point");
    std::string out(reinterpret_cast<char const*>(point), size);
    OPENSSL_free(point);
    if (out.size() != 65 || out.front() != 4) throw std::runtime_error("sm2 point: not uncompressed");
    return out;
}

bool Sm2PublicKey::verify(std::string_view message, std::string_view signature) const {
    auto const context = signing(raw_key(key_));
    check(EVP_DigestVerifyInit(context.digest.get(), nullptr, EVP_sm3(), nullptr, raw_key(key_)) == 1, "sm2 verify");
    bool const valid = EVP_DigestVerify(context.digest.get(), octets(signature), signature.size(), octets(message),
                                        message.size()) == 1;
    ERR_clear_error();
    return valid;
}

Sm2PrivateKey Sm2PrivateKey::generate() {
    // EVP_EC_gen("SM2") would give an ECDSA key on this curve, whose signatures ignore the user id.
    OwnedKey key(check(EVP_PKEY_Q_keygen(nullptr, nullptr, "SM2"), "sm2 key"));
    return Sm2PrivateKey(share(std::move(key)));
}

Result<Sm2PrivateKey> Sm2PrivateKey::from_pem(std::string_view pem, std::string_view passphrase) {
    auto const bio = reading(pem);
    OwnedKey key(PEM_read_bio_PrivateKey(bio.get(), nullptr, give_passphrase, &passphrase));
    ERR_clear_error();
    if (!is_sm2(key.get()))
        return fail(ErrorCode::invalid_input, "crypto.not_sm2_private_key", "不是 SM2 私钥（PEM 格式），或口令不正确");
    return Sm2PrivateKey(share(std::move(key)));
}

std::string Sm2PrivateKey::to_pem(std::string_view passphrase) const {
    auto const bio = writing();
    if (passphrase.empty())
        check(PEM_write_bio_PKCS8PrivateKey(bio.get(), raw_key(key_), nullptr, nullptr, 0, nullptr, nullptr) == 1,
              "pem");
    else write_encrypted(bio.get(), raw_key(key_), passphrase);
    return contents(bio.get());
}

Sm2PublicKey Sm2PrivateKey::public_key() const {
    // By way of its encoding, so that no copy of the private half travels along.
    unsigned char* der = nullptr;
    int const size = i2d_PUBKEY(raw_key(key_), &der);
    check(size > 0, "sm2 public key");
    unsigned char const* at = der;
    OwnedKey key(d2i_PUBKEY(nullptr, &at, size));
    OPENSSL_free(der);
    check(is_sm2(key.get()), "sm2 public key");
    return Sm2PublicKey(share(std::move(key)));
}

std::string Sm2PrivateKey::sign(std::string_view message) const {
    auto const context = signing(raw_key(key_));
    check(EVP_DigestSignInit(context.digest.get(), nullptr, EVP_sm3(), nullptr, raw_key(key_)) == 1, "sm2 sign");
    std::size_t size = 0;
    check(EVP_DigestSign(context.digest.get(), nullptr, &size, octets(message), message.size()) == 1, "sm2 sign");
    std::string out(size, '\0');
    check(EVP_DigestSign(context.digest.get(), octets(out), &size, octets(message), message.size()) == 1, "sm2 sign");
    out.resize(size);
    return out;
}

}  // namespace anping::crypto
