// SPDX-License-Identifier: Apache-2.0
#include <anping/crypto/digest.hpp>
#include <anping/ledger/kept.hpp>

namespace anping::ledger {

std::string row_seal(std::string_view table, std::initializer_list<std::string_view> values) {
    std::string text(table);
    for (auto const value : values) {
        text += '\n' + std::to_string(value.size()) + ':';
        text += value;
    }
    return crypto::to_hex(crypto::hash(crypto::HashAlgorithm::sm3, text));
}

}  // namespace anping::ledger
