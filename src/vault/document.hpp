// SPDX-License-Identifier: Apache-2.0
// A worker's answer to `document` as it stands, with the problem it may tell.
#pragma once

#include <optional>
#include <string_view>

#include <anping/vault/document.hpp>

namespace anping::vault {

// Nothing when it cannot be believed; see document_from.
std::optional<Document> answered_document(std::string_view line);

}  // namespace anping::vault
