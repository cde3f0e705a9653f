// SPDX-License-Identifier: Apache-2.0
// Uploads on their way: who may append where, what of it is hashed and durable.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "blobs.hpp"
#include "files.hpp"
#include "record.hpp"

namespace anping::vault {

// Thread-safe. Throws std::system_error when the disk refuses.
class Uploads {
public:
    Uploads(std::string directory, Blobs& blobs, Clock const& clock, Limits limits);

    Result<UploadState> create(std::string const& owner, std::string const& file_name, std::int64_t length,
                               bool unclassified);
    Result<UploadState> state(UploadId const& id);
    Result<std::unique_ptr<Vault::Append>> append(UploadId const& id, std::int64_t offset);
    Blob put(std::string const& path);
    std::int64_t collect(Timestamp older_than);

private:
    class Appending;
    // Of an unfinished upload, for the quota and to go on hashing; the truth is on the disk.
    struct Session {
        std::string owner;
        std::int64_t length = 0;
        std::optional<std::int64_t> offset;      // while somebody appends
        std::optional<std::int64_t> believable;  // of the part, after the disk failed to sync the rest
        std::optional<Hashing> hashing;
        bool busy = false;
    };
    struct Found {
        Record record;
        std::int64_t offset = 0;
    };

    // Makes an upload busy, and free again when it goes out of scope.
    class Claim {
    public:
        static std::optional<Claim> of(Uploads& uploads, UploadId const& id);  // nothing when it is busy
        Claim(Claim&& other) noexcept = default;
        Claim& operator=(Claim&&) = delete;
        ~Claim();
        Session& session() const noexcept { return *session_; }
        void forget() noexcept { forget_ = true; }  // finished or gone: no session is needed any more
        void remember() noexcept { forget_ = false; }

    private:
        Claim(Uploads& uploads, UploadId id, std::shared_ptr<Session> session)
            : uploads_(&uploads), id_(std::move(id)), session_(std::move(session)) {}
        Uploads* uploads_;
        UploadId id_;
        std::shared_ptr<Session> session_;
        bool forget_ = false;
    };

    std::optional<Found> find(UploadId const& id, std::optional<std::int64_t> believable) const;
    Result<void> check(std::string const& owner, std::int64_t length) const;  // under the mutex
    Result<void> reserve(UploadId const& id, std::string const& owner, std::int64_t length);
    Result<std::unique_ptr<Vault::Append>> resume(Claim claim, File part, Found found);
    bool collect(UploadId const& id, Timestamp older_than);

    Records records_;
    Blobs& blobs_;
    Clock const& clock_;
    Limits limits_;
    std::mutex mutex_;
    std::map<UploadId, std::shared_ptr<Session>> sessions_;
};

}  // namespace anping::vault
