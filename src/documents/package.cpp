// SPDX-License-Identifier: Apache-2.0
#include "package.hpp"

#include <zip.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <stdexcept>
#include <tuple>

#include <anping/documents/archive.hpp>

#include "errors.hpp"
#include "text.hpp"

namespace anping::documents {
namespace {

constexpr zip_int64_t kMaxEntries = 1000;
constexpr std::uint64_t kMaxTotal = 64u << 20;
constexpr std::uint64_t kMaxRatio = 100;
constexpr std::uint64_t kSmall = 512u << 10;  // below this the ratio says nothing
constexpr zip_uint16_t kFirstDay = 0x21;      // 1980-01-01, the first a zip can say

struct Discard {
    void operator()(zip_t* archive) const noexcept { zip_discard(archive); }
};
struct Release {
    void operator()(zip_source_t* source) const noexcept { zip_source_free(source); }
};
struct Close {
    void operator()(zip_file_t* file) const noexcept { zip_fclose(file); }
};
using ArchivePtr = std::unique_ptr<zip_t, Discard>;
using SourcePtr = std::unique_ptr<zip_source_t, Release>;
using FilePtr = std::unique_ptr<zip_file_t, Close>;

void require(bool done, char const* what) {
    if (!done) throw std::runtime_error(std::string("cannot write a package: ") + what);
}

SourcePtr source_over(std::string_view bytes) {
    SourcePtr source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr));
    require(source != nullptr, "source");
    return source;
}

ArchivePtr open(SourcePtr const& source, int flags) {
    ArchivePtr archive(zip_open_from_source(source.get(), flags, nullptr));
    // The archive takes over one reference; the other is ours, to read the bytes after it is closed.
    if (archive) zip_source_keep(source.get());
    return archive;
}

void add(zip_t* archive, Part const& part) {
    auto content = source_over(part.content);
    auto const index = zip_file_add(archive, part.name.c_str(), content.get(), ZIP_FL_ENC_UTF_8);
    require(index >= 0, "entry");
    std::ignore = content.release();
    auto const at = static_cast<zip_uint64_t>(index);
    require(zip_file_set_dostime(archive, at, 0, kFirstDay, 0) == 0, "time");
    require(zip_set_file_compression(archive, at, ZIP_CM_DEFLATE, 6) == 0, "compression");
}

std::string bytes_of(zip_source_t* source) {
    require(zip_source_open(source) == 0, "open");
    std::string out;
    std::array<char, 64 * 1024> buffer{};
    for (;;) {
        auto const count = zip_source_read(source, buffer.data(), buffer.size());
        require(count >= 0, "read");
        if (count == 0) break;
        out.append(buffer.data(), static_cast<std::size_t>(count));
    }
    zip_source_close(source);
    return out;
}

struct Entry {
    std::string name;
    std::uint64_t size = 0;
    std::uint64_t packed = 0;
    bool locked = false;
};

Entry entry_at(zip_t* archive, zip_uint64_t index) {
    zip_stat_t status;
    zip_stat_init(&status);
    Entry entry;
    if (zip_stat_index(archive, index, ZIP_FL_ENC_RAW, &status) != 0) return entry;
    if ((status.valid & ZIP_STAT_NAME) != 0) entry.name = status.name;
    if ((status.valid & ZIP_STAT_SIZE) != 0) entry.size = status.size;
    if ((status.valid & ZIP_STAT_COMP_SIZE) != 0) entry.packed = status.comp_size;
    entry.locked = (status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE;
    return entry;
}

// A name that leads out of where a package is unpacked, or is none.
bool is_unsafe(std::string name) {
    std::replace(name.begin(), name.end(), '\\', '/');
    if (name.empty() || !is_utf8(name) || name.starts_with('/') || (name.size() > 1 && name[1] == ':')) return true;
    if (std::ranges::any_of(name, [](char c) { return c >= 0 && c < ' '; })) return true;
    return ("/" + name + "/").find("/../") != std::string::npos;
}

Result<void> check(std::vector<Entry> const& entries, std::uint64_t archive_size) {
    std::set<std::string> names;
    std::uint64_t total = 0;
    std::uint64_t packed = 0;
    bool locked = false;
    for (auto const& entry : entries) {
        if (is_unsafe(entry.name) || !names.insert(entry.name).second) return unsafe_template();
        if (entry.size > kMaxTotal) return template_too_large();
        total += entry.size;
        packed += std::min(entry.packed, kMaxTotal);
        locked = locked || entry.locked;
    }
    if (total > kMaxTotal || (total > kSmall && total / std::max<std::uint64_t>(archive_size, 1) >= kMaxRatio))
        return template_too_large();
    // Entries that share their bytes.
    if (packed > archive_size) return unsafe_template();
    if (locked) return locked_template();
    return {};
}

Result<Part> read(zip_t* archive, zip_uint64_t index, Entry const& entry) {
    FilePtr const file(zip_fopen_index(archive, index, 0));
    if (!file) return not_a_template();
    // One byte more than said: an entry that goes on is not what its directory says.
    Part part{entry.name, std::string(entry.size + 1, '\0')};
    std::uint64_t size = 0;
    while (size < part.content.size()) {
        auto const count = zip_fread(file.get(), part.content.data() + size, part.content.size() - size);
        if (count < 0) return not_a_template();
        if (count == 0) break;
        size += static_cast<std::uint64_t>(count);
    }
    if (size != entry.size) return not_a_template();
    part.content.resize(size);
    return part;
}

}  // namespace

std::string pack(std::vector<Part> const& parts) {
    auto const target = source_over({});
    auto archive = open(target, ZIP_TRUNCATE | ZIP_CREATE);
    require(archive != nullptr, "archive");
    for (auto const& part : parts) add(archive.get(), part);
    require(zip_close(archive.get()) == 0, "close");
    std::ignore = archive.release();
    return bytes_of(target.get());
}

std::string zipped(std::vector<File> files) {
    std::vector<Part> parts;
    parts.reserve(files.size());
    for (auto& file : files) parts.push_back({std::move(file.name), std::move(file.bytes)});
    return pack(parts);
}

Result<std::vector<Part>> unpack(std::string_view bytes) {
    auto const source = source_over(bytes);
    auto const archive = open(source, ZIP_RDONLY);
    if (!archive) return not_a_template();
    auto const count = zip_get_num_entries(archive.get(), 0);
    if (count > kMaxEntries) return template_too_large();
    std::vector<Entry> entries;
    entries.reserve(static_cast<std::size_t>(count));
    for (zip_int64_t i = 0; i < count; ++i) entries.push_back(entry_at(archive.get(), static_cast<zip_uint64_t>(i)));
    if (auto checked = check(entries, bytes.size()); !checked) return unexpected<Error>(checked.error());
    std::vector<Part> parts;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        auto part = read(archive.get(), i, entries[i]);
        if (!part) return unexpected<Error>(part.error());
        if (!part->name.ends_with('/')) parts.push_back(std::move(*part));
    }
    return parts;
}

}  // namespace anping::documents
