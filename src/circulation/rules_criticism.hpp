// SPDX-License-Identifier: Apache-2.0
// Decisions about criticised bureaus. Pure.
#pragma once

#include <anping/circulation/criticisms.hpp>

#include "rules.hpp"

namespace anping::circulation {

// `known`: what the bureau is late with today, of which grounds are named.
Result<Events> criticise(Criticise const& in, access::Principal const& who, std::vector<Ground> const& known,
                         Circumstances const& with);
Result<Events> answer(AnswerCriticism const& in, CriticismId const& id);
// `since`: the day of the criticism.
Result<Events> report(ReportCriticism const& in, CriticismId const& id, field::Date since, field::Date today);

}  // namespace anping::circulation
