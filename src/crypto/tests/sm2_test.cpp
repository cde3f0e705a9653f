// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <thread>
#include <vector>

#include <anping/crypto/sm2.hpp>

#include "openssl.hpp"

namespace anping::crypto {
namespace {

OwnedKey key_of(std::string const& pem) {
    OwnedBio const bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    return OwnedKey(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
}

// OpenSSL itself, with any user id; an empty one is not set at all. What Init answers is not looked at, as in much
// code: for a key of the kind "EC" it fails when there is an id, and signing goes on without it.
std::string sign_as(EVP_PKEY* key, std::string_view user, std::string_view message) {
    OwnedKeyContext const context(EVP_PKEY_CTX_new(key, nullptr));
    OwnedDigest const digest(EVP_MD_CTX_new());
    if (!user.empty()) EVP_PKEY_CTX_set1_id(context.get(), user.data(), static_cast<int>(user.size()));
    EVP_MD_CTX_set_pkey_ctx(digest.get(), context.get());
    EVP_DigestSignInit(digest.get(), nullptr, EVP_sm3(), nullptr, key);
    std::string out(256, '\0');
    std::size_t size = out.size();
    check(EVP_DigestSign(digest.get(), octets(out), &size, octets(message), message.size()) == 1, "sign");
    out.resize(size);
    return out;
}

bool verify_as(EVP_PKEY* key, std::string_view user, std::string_view message, std::string_view signature) {
    OwnedKeyContext const context(EVP_PKEY_CTX_new(key, nullptr));
    OwnedDigest const digest(EVP_MD_CTX_new());
    EVP_PKEY_CTX_set1_id(context.get(), user.data(), static_cast<int>(user.size()));
    EVP_MD_CTX_set_pkey_ctx(digest.get(), context.get());
    EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sm3(), nullptr, key);
    bool const valid =
        EVP_DigestVerify(digest.get(), octets(signature), signature.size(), octets(message), message.size()) == 1;
    ERR_clear_error();
    return valid;
}

TEST(Sm2, VerifiesWhatItSignedAndNothingElse) {
    auto const key = Sm2PrivateKey::generate();
    auto const signature = key.sign("树头");
    EXPECT_TRUE(key.public_key().verify("树头", signature));
    EXPECT_FALSE(key.public_key().verify("树根", signature));
    EXPECT_FALSE(Sm2PrivateKey::generate().public_key().verify("树头", signature));
    EXPECT_TRUE(key.public_key().verify("", key.sign("")));
    EXPECT_NE(key.sign("树头"), signature) << "a signature is not to be predictable";
}

TEST(Sm2, TakesAPublicKeyByItsPointOnTheCurve) {
    auto const key = Sm2PrivateKey::generate();
    auto point = key.public_key().raw();
    auto const again = Sm2PublicKey::from_raw(point);
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->verify("树头", key.sign("树头")));
    EXPECT_EQ(again->to_pem(), key.public_key().to_pem());
    EXPECT_FALSE(Sm2PublicKey::from_raw(point.substr(1)));
    point[64] = static_cast<char>(point[64] ^ 1);
    EXPECT_FALSE(Sm2PublicKey::from_raw(point)) << "beside the curve";
    EXPECT_FALSE(Sm2PublicKey::from_raw(std::string(65, '\0')));
}

TEST(Sm2, RefusesEverySignatureWithABitFlippedOrBytesAdded) {
    auto const key = Sm2PrivateKey::generate();
    auto const own = key.public_key();
    auto const signature = key.sign("message");
    for (std::size_t bit = 0; bit < signature.size() * 8; ++bit) {
        auto changed = signature;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
        EXPECT_FALSE(own.verify("message", changed)) << bit;
    }
    EXPECT_FALSE(own.verify("message", signature + '\0'));
    EXPECT_FALSE(own.verify("message", signature.substr(0, signature.size() - 1)));
    EXPECT_FALSE(own.verify("message", ""));
}

TEST(Sm2, BindsTheUserIdOfGmT0009) {
    auto const key = Sm2PrivateKey::generate();
    auto const same = key_of(key.to_pem(""));
    ASSERT_TRUE(same);
    auto const own = key.public_key();
    EXPECT_TRUE(own.verify("message", sign_as(same.get(), "1234567812345678", "message")));
    EXPECT_FALSE(own.verify("message", sign_as(same.get(), "8765432187654321", "message")));
    EXPECT_FALSE(own.verify("message", sign_as(same.get(), "", "message")));
    EXPECT_TRUE(verify_as(same.get(), "1234567812345678", "message", key.sign("message")));
    EXPECT_FALSE(verify_as(same.get(), "8765432187654321", "message", key.sign("message")));
}

// What generate() must not use: EVP_EC_gen makes a key of the kind "EC" on SM2's curve, which signs by ECDSA and lets
// a signature pass under any user id. The day this test fails the trap is gone.
TEST(Sm2, IsNotWhatEvpEcGenGives) {
    OwnedKey const trap(EVP_EC_gen("SM2"));
    ASSERT_TRUE(trap);
    EXPECT_EQ(EVP_PKEY_is_a(trap.get(), "SM2"), 0);
    EXPECT_EQ(EVP_PKEY_is_a(trap.get(), "EC"), 1);
    auto const signature = sign_as(trap.get(), "8765432187654321", "message");
    EXPECT_TRUE(verify_as(trap.get(), "1234567812345678", "message", signature));
    auto const ours = key_of(Sm2PrivateKey::generate().to_pem(""));
    EXPECT_EQ(EVP_PKEY_is_a(ours.get(), "SM2"), 1);
}

TEST(Sm2, KeepsKeysInPemWithAndWithoutAPassphrase) {
    auto const key = Sm2PrivateKey::generate();
    for (std::string const passphrase : {"", "口令 passphrase"}) {
        auto const pem = key.to_pem(passphrase);
        EXPECT_EQ(pem.find("ENCRYPTED") != std::string::npos, !passphrase.empty());
        auto const back = Sm2PrivateKey::from_pem(pem, passphrase);
        ASSERT_TRUE(back);
        EXPECT_TRUE(key.public_key().verify("message", back->sign("message")));
        EXPECT_EQ(back->public_key().raw(), key.public_key().raw());
    }
    auto const sealed = key.to_pem("right");
    EXPECT_EQ(Sm2PrivateKey::from_pem(sealed, "wrong").error().code, ErrorCode::invalid_input);
    EXPECT_FALSE(Sm2PrivateKey::from_pem(sealed, ""));
    EXPECT_FALSE(Sm2PrivateKey::from_pem("", ""));
    EXPECT_FALSE(Sm2PrivateKey::from_pem(key.public_key().to_pem(), ""));
}

TEST(Sm2, KeepsPublicKeysInPemAndAsAPoint) {
    auto const own = Sm2PrivateKey::generate().public_key();
    auto const back = Sm2PublicKey::from_pem(own.to_pem());
    ASSERT_TRUE(back);
    EXPECT_EQ(back->raw(), own.raw());
    EXPECT_EQ(own.raw().size(), 65u);
    EXPECT_EQ(own.raw()[0], 4);
    EXPECT_FALSE(Sm2PublicKey::from_pem("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"));
    EXPECT_FALSE(Sm2PublicKey::from_pem("nothing"));
}

TEST(Sm2, RefusesKeysOfOtherKinds) {
    for (auto const* curve : {"P-256", "secp256k1"}) {
        OwnedKey const other(EVP_EC_gen(curve));
        OwnedBio const bio(BIO_new(BIO_s_mem()));
        PEM_write_bio_PUBKEY(bio.get(), other.get());
        char* data = nullptr;
        auto const size = BIO_get_mem_data(bio.get(), &data);
        EXPECT_FALSE(Sm2PublicKey::from_pem({data, static_cast<std::size_t>(size)})) << curve;
    }
}

TEST(Sm2, SignsInSeveralThreadsWithOneKey) {
    auto const key = Sm2PrivateKey::generate();
    auto const own = key.public_key();
    std::vector<int> failed(4, 0);
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < failed.size(); ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 50; ++i) {
                auto const message = std::to_string(t) + "/" + std::to_string(i);
                if (!own.verify(message, key.sign(message))) ++failed[t];
            }
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(failed, std::vector<int>(4, 0));
}

}  // namespace
}  // namespace anping::crypto
