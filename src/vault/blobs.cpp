// SPDX-License-Identifier: Apache-2.0
#include "blobs.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <system_error>
#include <vector>

#include <anping/base/json.hpp>
#include <anping/base/log.hpp>

#include "errors.hpp"
#include "files.hpp"

namespace anping::vault {
namespace {

constexpr std::int64_t kPreviewLimit = 32 << 20;
constexpr std::int64_t kDescriptionLimit = 1 << 20;
constexpr int kPageLimit = 10'000;

bool is_sm3(std::string_view text) {
    return text.size() == 64 && std::all_of(text.begin(), text.end(),
                                            [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::vector<std::string> names_in(std::string const& directory) {
    std::vector<std::string> names;
    std::unique_ptr<DIR, int (*)(DIR*)> const open(::opendir(directory.c_str()), &::closedir);
    if (!open) return names;
    while (auto const* entry = ::readdir(open.get()))
        if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
    std::sort(names.begin(), names.end());
    return names;
}

bool has_digest(std::string const& path, std::string const& sm3) {
    try {
        File const file(path, O_RDONLY | O_NONBLOCK);
        if (!file.is_regular()) return false;
        crypto::Hasher hasher(crypto::HashAlgorithm::sm3);
        file.read(file.size(), [&](std::string_view piece) { hasher.update(piece); });
        return crypto::to_hex(hasher.finish()) == sm3;
    } catch (std::system_error const&) { return false; }
}

// Worth another try: it says something of the machine, not of the file.
bool is_passing(std::string const& problem) { return problem == "unavailable" || problem == "timeout"; }

// A directory for one run of the worker, locked while it is in use so that collecting leaves it alone.
class Scratch {
public:
    explicit Scratch(std::string const& parent) : path_(parent + "/" + crypto::to_hex(token())) {
        make_directory(path_);
        open_ = File(path_, O_RDONLY | O_DIRECTORY);
        open_.lock();
    }
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Scratch(Scratch const&) = delete;
    Scratch& operator=(Scratch const&) = delete;
    std::string const& path() const noexcept { return path_; }

private:
    static std::array<std::uint8_t, 16> token() {
        std::array<std::uint8_t, 16> out{};
        auto const bytes = crypto::random_bytes(out.size());
        std::copy(bytes.begin(), bytes.end(), out.begin());
        return out;
    }
    std::string path_;
    File open_;
};

// What a worker left may be anything; it has ended, so nothing changes any more.
bool is_plain_file(std::string const& path) {
    std::error_code problem;
    return std::filesystem::symlink_status(path, problem).type() == std::filesystem::file_type::regular &&
           std::filesystem::file_size(path, problem) <= static_cast<std::uintmax_t>(kPreviewLimit) && !problem;
}

bool is_png(std::string_view bytes) { return bytes.starts_with("\x89PNG\r\n\x1a\n"); }

}  // namespace

Blobs::Blobs(std::string directory, std::string scratch, Reader& reader)
    : directory_(std::move(directory)), scratch_(std::move(scratch)), reader_(reader) {}

std::string Blobs::directory_of(std::string const& sm3) const {
    return directory_ + "/" + sm3.substr(0, 2) + "/" + sm3.substr(2, 2);
}

Blob Blobs::adopt(std::string const& part, Digests const& digests, std::int64_t size, std::string const& by) {
    make_directory(directory_ + "/" + digests.sm3.substr(0, 2));
    make_directory(directory_of(digests.sm3));
    // In place of what may be there: equal by its name, and whole again should the disk have damaged it.
    link_over(part, name_of(digests.sm3), by);
    sync_directory(directory_of(digests.sm3));
    auto known = described(digests.sm3);
    if (known && known->size == size && !is_passing(known->reading.problem)) return std::move(*known);
    return describe(name_of(digests.sm3), digests, size, by);
}

Blob Blobs::describe(std::string const& path, Digests const& digests, std::int64_t size, std::string const& by) {
    Blob blob{digests.sm3, digests.sha256, size, reader_.read(path)};
    replace_file(path + ".json", canonical(to_json(blob)), by);
    return blob;
}

std::optional<Blob> Blobs::described(std::string const& sm3) const {
    auto const text = read_file(name_of(sm3) + ".json", kDescriptionLimit);
    if (!text) return std::nullopt;
    auto blob = parse_json(*text).and_then([](json::value const& value) { return from_json<Blob>(value); });
    if (!blob || blob->sm3 != sm3) {
        log::warn("vault.description_unreadable", {{"sm3", sm3}});
        return std::nullopt;
    }
    return std::move(*blob);
}

std::optional<std::string> Blobs::path_of(std::string const& sm3) const {
    if (!is_sm3(sm3) || !exists(name_of(sm3))) return std::nullopt;
    return name_of(sm3);
}

std::optional<Blob> Blobs::find(std::string const& sm3) {
    auto const path = path_of(sm3);
    if (!path) return std::nullopt;
    if (auto known = described(sm3)) return known;
    // A crash came between the file and its description.
    File const file(*path, O_RDONLY);
    Hashing hashing;
    auto const size = file.read(file.size(), [&](std::string_view piece) { hashing.update(piece); });
    auto const digests = hashing.finish();
    if (digests.sm3 != sm3) return std::nullopt;
    return describe(*path, digests, size, crypto::random_token(16));
}

void Blobs::verify(std::function<void(std::string const&, bool, std::string const&)> const& each) const {
    for (auto const& first : names_in(directory_)) {
        for (auto const& second : names_in(directory_ + "/" + first)) {
            auto const directory = directory_ + "/" + first + "/" + second;
            for (auto const& name : names_in(directory)) {
                if (!is_sm3(name)) continue;
                auto const path = directory + "/" + name;
                each(name, directory == directory_of(name) && has_digest(path, name), path);
            }
        }
    }
}

Reader::Page Blobs::render(std::string const& path, int page, std::string const& target) {
    Scratch const scratch(scratch_);
    auto const made = reader_.page(path, page, scratch.path());
    if (made == Reader::Page::unavailable) return made;
    auto const page_file = scratch.path() + "/page.png";
    if (made == Reader::Page::made && is_plain_file(page_file)) {
        rename_file(page_file, target);
        return made;
    }
    // An empty file keeps a hostile one from costing the same seconds again.
    File const nothing(target, O_WRONLY | O_CREAT);
    return Reader::Page::none;
}

Result<std::string> Blobs::preview(std::string const& sm3, int page) {
    auto const path = path_of(sm3);
    auto const known = path ? find(sm3) : std::nullopt;
    if (!known || page < 1 || page > kPageLimit || page > std::max<std::int64_t>(known->reading.pages, 1))
        return errors::no_preview();
    auto const target = *path + ".p" + std::to_string(page) + ".png";
    auto png = read_file(target, kPreviewLimit);
    if (!png) {
        if (render(*path, page, target) == Reader::Page::unavailable)
            return errors::unavailable("worker cannot be started");
        png = read_file(target, kPreviewLimit);
    }
    if (!png || !is_png(*png)) return errors::no_preview();
    return std::move(*png);
}

Result<std::string> Blobs::text(std::string const& sm3) {
    auto const path = path_of(sm3);
    if (!path) return errors::no_text("gone");
    return reader_.text(*path);
}

Result<Document> Blobs::document(std::string const& sm3, std::string const& folder) {
    auto const path = path_of(sm3);
    if (!path) return errors::no_text("gone");
    if (!folder.empty()) return reader_.document(*path, folder);
    Scratch const scratch(scratch_);
    auto document = reader_.document(*path, scratch.path());
    if (document)
        for (auto& figure : document->figures) figure.file.clear();
    return document;
}

Result<Table> Blobs::table(std::string_view workbook) {
    Scratch const scratch(scratch_);
    auto const path = scratch.path() + "/workbook";
    File(path, O_WRONLY | O_CREAT | O_EXCL).write_all_at(0, workbook);
    return reader_.table(path);
}

}  // namespace anping::vault
