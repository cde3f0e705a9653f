// SPDX-License-Identifier: Apache-2.0
// Rectification: what is asked for and what happens to an order.
#pragma once

#include <anping/inspection/types.hpp>
#include <anping/ledger/personal.hpp>
#include <anping/practice/commands/opening.hpp>

namespace anping::inspection {

struct OrderItem {
    std::optional<std::int64_t> problem;  // of the inspection
    Text<2, 2000> fact;
    std::optional<Text<1, 60>> clause;  // its id in the books
    Text<2, 1000> demand;
    std::optional<field::Date> due;          // nothing: as the book counts it
    std::optional<Text<1, 60>> responsible;  // name or office
};
BOOST_DESCRIBE_STRUCT(OrderItem, (), (problem, fact, clause, demand, due, responsible))

struct IssueOrder {
    OrderKind kind = OrderKind::order;
    std::optional<InspectionId> inspection;
    Checked checked = Checked::institution;
    std::optional<registry::InstitutionId> institution;
    std::optional<registry::EnterpriseId> enterprise;
    std::optional<practice::ProjectId> project;
    std::optional<Text<1, 100>> campaign;
    std::optional<Text<1, 60>> number;  // of the paper 文号
    field::Date issued_on;
    std::vector<OrderItem> items;
};
BOOST_DESCRIBE_STRUCT(IssueOrder, (),
                      (kind, inspection, checked, institution, enterprise, project, campaign, number, issued_on, items))

struct GiveProof {
    std::int64_t item = 0;
    Text<2, 4000> words;
    std::optional<Text<1, 60>> responsible;  // who saw to it
    std::vector<practice::AttachFile> files;
};
BOOST_DESCRIBE_STRUCT(GiveProof, (), (item, words, responsible, files))

struct RecheckItem {
    std::int64_t item = 0;
    field::Date on;
    bool passed = true;
    Text<2, 2000> words;
    std::vector<registry::OfficerId> officers;
    std::vector<practice::AttachFile> files;
};
BOOST_DESCRIBE_STRUCT(RecheckItem, (), (item, on, passed, words, officers, files))

struct ExtendDeadline {
    std::int64_t item = 0;
    field::Date due;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(ExtendDeadline, (), (item, due, reason))

struct WithdrawOrder {
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawOrder, (), (reason))

struct IssuedItem {
    std::int64_t number = 1;
    std::optional<std::int64_t> problem;
    Text<2, 2000> fact;
    std::optional<rulebook::Citation> citation;
    Text<2, 1000> demand;
    field::Date due = {};
    std::optional<rulebook::Deadline> counted = {};  // where the book set it
    std::optional<ledger::Commitment> responsible = {};
};
BOOST_DESCRIBE_STRUCT(IssuedItem, (), (number, problem, fact, citation, demand, due, counted, responsible))

struct OrderIssued {
    static constexpr char const* kType = "inspection.order_issued";
    static constexpr std::int64_t kVersion = 1;
    registry::BureauId bureau;
    field::RegionCode region;
    field::Authority authority = field::Authority::government;
    OrderKind kind = OrderKind::order;
    std::optional<InspectionId> inspection;
    Checked checked = Checked::institution;
    std::optional<registry::InstitutionId> institution;
    std::optional<registry::EnterpriseId> enterprise;
    std::optional<practice::ProjectId> project;
    std::optional<Text<1, 100>> campaign;
    std::optional<Text<1, 60>> number;
    field::Date issued_on;
    std::vector<IssuedItem> items;
};
BOOST_DESCRIBE_STRUCT(OrderIssued, (),
                      (bureau, region, authority, kind, inspection, checked, institution, enterprise, project, campaign,
                       number, issued_on, items))

struct ProofGiven {
    static constexpr char const* kType = "inspection.proof_given";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t item = 1;
    Text<2, 4000> words;
    std::optional<ledger::Commitment> responsible;
    std::vector<practice::Exhibit> files;
    std::optional<rulebook::Deadline> recheck;  // the bureau's own
};
BOOST_DESCRIBE_STRUCT(ProofGiven, (), (item, words, responsible, files, recheck))

struct ItemRechecked {
    static constexpr char const* kType = "inspection.item_rechecked";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t item = 1;
    field::Date on;
    bool passed = true;
    Text<2, 2000> words;
    std::vector<Attending> officers;
    std::vector<Warning> warnings;
    std::vector<practice::Exhibit> files;
};
BOOST_DESCRIBE_STRUCT(ItemRechecked, (), (item, on, passed, words, officers, warnings, files))

struct DeadlineExtended {
    static constexpr char const* kType = "inspection.deadline_extended";
    static constexpr std::int64_t kVersion = 1;
    std::int64_t item = 1;
    field::Date due;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(DeadlineExtended, (), (item, due, reason))

struct OrderWithdrawn {
    static constexpr char const* kType = "inspection.order_withdrawn";
    static constexpr std::int64_t kVersion = 1;
    Text<2, 500> reason;
};
BOOST_DESCRIBE_STRUCT(OrderWithdrawn, (), (reason))

}  // namespace anping::inspection
