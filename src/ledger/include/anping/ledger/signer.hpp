// SPDX-License-Identifier: Apache-2.0
// Signs tree heads, as a process of its own: reads the new entries itself, computes their leaves and the root anew,
// and signs only what continues the last head it signed. It is the ledger's first witness.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include <anping/base/result.hpp>
#include <anping/base/time.hpp>
#include <anping/crypto/sm2.hpp>
#include <anping/db/pool.hpp>
#include <anping/ledger/note.hpp>

namespace anping::ledger {

struct SignerOptions {
    std::string directory;  // heads/<size>.note and heads/latest are written below it
    std::string state;      // its own memory; "" for <directory>/signer.state. Keep it where the server cannot write
    std::string version;    // of the program, for the head
};

// Not thread-safe.
class Signer {
public:
    Signer(db::Address address, SignerOptions options, crypto::Sm2PrivateKey key, Clock const& clock);
    ~Signer();

    // Signs the tree as it is now. Nothing when it has not grown since the last head. Error conflict
    // ("ledger.refuses_to_sign") when it is smaller, or does not continue the last head, or contradicts itself; throws
    // DbError or std::system_error when database or disk do not answer.
    Result<std::optional<Checkpoint>> sign();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace anping::ledger
