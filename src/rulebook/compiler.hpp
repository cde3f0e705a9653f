// SPDX-License-Identifier: Apache-2.0
// Third stage: clauses -> law. Checks what each kind's own table means: facts, names, conditions, messages, terms.
#pragma once

#include <memory>

#include "collector.hpp"
#include "law_data.hpp"

namespace anping::rulebook {

// In any case data to look at; it is law only if nothing wrong was reported. What is confirmed for a region binds there
// and below.
std::shared_ptr<Law::Data> compile(Collection const& collection, std::vector<Confirmation> const& confirmed,
                                   Report& report);

}  // namespace anping::rulebook
