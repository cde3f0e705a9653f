// SPDX-License-Identifier: Apache-2.0
// The tree against the definition of RFC 9162 written down as plainly as possible, for every size up to 300.
#include <gtest/gtest.h>

#include <map>
#include <random>

#include <anping/crypto/merkle.hpp>

#include "message.hpp"
#include "sm3_vectors.hpp"

namespace anping::crypto {
namespace {

constexpr auto kSm3 = HashAlgorithm::sm3;
using Leaves = std::span<Digest const>;

std::size_t half(std::size_t size) {
    std::size_t split = 1;
    while (split * 2 < size) split *= 2;
    return split;
}

Digest naive_root(Leaves leaves) {
    if (leaves.empty()) return hash(kSm3, "");
    if (leaves.size() == 1) return leaves[0];
    auto const k = half(leaves.size());
    return node_hash(kSm3, naive_root(leaves.first(k)), naive_root(leaves.subspan(k)));
}

Proof naive_path(std::size_t m, Leaves leaves) {
    if (leaves.size() == 1) return {};
    auto const k = half(leaves.size());
    auto path = m < k ? naive_path(m, leaves.first(k)) : naive_path(m - k, leaves.subspan(k));
    path.push_back(naive_root(m < k ? leaves.subspan(k) : leaves.first(k)));
    return path;
}

Proof naive_subproof(std::size_t m, Leaves leaves, bool known) {
    if (m == leaves.size()) return known ? Proof{} : Proof{naive_root(leaves)};
    auto const k = half(leaves.size());
    auto proof = m <= k ? naive_subproof(m, leaves.first(k), known) : naive_subproof(m - k, leaves.subspan(k), false);
    proof.push_back(naive_root(m <= k ? leaves.subspan(k) : leaves.first(k)));
    return proof;
}

std::vector<Digest> make_leaves(std::size_t count) {
    std::vector<Digest> leaves;
    for (std::size_t i = 0; i < count; ++i) leaves.push_back(leaf_hash(kSm3, message(i)));
    return leaves;
}

// Every complete subtree, and how often each was read.
class Nodes {
public:
    explicit Nodes(std::vector<Digest> leaves) : levels_{std::move(leaves)} {
        while (levels_.back().size() > 1) {
            auto const& below = levels_.back();
            std::vector<Digest> level;
            for (std::size_t i = 0; i + 1 < below.size(); i += 2)
                level.push_back(node_hash(kSm3, below[i], below[i + 1]));
            levels_.push_back(std::move(level));
        }
    }
    NodeReader reader() {
        return [this](std::uint8_t level, std::uint64_t index) {
            ++read_[{level, index}];
            return levels_.at(level).at(static_cast<std::size_t>(index));
        };
    }
    bool read_once() {
        bool once = true;
        for (auto const& [node, times] : read_) once = once && times == 1;
        read_.clear();
        return once;
    }

private:
    std::vector<std::vector<Digest>> levels_;
    std::map<std::pair<std::uint8_t, std::uint64_t>, int> read_;
};

constexpr std::size_t kMost = 300;

TEST(Tree, HasTheRootsPythonComputes) {
    std::vector<Digest> leaves;
    for (auto const* expected : vectors::kSm3Roots) {
        EXPECT_EQ(to_hex(root_hash(kSm3, leaves)), expected) << leaves.size();
        leaves.push_back(leaf_hash(kSm3, message(leaves.size())));
    }
}

TEST(Tree, HasTheNaiveRootAndProofsForEverySizeUpTo300) {
    auto const leaves = make_leaves(kMost);
    Nodes nodes(leaves);
    auto const read = nodes.reader();
    for (std::size_t size = 0; size <= kMost; ++size) {
        auto const prefix = Leaves(leaves).first(size);
        auto const root = naive_root(prefix);
        EXPECT_EQ(root_hash(kSm3, prefix), root);
        EXPECT_EQ(root_from_nodes(kSm3, size, read), root);
        EXPECT_TRUE(nodes.read_once()) << size;
        // All indexes of some sizes, some indexes of all sizes: the naive proofs are quadratic.
        std::size_t const step = size % 64 <= 1 || size < 40 ? 1 : 17;
        for (std::size_t i = 0; i < size; i += step) {
            auto const proof = inclusion_proof(kSm3, i, size, read);
            EXPECT_TRUE(nodes.read_once());
            ASSERT_EQ(proof, naive_path(i, prefix)) << i << " of " << size;
            ASSERT_TRUE(verify_inclusion(kSm3, leaves[i], i, size, proof, root));
        }
        for (std::size_t old = 0; old <= size; old += step) {
            auto const proof = consistency_proof(kSm3, old, size, read);
            EXPECT_TRUE(nodes.read_once());
            if (old > 0) { ASSERT_EQ(proof, naive_subproof(old, prefix, true)) << old << " of " << size; }
            auto const old_root = naive_root(prefix.first(old));
            ASSERT_EQ(verify_consistency(kSm3, old, size, old_root, root, proof), old > 0 || size == 0);
        }
    }
}

TEST(TreeEdge, GrowsLikeTheNaiveTreeAndKeepsItsNodesUntilToldToForget) {
    auto const leaves = make_leaves(kMost);
    Nodes nodes(leaves);
    auto const read = nodes.reader();
    TreeEdge edge(kSm3);
    TreeEdge forgetful(kSm3);
    for (std::size_t size = 0; size <= kMost; ++size) {
        auto const root = naive_root(Leaves(leaves).first(size));
        ASSERT_EQ(edge.root(), root) << size;
        ASSERT_EQ(forgetful.root(), root) << size;
        ASSERT_EQ(TreeEdge(kSm3, size, read).root(), root) << size;
        ASSERT_EQ(edge.size(), size);
        if (size == kMost) break;
        edge.append(leaves[size]);
        forgetful.append(leaves[size]);
        if (size % 7 == 0) forgetful.forget();
    }
    auto const kept = [&](std::uint8_t level, std::uint64_t index) { return edge.node(level, index); };
    EXPECT_EQ(inclusion_proof(kSm3, 5, kMost, kept), naive_path(5, leaves));
    for (std::uint8_t level = 0; level < 9; ++level)
        for (std::uint64_t index = 0; index < (kMost >> level); ++index)
            EXPECT_EQ(edge.node(level, index), read(level, index));
    EXPECT_THROW(static_cast<void>(edge.node(0, kMost)), std::out_of_range);
    EXPECT_THROW(static_cast<void>(edge.node(9, 0)), std::out_of_range);
}

TEST(TreeEdge, HasExactlyTheEdgeAndWhatWasFinishedSinceForgetting) {
    auto const leaves = make_leaves(kMost);
    Nodes nodes(leaves);
    auto const read = nodes.reader();
    for (std::size_t start : {0u, 1u, 2u, 3u, 100u, 127u, 128u, 200u, 255u, 256u}) {
        TreeEdge edge(kSm3, start, read);
        for (std::size_t size = start; size < kMost; ++size) edge.append(leaves[size]);
        EXPECT_EQ(edge.root(), naive_root(leaves)) << start;
        for (std::uint8_t level = 0; level < 9; ++level)
            for (std::uint64_t index = start >> level; index < (kMost >> level); ++index)
                ASSERT_EQ(edge.node(level, index), read(level, index)) << start << ": " << int{level} << "/" << index;
        edge.forget();
        EXPECT_EQ(edge.root(), naive_root(leaves));
        EXPECT_THROW(static_cast<void>(edge.node(0, kMost - 1)), std::out_of_range);  // 300 is even
        EXPECT_EQ(edge.node(2, 74), read(2, 74));                                     // 300 = 256 + 32 + 8 + 4
        EXPECT_EQ(edge.node(8, 0), read(8, 0));
    }
}

TEST(Proof, IsRefusedWithAnyNodeChangedAddedRemovedOrSwapped) {
    std::mt19937 random(20261120);
    auto const leaves = make_leaves(kMost);
    Nodes nodes(leaves);
    auto const read = nodes.reader();
    for (int round = 0; round < 400; ++round) {
        std::size_t const size = 1 + random() % kMost;
        std::size_t const index = random() % size;
        auto const root = root_hash(kSm3, Leaves(leaves).first(size));
        auto const path = inclusion_proof(kSm3, index, size, read);
        auto const old_root = root_hash(kSm3, Leaves(leaves).first(index + 1));
        auto const chain = consistency_proof(kSm3, index + 1, size, read);
        auto const included = [&](Proof const& proof) {
            return verify_inclusion(kSm3, leaves[index], index, size, proof, root);
        };
        auto const consistent = [&](Proof const& proof) {
            return verify_consistency(kSm3, index + 1, size, old_root, root, proof);
        };
        ASSERT_TRUE(included(path) && consistent(chain));
        auto const refused_when = [&](auto const& change) {
            auto longer = path;
            auto other = chain;
            if (change(longer)) { EXPECT_FALSE(included(longer)) << index << " of " << size; }
            if (change(other)) { EXPECT_FALSE(consistent(other)) << index << " of " << size; }
        };
        auto const at = [&](Proof const& proof) { return static_cast<std::ptrdiff_t>(random() % (proof.size() + 1)); };
        refused_when([&](Proof& proof) { return proof.insert(proof.begin() + at(proof), root), true; });
        refused_when([&](Proof& proof) { return proof.insert(proof.begin() + at(proof), leaves[index]), true; });
        refused_when([&](Proof& proof) { return !proof.empty() && (proof.pop_back(), true); });
        refused_when([&](Proof& proof) { return !proof.empty() && (proof.erase(proof.begin()), true); });
        refused_when([&](Proof& proof) { return proof.size() > 1 && (std::swap(proof.front(), proof.back()), true); });
        refused_when([&](Proof& proof) {
            if (proof.empty()) return false;
            proof[random() % proof.size()][random() % 32] ^= static_cast<std::uint8_t>(1u << random() % 8);
            return true;
        });
    }
}

TEST(Proof, HoldsForItsOwnIndexAndSizeOnly) {
    auto const leaves = make_leaves(70);
    Nodes nodes(leaves);
    auto const read = nodes.reader();
    for (std::size_t size : {1u, 2u, 3u, 7u, 8u, 33u, 64u, 70u}) {
        auto const root = root_hash(kSm3, Leaves(leaves).first(size));
        for (std::size_t i = 0; i < size; ++i) {
            auto const proof = inclusion_proof(kSm3, i, size, read);
            for (std::size_t index = 0; index < 80; ++index) {
                ASSERT_EQ(verify_inclusion(kSm3, leaves[i], index, size, proof, root), index == i)
                    << i << " of " << size;
            }
            EXPECT_FALSE(verify_inclusion(kSm3, root, i, size, proof, leaves[i]) && size > 1);
        }
    }
}

TEST(Proof, IsRefusedBeyondTheTreeAndForSizesThatDoNotFit) {
    auto const leaves = make_leaves(1);
    constexpr auto kHuge = ~std::uint64_t{0};
    EXPECT_FALSE(verify_inclusion(kSm3, leaves[0], 0, 0, {}, hash(kSm3, "")));
    EXPECT_FALSE(verify_inclusion(kSm3, leaves[0], 1, 1, {}, leaves[0]));
    EXPECT_FALSE(verify_inclusion(kSm3, leaves[0], kHuge, kHuge, {}, leaves[0]));
    EXPECT_FALSE(verify_inclusion(kSm3, leaves[0], kHuge - 1, kHuge, Proof(64, leaves[0]), leaves[0]));
    EXPECT_FALSE(verify_consistency(kSm3, kHuge - 1, kHuge, leaves[0], leaves[0], Proof(64, leaves[0])));
    EXPECT_FALSE(verify_consistency(kSm3, 2, 1, leaves[0], leaves[0], {}));
    Nodes nodes(leaves);
    auto const read = nodes.reader();
    EXPECT_THROW(inclusion_proof(kSm3, 1, 1, read), std::invalid_argument);
    EXPECT_THROW(consistency_proof(kSm3, 2, 1, read), std::invalid_argument);
    EXPECT_THROW(subtree_consistency_proof(kSm3, {1, 3}, 8, read), std::invalid_argument);
}

TEST(Subtree, IsProvedAndVerifiedForEveryValidRangeOfSmallTrees) {
    auto const leaves = make_leaves(20);
    Nodes nodes(leaves);
    auto const read = nodes.reader();
    int proved = 0;
    for (std::size_t size = 1; size <= leaves.size(); ++size) {
        auto const root = root_hash(kSm3, Leaves(leaves).first(size));
        for (std::size_t start = 0; start < size; ++start)
            for (std::size_t end = start + 1; end <= size; ++end) {
                Subtree const range{start, end};
                if (!range.valid()) continue;
                auto const part = root_hash(kSm3, Leaves(leaves).subspan(start, end - start));
                auto proof = subtree_consistency_proof(kSm3, range, size, read);
                ASSERT_TRUE(verify_subtree_consistency(kSm3, range, size, part, root, proof));
                ASSERT_FALSE(verify_subtree_consistency(kSm3, range, size, leaf_hash(kSm3, "other"), root, proof));
                proof.push_back(root);
                ASSERT_FALSE(verify_subtree_consistency(kSm3, range, size, part, root, proof));
                ++proved;
            }
    }
    EXPECT_GT(proved, 500);
}

}  // namespace
}  // namespace anping::crypto
