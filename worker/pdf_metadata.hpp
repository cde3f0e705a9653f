// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "composer.hpp"

class PDFDoc;

namespace anping::worker {

// Who made it, with what and when, as the file says: its information dictionary, then what its XMP says otherwise.
void read_pdf_metadata(PDFDoc& pdf, Composer& composer);
// Pages with a field for a digital signature, signed or not.
void read_signature_fields(PDFDoc& pdf, Composer& composer);
// A date of PDF, "D:20240506070809+08'00'", as RFC 3339, as much of it as there is; empty when it is none.
std::string pdf_date(std::string_view text);

}  // namespace anping::worker
