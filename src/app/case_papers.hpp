// SPDX-License-Identifier: Apache-2.0
// The official documents of a case, told to the case; what a case lacks, told to its documents.
#pragma once

#include "house.hpp"

namespace anping::app {

// Of the bureau whose case it is, in the order they were drafted.
std::vector<cases::Paper> case_papers(House const& house, db::Session& session, cases::CaseId const& id,
                                      registry::BureauId const& bureau);
// Of these steps of a case, where the subject has none; a subject of another kind has no steps.
std::vector<std::string> lacking_steps(House const& house, db::Session& session, official::Subject const& subject,
                                       std::vector<std::string> const& needs);

}  // namespace anping::app
