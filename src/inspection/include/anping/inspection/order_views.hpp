// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <anping/inspection/views.hpp>

namespace anping::inspection {

struct OrderSummary {
    OrderId id = {};
    OrderKind kind = OrderKind::order;
    std::optional<std::string> number = {};
    registry::BureauId bureau = {};
    std::string bureau_name = {};
    Checked checked = Checked::institution;
    std::optional<registry::InstitutionId> institution = {};
    std::optional<std::string> institution_name = {};
    std::optional<registry::EnterpriseId> enterprise = {};
    std::optional<std::string> enterprise_name = {};
    std::optional<InspectionId> inspection = {};
    std::optional<std::string> campaign = {};
    field::Date issued_on = {};
    OrderStage stage = OrderStage::open;
    std::int64_t items = 0;
    std::int64_t passed = 0;
    std::int64_t proven = 0;  // wait for a re-check
    std::int64_t failed = 0;
    std::optional<field::Date> due = {};  // the nearest of what waits for proof
    std::optional<field::Date> recheck_due = {};
    std::optional<field::Date> closed_on = {};
    bool overdue = false;    // of who was ordered
    bool escalated = false;  // overdue or failed: shown to the level above
    std::int64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(OrderSummary, (),
                      (id, kind, number, bureau, bureau_name, checked, institution, institution_name, enterprise,
                       enterprise_name, inspection, campaign, issued_on, stage, items, passed, proven, failed, due,
                       recheck_due, closed_on, overdue, escalated, entry))

struct ProofView {
    std::string words;
    std::optional<std::string> responsible;
    std::vector<practice::Exhibit> files;
    Timestamp at;
    std::optional<rulebook::Deadline> recheck;
};
BOOST_DESCRIBE_STRUCT(ProofView, (), (words, responsible, files, at, recheck))

struct RecheckView {
    field::Date on;
    bool passed = true;
    std::string words;
    std::vector<OfficerSeen> officers;
    std::vector<Warning> warnings;
    std::vector<practice::Exhibit> files;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(RecheckView, (), (on, passed, words, officers, warnings, files, at))

struct ExtensionView {
    field::Date due;
    std::string reason;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(ExtensionView, (), (due, reason, at))

struct OrderItemView {
    std::int64_t number = 1;
    std::optional<std::int64_t> problem = {};
    std::string fact = {};
    std::optional<rulebook::Citation> citation = {};
    std::string demand = {};
    field::Date due = {};
    std::optional<rulebook::Deadline> counted = {};
    std::optional<std::string> responsible = {};
    ItemStage stage = ItemStage::waiting;
    bool overdue = false;
    std::optional<std::int64_t> working_days_left = {};
    std::vector<ProofView> proofs = {};
    std::vector<RecheckView> rechecks = {};
    std::vector<ExtensionView> extensions = {};
};
BOOST_DESCRIBE_STRUCT(OrderItemView, (),
                      (number, problem, fact, citation, demand, due, counted, responsible, stage, overdue,
                       working_days_left, proofs, rechecks, extensions))

struct OrderView {
    OrderSummary summary;
    std::optional<practice::ProjectId> project;
    std::vector<OrderItemView> items;
    std::optional<std::string> withdrawn;
    std::vector<ActView> history;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(OrderView, (), (summary, project, items, withdrawn, history, version))

// One row of the ledger of rectification 整改台账: an item.
struct LedgerRow {
    OrderSummary order;
    OrderItemView item;
};

enum class OrderState { open, closed, withdrawn, overdue, to_recheck, escalated };
BOOST_DESCRIBE_ENUM(OrderState, open, closed, withdrawn, overdue, to_recheck, escalated)

struct OrderFilter {
    std::optional<OrderState> state = {};
    std::optional<registry::InstitutionId> institution = {};
    std::optional<registry::BureauId> bureau = {};
    std::optional<std::string> campaign = {};
};

}  // namespace anping::inspection
