// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <anping/api/endpoint.hpp>
#include <anping/db/pool.hpp>
#include <anping/planning/campaign.hpp>
#include <anping/planning/outside_draws.hpp>
#include <anping/planning/prices.hpp>
#include <anping/planning/service.hpp>
#include <anping/planning/visits.hpp>
#include <anping/planning/year_plans.hpp>

namespace anping::planning {

// The page a draw is published with (web/replay.html as it is built); without a draw in it.
using ReplayPage = std::function<std::string()>;
// Reads a workbook's first sheet, where it can do no harm.
using TableReader = std::function<Result<vault::Table>(std::string_view workbook)>;

// What they refer to must outlive them.
std::vector<api::Endpoint> endpoints(Service const& service, ledger::Writer& writer, db::Pool& pool, ReplayPage page,
                                     TableReader tables);
std::vector<api::Endpoint> outside_draw_endpoints(OutsideDraws const& draws, ledger::Writer& writer, db::Pool& pool,
                                                  TableReader tables);
std::vector<api::Endpoint> key_list_endpoints(KeyList const& list, ledger::Writer& writer, db::Pool& pool);
std::vector<api::Endpoint> year_plan_endpoints(YearPlans const& plans, ledger::Writer& writer, db::Pool& pool);
std::vector<api::Endpoint> earlier_report_endpoints(EarlierReports const& reports, ledger::Writer& writer,
                                                    db::Pool& pool, TableReader tables);
std::vector<api::Endpoint> campaign_endpoints(Campaign const& campaign, db::Pool& pool);
std::vector<api::Endpoint> visit_endpoints(Visits const& visits, db::Pool& pool);
std::vector<api::Endpoint> price_endpoints(Prices const& prices, ledger::Writer& writer, db::Pool& pool);

}  // namespace anping::planning
