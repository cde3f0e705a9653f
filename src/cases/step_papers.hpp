// SPDX-License-Identifier: Apache-2.0
// Which document a step of a case calls for, by the forms of the books. Pure, but for `take_paper`.
#pragma once

#include <anping/cases/papers.hpp>
#include <anping/cases/service.hpp>

#include "rules.hpp"

namespace anping::cases {

struct PaperForm {
    PaperKind kind;
    std::vector<std::string> steps;  // it belongs to
    std::optional<StepKind> delivered_as = {};
};
std::vector<PaperForm> paper_forms(State const& state, Law const& law);

PapersView papers_of(State const& state, std::vector<Paper> papers, std::vector<PaperForm> const& forms,
                     std::vector<StepKind> const& next);
std::vector<std::string> lacking(State const* state, std::vector<std::string> const& steps);

// The document the step rests on, with its file and the scans of its receipt.
Result<void> take_paper(Service::With const& with, db::Session& session, State const& state, RecordStep const& in,
                        Noted& to);

}  // namespace anping::cases
