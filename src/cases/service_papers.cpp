// SPDX-License-Identifier: Apache-2.0
#include "errors.hpp"
#include "queries.hpp"
#include "step_order.hpp"
#include "step_papers.hpp"

namespace anping::cases {

Result<PapersView> Service::papers(db::Session& session, CaseId const& id) const {
    auto const books = with_.law();
    Law const law{*books, field::beijing_date(with_.clock.now())};
    auto const state = queries::state(session, id, law);
    if (!state) return unknown_case();
    auto made = with_.papers ? with_.papers(session, id, state->opened.bureau) : std::vector<Paper>();
    return papers_of(*state, std::move(made), paper_forms(*state, law), next_steps(*state, {}));
}

std::vector<std::string> Service::lacking(db::Session& session, CaseId const& id,
                                          std::vector<std::string> const& steps) const {
    auto const books = with_.law();
    auto const state = queries::state(session, id, {*books, field::beijing_date(with_.clock.now())});
    return cases::lacking(state ? &*state : nullptr, steps);
}

}  // namespace anping::cases
