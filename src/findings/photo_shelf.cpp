// SPDX-License-Identifier: Apache-2.0
#include "photo_shelf.hpp"

#include <algorithm>
#include <fstream>

#include <anping/base/log.hpp>

#include "shelves.hpp"

namespace anping::findings {
namespace {

namespace fs = std::filesystem;

// The entry of the last screening whose photos are all there.
constexpr char const* kUntil = "until";

std::int64_t until(fs::path const& directory) {
    std::int64_t out = -1;
    std::ifstream(directory / kUntil) >> out;
    return out;
}

void reach(fs::path const& directory, std::int64_t entry) {
    auto const next = directory / "until.new";
    std::ofstream(next, std::ios::trunc) << entry << "\n";
    fs::rename(next, directory / kUntil);
}

Result<std::unique_ptr<forensics::PhotoIndex>> index_at(fs::path const& directory) {
    try {
        return forensics::PhotoIndex::open(directory);
    } catch (db::DbError const& fault) {
        return fail(ErrorCode::internal, "findings.photos", directory.string() + ": " + fault.what());
    }
}

}  // namespace

Result<void> PhotoShelf::open(db::Session& session, Asked const& asked) {
    fs::create_directories(directory_.parent_path());
    auto opened = index_at(directory_);
    if (!opened && fs::exists(directory_)) {
        put_aside(directory_);
        opened = index_at(directory_);
    }
    if (!opened) return unexpected<Error>(std::move(opened.error()));
    index_ = std::move(*opened);
    auto last = until(directory_);
    for (auto const& kept : queries::albums_after(session, last)) {
        auto const report = asked.report(kept.report);
        auto const album = asked.album(kept.album);
        if (!report || !album) log::warn("findings.album_is_gone", {{"report", kept.report.text}});
        else if (auto done = put(*report, *album); !done) return done;
        last = kept.entry;
    }
    reach(directory_, last);
    return {};
}

Result<void> PhotoShelf::put(practice::FiledReport const& report, Album const& album) {
    std::vector<forensics::NewPhoto> photos;
    photos.reserve(album.shots.size());
    for (auto const& shot : album.shots) {
        auto const there = index_->same_file(shot.sha256);
        bool const known = std::ranges::any_of(there, [&](forensics::PhotoId id) {
            auto const photo = index_->photo(id);
            return photo && photo->report == report.project.text;
        });
        if (known) continue;
        if (auto photo = photo_of(report, shot)) photos.push_back(std::move(*photo));
    }
    if (photos.empty()) return {};
    if (auto added = index_->add(photos); !added) return unexpected<Error>(std::move(added.error()));
    return {};
}

}  // namespace anping::findings
