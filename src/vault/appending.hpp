// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guarded.hpp"
#include "uploads.hpp"

namespace anping::vault {

UploadState state_of(Record const& record, std::int64_t offset);

// Of an upload that has all its bytes: takes none, says again what became of it.
class Finished final : public Vault::Append {
public:
    explicit Finished(UploadState state) : state_(std::move(state)) {}
    Result<void> write(std::string_view bytes) override {
        if (!bytes.empty()) return errors::too_large();
        return {};
    }
    Result<UploadState> finish() override { return state_; }

private:
    UploadState state_;
};

// Holds the upload and the lock on its part until it goes out of scope. Not thread-safe.
class Uploads::Appending final : public Vault::Append {
public:
    Appending(Uploads& uploads, Claim claim, File part, Record record, Hashing hashing);
    ~Appending() override;
    Appending(Appending const&) = delete;
    Appending& operator=(Appending const&) = delete;

    Result<void> write(std::string_view bytes) override;
    Result<UploadState> finish() override;

private:
    void take(std::string_view bytes);
    void sync();
    void settle();
    void complete();

    Uploads& uploads_;
    Claim claim_;
    File part_;
    Record record_;
    std::optional<Hashing> hashing_;
    std::int64_t offset_;
    std::optional<Error> refused_;
    bool settled_ = false;
};

}  // namespace anping::vault
