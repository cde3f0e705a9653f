// SPDX-License-Identifier: Apache-2.0
// Tables to views and states: the only code that reads them.
#pragma once

#include <anping/access/policy.hpp>
#include <anping/db/session.hpp>
#include <anping/inspection/order_views.hpp>
#include <anping/inspection/outcome.hpp>
#include <anping/inspection/shares.hpp>

#include "state.hpp"

namespace anping::inspection::queries {

std::optional<State> state(db::Session& session, InspectionId const& id);
std::optional<access::Target> target(db::Session& session, InspectionId const& id);
std::vector<InspectionSummary> inspections(db::Session& session, access::Visibility const& sees,
                                           InspectionFilter const& filter, std::int64_t before, std::int64_t limit);
// Not over: of a bureau, with what ended and was not approved; told to a party.
std::vector<InspectionSummary> open_of_bureau(db::Session& session, registry::BureauId const& bureau,
                                              std::int64_t limit);
std::vector<InspectionSummary> open_of_party(db::Session& session, std::string const& unit, std::int64_t limit);

// What the page shows, without names.
struct Kept {
    InspectionSummary summary;
    std::string planned_by;
    std::optional<std::string> approved_by, opinion, ended;
    std::vector<ItemView> checklist;
    std::vector<ProblemView> problems;
    std::map<std::string, CheckedSigned> signatures;  // by officer, or "checked"
    std::optional<RefusalView> refusal;
    std::vector<OrderId> orders;
    std::int64_t version = 0;
};
std::optional<Kept> kept(db::Session& session, InspectionId const& id, State const& state);
// queries_view.cpp: its check-list, problems, signatures and orders.
void add_parts(db::Session& session, InspectionId const& id, State const& state, Kept& to);
// `party`: as whom it concerns sees it.
std::vector<ActView> history(db::Session& session, std::string const& subject, bool party);
std::optional<practice::Exhibit> file(db::Session& session, std::string const& subject, std::string const& sm3);
// Of closed inspections of the institution, by day.
std::vector<Sample> samples(db::Session& session, access::Visibility const& sees,
                            registry::InstitutionId const& institution);

// By bureau; without names.
std::vector<BureauShares> shares(db::Session& session, access::Visibility const& sees, field::Date from,
                                 field::Date to);

// queries_orders.cpp
std::optional<OrderKnown> order_state(db::Session& session, OrderId const& id);
std::optional<access::Target> target(db::Session& session, OrderId const& id);
std::vector<OrderSummary> orders(db::Session& session, access::Visibility const& sees, OrderFilter const& filter,
                                 field::Date today, std::int64_t before, std::int64_t limit);
std::optional<OrderSummary> order(db::Session& session, OrderId const& id, field::Date today);
// The items of the order, their acts in order; names are refs.
std::vector<OrderItemView> items(db::Session& session, OrderKnown const& state, field::Date today);
std::optional<std::string> withdrawn(db::Session& session, OrderId const& id);
std::int64_t version(db::Session& session, OrderId const& id);

}  // namespace anping::inspection::queries
