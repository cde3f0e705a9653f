// SPDX-License-Identifier: Apache-2.0
// A file's bytes as the kernel keeps them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <utility>

#include <anping/base/result.hpp>

namespace anping::forensics {

class Mapping {
public:
    // Error "forensics.file" with the system's reason.
    static Result<Mapping> open(std::filesystem::path const& file);
    Mapping(Mapping&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
    Mapping& operator=(Mapping&& other) noexcept {
        std::swap(bytes_, other.bytes_);
        return *this;
    }
    ~Mapping();
    std::span<std::uint8_t const> bytes() const noexcept { return bytes_; }
    void in_huge_pages() const noexcept;  // where the kernel can
    void read_ahead() const noexcept;     // so that whoever reads it later waits for nothing
private:
    explicit Mapping(std::span<std::uint8_t const> bytes) : bytes_(bytes) {}
    std::span<std::uint8_t const> bytes_;
};

}  // namespace anping::forensics
