// SPDX-License-Identifier: Apache-2.0
// The formats of text programs before 2007, which nobody but these programs reads well: LibreOffice makes a DOCX of
// them, in a sandbox of its own, and the DOCX is read like any other.
#pragma once

#include <string>

namespace anping::worker {

inline constexpr int kNoConverter = 3;  // exit status: LibreOffice is not installed

// Leaves `folder`/<stem of the file>.docx and much of LibreOffice's own beside it. Returns an exit status. Whoever asks
// ends it and what it started after some time.
int convert(std::string const& path, std::string const& folder);

}  // namespace anping::worker
