// SPDX-License-Identifier: Apache-2.0
// The keys of this module and the only place where passwords are hashed.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <anping/base/result.hpp>
#include <anping/crypto/secret.hpp>

namespace anping::access {

struct SecretOptions {
    crypto::PasswordCost cost = {};
    std::size_t hashes_at_once = 2;  // each takes cost.memory_kib
    std::size_t waiting = 2;         // further ones that may wait; beyond, the caller is asked to try again
};

// Thread-safe. Keys are derived from the data key: losing it makes every password useless, stealing the database
// alone does not help guessing them.
class Secrets {
public:
    explicit Secrets(std::string_view data_key, SecretOptions options = {});
    ~Secrets();

    // Error unavailable when too many hash at once.
    Result<std::string> hash(std::string_view password) const;
    // Against nothing (an unknown login) it takes as long and is false.
    Result<bool> check(std::string_view password, std::optional<std::string> const& encoded) const;

    // Under which a login is found without being kept in clear; hex. Case and surrounding spaces do not count.
    std::string login_key(std::string_view login) const;
    std::string seal_totp(std::string_view account, std::string_view secret) const;  // base64
    std::optional<std::string> unseal_totp(std::string_view account, std::string_view sealed) const;
    std::string csrf_token(std::string_view session) const;  // hex

private:
    struct State;
    std::unique_ptr<State> state_;
};

// Letters in lower case, without surrounding spaces.
std::string plain_login(std::string_view login);

// At least 10 characters, at most 128, none of the well-known ones, not the login itself.
Result<void> check_password_rule(std::string const& password, std::string const& login, std::string const& pointer);

}  // namespace anping::access
