// SPDX-License-Identifier: Apache-2.0
#include "appending.hpp"

#include <system_error>

namespace anping::vault {
namespace {

// Small enough that a power cut costs seconds of an upload, large enough to cost little.
constexpr std::int64_t kSyncEvery = std::int64_t{64} << 20;

}  // namespace

Uploads::Appending::Appending(Uploads& uploads, Claim claim, File part, Record record, Hashing hashing)
    : uploads_(uploads),
      claim_(std::move(claim)),
      part_(std::move(part)),
      record_(std::move(record)),
      hashing_(std::move(hashing)),
      offset_(hashing_->count()) {}

Uploads::Appending::~Appending() {
    // The connection broke: what came stays.
    if (!settled_)
        static_cast<void>(guarded([&]() -> Result<void> {
            settle();
            return {};
        }));
    if (record_.blob) claim_.forget();
    else claim_.session().hashing = std::move(hashing_);
}

Result<void> Uploads::Appending::write(std::string_view bytes) {
    if (!refused_) {
        auto const room = static_cast<std::uint64_t>(record_.length - offset_);
        auto outcome = bytes.size() > room ? Result<void>(errors::too_large()) : guarded([&]() -> Result<void> {
            take(bytes);
            return {};
        });
        if (!outcome) refused_ = std::move(outcome.error());
    }
    if (refused_) return unexpected<Error>(*refused_);
    return {};
}

void Uploads::Appending::take(std::string_view bytes) {
    std::optional<int> error;
    auto const count = part_.write_at(offset_, bytes, error);
    hashing_->update(bytes.substr(0, count));
    offset_ += static_cast<std::int64_t>(count);
    {
        std::lock_guard const lock(uploads_.mutex_);
        claim_.session().offset = offset_;
    }
    if (error) throw std::system_error(*error, std::generic_category(), "write");
    if (offset_ - record_.durable >= kSyncEvery) settle();
}

// After a sync that failed nobody knows which of the bytes are on the disk, and asking again would be answered with
// yes.
void Uploads::Appending::sync() {
    try {
        part_.sync();
    } catch (std::system_error const&) {
        hashing_.reset();
        settled_ = true;
        std::lock_guard const lock(uploads_.mutex_);
        claim_.session().believable = record_.durable;
        claim_.session().offset = offset_ = record_.durable;
        throw;
    }
    record_.durable = offset_;
    record_.boot = boot_id();
}

void Uploads::Appending::settle() {
    if (offset_ != record_.durable || record_.boot != boot_id()) sync();
    record_.changed = uploads_.clock_.now();
    uploads_.records_.save(record_);
}

void Uploads::Appending::complete() {
    auto const part = uploads_.records_.part_of(record_.id);
    auto const digests = std::exchange(hashing_, std::nullopt)->finish();
    auto done = record_;
    done.blob = uploads_.blobs_.adopt(part, digests, record_.length, record_.id.text);
    done.changed = uploads_.clock_.now();
    uploads_.records_.save(done);
    record_ = std::move(done);
    remove_file(part);
}

Result<UploadState> Uploads::Appending::finish() {
    if (refused_) return unexpected<Error>(*refused_);
    settled_ = true;
    return guarded([&]() -> Result<UploadState> {
        settle();
        if (offset_ == record_.length) complete();
        return state_of(record_, offset_);
    });
}

}  // namespace anping::vault
