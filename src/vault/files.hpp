// SPDX-License-Identifier: Apache-2.0
// Files that survive a crash. Everything here throws std::system_error when the machine refuses.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace anping::vault {

// An open file, closed when it goes out of scope.
class File {
public:
    File() = default;
    File(std::string const& path, int flags);  // never follows a link in the last part of the path
    static std::optional<File> open_if_there(std::string const& path, int flags);
    ~File();
    File(File&& other) noexcept;
    File& operator=(File&& other) noexcept;

    int descriptor() const noexcept { return descriptor_; }
    std::int64_t size() const;
    bool is_regular() const;
    // False when another opening of the file holds the lock, in this process or in another.
    bool lock();
    // Returns what was written, which is less than all of it only together with `error`.
    std::size_t write_at(std::int64_t offset, std::string_view bytes, std::optional<int>& error) const;
    void write_all_at(std::int64_t offset, std::string_view bytes) const;
    void sync() const;
    void truncate(std::int64_t size) const;
    // Calls `each` with pieces of the first `length` bytes in order; returns how many bytes there were.
    std::int64_t read(std::int64_t length, std::function<void(std::string_view)> const& each) const;

private:
    explicit File(int descriptor) noexcept : descriptor_(descriptor) {}
    int descriptor_ = -1;
    bool locked_ = false;
};

// Nothing when there is no such file.
std::optional<std::string> read_file(std::string const& path, std::int64_t limit);
// After this the file has the new content, also after a power cut; before, the old one. `by` is who does it: two who
// write the same file must differ in it. The same of link_over.
void replace_file(std::string const& path, std::string_view content, std::string const& by);
// Makes one directory, durable in its parent; content with there being one.
void make_directory(std::string const& path);
void sync_directory(std::string const& path);
// Gives `from` the name `to` as well, in place of what had it.
void link_over(std::string const& from, std::string const& to, std::string const& by);
void rename_file(std::string const& from, std::string const& to);
void remove_file(std::string const& path);  // content with there being none
bool exists(std::string const& path);

}  // namespace anping::vault
