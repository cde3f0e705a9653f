// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <anping/ledger/note.hpp>

namespace anping::ledger {
namespace {

Checkpoint example() {
    return {"example.cn/ledger",
            1234,
            crypto::hash(crypto::HashAlgorithm::sm3, "root"),
            crypto::HashAlgorithm::sm3,
            Timestamp{1'795'000'000'000'000},
            "0.1.0"};
}

class SignedNote : public testing::Test {
protected:
    crypto::Sm2PrivateKey key_ = crypto::Sm2PrivateKey::generate();
    std::string note_ = sign_note(example(), key_);
};

TEST_F(SignedNote, TextIsACheckpointWithExtensionLines) {
    EXPECT_EQ(checkpoint_text(example()), "example.cn/ledger\n1234\n" +
                                              crypto::to_base64(crypto::as_text(example().root)) +
                                              "\nhash=sm3\ntime=2026-11-18T19:06:40.000000+08:00\nversion=0.1.0\n");
}

TEST_F(SignedNote, IsReadBackAndItsSignatureHolds) {
    auto const note = open_note(note_, key_.public_key());
    ASSERT_TRUE(note.has_value()) << note.error().internal;
    EXPECT_EQ(note->checkpoint, example());
    ASSERT_EQ(note->signatures.size(), 1U);
    EXPECT_EQ(note->signatures[0].name, "example.cn/ledger");
    EXPECT_EQ(note->signatures[0].key_id, note_key_id("example.cn/ledger", key_.public_key()));
}

TEST_F(SignedNote, AnotherKeyOrAnotherTextIsRefused) {
    EXPECT_FALSE(open_note(note_, crypto::Sm2PrivateKey::generate().public_key()).has_value());
    auto other = note_;
    other.replace(other.find("1234"), 4, "1235");
    EXPECT_FALSE(open_note(other, key_.public_key()).has_value());
}

TEST_F(SignedNote, SignaturesOfWitnessesAreCarriedAndIgnored) {
    auto const witness =
        sign_note({"example.cn/ledger", 1234, example().root, crypto::HashAlgorithm::sm3, example().time, "0.1.0"},
                  crypto::Sm2PrivateKey::generate());
    auto const both = note_ + witness.substr(witness.rfind("\n\n") + 2);
    auto const note = open_note(both, key_.public_key());
    ASSERT_TRUE(note.has_value());
    EXPECT_EQ(note->signatures.size(), 2U);
}

TEST_F(SignedNote, NoByteCanBeChangedInTextOrSignature) {
    auto const key = key_.public_key();
    for (std::size_t i = 0; i < note_.size(); ++i)
        for (unsigned bit = 0; bit < 8; ++bit) {
            auto other = note_;
            other[i] = static_cast<char>(static_cast<unsigned char>(other[i]) ^ (1U << bit));
            EXPECT_FALSE(open_note(other, key).has_value()) << "byte " << i << " bit " << bit;
        }
}

TEST_F(SignedNote, OtherShapesAreRefused) {
    auto const text = checkpoint_text(example());
    auto const line = note_.substr(note_.rfind("\n\n") + 2);
    EXPECT_TRUE(parse_note(text + "\n" + line).has_value());
    EXPECT_FALSE(parse_note("").has_value());
    EXPECT_FALSE(parse_note(text + "\n").has_value());
    EXPECT_FALSE(parse_note(text + "\n" + line.substr(0, line.size() - 1)).has_value());
    EXPECT_FALSE(parse_note(text + "extra=1\n\n" + line).has_value());
    EXPECT_FALSE(parse_note(text + "\n" + line + "\n").has_value());
    std::string many;
    for (int i = 0; i < 17; ++i) many += line;
    EXPECT_FALSE(parse_note(text + "\n" + many).has_value());
    for (std::string const size : {"01234", "-1", "1e3", "", "12345678901234567890"}) {
        auto other = text;
        other.replace(other.find("1234"), 4, size);
        EXPECT_FALSE(parse_note(other + "\n" + line).has_value()) << size;
    }
}

}  // namespace
}  // namespace anping::ledger
