// SPDX-License-Identifier: Apache-2.0
// The worked example of docs/formats/ledger.md is true.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <anping/crypto/merkle.hpp>
#include <anping/ledger/entry.hpp>
#include <anping/ledger/keys.hpp>
#include <anping/ledger/note.hpp>
#include <anping/ledger/personal.hpp>

namespace anping::ledger {
namespace {

constexpr auto kSm3 = crypto::HashAlgorithm::sm3;

// Contents of the fenced blocks of this kind.
std::vector<std::string> blocks(std::string const& kind) {
    std::ifstream in(ANPING_SOURCE_DIR "/docs/formats/ledger.md");
    std::string const text{std::istreambuf_iterator<char>(in), {}};
    std::vector<std::string> out;
    auto const fence = "```" + kind + "\n";
    for (auto at = text.find(fence); at != std::string::npos; at = text.find(fence, at + 1)) {
        auto const start = at + fence.size();
        out.push_back(text.substr(start, text.find("```", start) - start));
    }
    return out;
}

std::vector<std::string> lines(std::string const& kind) {
    std::istringstream in(blocks(kind).at(0));
    std::vector<std::string> out;
    for (std::string line; std::getline(in, line);) out.push_back(line);
    return out;
}

TEST(FormatExample, EntriesHashToTheirLeavesAndFollowEachOther) {
    auto const entries = blocks("entry");
    auto const leaves = lines("leaves");
    ASSERT_EQ(entries.size(), 3U);
    ASSERT_EQ(leaves.size(), 3U);
    EXPECT_EQ(entries[0].size() - 1, 318U);
    std::string prev(64, '0');
    for (std::size_t i = 0; i < 3; ++i) {
        auto const entry = parse_entry(entries[i].substr(0, entries[i].size() - 1), kSm3);
        EXPECT_EQ(entry.seq, static_cast<std::int64_t>(i));
        EXPECT_EQ(crypto::to_hex(entry.prev), prev);
        EXPECT_EQ(crypto::to_hex(entry.leaf), leaves[i]);
        prev = leaves[i];
    }
}

TEST(FormatExample, LeavesMakeTheRootAndTheProofsAreThoseTold) {
    std::vector<crypto::Digest> leaves;
    for (auto const& hex : lines("leaves")) leaves.push_back(crypto::digest_from_hex(hex).value());
    auto const nodes = lines("root");
    auto const left = crypto::node_hash(kSm3, leaves[0], leaves[1]);
    auto const root = crypto::root_hash(kSm3, leaves);
    EXPECT_EQ(crypto::to_hex(left), nodes.at(0));
    EXPECT_EQ(crypto::to_hex(root), nodes.at(1));
    EXPECT_TRUE(crypto::verify_inclusion(kSm3, leaves[0], 0, 3, {leaves[1], leaves[2]}, root));
    EXPECT_TRUE(crypto::verify_inclusion(kSm3, leaves[2], 2, 3, {left}, root));
}

TEST(FormatExample, TheHeadIsSignedByTheKey) {
    auto const key = crypto::Sm2PublicKey::from_pem(blocks("key").at(0)).value();
    auto const note = open_note(blocks("note").at(0), key);
    ASSERT_TRUE(note.has_value()) << note.error().internal;
    EXPECT_EQ(crypto::to_hex(note->checkpoint.root), lines("root").at(1));
    EXPECT_EQ(note->signatures.at(0).key_id, "\xe1\x3a\x54\x45");
    EXPECT_EQ(fingerprint(key), "1cde0656718f13cbadb73425f2b75b428e9c2a89a0b270d989b500606705d759");
}

TEST(FormatExample, TheCommitmentOpens) {
    EXPECT_EQ(commitment_digest({"", "000102030405060708090a0b0c0d0e0f", "王小明"}),
              "ed0925f029520b6522371918a7f8aac3b782782321a460402ab45cf4537578b0");
}

}  // namespace
}  // namespace anping::ledger
