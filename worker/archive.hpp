// SPDX-License-Identifier: Apache-2.0
// A zip archive behind a guard: nothing of it is believed before every entry was unpacked once within a budget.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct zip;

namespace anping::worker {

struct Entry {
    std::string name;
    std::uint64_t size = 0;
    std::uint64_t packed = 0;
    bool encrypted = false;
    bool link = false;
};

class Archive {
public:
    // Throws std::runtime_error when it is none.
    explicit Archive(std::string const& path);
    ~Archive();
    Archive(Archive const&) = delete;
    Archive& operator=(Archive const&) = delete;

    std::vector<Entry> const& entries() const noexcept { return entries_; }
    // Why nothing of it may be unpacked, by its directory: "too_large", "unsafe", "encrypted"; empty when it may.
    std::string refusal(std::int64_t file_size) const;
    // Unpacks everything and keeps nothing: "damaged" when an entry is not what the directory says of it.
    // `each` sees the beginning of every entry and may refuse it with a problem.
    std::string try_all(std::function<std::string(Entry const&, std::string_view beginning)> const& each) const;
    bool has(std::string_view name) const;
    // Nothing when it is not there or longer than `limit`. Only after the two above.
    std::optional<std::string> content(std::string const& name, std::size_t limit) const;

private:
    struct Close {
        void operator()(zip* archive) const noexcept;
    };
    std::string try_one(std::size_t index, std::uint64_t& budget,
                        std::function<std::string(Entry const&, std::string_view)> const& each) const;

    std::unique_ptr<zip, Close> archive_;
    std::vector<Entry> entries_;
    bool too_many_ = false;
};

}  // namespace anping::worker
