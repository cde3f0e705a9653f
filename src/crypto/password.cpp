// SPDX-License-Identifier: Apache-2.0
#include <argon2.h>

#include <stdexcept>

#include <anping/crypto/digest.hpp>
#include <anping/crypto/secret.hpp>

namespace anping::crypto {

namespace {

constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kHashBytes = 32;
constexpr std::uint32_t kLanes = 1;

}  // namespace

std::string hash_password(std::string_view password, PasswordCost cost) {
    auto const salt = random_bytes(kSaltBytes);
    std::string out(argon2_encodedlen(cost.passes, cost.memory_kib, kLanes, kSaltBytes, kHashBytes, Argon2_id), '\0');
    int const result = argon2id_hash_encoded(cost.passes, cost.memory_kib, kLanes, password.data(), password.size(),
                                             salt.data(), salt.size(), kHashBytes, out.data(), out.size());
    if (result != ARGON2_OK) throw std::runtime_error(std::string("argon2id: ") + argon2_error_message(result));
    out.resize(out.find('\0'));
    return out;
}

bool check_password(std::string_view password, std::string_view encoded) {
    int const result = argon2id_verify(std::string(encoded).c_str(), password.data(), password.size());
    if (result == ARGON2_OK) return true;
    if (result == ARGON2_VERIFY_MISMATCH) return false;
    throw std::runtime_error(std::string("argon2id: ") + argon2_error_message(result));
}

}  // namespace anping::crypto
