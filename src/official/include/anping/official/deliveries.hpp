// SPDX-License-Identifier: Apache-2.0
// What other modules ask of documents.
#pragma once

#include <optional>
#include <vector>

#include <anping/db/session.hpp>
#include <anping/official/types.hpp>

namespace anping::official {

// The day from which later limits count: of its first delivery. Nothing while it was not delivered, or is void.
std::optional<field::Date> delivered_on(db::Session& session, DocumentId const& document);

struct SubjectDocument {
    DocumentId id;
    std::string kind;
    std::optional<std::string> number;
    Stage stage = Stage::draft;
    std::optional<field::Date> issued_on;
    std::optional<field::Date> delivered_on;
};
// In the order they were drafted.
std::vector<SubjectDocument> documents_of(db::Session& session, Subject const& subject);

}  // namespace anping::official
