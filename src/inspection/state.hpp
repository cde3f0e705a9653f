// SPDX-License-Identifier: Apache-2.0
// What a decision knows of an inspection or an order.
#pragma once

#include <map>

#include <anping/inspection/events.hpp>
#include <anping/inspection/orders.hpp>

namespace anping::inspection {

struct KnownProblem {
    std::optional<std::string> item;
    std::string fact;
    rulebook::Citation citation;
    bool withdrawn = false;
};

struct State {
    InspectionId id;
    TaskPlanned task;
    Stage stage = Stage::planned;
    bool approved = false;
    std::optional<VisitBegun> visit = {};
    std::map<std::string, ItemResult> results = {};
    std::map<std::int64_t, KnownProblem> problems = {};
    std::vector<registry::OfficerId> signed_by = {};
    bool acknowledged = false;  // by who was checked, one way or the other
    bool refused = false;

    rulebook::Place place() const { return {task.region, task.authority}; }
};

struct ItemState {
    field::Date due;
    ItemStage stage = ItemStage::waiting;
};

struct OrderKnown {
    OrderId id;
    OrderIssued issued;
    OrderStage stage = OrderStage::open;
    std::map<std::int64_t, ItemState> items = {};

    rulebook::Place place() const { return {issued.region, issued.authority}; }
};

}  // namespace anping::inspection
