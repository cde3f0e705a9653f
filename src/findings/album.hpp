// SPDX-License-Identifier: Apache-2.0
// The photos a report shows and those of its project's surveys, with what they look like: kept in the vault under its
// digest, which ReportScreened holds, so that the index of all photos can be made anew without looking at them again.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include <anping/forensics/photo_findings.hpp>
#include <anping/practice/reports.hpp>
#include <anping/rulebook/law.hpp>
#include <anping/vault/vault.hpp>

namespace anping::findings {

struct Shot {
    std::string sm3;  // of its bytes in the vault
    std::string sha256;
    std::string words;      // "第12页图3", "现场勘验照片2"
    std::int64_t page = 0;  // 0: of no page
    std::string day;        // of the visit, "" where not known
    bool of_survey = false;
    std::string facts;  // picture::Facts as a line
};
BOOST_DESCRIBE_STRUCT(Shot, (), (sm3, sha256, words, page, day, of_survey, facts))

struct Album {
    std::vector<Shot> shots;
};
BOOST_DESCRIBE_STRUCT(Album, (), (shots))

struct PhotoSettings {
    std::int64_t least_pixels = 90'000;
    std::int64_t most_photos = 300;
    std::int64_t most_bytes = std::int64_t{256} << 20;
    std::int64_t within_metres = 3'000;  // how far from its site a photo may be taken
    std::int64_t stamp_percent = 70;     // how surely a stamp has to be read before it is held against the visit
    std::int64_t own_papers = 3;         // in so many other projects of the institution it is a paper of its own
    std::set<std::string> kinds;         // of evidence, that are photos
};
// What the worker can decode and a browser may be given.
bool is_photo(std::string_view media_type);

// From the catalogue "detector_settings".
PhotoSettings photo_settings(json::object const* catalogue);

// What the worker says of a picture at a path.
using Look = std::function<Result<picture::Facts>(std::string const& path)>;

// Puts the document's photos, which lie in `folder`, into the vault. An error is the machine's.
Result<Album> album_of(vault::Vault& vault, Look const& look, vault::Document const& document,
                       std::string const& folder, practice::ProjectView const* project, PhotoSettings const& settings);

// When and where the project's surveys were.
forensics::Visit visit_of(practice::ProjectView const* project, PhotoSettings const& settings);

// As the index keeps it; nothing when its facts say nothing. The report is the project: editions are not each other's
// sources.
std::optional<forensics::NewPhoto> photo_of(practice::FiledReport const& report, Shot const& shot);

// What is stamped on it, as far as it was read and is certain.
forensics::Stated stamp_of(Shot const& shot);

// What Photo::name holds.
struct Named {
    std::string sm3;
    practice::ReportId report;
    std::string words;
};
Named named(forensics::Photo const& photo);

}  // namespace anping::findings
