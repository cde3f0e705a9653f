// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <system_error>

#include "files.hpp"

namespace anping::ledger::files {
namespace {

[[noreturn]] void fault(std::string const& what) { throw std::system_error(errno, std::generic_category(), what); }

class File {
public:
    File(std::string const& path, int flags, unsigned mode)
        : path_(path), fd_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {
        if (fd_ < 0) fault(path);
    }
    ~File() { ::close(fd_); }
    File(File const&) = delete;
    File& operator=(File const&) = delete;

    void write(std::string_view bytes, std::uint64_t offset) {
        while (!bytes.empty()) {
            auto const count = ::pwrite(fd_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) fault(path_);
            bytes.remove_prefix(static_cast<std::size_t>(count));
            offset += static_cast<std::uint64_t>(count);
        }
    }
    std::string read() {
        std::string bytes;
        char buffer[16'384];
        for (;;) {
            auto const count = ::read(fd_, buffer, sizeof buffer);
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) fault(path_);
            if (count == 0) return bytes;
            bytes.append(buffer, static_cast<std::size_t>(count));
        }
    }
    void sync() {
        if (::fsync(fd_) != 0) fault(path_);
    }

private:
    std::string path_;
    int fd_;
};

std::string parent(std::string const& path) { return std::filesystem::path(path).parent_path().string(); }

}  // namespace

std::optional<std::string> read(std::string const& path) {
    try {
        return File(path, O_RDONLY, 0).read();
    } catch (std::system_error const& e) {
        if (e.code() == std::errc::no_such_file_or_directory || e.code() == std::errc::not_a_directory)
            return std::nullopt;
        throw;
    }
}

void write(std::string const& path, std::string_view bytes, unsigned mode) {
    std::filesystem::create_directories(parent(path));
    auto const temporary = path + ".tmp";
    {
        File file(temporary, O_WRONLY | O_CREAT | O_TRUNC, mode);
        file.write(bytes, 0);
        file.sync();
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0) fault(path);
    sync(parent(path));
}

void write_at(std::string const& path, std::uint64_t offset, std::string_view bytes) {
    try {
        File(path, O_WRONLY | O_CREAT, 0644).write(bytes, offset);
    } catch (std::system_error const& e) {
        if (e.code() != std::errc::no_such_file_or_directory) throw;
        std::filesystem::create_directories(parent(path));
        File(path, O_WRONLY | O_CREAT, 0644).write(bytes, offset);
    }
}

void sync(std::string const& path) { File(path, O_RDONLY, 0).sync(); }

}  // namespace anping::ledger::files
