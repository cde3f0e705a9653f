// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "archive.hpp"
#include "composer.hpp"

namespace anping::worker {

// An OFD package (GB/T 33190-2016), checked before: all documents in it one after the other, each stretch of a line a
// run with its page and box. Pages with a seal or a stamp are signature pages; a page whose text lies unseen under or
// over the picture of it is a scanned page. Attachments, signatures and remarks are told as metadata. The pictures go
// into `folder`; of an empty one none is kept. `problem` is "damaged" when no document can be read, "encrypted" when
// the package says so, "too_large" when something was left out.
void read_ofd(Archive const& archive, std::string const& folder, Composer& composer);

}  // namespace anping::worker
