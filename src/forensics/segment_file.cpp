// SPDX-License-Identifier: Apache-2.0
#include "segment_file.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include <array>

#include "errors.hpp"

namespace anping::forensics {
namespace {

// What a kernel that can keeps in one huge page each, so that places far apart are read faster.
constexpr std::size_t kChunk = 64 * kBlock;

// The directory's own entry: a name that is not synced may be lost with its file.
int sync_directory(std::filesystem::path const& directory) {
    auto const handle = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) return errno;
    auto const failed = ::fsync(handle) == 0 ? 0 : errno;
    ::close(handle);
    return failed;
}

}  // namespace

SegmentFile::SegmentFile(std::filesystem::path file) : file_(std::move(file)), beside_(file_.string() + ".new") {
    handle_ = ::open(beside_.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0640);
    if (handle_ < 0) failed_ = errno;
    pending_.reserve(kChunk);
}

SegmentFile::~SegmentFile() {
    if (handle_ < 0) return;
    ::close(handle_);
    ::unlink(beside_.c_str());
}

void SegmentFile::begin(Part& part) { part.at = at_; }

void SegmentFile::put(void const* bytes, std::size_t size) {
    auto const* from = static_cast<std::uint8_t const*>(bytes);
    auto const to_fill = kChunk - at_ % kChunk;
    if (size >= to_fill) {
        keep(from, to_fill);
        flush();
        from += to_fill;
        size -= to_fill;
        for (; size >= kChunk; from += kChunk, size -= kChunk) {
            write_summed(from, kChunk);
            at_ += kChunk;
        }
    }
    keep(from, size);
}

void SegmentFile::keep(std::uint8_t const* from, std::size_t size) {
    pending_.insert(pending_.end(), from, from + size);
    at_ += size;
}

void SegmentFile::end(Part& part) {
    static constexpr std::array<std::uint8_t, kPage> kNothing{};
    part.bytes = at_ - part.at;
    put(kNothing.data(), padded(at_) - at_);
}

void SegmentFile::flush() {
    at_ -= pending_.size();
    write_summed(pending_.data(), pending_.size());
    at_ += pending_.size();
    pending_.clear();
}

// From `at_` on; ends where a block does, but for the last time.
void SegmentFile::write_summed(std::uint8_t const* from, std::size_t size) {
    for (std::size_t done = 0; done < size;) {
        auto const some = std::min(size - done, kBlock - (at_ + done) % kBlock);
        sums_.push_back(static_cast<std::uint32_t>(::crc32_z(0, from + done, some)));
        done += some;
    }
    write(at_, from, size);
}

void SegmentFile::write(std::uint64_t at, void const* bytes, std::size_t size) {
    auto const* from = static_cast<std::uint8_t const*>(bytes);
    while (size > 0 && failed_ == 0) {
        auto const done = ::pwrite(handle_, from, size, static_cast<off_t>(at));
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) {
            failed_ = done < 0 ? errno : EIO;
            return;
        }
        from += done;
        at += static_cast<std::uint64_t>(done);
        size -= static_cast<std::size_t>(done);
    }
}

Result<void> SegmentFile::finish(Head head) {
    flush();
    head.sum = {at_, sums_.size() * sizeof(std::uint32_t)};
    write(head.sum.at, sums_.data(), head.sum.bytes);
    head.size = head.sum.at + head.sum.bytes;
    head.own = own_sum(head);
    std::array<std::uint8_t, kPage> page{};
    std::memcpy(page.data(), &head, sizeof head);
    write(0, page.data(), page.size());
    if (failed_ == 0 && ::fsync(handle_) != 0) failed_ = errno;
    if (failed_ == 0 && ::rename(beside_.c_str(), file_.c_str()) != 0) failed_ = errno;
    if (failed_ == 0) {
        ::close(std::exchange(handle_, -1));
        failed_ = sync_directory(file_.parent_path());
    }
    if (failed_ != 0) return file_failed(file_, "write", failed_);
    return {};
}

}  // namespace anping::forensics
