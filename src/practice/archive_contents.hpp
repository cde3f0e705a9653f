// SPDX-License-Identifier: Apache-2.0
// What the archive holds of what the book lists: a reading of the project's page, nothing decided.
#pragma once

#include <anping/practice/views.hpp>
#include <anping/practice/views/archive.hpp>

namespace anping::practice {

// `catalogue` is "archive_contents" of the region's book; a code that nobody here knows is left out.
ArchiveContents archive_contents(ProjectView const& project, SiteView const& site, json::object const* catalogue);
// The same to be read by people, for the archive itself.
std::string archive_text(ProjectView const& project, ArchiveContents const& contents);

}  // namespace anping::practice
