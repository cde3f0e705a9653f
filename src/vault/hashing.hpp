// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <anping/crypto/digest.hpp>

namespace anping::vault {

struct Digests {
    std::string sm3;
    std::string sha256;
};

// Both digests of bytes that come in pieces, in one pass.
class Hashing {
public:
    void update(std::string_view bytes) {
        sm3_.update(bytes);
        sha256_.update(bytes);
        count_ += static_cast<std::int64_t>(bytes.size());
    }
    std::int64_t count() const noexcept { return count_; }
    Digests finish() {
        count_ = 0;
        return {crypto::to_hex(sm3_.finish()), crypto::to_hex(sha256_.finish())};
    }

private:
    crypto::Hasher sm3_{crypto::HashAlgorithm::sm3};
    crypto::Hasher sha256_{crypto::HashAlgorithm::sha256};
    std::int64_t count_ = 0;
};

}  // namespace anping::vault
