// SPDX-License-Identifier: Apache-2.0
// A zip that proves itself: entries, proofs, signed head, key, evidence, and a page that checks them without a server
// or a network. docs/formats/ledger.md describes every byte.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <anping/base/codec.hpp>
#include <anping/base/result.hpp>
#include <anping/db/session.hpp>
#include <anping/ledger/personal.hpp>

namespace anping::ledger {

struct Evidence {
    std::string sm3;  // hex: must be named in one of the entries
    std::string path;
};

struct ArchiveRequest {
    std::vector<std::string> subjects;  // all their entries below the newest signed head go in
    std::vector<Evidence> evidence = {};
    std::vector<Opening> openings = {};  // personal values whose reader may know them
    std::string note = {};               // to be read by people, below how to check the archive; proves nothing
};

struct ArchiveWritten {
    std::int64_t entries = 0;
    std::int64_t not_signed_yet = 0;  // entries of these subjects no head covers yet: left out
    std::int64_t bytes = 0;
};

// The same request under the same head makes the same bytes. The file appears whole or not at all.
Result<ArchiveWritten> write_archive(db::Session& session, std::string const& directory, ArchiveRequest const& request,
                                     std::string const& file);

// The same in a file below the ledger's directory, to be sent from there; its path. `name`: of its subject. What was
// made an hour ago is removed when the next one is.
Result<std::string> export_archive(db::Session& session, std::string const& directory, ArchiveRequest const& request,
                                   std::string const& name);

struct ArchiveVerified {
    std::string origin;
    std::int64_t size = 0;    // of the signed tree
    std::string root;         // hex
    Timestamp time;           // of the signed head
    std::string fingerprint;  // SM3 of the key: compare it with the one published
    std::vector<std::string> subjects;
    std::int64_t entries = 0;
    std::int64_t evidence = 0;
    std::int64_t openings = 0;
};
BOOST_DESCRIBE_STRUCT(ArchiveVerified, (),
                      (origin, size, root, time, fingerprint, subjects, entries, evidence, openings))

// Error invalid_input ("ledger.bad_archive") with the reason. `expected_fingerprint`: "" to accept any key.
Result<ArchiveVerified> verify_archive(std::string const& file, std::string const& expected_fingerprint = "");
Result<ArchiveVerified> verify_archive_bytes(std::string_view bytes, std::string const& expected_fingerprint = "");

std::string_view verify_page();  // verify.html

}  // namespace anping::ledger
