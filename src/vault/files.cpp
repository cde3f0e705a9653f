// SPDX-License-Identifier: Apache-2.0
#include "files.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace anping::vault {
namespace {

[[noreturn]] void refuse(std::string const& what, int error = errno) {
    throw std::system_error(error, std::generic_category(), what);
}

std::string directory_of(std::string const& path) {
    auto const slash = path.rfind('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

int open_descriptor(std::string const& path, int flags) {
    for (;;) {
        int const descriptor = ::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (descriptor >= 0 || errno != EINTR) return descriptor;
    }
}

}  // namespace

File::File(std::string const& path, int flags) : descriptor_(open_descriptor(path, flags)) {
    if (descriptor_ < 0) refuse("open " + path);
}

std::optional<File> File::open_if_there(std::string const& path, int flags) {
    int const descriptor = open_descriptor(path, flags);
    if (descriptor >= 0) return File(descriptor);
    if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
    refuse("open " + path);
}

File::~File() {
    // A worker that is just being started may still have the descriptor; closing ours alone would leave it the lock.
    if (locked_) ::flock(descriptor_, LOCK_UN);
    if (descriptor_ >= 0) ::close(descriptor_);
}

File::File(File&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), locked_(std::exchange(other.locked_, false)) {}

File& File::operator=(File&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    std::swap(locked_, other.locked_);
    return *this;
}

std::int64_t File::size() const {
    struct stat status{};
    if (::fstat(descriptor_, &status) != 0) refuse("fstat");
    return status.st_size;
}

bool File::is_regular() const {
    struct stat status{};
    if (::fstat(descriptor_, &status) != 0) refuse("fstat");
    return S_ISREG(status.st_mode);
}

bool File::lock() {
    while (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) return false;
        if (errno != EINTR) refuse("flock");
    }
    locked_ = true;
    return true;
}

std::size_t File::write_at(std::int64_t offset, std::string_view bytes, std::optional<int>& error) const {
    std::size_t done = 0;
    while (done < bytes.size()) {
        auto const count =
            ::pwrite(descriptor_, bytes.data() + done, bytes.size() - done, offset + static_cast<std::int64_t>(done));
        if (count > 0) {
            done += static_cast<std::size_t>(count);
        } else if (count == 0 || errno != EINTR) {
            error = count == 0 ? ENOSPC : errno;
            break;
        }
    }
    return done;
}

void File::write_all_at(std::int64_t offset, std::string_view bytes) const {
    std::optional<int> error;
    write_at(offset, bytes, error);
    if (error) refuse("write", *error);
}

void File::sync() const {
    while (::fsync(descriptor_) != 0)
        if (errno != EINTR) refuse("fsync");
}

void File::truncate(std::int64_t size) const {
    while (::ftruncate(descriptor_, size) != 0)
        if (errno != EINTR) refuse("ftruncate");
}

std::int64_t File::read(std::int64_t length, std::function<void(std::string_view)> const& each) const {
    std::string buffer(256 * 1024, '\0');
    std::int64_t offset = 0;
    while (offset < length) {
        auto const wanted = std::min(static_cast<std::int64_t>(buffer.size()), length - offset);
        auto const count = ::pread(descriptor_, buffer.data(), static_cast<std::size_t>(wanted), offset);
        if (count == 0) break;
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) refuse("read");
        each(std::string_view(buffer).substr(0, static_cast<std::size_t>(count)));
        offset += count;
    }
    return offset;
}

std::optional<std::string> read_file(std::string const& path, std::int64_t limit) {
    auto const file = File::open_if_there(path, O_RDONLY);
    if (!file) return std::nullopt;
    if (file->size() > limit) refuse("read " + path, EFBIG);
    std::string content;
    file->read(limit, [&](std::string_view piece) { content += piece; });
    return content;
}

void replace_file(std::string const& path, std::string_view content, std::string const& by) {
    auto const fresh = path + "." + by + ".tmp";
    {
        File const file(fresh, O_WRONLY | O_CREAT | O_TRUNC);
        file.write_all_at(0, content);
        file.sync();
    }
    rename_file(fresh, path);
    sync_directory(directory_of(path));
}

void make_directory(std::string const& path) {
    if (::mkdir(path.c_str(), 0700) != 0) {
        if (errno != EEXIST) refuse("mkdir " + path);
        struct stat status{};
        if (::stat(path.c_str(), &status) != 0) refuse("stat " + path);
        if (!S_ISDIR(status.st_mode)) refuse("mkdir " + path, ENOTDIR);
    }
    // Also when it was there: whoever made it may have been stopped before this.
    sync_directory(directory_of(path));
}

void sync_directory(std::string const& path) {
    int const descriptor = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) refuse("open " + path);
    int const outcome = ::fsync(descriptor);
    int const error = errno;
    ::close(descriptor);
    if (outcome != 0) refuse("fsync " + path, error);
}

void link_over(std::string const& from, std::string const& to, std::string const& by) {
    auto const fresh = to + "." + by + ".tmp";
    while (::link(from.c_str(), fresh.c_str()) != 0) {
        if (errno != EEXIST) refuse("link " + to);
        remove_file(fresh);
    }
    rename_file(fresh, to);
    // Between two names of one file rename does nothing and leaves both.
    remove_file(fresh);
}

void rename_file(std::string const& from, std::string const& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) refuse("rename " + to);
}

void remove_file(std::string const& path) {
    if (::unlink(path.c_str()) != 0 && errno != ENOENT) refuse("unlink " + path);
}

bool exists(std::string const& path) {
    struct stat status{};
    return ::lstat(path.c_str(), &status) == 0;
}

}  // namespace anping::vault
