// SPDX-License-Identifier: Apache-2.0
// Decisions about own templates.
#pragma once

#include <anping/practice/templates.hpp>

namespace anping::practice {

// Whether papers of this kind are this sort of unit's.
Result<void> template_owner(PaperKind kind, access::UnitKind owner);
// What the worker read must be a DOCX without fault, of a size that is filled each time it is asked for.
Result<void> template_file(vault::Blob const& blob);
Result<std::vector<ledger::Event>> set_paper_template(SetPaperTemplate const& in, std::string const& owner,
                                                      access::UnitKind kind, TemplateFile const& file);
Result<std::vector<ledger::Event>> withdraw_paper_template(WithdrawPaperTemplate const& in, std::string const& owner,
                                                           access::UnitKind kind, bool in_force);

}  // namespace anping::practice
