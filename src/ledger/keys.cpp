// SPDX-License-Identifier: Apache-2.0
#include <anping/crypto/digest.hpp>
#include <anping/crypto/secret.hpp>
#include <anping/ledger/keys.hpp>

#include "errors.hpp"
#include "files.hpp"

namespace anping::ledger {

Result<crypto::Sm2PrivateKey> load_or_make_signing_key(std::string const& directory, std::string const& passphrase) {
    auto const path = directory + "/keys/ledger.key";
    auto const public_path = directory + "/keys/ledger.pub";
    if (auto const pem = files::read(path)) {
        auto key = crypto::Sm2PrivateKey::from_pem(*pem, passphrase);
        if (key && !files::read(public_path)) files::write(public_path, key->public_key().to_pem());
        return key;
    }
    auto key = crypto::Sm2PrivateKey::generate();
    files::write(path, key.to_pem(passphrase), 0600);
    files::write(public_path, key.public_key().to_pem());
    return key;
}

Result<crypto::Sm2PublicKey> load_public_key(std::string const& directory) {
    auto const pem = files::read(directory + "/keys/ledger.pub");
    if (!pem) return unexpected<Error>(errors::bad_key("keys/ledger.pub is missing"));
    return crypto::Sm2PublicKey::from_pem(*pem);
}

std::string fingerprint(crypto::Sm2PublicKey const& key) {
    return crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sm3, key.raw()));
}

Result<std::string> load_or_make_data_key(std::string const& directory) {
    auto const path = directory + "/keys/data.key";
    if (auto text = files::read(path)) {
        if (!text->empty() && text->back() == '\n') text->pop_back();
        auto key = crypto::from_base64(*text);
        if (key && key->size() == crypto::kSealKeyBytes) return std::move(*key);
        return unexpected<Error>(errors::bad_key("keys/data.key is not 48 bytes in base64"));
    }
    auto key = crypto::random_bytes(crypto::kSealKeyBytes);
    files::write(path, crypto::to_base64(key) + '\n', 0600);
    return key;
}

}  // namespace anping::ledger
