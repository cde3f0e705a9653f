// SPDX-License-Identifier: Apache-2.0
#include <anping/forensics/photos.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <map>

#include <anping/db/pool.hpp>
#include <anping/forensics/mapping.hpp>

#include "errors.hpp"

namespace anping::forensics {
namespace {

using picture::Hash256;
using Hashes = std::vector<Hash256>;

constexpr char const* kSchema = R"sql(
CREATE TABLE IF NOT EXISTS photo (
    id BIGINT PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, report TEXT NOT NULL, institution TEXT NOT NULL,
    site TEXT NOT NULL, day TEXT NOT NULL, taken_at TEXT NOT NULL, latitude TEXT NOT NULL, longitude TEXT NOT NULL,
    camera TEXT NOT NULL, serial TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS photo_by_sha256 ON photo (sha256);
CREATE INDEX IF NOT EXISTS photo_by_serial ON photo (serial) WHERE serial <> '';
)sql";

constexpr char const* kDatabase = "photos.db";

// Of each photo the hash without strips and those of its middle, the hash with its strips, that of its gradients.
struct Kept {
    char const* file;
    std::size_t hashes;  // of a photo
};
constexpr std::size_t kParts = 1 + picture::kInner.size();
constexpr std::array kFiles = {Kept{"bare.hashes", kParts}, Kept{"whole.hashes", 1}, Kept{"gradient.hashes", 1}};

// What has too little to see is kept as noughts, which nothing is near to: half of every hash's bits are ones.
std::array<Hashes, kFiles.size()> kept_of(std::vector<NewPhoto> const& photos) {
    std::array<Hashes, kFiles.size()> out;
    for (std::size_t i = 0; i < out.size(); ++i) out[i].reserve(photos.size() * kFiles[i].hashes);
    for (auto const& [photo, print] : photos) {
        bool const seen = print.quality >= picture::kSeeable;
        out[0].push_back(seen ? print.bare[0] : Hash256{});
        for (auto const& part : print.inner) out[0].push_back(seen ? part : Hash256{});
        out[1].push_back(seen ? print.whole[0] : Hash256{});
        out[2].push_back(print.gradient);
    }
    return out;
}

// Writes behind what counts, over what a break has left there, and syncs.
Result<void> write_behind(std::filesystem::path const& file, std::size_t at, Hashes const& hashes) {
    auto const handle = ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0640);
    if (handle < 0) return file_failed(file, "open", errno);
    auto const* from = reinterpret_cast<char const*>(hashes.data());
    auto left = hashes.size() * sizeof(Hash256);
    int failed = 0;
    while (left > 0 && failed == 0) {
        auto const written = ::pwrite(handle, from, left, static_cast<off_t>(at));
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) failed = written < 0 ? errno : ENOSPC;
        else {
            from += written;
            at += static_cast<std::size_t>(written);
            left -= static_cast<std::size_t>(written);
        }
    }
    if (failed == 0 && ::fsync(handle) != 0) failed = errno;
    ::close(handle);
    return failed == 0 ? Result<void>{} : file_failed(file, "write", failed);
}

using Found = std::map<PhotoId, Resemblance>;

void note_pdq(Found& found, std::vector<picture::Near> const& near, std::size_t hashes_each) {
    for (auto const& one : near) {
        auto& at = found[one.at / hashes_each + 1];
        if (at.pdq && *at.pdq <= one.distance) continue;
        at.pdq = one.distance;
        at.turn = one.query % picture::kTurns;
        auto const part = one.at % hashes_each;
        at.part = part == 0 ? 100 : picture::kInner[part - 1];
    }
}

}  // namespace

struct PhotoIndex::View {
    std::uint64_t photos = 0;
    std::vector<Mapping> files;

    std::span<Hash256 const> hashes(std::size_t file) const {
        if (photos == 0) return {};
        return {reinterpret_cast<Hash256 const*>(files[file].bytes().data()), photos * kFiles[file].hashes};
    }
};

PhotoIndex::PhotoIndex(std::filesystem::path directory, db::Session session)
    : directory_(std::move(directory)), session_(std::move(session)) {}

Result<std::unique_ptr<PhotoIndex>> PhotoIndex::open(std::filesystem::path const& directory) {
    std::error_code failed;
    std::filesystem::create_directories(directory, failed);
    if (failed) return file_failed(directory, "create", failed.value());
    auto session = db::open({db::Backend::sqlite, (directory / kDatabase).string()}, db::Mode::write);
    session.script(kSchema);
    std::unique_ptr<PhotoIndex> out(new PhotoIndex(directory, std::move(session)));
    auto const photos = out->session_.scalar<std::int64_t>("SELECT coalesce(max(id), 0) FROM photo");
    if (auto loaded = out->load(static_cast<std::uint64_t>(photos)); !loaded)
        return unexpected<Error>(std::move(loaded.error()));
    return out;
}

