// SPDX-License-Identifier: Apache-2.0
// Any bytes as a claim about a small tree: what the verifier accepts must be true, and the true proof itself.
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <anping/crypto/merkle.hpp>

namespace {

using namespace anping::crypto;

constexpr auto kSm3 = HashAlgorithm::sm3;
constexpr std::size_t kMost = 64;

class Input {
public:
    Input(std::uint8_t const* data, std::size_t size) : data_(data), left_(size) {}
    std::uint8_t byte() {
        if (left_ == 0) return 0;
        --left_;
        return *data_++;
    }
    std::uint64_t number() {
        std::uint64_t out = 0;
        for (int i = 0; i < 8; ++i) out = out << 8 | byte();
        return out;
    }
    bool more() const { return left_ > 0; }

private:
    std::uint8_t const* data_;
    std::size_t left_;
};

std::vector<Digest> const& leaves() {
    static auto const all = [] {
        std::vector<Digest> out;
        for (std::size_t i = 0; i < kMost; ++i) out.push_back(leaf_hash(kSm3, std::to_string(i)));
        return out;
    }();
    return all;
}

// Computed once: the same few thousand roots are asked for in every run.
Digest part(std::uint64_t start, std::uint64_t end) {
    static std::map<std::pair<std::uint64_t, std::uint64_t>, Digest> known;
    auto const [found, fresh] = known.try_emplace({start, end});
    if (fresh) found->second = root_hash(kSm3, std::span(leaves()).subspan(start, end - start));
    return found->second;
}

Digest node_at(std::uint8_t level, std::uint64_t index) { return part(index << level, (index + 1) << level); }

// Changes a proof as the input says: flips, removals, insertions of hashes an attacker has.
void tamper(Proof& proof, Input& in) {
    while (in.more()) {
        auto const where = proof.empty() ? 0 : in.byte() % proof.size();
        switch (in.byte() % 4) {
            case 0:
                if (!proof.empty()) proof[where][in.byte() % 32] ^= in.byte();
                break;
            case 1:
                if (!proof.empty()) proof.erase(proof.begin() + static_cast<std::ptrdiff_t>(where));
                break;
            case 2: {
                auto const start = in.byte() % kMost;
                auto const end = start + in.byte() % (kMost - start) + 1;
                if (proof.size() < 70)
                    proof.insert(proof.begin() + static_cast<std::ptrdiff_t>(where), part(start, end));
                break;
            }
            default: return;
        }
    }
}

void require(bool ok) {
    if (!ok) std::abort();
}

// What is claimed beside the truth; one claim in four is about sizes no tree here has.
struct Claim {
    std::uint64_t first;
    std::uint64_t second;
};
Claim claim(Input& in, bool wild) {
    if (wild) return {in.number(), in.number()};
    return {in.byte() % (kMost + 2), in.byte() % (kMost + 2)};
}

void inclusion(Input& in, Claim claimed, std::uint64_t index, std::uint64_t size) {
    auto const original = inclusion_proof(kSm3, index, size, node_at);
    auto proof = original;
    tamper(proof, in);
    auto const& leaf = leaves()[index];
    auto const root = part(0, size);
    require(verify_inclusion(kSm3, leaf, index, size, proof, root) == (proof == original));
    // The same path may fit another size, but proves nothing about a leaf outside it.
    if (verify_inclusion(kSm3, leaf, claimed.first, claimed.second, proof, root))
        require(proof == original && claimed.first < claimed.second);
}

void consistency(Input& in, Claim claimed, std::uint64_t old_size, std::uint64_t size) {
    auto const original = consistency_proof(kSm3, old_size, size, node_at);
    auto proof = original;
    tamper(proof, in);
    auto const old_root = part(0, old_size);
    auto const root = part(0, size);
    require(verify_consistency(kSm3, old_size, size, old_root, root, proof) == (proof == original));
    if (verify_consistency(kSm3, claimed.first, claimed.second, old_root, root, proof))
        require(claimed.first > 0 && claimed.first <= claimed.second);
    Subtree const range{claimed.first, claimed.second};
    if (range.valid() && range.end <= size && range.start < range.end) {
        auto const whole = subtree_consistency_proof(kSm3, range, size, node_at);
        auto const range_root = part(range.start, range.end);
        require(verify_subtree_consistency(kSm3, range, size, range_root, root, proof) == (proof == whole));
    }
    static_cast<void>(verify_subtree_consistency(kSm3, range, in.number(), old_root, root, proof));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t length) {
    Input in(data, length);
    auto const kind = in.byte();
    auto const size = in.byte() % kMost + 1;
    auto const index = in.byte() % size;
    auto const claimed = claim(in, kind % 4 == 3);
    if (kind & 4) inclusion(in, claimed, index, size);
    else consistency(in, claimed, index + 1, size);
    return 0;
}
