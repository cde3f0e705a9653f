// SPDX-License-Identifier: Apache-2.0
#include "archive.hpp"

#include <sys/stat.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

namespace anping::worker {
namespace {

constexpr zip_int64_t kMaxEntries = 1000;
constexpr std::uint64_t kMaxTotal = 200u << 20;
constexpr std::uint64_t kMaxRatio = 100;
constexpr std::uint64_t kSmall = 512u << 10;  // below this the ratio says nothing
constexpr std::size_t kBeginning = 64 * 1024;

bool leads_out(std::string name) {
    std::replace(name.begin(), name.end(), '\\', '/');
    if (name.starts_with('/') || (name.size() > 1 && name[1] == ':')) return true;
    name = "/" + name + "/";
    return name.find("/../") != std::string::npos;
}

Entry entry_at(zip* archive, zip_uint64_t index) {
    zip_stat_t status;
    zip_stat_init(&status);
    if (zip_stat_index(archive, index, ZIP_FL_ENC_RAW, &status) != 0) throw std::runtime_error("no such entry");
    Entry entry;
    if ((status.valid & ZIP_STAT_NAME) != 0) entry.name = status.name;
    if ((status.valid & ZIP_STAT_SIZE) != 0) entry.size = status.size;
    if ((status.valid & ZIP_STAT_COMP_SIZE) != 0) entry.packed = status.comp_size;
    entry.encrypted = (status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE;
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(archive, index, 0, &system, &attributes) == 0 && system == ZIP_OPSYS_UNIX)
        entry.link = S_ISLNK(attributes >> 16);
    return entry;
}

}  // namespace

void Archive::Close::operator()(zip* archive) const noexcept { zip_discard(archive); }

Archive::Archive(std::string const& path) : archive_(zip_open(path.c_str(), ZIP_RDONLY, nullptr)) {
    if (!archive_) throw std::runtime_error("not a zip archive");
    auto const count = zip_get_num_entries(archive_.get(), 0);
    too_many_ = count > kMaxEntries;
    for (zip_int64_t i = 0; i < std::min(count, kMaxEntries); ++i)
        entries_.push_back(entry_at(archive_.get(), static_cast<zip_uint64_t>(i)));
}

Archive::~Archive() = default;

bool Archive::has(std::string_view name) const {
    return std::any_of(entries_.begin(), entries_.end(), [&](Entry const& entry) { return entry.name == name; });
}

std::string Archive::refusal(std::int64_t file_size) const {
    if (too_many_) return "too_large";
    std::set<std::string> names;
    std::uint64_t total = 0;
    std::uint64_t packed = 0;
    for (auto const& entry : entries_) {
        if (entry.link || leads_out(entry.name) || !names.insert(entry.name).second) return "unsafe";
        if (entry.size > kMaxTotal) return "too_large";
        total += entry.size;
        packed += std::min(entry.packed, kMaxTotal);
    }
    auto const size = static_cast<std::uint64_t>(std::max<std::int64_t>(file_size, 1));
    if (total > kMaxTotal || (total > kSmall && total / size >= kMaxRatio)) return "too_large";
    // Entries that share their bytes.
    if (packed > size) return "unsafe";
    bool const locked = std::any_of(entries_.begin(), entries_.end(), [](Entry const& one) { return one.encrypted; });
    return locked ? "encrypted" : "";
}

std::string Archive::try_one(std::size_t index, std::uint64_t& budget,
                             std::function<std::string(Entry const&, std::string_view)> const& each) const {
    auto const& entry = entries_[index];
    std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> const file(zip_fopen_index(archive_.get(), index, 0),
                                                                 &zip_fclose);
    if (!file) return "damaged";
    std::string beginning;
    std::array<char, 16 * 1024> buffer{};
    std::uint64_t size = 0;
    for (;;) {
        auto const count = zip_fread(file.get(), buffer.data(), buffer.size());
        if (count < 0) return "damaged";
        if (count == 0) break;
        auto const bytes = static_cast<std::uint64_t>(count);
        size += bytes;
        if (bytes > budget) return "too_large";
        budget -= bytes;
        if (size > entry.size) return "damaged";
        if (beginning.size() < kBeginning) beginning.append(buffer.data(), bytes);
    }
    if (size != entry.size) return "damaged";
    return each(entry, beginning);
}

std::string Archive::try_all(std::function<std::string(Entry const&, std::string_view)> const& each) const {
    std::uint64_t budget = kMaxTotal;
    for (std::size_t i = 0; i < entries_.size(); ++i)
        if (auto problem = try_one(i, budget, each); !problem.empty()) return problem;
    return "";
}

std::optional<std::string> Archive::content(std::string const& name, std::size_t limit) const {
    std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> const file(
        zip_fopen(archive_.get(), name.c_str(), ZIP_FL_ENC_RAW), &zip_fclose);
    if (!file) return std::nullopt;
    std::string out(limit + 1, '\0');
    auto const count = zip_fread(file.get(), out.data(), out.size());
    if (count < 0 || static_cast<std::size_t>(count) > limit) return std::nullopt;
    out.resize(static_cast<std::size_t>(count));
    return out;
}

}  // namespace anping::worker
