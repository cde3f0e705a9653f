// SPDX-License-Identifier: Apache-2.0
// What the modules of oversight ask of each other. `house` outlives what is made of it; it may be under construction.
#pragma once

#include "house.hpp"

namespace anping::app {

findings::Service::With around_findings(House& house);
official::Service::With around_documents(House& house);
cases::Service::With around_cases(House& house);
inspection::Service::With around_inspections(House& house);
inspection::CallUps::With around_call_ups(House& house);
planning::Service::With around_draws(House& house);
planning::KeyList::With around_the_key_list(House& house);
planning::YearPlans::With around_year_plans(House& house);
planning::OutsideDraws::With around_outside_draws(House& house);
planning::Campaign::With around_campaigns(House& house);
planning::Visits::With around_visits(House& house);
planning::Prices::With around_prices(House& house);

}  // namespace anping::app
