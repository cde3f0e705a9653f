// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

namespace anping::worker {

// The one file of this process.
struct Input {
    std::string path;
    std::int64_t size = 0;
    std::string head;  // its first 64 KiB
};

// Throws std::runtime_error when it cannot be read.
Input open_input(std::string path);
// Up to `count` bytes at `offset`, fewer at the end.
std::string read_at(Input const& input, std::int64_t offset, std::size_t count);

using FileStream = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;
FileStream open_stream(std::string const& path, char const* mode);

}  // namespace anping::worker
