// SPDX-License-Identifier: Apache-2.0
#include "file_transfer.hpp"

#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace anping::http {
namespace {

constexpr std::uint64_t kPiece = 256 * 1024;
constexpr int kPiecesPerTurn = 8;  // then other connections have the worker

[[noreturn]] void throw_errno(std::string const& path) {
    throw std::system_error(errno, std::generic_category(), path);
}

}  // namespace

FileTransfer::~FileTransfer() {
    if (file_ >= 0) ::close(file_);
}

void FileTransfer::open(std::string const& path, std::uint64_t size, std::uint64_t first, std::uint64_t length) {
    file_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file_ < 0) throw_errno(path);
    struct stat facts{};
    if (::fstat(file_, &facts) != 0) throw_errno(path);
    if (!S_ISREG(facts.st_mode) || static_cast<std::uint64_t>(facts.st_size) < size) {
        throw std::system_error(std::make_error_code(std::errc::io_error), path + " is not what was announced");
    }
    offset_ = first;
    remaining_ = length;
}

std::string FileTransfer::read_all() {
    std::string out(remaining_, '\0');
    std::size_t got = 0;
    while (got < out.size()) {
        auto const n = ::pread(file_, out.data() + got, out.size() - got, static_cast<off_t>(offset_ + got));
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) throw std::system_error(n < 0 ? errno : EIO, std::generic_category(), "reading a file to send");
        got += static_cast<std::size_t>(n);
    }
    remaining_ = 0;
    return out;
}

FileTransfer::Sent FileTransfer::send(int socket) noexcept {
    for (int piece = 0; piece < kPiecesPerTurn && remaining_ > 0;) {
        auto offset = static_cast<off_t>(offset_);
        auto const n = ::sendfile(socket, file_, &offset, std::min(remaining_, kPiece));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return Sent::blocked;
        if (n <= 0) return Sent::failed;
        offset_ += static_cast<std::uint64_t>(n);
        remaining_ -= static_cast<std::uint64_t>(n);
        ++piece;
    }
    return Sent::some;
}

}  // namespace anping::http
