// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include <anping/db/session.hpp>
#include <anping/practice/views/templates.hpp>

namespace anping::practice::queries {

// What each of its papers went through, the newest first.
std::map<PaperKind, std::vector<PaperTemplateStep>> template_steps(db::Session& session, std::string const& owner);
std::optional<PaperTemplateSet> template_in_force(db::Session& session, std::string const& owner, PaperKind kind);

}  // namespace anping::practice::queries
