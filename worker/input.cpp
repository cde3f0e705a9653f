// SPDX-License-Identifier: Apache-2.0
#include "input.hpp"

#include <sys/stat.h>

#include <stdexcept>

namespace anping::worker {
namespace {

constexpr std::size_t kHead = 64 * 1024;

}  // namespace

FileStream open_stream(std::string const& path, char const* mode) {
    FileStream stream(std::fopen(path.c_str(), mode), &std::fclose);
    if (!stream) throw std::runtime_error("cannot open");
    return stream;
}

Input open_input(std::string path) {
    Input input;
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) throw std::runtime_error("not a file");
    input.path = std::move(path);
    input.size = status.st_size;
    input.head = read_at(input, 0, kHead);
    return input;
}

std::string read_at(Input const& input, std::int64_t offset, std::size_t count) {
    auto const stream = open_stream(input.path, "rb");
    if (::fseeko(stream.get(), offset, SEEK_SET) != 0) return {};
    std::string bytes(count, '\0');
    bytes.resize(std::fread(bytes.data(), 1, count, stream.get()));
    return bytes;
}

}  // namespace anping::worker
