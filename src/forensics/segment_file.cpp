// SPDX-License-Identifier: Apache-2.0
#include "segment_file.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include "errors.hpp"

namespace anping::forensics {
namespace {

constexpr std::size_t kPending = 64 * kBlock;

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
    pending_.reserve(kPending + kBlock);
}

SegmentFile::~SegmentFile() {
    if (handle_ < 0) return;
    ::close(handle_);
    ::unlink(beside_.c_str());
}

void SegmentFile::begin(Part& part) { part.at = at_; }

void SegmentFile::put(void const* bytes, std::size_t size) {
    auto const* const from = static_cast<std::uint8_t const*>(bytes);
    pending_.insert(pending_.end(), from, from + size);
    at_ += size;
    if (pending_.size() >= kPending) flush(pending_.size() / kBlock * kBlock);
}

void SegmentFile::end(Part& part) {
    part.bytes = at_ - part.at;
    fill_page();
}

void SegmentFile::fill_page() {
    auto const more = padded(at_) - at_;
    pending_.resize(pending_.size() + more);
    at_ += more;
}

// The first so many of the pending bytes; all but the last time whole blocks.
void SegmentFile::flush(std::size_t bytes) {
    write(at_ - pending_.size(), pending_.data(), bytes);
    for (std::size_t from = 0; from < bytes; from += kBlock)
        sums_.push_back(
            static_cast<std::uint32_t>(::crc32_z(0, pending_.data() + from, std::min(kBlock, bytes - from))));
    pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(bytes));
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
    flush(pending_.size());
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
