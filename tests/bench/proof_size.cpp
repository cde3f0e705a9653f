// SPDX-License-Identifier: Apache-2.0
// bench_proof LEAVES: builds that tree, proves entries all over it, checks each proof, and prints the longest in bytes.
#include <array>
#include <cstdint>
#include <iostream>
#include <random>
#include <string>

#include <anping/crypto/merkle.hpp>

int main(int argc, char** argv) {
    using namespace anping::crypto;
    if (argc != 2) {
        std::cerr << "usage: bench_proof LEAVES\n";
        return 2;
    }
    auto const size = std::stoull(argv[1]);
    constexpr auto kHash = HashAlgorithm::sm3;
    TreeEdge edge(kHash);
    auto const leaf = [](std::uint64_t index) { return leaf_hash(kHash, std::to_string(index)); };
    for (std::uint64_t index = 0; index < size; ++index) edge.append(leaf(index));
    auto const root = edge.root();
    std::mt19937_64 random(20261120);
    std::size_t longest = 0;
    for (int round = 0; round < 1000; ++round) {
        auto const index = round == 0 ? 0 : round == 1 ? size - 1 : random() % size;
        auto const proof = inclusion_proof(kHash, index, size,
                                           [&](std::uint8_t level, std::uint64_t at) { return edge.node(level, at); });
        if (!verify_inclusion(kHash, leaf(index), index, size, proof, root)) {
            std::cerr << "the proof of " << index << " does not hold\n";
            return 1;
        }
        longest = std::max(longest, proof.size() * sizeof(Digest));
    }
    std::cout << longest << '\n';
    return 0;
}
