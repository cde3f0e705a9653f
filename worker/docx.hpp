// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "archive.hpp"
#include "composer.hpp"

namespace anping::worker {

// A WordprocessingML package (ISO/IEC 29500), checked before: its text, tables, figures, what is hidden in it and what
// it says of itself. Comments and tracked changes are told as metadata ("comment", "revision_author"). Pages are
// counted by the breaks in the body, for the pages people sign on; nothing else has its page. The pictures go into
// `folder`; of an empty one none is kept. `problem` is "damaged" when there is no main part or its elements are nested
// without end, "too_large" when parts were left out.
void read_docx(Archive const& archive, std::string const& folder, Composer& composer);

}  // namespace anping::worker
