// SPDX-License-Identifier: Apache-2.0
// The pages of a document on which people sign.
#pragma once

#include <anping/vault/document.hpp>

namespace anping::worker {

class DocxPages;

// Of one with pages: those that carry the words one signs or seals under and a picture, which may be the page itself. A
// mark that is on page after page is no seal. Added to those its reader told.
void find_signature_pages(vault::Document& document);

// Of one whose pages are counted: where in a line or a table people sign, there is a picture or a cell left empty for
// it.
void find_signature_pages(vault::Document& document, DocxPages const& pages);

}  // namespace anping::worker
