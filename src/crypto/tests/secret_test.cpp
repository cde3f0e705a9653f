// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <fstream>
#include <sstream>

#include <anping/crypto/digest.hpp>
#include <anping/crypto/secret.hpp>

#include "message.hpp"
#include "sm3_vectors.hpp"

namespace anping::crypto {
namespace {

std::string key() { return derive_key("a master key", "sealing", kSealKeyBytes); }

TEST(Seal, OpensWithTheSameKeyAndAssociatedDataOnly) {
    for (std::size_t size : {0u, 1u, 15u, 16u, 17u, 1000u}) {
        auto const sealed = seal(key(), message(size), "subject-1");
        EXPECT_EQ(sealed.size(), size + 48);
        EXPECT_EQ(unseal(key(), sealed, "subject-1"), message(size));
        EXPECT_FALSE(unseal(key(), sealed, "subject-2"));
        EXPECT_FALSE(unseal(key(), sealed, ""));
        EXPECT_FALSE(unseal(derive_key("another", "sealing", kSealKeyBytes), sealed, "subject-1"));
    }
}

TEST(Seal, NoticesEverySingleFlippedBit) {
    auto const sealed = seal(key(), "张三，安全评价师", "subject-1");
    for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
        auto changed = sealed;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
        EXPECT_FALSE(unseal(key(), changed, "subject-1")) << bit;
    }
}

TEST(Seal, NoticesTruncationAndBytesMovedBetweenCiphertextAndAssociatedData) {
    auto const sealed = seal(key(), "0123456789", "ab");
    for (std::size_t size = 0; size < sealed.size(); ++size) EXPECT_FALSE(unseal(key(), sealed.substr(0, size), "ab"));
    EXPECT_FALSE(unseal(key(), sealed + "x", "ab"));
    // The ciphertext's first byte moved to the end of the associated data.
    auto const moved = sealed.substr(0, 16) + sealed.substr(17);
    EXPECT_FALSE(unseal(key(), moved, "ab" + sealed.substr(16, 1)));
}

TEST(Seal, NeverGivesTheSameTextTwice) {
    EXPECT_NE(seal(key(), "text", ""), seal(key(), "text", ""));
    EXPECT_THROW(seal("short", "text", ""), std::invalid_argument);
    EXPECT_THROW(static_cast<void>(unseal(std::string(47, 'k'), seal(key(), "text", ""), "")), std::invalid_argument);
}

TEST(DeriveKey, AgreesWithPythonOnHkdfSm3) {
    std::size_t const sizes[] = {1, 32, 48, 100};
    for (std::size_t i = 0; i < 4; ++i)
        EXPECT_EQ(hex_of(derive_key(message(32), "purpose", sizes[i])), vectors::kHkdfSm3[i]);
    EXPECT_NE(derive_key("master", "one", 32), derive_key("master", "two", 32));
    EXPECT_THROW(derive_key("", "purpose", 32), std::invalid_argument);
}

TEST(Password, IsCheckedAgainstItsEncodedForm) {
    PasswordCost const cheap{64, 1};
    auto const encoded = hash_password("correct horse 电池", cheap);
    EXPECT_EQ(encoded.rfind("$argon2id$v=19$m=64,t=1,p=1$", 0), 0u) << encoded;
    EXPECT_TRUE(check_password("correct horse 电池", encoded));
    EXPECT_FALSE(check_password("correct horse", encoded));
    EXPECT_FALSE(check_password("", encoded));
    EXPECT_NE(hash_password("same", cheap), hash_password("same", cheap));
    EXPECT_THROW(check_password("same", "$argon2id$nonsense"), std::runtime_error);
}

TEST(Password, KnowsAnEncodedFormOfTheReferenceProgram) {
    // echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32 -e (phc-winner-argon2, test vectors)
    EXPECT_TRUE(check_password("password",
                               "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
                               "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"));
}

boost::json::value shared_vectors() {
    std::ifstream file(ANPING_SHARED_DIR "/data/vectors/vectors.json");
    std::stringstream text;
    text << file.rdbuf();
    return boost::json::parse(text.str());
}

TEST(Totp, GivesTheCodesOfRfc6238) {
    auto const all = shared_vectors();
    auto const& vectors = all.at("totp_rfc6238").as_array();
    ASSERT_GE(vectors.size(), 6u);
    for (auto const& vector : vectors) {
        Timestamp const at{vector.at("t").as_int64() * 1'000'000};
        std::string const eight(vector.at("sha1").as_string());
        EXPECT_EQ(totp_code("12345678901234567890", at), eight.substr(2)) << at.micros;
    }
}

TEST(Totp, AcceptsTheStepsBesideAndSaysWhichItWas) {
    std::string const secret = "12345678901234567890";
    Timestamp const now{1'234'567'890'000'000};
    std::int64_t const step = now.micros / 30'000'000;
    for (std::int64_t off = -4; off <= 4; ++off) {
        auto const code = totp_code(secret, {now.micros + off * 30'000'000});
        auto const accepted = check_totp(secret, code, now);
        if (off >= -1 && off <= 1) EXPECT_EQ(accepted, step + off);
        else EXPECT_FALSE(accepted) << off;
    }
    EXPECT_FALSE(check_totp(secret, "", now));
    EXPECT_FALSE(check_totp(secret, totp_code(secret, now) + "0", now));
    EXPECT_FALSE(check_totp(secret, totp_code(secret, now).substr(1), now));
}

TEST(Base32, GivesTheExamplesOfRfc4648WithoutPadding) {
    EXPECT_EQ(to_base32(""), "");
    EXPECT_EQ(to_base32("f"), "MY");
    EXPECT_EQ(to_base32("fo"), "MZXQ");
    EXPECT_EQ(to_base32("foo"), "MZXW6");
    EXPECT_EQ(to_base32("foob"), "MZXW6YQ");
    EXPECT_EQ(to_base32("fooba"), "MZXW6YTB");
    EXPECT_EQ(to_base32("foobar"), "MZXW6YTBOI");
}

}  // namespace
}  // namespace anping::crypto
