// SPDX-License-Identifier: Apache-2.0
// A document read whole: `anping-worker document FILE FOLDER`.
#pragma once

#include <string>

#include <anping/vault/document.hpp>

#include "input.hpp"

namespace anping::worker {

// Of processor: a report of some hundred scanned pages is not read in less.
inline constexpr unsigned kDocumentSeconds = 300;
inline constexpr std::size_t kDocumentText = 8u << 20;  // bytes

// A vault::Document as a line of JSON; its figures lie in `folder`.
std::string document_of(Input const& input, std::string const& folder);
// That there is none, for this reason.
std::string no_document(std::string const& problem, std::string const& media_type = "application/octet-stream");

}  // namespace anping::worker
