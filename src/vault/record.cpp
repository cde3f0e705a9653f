// SPDX-License-Identifier: Apache-2.0
#include "record.hpp"

#include <fcntl.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <anping/base/json.hpp>
#include <anping/base/log.hpp>

#include "files.hpp"

namespace anping::vault {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kIdLength = 32;
constexpr std::int64_t kRecordLimit = 1 << 20;

std::string json_of(std::string const& directory, UploadId const& id) { return directory + "/" + id.text + ".json"; }

// Whether nobody is writing the upload: whoever does holds the lock on its part.
bool is_idle(std::string const& part) {
    auto file = File::open_if_there(part, O_RDWR);
    return !file || file->lock();
}

}  // namespace

std::string const& boot_id() {
    static std::string const id = [] {
        auto text = read_file("/proc/sys/kernel/random/boot_id", 64).value_or("");
        while (!text.empty() && text.back() == '\n') text.pop_back();
        return text;
    }();
    return id;
}

bool Records::is_id(std::string_view text) noexcept {
    return text.size() == kIdLength && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

std::optional<Record> Records::load(UploadId const& id) const {
    if (!is_id(id.text)) return std::nullopt;
    auto const text = read_file(json_of(directory_, id), kRecordLimit);
    if (!text) return std::nullopt;
    auto record = parse_json(*text).and_then([](json::value const& value) { return from_json<Record>(value); });
    if (!record || record->id != id) {
        log::error("vault.record_unreadable", {{"upload", id.text}});
        return std::nullopt;
    }
    return std::move(*record);
}

void Records::save(Record const& record) const {
    replace_file(json_of(directory_, record.id), canonical(to_json(record)), "save");
}

void Records::remove(UploadId const& id) const {
    remove_file(json_of(directory_, id));
    remove_file(part_of(id));
    sync_directory(directory_);
}

std::vector<UploadId> Records::unfinished() const {
    std::vector<UploadId> out;
    for (auto const& entry : fs::directory_iterator(directory_)) {
        auto const stem = entry.path().stem().string();
        if (entry.path().extension() == ".part" && is_id(stem)) out.push_back({stem});
    }
    return out;
}

void Records::clean() const {
    for (auto const& entry : fs::directory_iterator(directory_)) {
        auto const name = entry.path().filename().string();
        UploadId const id{name.substr(0, kIdLength)};
        if (!is_id(id.text) || !is_idle(part_of(id))) continue;
        auto const rest = name.substr(kIdLength);
        if (rest == ".json.save.tmp") remove_file(entry.path());
        if (rest != ".part") continue;
        auto const record = exists(json_of(directory_, id)) ? load(id) : std::nullopt;
        bool const orphan = !record && !exists(json_of(directory_, id));
        if (orphan || (record && record->blob)) remove_file(entry.path());
    }
}

}  // namespace anping::vault
