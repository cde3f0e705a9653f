// SPDX-License-Identifier: Apache-2.0
// Signed tree heads as C2SP signed notes (c2sp.org/tlog-checkpoint, c2sp.org/signed-note).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <anping/base/result.hpp>
#include <anping/base/time.hpp>
#include <anping/crypto/digest.hpp>
#include <anping/crypto/sm2.hpp>

namespace anping::ledger {

// The tree's state at one moment. The text that is signed:
//   origin, size, base64 root, then "hash=sm3", "time=2026-...", "version=0.1.0", each on its line.
struct Checkpoint {
    std::string origin;
    std::int64_t size = 0;
    crypto::Digest root{};
    crypto::HashAlgorithm hash = crypto::HashAlgorithm::sm3;
    Timestamp time;
    std::string version;
    bool operator==(Checkpoint const&) const = default;
};

struct NoteSignature {
    std::string name;
    std::string key_id;  // 4 bytes
    std::string signature;
    bool operator==(NoteSignature const&) const = default;
};

struct Note {
    Checkpoint checkpoint;
    std::string text;  // what is signed
    std::vector<NoteSignature> signatures;
};

std::string checkpoint_text(Checkpoint const& checkpoint);
// First 4 bytes of SHA-256(name, 0x0A, 0xFF, "anping sm2-sm3", 0x0A, the key's 65 raw bytes).
std::string note_key_id(std::string_view name, crypto::Sm2PublicKey const& key);
std::string sign_note(Checkpoint const& checkpoint, crypto::Sm2PrivateKey const& key);

// Strict: exactly what checkpoint_text writes, 1 to 16 signature lines, at most 16 KiB. Checks no signature.
Result<Note> parse_note(std::string_view bytes);
// Parses, and requires a signature by `key` under the origin's name; signatures of others are ignored.
Result<Note> open_note(std::string_view bytes, crypto::Sm2PublicKey const& key);

}  // namespace anping::ledger