Result<void> PhotoIndex::load(std::uint64_t photos) {
    auto view = std::make_shared<View>();
    view->photos = photos;
    for (auto const& [file, hashes] : kFiles) {
        if (photos == 0) break;
        auto mapping = Mapping::open(directory_ / file);
        if (!mapping) return unexpected<Error>(std::move(mapping.error()));
        if (mapping->bytes().size() < photos * hashes * sizeof(Hash256)) return too_few_hashes(directory_ / file);
        view->files.push_back(std::move(*mapping));
    }
    std::lock_guard const lock(mutex_);
    view_ = std::move(view);
    return {};
}

std::shared_ptr<PhotoIndex::View const> PhotoIndex::view() const {
    std::lock_guard const lock(mutex_);
    return view_;
}

std::uint64_t PhotoIndex::size() const { return view()->photos; }

Result<PhotoId> PhotoIndex::add(std::vector<NewPhoto> const& photos) {
    auto const before = size();
    auto const kept = kept_of(photos);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        auto const at = before * kFiles[i].hashes * sizeof(Hash256);
        if (auto done = write_behind(directory_ / kFiles[i].file, at, kept[i]); !done)
            return unexpected<Error>(std::move(done.error()));
    }
    std::vector<db::Params> rows;
    rows.reserve(photos.size());
    for (auto const& [photo, print] : photos)
        rows.push_back({static_cast<std::int64_t>(before + rows.size() + 1), photo.name, photo.sha256, photo.report,
                        photo.institution, photo.site, photo.day, photo.taken_at, photo.latitude, photo.longitude,
                        photo.camera, photo.serial});
    db::UnitOfWork work(session_);
    session_.bulk_insert("photo",
                         {"id", "name", "sha256", "report", "institution", "site", "day", "taken_at", "latitude",
                          "longitude", "camera", "serial"},
                         rows);
    work.commit();
    if (auto loaded = load(before + photos.size()); !loaded) return unexpected<Error>(std::move(loaded.error()));
    return before + 1;
}

std::vector<Resemblance> PhotoIndex::find(picture::Fingerprint const& print, picture::Vector vector) const {
    auto const view = this->view();
    Found found;
    if (print.quality >= picture::kSeeable) {
        // Two photos are not compared with the strips of both: an app's frame is the same on all of its photos.
        Hashes queries(print.bare.begin(), print.bare.end());
        note_pdq(found, picture::scan(view->hashes(1), queries, kNearPdq, vector), kFiles[1].hashes);
        if (!print.strips.empty()) queries.insert(queries.end(), print.whole.begin(), print.whole.end());
        note_pdq(found, picture::scan(view->hashes(0), queries, kNearPdq, vector), kFiles[0].hashes);
    }
    for (auto const& one : picture::scan(view->hashes(2), {&print.gradient, 1}, kNearGradient, vector))
        found[one.at + 1].gradient = one.distance;
    std::vector<Resemblance> out;
    out.reserve(found.size());
    for (auto& [id, one] : found) {
        one.id = id;
        out.push_back(one);
    }
    return out;
}

std::optional<Photo> PhotoIndex::photo(PhotoId id) {
    using Text = std::string;
    auto const rows = session_.query<Text, Text, Text, Text, Text, Text, Text, Text, Text, Text, Text>(
        "SELECT name, sha256, report, institution, site, day, taken_at, latitude, longitude, camera, serial FROM photo "
        "WHERE id = :id",
        {static_cast<std::int64_t>(id)});
    if (rows.empty()) return std::nullopt;
    return std::make_from_tuple<Photo>(rows.front());
}

namespace {

std::vector<PhotoId> ids_of(std::vector<std::tuple<std::int64_t>> const& rows) {
    std::vector<PhotoId> out;
    out.reserve(rows.size());
    for (auto const& [id] : rows) out.push_back(static_cast<PhotoId>(id));
    return out;
}

}  // namespace

std::vector<PhotoId> PhotoIndex::same_file(std::string const& sha256) {
    return ids_of(session_.query<std::int64_t>("SELECT id FROM photo WHERE sha256 = :sha256 ORDER BY id", {sha256}));
}

std::vector<PhotoId> PhotoIndex::same_camera(std::string const& camera, std::string const& serial) {
    if (serial.empty()) return {};
    return ids_of(session_.query<std::int64_t>(
        "SELECT id FROM photo WHERE serial = :serial AND serial <> '' AND camera = :camera ORDER BY id",
        {serial, camera}));
}

}  // namespace anping::forensics
