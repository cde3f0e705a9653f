// SPDX-License-Identifier: Apache-2.0
// Whether an official document is what its bureau issued.
#pragma once

#include <anping/portal/portal.hpp>

namespace anping::portal {

// By the digest of a dropped file.
http::Response documents_page(Sources const& from, http::Request const& request);
// Where a document's QR code leads; with a digest it says whether that is the file.
http::Response document_page(Sources const& from, http::Request const& request);

}  // namespace anping::portal
