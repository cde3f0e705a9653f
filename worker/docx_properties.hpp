// SPDX-License-Identifier: Apache-2.0
// What a WordprocessingML package says of itself, as metadata.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>

#include "composer.hpp"
#include "parts.hpp"

namespace anping::worker {

using Relations = std::map<std::string, Relation, std::less<>>;

// The part a relation of this kind leads to; empty when none does.
std::string target_of(Relations const& relations, std::string_view type);

// Core, application and custom properties, which the package itself points at.
void tell_properties(Parts& parts, Relations const& package, Composer& composer);
// Revision ids, template and settings of the main part; comments; what is embedded.
void tell_settings(Parts& parts, Relations const& document, std::string const& name, Composer& composer);
void tell_comments(Parts& parts, Relations const& document, Composer& composer);
// Who tracked changes.
void tell_revisions(pugi::xml_node root, Composer& composer);

}  // namespace anping::worker
