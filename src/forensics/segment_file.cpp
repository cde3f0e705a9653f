// SPDX-License-Identifier: Apache-2.0
#include "segment_file.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
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

std::uint32_t sum_of(std::uint8_t const* from, std::size_t size) {
    return static_cast<std::uint32_t>(::crc32_z(0, from, size));
}

}  // namespace

SegmentFile::SegmentFile(std::filesystem::path file) : file_(std::move(file)), beside_(file_.string() + ".new") {
    handle_ = ::open(beside_.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0640);
    if (handle_ < 0) failed_ = errno;
    pending_.reserve(kChunk);
}

SegmentFile::~SegmentFile() {
    if (handle_ < 0) return;
    if (writing_aside_.valid()) writing_aside_.wait();
    ::close(handle_);
    ::unlink(beside_.c_str());
}

void SegmentFile::begin(Part& part) { part.at = at_; }

void SegmentFile::put(void const* bytes, std::size_t size) {
    auto const* from = static_cast<std::uint8_t const*>(bytes);
    if (auto const filled = fill_chunk(from, size); filled != 0) {
        from += filled;
        size -= filled;
        for (; size >= kChunk; from += kChunk, size -= kChunk) {
            write_summed(from, kChunk);
            at_ += kChunk;
        }
    }
    keep(from, size);
}

// How many bytes complete the chunk that was begun; 0 when they are too few.
std::size_t SegmentFile::fill_chunk(std::uint8_t const* from, std::size_t size) {
    auto const to_fill = kChunk - at_ % kChunk;
    if (size < to_fill) return 0;
    keep(from, to_fill);
    flush();
    return to_fill;
}

void SegmentFile::lay_aside(std::span<std::uint8_t const> bytes) {
    auto const filled = fill_chunk(bytes.data(), bytes.size());
    auto const rest = bytes.subspan(filled);
    auto const whole = filled != 0 ? rest.size() / kChunk * kChunk : 0;
    if (whole != 0) {
        aside_.push_back({rest.data(), at_, whole});
        sums_.resize(sums_.size() + whole / kBlock);
        at_ += whole;
    }
    keep(rest.data() + whole, rest.size() - whole);
}

void SegmentFile::write_laid_aside(std::launch how) {
    if (handle_ >= 0) writing_aside_ = std::async(how, [this] { return write_aside(); });
}

SegmentFile::Written SegmentFile::write_aside() const {
    Written out;
    for (auto const& one : aside_)
        for (std::size_t done = 0; done < one.size; done += kBlock) {
            out.sums.push_back(sum_of(one.from + done, kBlock));
            if (out.failed == 0) out.failed = written(one.at + done, one.from + done, kBlock);
        }
    return out;
}

void SegmentFile::take_in_aside() {
    if (!writing_aside_.valid()) return;
    auto const done = writing_aside_.get();
    auto sum = done.sums.begin();
    for (auto const& one : aside_) {
        auto const blocks = static_cast<std::ptrdiff_t>(one.size / kBlock);
        std::copy(sum, sum + blocks, sums_.begin() + static_cast<std::ptrdiff_t>(one.at / kBlock));
        sum += blocks;
    }
    if (failed_ == 0) failed_ = done.failed;
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
        sums_.push_back(sum_of(from + done, some));
        done += some;
    }
    write(at_, from, size);
}

void SegmentFile::write(std::uint64_t at, void const* bytes, std::size_t size) {
    if (failed_ == 0) failed_ = written(at, bytes, size);
}

int SegmentFile::written(std::uint64_t at, void const* bytes, std::size_t size) const {
    auto const* from = static_cast<std::uint8_t const*>(bytes);
    while (size > 0) {
        auto const done = ::pwrite(handle_, from, size, static_cast<off_t>(at));
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) return done < 0 ? errno : EIO;
        from += done;
        at += static_cast<std::uint64_t>(done);
        size -= static_cast<std::size_t>(done);
    }
    return 0;
}

Result<void> SegmentFile::finish(Head head) {
    flush();
    take_in_aside();
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
