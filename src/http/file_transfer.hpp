// SPDX-License-Identifier: Apache-2.0
// From a file to a socket without passing through our memory: a thousand slow readers cost no buffers.
#pragma once

#include <cstdint>
#include <string>

namespace anping::http {

class FileTransfer {
public:
    FileTransfer() = default;
    FileTransfer(FileTransfer const&) = delete;
    FileTransfer& operator=(FileTransfer const&) = delete;
    ~FileTransfer();

    // Throws std::system_error if the file cannot be read or is shorter than `size` says.
    void open(std::string const& path, std::uint64_t size, std::uint64_t first, std::uint64_t length);
    std::string read_all();  // what remains, for small files

    enum class Sent { some, blocked, failed };
    Sent send(int socket) noexcept;  // a bounded piece, as far as the socket takes it at once

    std::uint64_t remaining() const noexcept { return remaining_; }

private:
    int file_ = -1;
    std::uint64_t offset_ = 0;
    std::uint64_t remaining_ = 0;
};

}  // namespace anping::http
