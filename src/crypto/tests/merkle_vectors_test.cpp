// SPDX-License-Identifier: Apache-2.0
// Every published vector of transparency-dev/merkle (SHA-256), and the roots of RFC 6962's example tree.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <anping/crypto/merkle.hpp>

namespace anping::crypto {
namespace {

namespace json = boost::json;
constexpr auto kSha256 = HashAlgorithm::sha256;
std::filesystem::path const kVectors = ANPING_SHARED_DIR "/data/vectors";

json::value read_json(std::filesystem::path const& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return json::parse(text.str());
}

struct BadShape : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Some vectors have "don't care 1" for a hash: twelve bytes stand for themselves followed by zeros. Any other length
// is no hash and cannot even be passed to a verifier here.
Digest digest_of(json::value const& value) {
    auto const bytes = from_base64(std::string(value.as_string()));
    if (!bytes || (bytes->size() != 32 && bytes->size() != 12)) throw BadShape("not a hash");
    Digest out{};
    std::copy(bytes->begin(), bytes->end(), out.begin());
    return out;
}

Proof proof_of(json::value const& value) {
    Proof out;
    if (value.is_null()) return out;
    for (auto const& node : value.as_array()) out.push_back(digest_of(node));
    return out;
}

std::uint64_t number(json::value const& vector, char const* name) { return vector.at(name).to_number<std::uint64_t>(); }

bool inclusion(json::value const& vector) {
    return verify_inclusion(kSha256, digest_of(vector.at("leafHash")), number(vector, "leafIdx"),
                            number(vector, "treeSize"), proof_of(vector.at("proof")), digest_of(vector.at("root")));
}

bool consistency(json::value const& vector) {
    return verify_consistency(kSha256, number(vector, "size1"), number(vector, "size2"), digest_of(vector.at("root1")),
                              digest_of(vector.at("root2")), proof_of(vector.at("proof")));
}

bool subtree_inclusion(json::value const& vector) {
    return verify_subtree_inclusion(kSha256, digest_of(vector.at("leafHash")), number(vector, "leafIdx"),
                                    {number(vector, "start"), number(vector, "end")}, proof_of(vector.at("proof")),
                                    digest_of(vector.at("root")));
}

bool subtree_consistency(json::value const& vector) {
    return verify_subtree_consistency(kSha256, {number(vector, "start"), number(vector, "end")}, number(vector, "size"),
                                      digest_of(vector.at("root1")), digest_of(vector.at("root2")),
                                      proof_of(vector.at("proof")));
}

struct Tally {
    int vectors = 0;
    int accepted = 0;
    int misshapen = 0;
};

template <class Verify>
Tally check_all(char const* folder, Verify const& verify) {
    Tally tally;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(kVectors / "merkle/testdata" / folder)) {
        if (entry.path().extension() != ".json") continue;
        auto const vector = read_json(entry.path());
        bool accepted = false;
        try {
            accepted = verify(vector);
        } catch (BadShape const&) { ++tally.misshapen; }
        EXPECT_EQ(accepted, !vector.at("wantErr").as_bool()) << entry.path();
        ++tally.vectors;
        tally.accepted += accepted ? 1 : 0;
    }
    return tally;
}

TEST(MerkleVectors, InclusionAllAgree) {
    auto const tally = check_all("inclusion", inclusion);
    EXPECT_EQ(tally.vectors, 98);
    EXPECT_GT(tally.accepted, 0);
    EXPECT_LT(tally.misshapen, 30);
}

TEST(MerkleVectors, ConsistencyAllAgree) {
    auto const tally = check_all("consistency", consistency);
    EXPECT_EQ(tally.vectors, 98);
    EXPECT_GT(tally.accepted, 0);
    EXPECT_LT(tally.misshapen, 30);
}

TEST(MerkleVectors, SubtreeInclusionAllAgree) {
    auto const tally = check_all("subtreeinclusion", subtree_inclusion);
    EXPECT_EQ(tally.vectors, 204);
    EXPECT_GT(tally.accepted, 0);
}

TEST(MerkleVectors, SubtreeConsistencyAllAgree) {
    auto const tally = check_all("subtreeconsistency", subtree_consistency);
    EXPECT_EQ(tally.vectors, 118);
    EXPECT_GT(tally.accepted, 0);
}

TEST(MerkleVectors, TheExampleTreeOfRfc6962HasItsRoots) {
    auto const all = read_json(kVectors / "vectors.json");
    auto const& example = all.at("rfc6962");
    auto const& roots = example.at("roots_by_size").as_array();
    std::vector<Digest> leaves;
    for (std::size_t size = 0;; ++size) {
        EXPECT_EQ(to_hex(root_hash(kSha256, leaves)), std::string(roots.at(size).as_string())) << size;
        if (size == example.at("leaves_hex").as_array().size()) break;
        std::string const hex(example.at("leaves_hex").as_array()[size].as_string());
        std::string entry;
        for (std::size_t i = 0; i < hex.size(); i += 2)
            entry += static_cast<char>(static_cast<std::uint8_t>(std::stoi(hex.substr(i, 2), nullptr, 16)));
        leaves.push_back(leaf_hash(kSha256, entry));
    }
    EXPECT_EQ(leaves.size() + 1, roots.size());
}

}  // namespace
}  // namespace anping::crypto
