// SPDX-License-Identifier: Apache-2.0
// What is kept of an upload beside its bytes: <directory>/<id>.json, written whole or not at all.
#pragma once

#include <optional>
#include <string>

#include <anping/vault/vault.hpp>

namespace anping::vault {

struct Record {
    UploadId id;
    std::string owner;
    std::string file_name;
    std::int64_t length = 0;
    // How many bytes a power cut cannot take, and of which start of the machine more than these may be believed: a file
    // that grew just before a power cut may end in bytes nobody sent.
    std::int64_t durable = 0;
    std::string boot;
    std::optional<Blob> blob;
    Timestamp started;
    Timestamp changed;
    std::optional<Timestamp> unclassified_at;
};
BOOST_DESCRIBE_STRUCT(Record, (),
                      (id, owner, file_name, length, durable, boot, blob, started, changed, unclassified_at))

std::string const& boot_id();  // of this start of the machine

class Records {
public:
    explicit Records(std::string directory) : directory_(std::move(directory)) {}

    static bool is_id(std::string_view text) noexcept;  // 32 hex digits: nothing else becomes part of a path
    std::string part_of(UploadId const& id) const { return directory_ + "/" + id.text + ".part"; }
    // Nothing when there is none, or none that can be understood (which is logged).
    std::optional<Record> load(UploadId const& id) const;
    void save(Record const& record) const;
    void remove(UploadId const& id) const;
    std::vector<UploadId> unfinished() const;  // those with a part file
    // Removes what a crash left: parts nobody has a record of, half-written records.
    void clean() const;

private:
    std::string directory_;
};

}  // namespace anping::vault
