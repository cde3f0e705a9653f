// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>
#include <thread>
#include <vector>

#include <anping/crypto/digest.hpp>

#include "message.hpp"
#include "sm3_vectors.hpp"

namespace anping::crypto {
namespace {

TEST(Digest, GivesTheStandardsOwnExamples) {
    EXPECT_EQ(to_hex(hash(HashAlgorithm::sm3, "abc")),
              "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    std::string abcd;
    for (int i = 0; i < 16; ++i) abcd += "abcd";
    EXPECT_EQ(to_hex(hash(HashAlgorithm::sm3, abcd)),
              "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    EXPECT_EQ(to_hex(hash(HashAlgorithm::sha256, "abc")),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Digest, AgreesWithPythonOnSm3OfEveryLengthAroundTheBlock) {
    std::size_t size = 0;
    for (auto const* expected : vectors::kSm3) {
        EXPECT_EQ(to_hex(hash(HashAlgorithm::sm3, message(size))), expected) << size;
        ++size;
    }
    EXPECT_EQ(size, 131u);
}

TEST(Digest, AgreesWithPythonOnHmacSm3) {
    std::size_t size = 0;
    for (auto const* expected : vectors::kHmacSm3) {
        EXPECT_EQ(to_hex(hmac_sm3(message(size), message(100))), expected) << size;
        size += 13;
    }
}

TEST(Hasher, GivesTheSameForAnyCutOfTheMessageAndStartsAfresh) {
    auto const whole = message(1000);
    Hasher hasher(HashAlgorithm::sm3);
    for (std::size_t cut = 0; cut <= whole.size(); cut += 37) {
        hasher.update(std::string_view(whole).substr(0, cut));
        hasher.update(std::string_view(whole).substr(cut));
        EXPECT_EQ(hasher.finish(), hash(HashAlgorithm::sm3, whole));
    }
    EXPECT_EQ(hasher.finish(), hash(HashAlgorithm::sm3, ""));
    Hasher moved(std::move(hasher));
    moved.update("abc");
    EXPECT_EQ(moved.finish(), hash(HashAlgorithm::sm3, "abc"));
}

TEST(Digest, IsTheSameInEveryThread) {
    std::vector<std::thread> threads;
    std::vector<int> wrong(4, 0);
    for (std::size_t t = 0; t < wrong.size(); ++t)
        threads.emplace_back([&wrong, t] {
            for (std::size_t size = 0; size < 131; ++size) {
                auto const mine = t % 2 == 0 ? HashAlgorithm::sm3 : HashAlgorithm::sha256;
                auto const first = hash(mine, message(size));
                hash(t % 2 == 0 ? HashAlgorithm::sha256 : HashAlgorithm::sm3, "between");
                if (hash(mine, message(size)) != first) ++wrong[t];
                if (t % 2 == 0 && to_hex(first) != vectors::kSm3[size]) ++wrong[t];
            }
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(wrong, std::vector<int>(4, 0));
}

TEST(HashAlgorithm, IsNamedAndReadBack) {
    for (auto const algorithm : {HashAlgorithm::sm3, HashAlgorithm::sha256})
        EXPECT_EQ(parse_hash_algorithm(to_string(algorithm)), algorithm);
    EXPECT_FALSE(parse_hash_algorithm("SM3"));
    EXPECT_FALSE(parse_hash_algorithm(""));
}

TEST(Hex, IsReadBackOnlyInLowerCaseAndWhole) {
    auto const digest = hash(HashAlgorithm::sm3, "abc");
    auto const hex = to_hex(digest);
    EXPECT_EQ(digest_from_hex(hex), digest);
    EXPECT_FALSE(digest_from_hex(hex.substr(1)));
    EXPECT_FALSE(digest_from_hex(hex + "00"));
    auto upper = hex;
    upper[1] = 'C';
    EXPECT_FALSE(digest_from_hex(upper));
    upper[1] = 'g';
    EXPECT_FALSE(digest_from_hex(upper));
    EXPECT_FALSE(digest_from_hex(""));
}

TEST(Base64, GivesTheExamplesOfRfc4648AndReadsThemBack) {
    std::pair<char const*, char const*> const examples[] = {{"", ""},
                                                            {"f", "Zg=="},
                                                            {"fo", "Zm8="},
                                                            {"foo", "Zm9v"},
                                                            {"foob", "Zm9vYg=="},
                                                            {"fooba", "Zm9vYmE="},
                                                            {"foobar", "Zm9vYmFy"}};
    for (auto const& [plain, encoded] : examples) {
        EXPECT_EQ(to_base64(plain), encoded);
        EXPECT_EQ(from_base64(encoded), plain);
    }
    for (std::size_t size = 0; size < 100; ++size) EXPECT_EQ(from_base64(to_base64(message(size))), message(size));
}

TEST(Base64, RefusesEveryOtherSpellingOfTheSameBytes) {
    for (auto const* bad : {"Zg", "Zg=", "Zh==", "Zm9=", "Zg==\n",
                            " Zg==", "Zm9v=", "Zm9v====", "Z===", "====", "=Zg=", "Zg==Zg==", "Zm-_", "Zm9v\xff", "Z"})
        EXPECT_FALSE(from_base64(bad)) << bad;
}

TEST(Random, DoesNotRepeatItselfAndFillsTokens) {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        auto const token = random_token();
        EXPECT_EQ(token.size(), 43u);
        EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
                  std::string::npos);
        EXPECT_TRUE(seen.insert(token).second);
    }
    EXPECT_TRUE(random_bytes(0).empty());
    EXPECT_EQ(random_bytes(17).size(), 17u);
}

TEST(Comparison, SaysWhetherTextsAreEqual) {
    EXPECT_TRUE(equal_in_constant_time("", ""));
    EXPECT_TRUE(equal_in_constant_time("abc", "abc"));
    EXPECT_FALSE(equal_in_constant_time("abc", "abd"));
    EXPECT_FALSE(equal_in_constant_time("abc", "ab"));
}

}  // namespace
}  // namespace anping::crypto
