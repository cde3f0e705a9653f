// SPDX-License-Identifier: Apache-2.0
// Key files below <dir>/keys: ledger.key and ledger.pub (the signer's SM2 pair), data.key (what personal values are
// sealed under).
#pragma once

#include <string>

#include <anping/base/result.hpp>
#include <anping/crypto/sm2.hpp>

namespace anping::ledger {

// Makes the pair when there is none. The private half is PKCS#8, readable by its owner only, encrypted when the
// passphrase is not empty.
Result<crypto::Sm2PrivateKey> load_or_make_signing_key(std::string const& directory, std::string const& passphrase);
Result<crypto::Sm2PublicKey> load_public_key(std::string const& directory);
// SM3 of the raw public key, hex: what is printed on paper to compare.
std::string fingerprint(crypto::Sm2PublicKey const& key);

// 48 random bytes in base64, made when there are none, readable by their owner only.
Result<std::string> load_or_make_data_key(std::string const& directory);

}  // namespace anping::ledger
