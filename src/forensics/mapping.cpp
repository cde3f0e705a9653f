// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/mapping.hpp>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "errors.hpp"

namespace anping::forensics {

Result<Mapping> Mapping::open(std::filesystem::path const& file) {
    auto const handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (handle < 0) return file_failed(file, "open", errno);
    struct stat facts{};
    auto const known = ::fstat(handle, &facts) == 0;
    auto const size = known ? static_cast<std::size_t>(facts.st_size) : 0;
    void* const at = size == 0 ? nullptr : ::mmap(nullptr, size, PROT_READ, MAP_SHARED, handle, 0);
    auto const reason = errno;
    ::close(handle);
    if (!known || at == MAP_FAILED) return file_failed(file, "map", reason);
    return Mapping({static_cast<std::uint8_t const*>(at), size});
}

Mapping::~Mapping() {
    if (!bytes_.empty()) ::munmap(const_cast<std::uint8_t*>(bytes_.data()), bytes_.size());
}

void Mapping::in_huge_pages() const noexcept {
    if (!bytes_.empty()) ::madvise(const_cast<std::uint8_t*>(bytes_.data()), bytes_.size(), MADV_HUGEPAGE);
}

void Mapping::read_ahead() const noexcept {
    if (!bytes_.empty()) ::madvise(const_cast<std::uint8_t*>(bytes_.data()), bytes_.size(), MADV_POPULATE_READ);
}

}  // namespace anping::forensics
