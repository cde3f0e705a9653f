// SPDX-License-Identifier: Apache-2.0
// The photos of all reports on this machine; made anew from the albums of the ledger when they are lost.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "album.hpp"
#include "queries.hpp"

namespace anping::findings {

// One thread uses one, and one process its directory.
class PhotoShelf {
public:
    struct Asked {
        std::function<Result<Album>(std::string const& sm3)> album;
        std::function<std::optional<practice::FiledReport>(practice::ReportId const&)> report;
    };
    explicit PhotoShelf(std::filesystem::path directory) : directory_(std::move(directory)) {}

    // Opens what is there; what cannot be opened is put aside under another name and made anew. Photos of the ledger
    // that are not there are put in.
    Result<void> open(db::Session& session, Asked const& asked);
    // They are there, and are found from now on; those of the project that are there already stay.
    Result<void> put(practice::FiledReport const& report, Album const& album);

    forensics::PhotoIndex& index() noexcept { return *index_; }

private:
    std::filesystem::path directory_;
    std::unique_ptr<forensics::PhotoIndex> index_;
};

}  // namespace anping::findings
