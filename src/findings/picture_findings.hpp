// SPDX-License-Identifier: Apache-2.0
// The photos of one report held against those of all others, and against what is known of the visit.
#pragma once

#include "comparison.hpp"
#include "photo_shelf.hpp"

namespace anping::findings {

// What is asked on the way.
struct PictureSources {
    std::function<std::optional<practice::FiledReport>(practice::ReportId const&)> report;
    // Whether two files of the vault are one photo; nothing when they cannot be compared.
    std::function<std::optional<picture::Likeness>(std::string const& one, std::string const& other)> compare;
};

// At most one finding of each pair of reports and way in which they agree, the strongest first. Photos of reports filed
// later are no sources.
std::vector<Compared::Found> reused(PhotoShelf& shelf, practice::FiledReport const& report, Album const& album,
                                    PhotoSettings const& settings, PictureSources const& sources);

// Photos whose files, or what is stamped on them, say another place or day than the visit: one finding of each kind.
std::vector<Compared::Found> claimed(practice::FiledReport const& report, Album const& album,
                                     forensics::Visit const& visit, PhotoSettings const& settings);

}  // namespace anping::findings
