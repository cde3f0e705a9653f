// SPDX-License-Identifier: Apache-2.0
// The pictures of a document: each is kept once in a folder, and told wherever it is shown.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include <anping/vault/document.hpp>

#include "archive.hpp"
#include "composer.hpp"

namespace anping::worker {

// Written as figure-N.ext when it is a picture by its bytes; what its EXIF says is read then. Of an empty folder, and
// of a drawing or a picture nothing here can decode, the file stays empty.
vault::Figure keep_picture(std::string_view bytes, std::string const& folder, std::size_t number);

class Pictures {
public:
    Pictures(Archive const& archive, std::string folder, Composer& composer)
        : archive_(archive), folder_(std::move(folder)), composer_(composer) {}

    // An entry of the package, at the place reached. Nothing when there is none of this name.
    void show(std::string const& entry, int page = 0, vault::Box const& box = {});

private:
    Archive const& archive_;
    std::string folder_;
    Composer& composer_;
    std::map<std::string, vault::Figure> kept_;
    std::size_t written_ = 0;
};

}  // namespace anping::worker
