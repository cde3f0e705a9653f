// SPDX-License-Identifier: Apache-2.0
// What a decision knows of a document.
#pragma once

#include <anping/official/views.hpp>

namespace anping::official {

struct State {
    DocumentId id;
    std::string kind;
    registry::BureauId bureau;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    Subject subject;
    Addressee addressee;
    Stage stage = Stage::draft;
    std::string contents;  // ref of the kept value
    std::optional<DocumentIssued> issued = {};
    bool awaits_confirmation = false;
    std::optional<FileDigest> pdf = {};
};

}  // namespace anping::official
