// SPDX-License-Identifier: Apache-2.0
// Use cases of inspections and of rectification. Each change is returned as the decision the writer runs; reads use a
// session of the caller.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <anping/access/policy.hpp>
#include <anping/base/time.hpp>
#include <anping/inspection/order_views.hpp>
#include <anping/inspection/outcome.hpp>
#include <anping/inspection/shares.hpp>
#include <anping/inspection/views.hpp>
#include <anping/ledger/writer.hpp>
#include <anping/practice/projects.hpp>
#include <anping/registry/directory.hpp>
#include <anping/vault/vault.hpp>

namespace anping::inspection {

using Decision = std::function<Result<ledger::Decided>(ledger::Transaction&)>;

// Thread-safe. `who` of a change is an officer of the bureau whose inspection or order it is, unless it says otherwise.
class Service {
public:
    struct With {
        std::function<std::shared_ptr<rulebook::Law const>()> law;
        registry::Directory const& directory;
        practice::Projects const& projects;
        ledger::Personal const& personal;
        vault::Vault const& vault;
        Clock const& clock;
        std::function<std::string(db::Session&, std::string const& account)> name_of;  // of an officer
        // By the number an origin gives.
        std::function<std::optional<DrawKnown>(db::Session&, std::string const& draw,
                                               std::optional<registry::InstitutionId> const& institution)>
            draw = {};
    };
    explicit Service(With with) : with_(std::move(with)) {}

    Decision plan(access::Principal who, PlanInspection in) const;
    Decision approve(InspectionId id, ApproveInspection in) const;
    Decision call_off(InspectionId id, CallOffInspection in) const;
    Decision begin(InspectionId id, BeginVisit in) const;
    Decision answer_items(access::Principal who, InspectionId id, AnswerItems in) const;
    Decision find_problem(access::Principal who, InspectionId id, FindProblem in) const;
    Decision withdraw_problem(InspectionId id, WithdrawProblem in) const;
    Decision record_refusal(access::Principal who, InspectionId id, RecordRefusal in) const;
    Decision sign(access::Principal who, InspectionId id, SignResult in) const;
    Decision close(InspectionId id, CloseInspection in) const;
    // Of who is inspected.
    Decision acknowledge(InspectionId id, AcknowledgeResult in) const;
    Decision make_statement(access::Principal who, InspectionId id, MakeStatement in) const;

    Decision issue(access::Principal who, IssueOrder in) const;
    Decision recheck(access::Principal who, OrderId id, RecheckItem in) const;
    Decision extend(OrderId id, ExtendDeadline in) const;
    Decision withdraw(OrderId id, WithdrawOrder in) const;
    // Of who was ordered.
    Decision give_proof(access::Principal who, OrderId id, GiveProof in) const;

    Result<access::Target> target(db::Session& session, InspectionId const& id) const;
    Result<access::Target> target(db::Session& session, OrderId const& id) const;

    // Newest first, below the entry `before`.
    std::vector<InspectionSummary> inspections(db::Session& session, access::Visibility const& sees,
                                               InspectionFilter const& filter, std::int64_t before,
                                               std::int64_t limit) const;
    Result<InspectionView> inspection(db::Session& session, InspectionId const& id, access::Principal const& who) const;
    // What a visit would ask today.
    std::vector<ListedItem> checklist(access::Principal const& who, Setting setting,
                                      std::vector<Subject> const& subjects) const;
    std::vector<OrderSummary> orders(db::Session& session, access::Visibility const& sees, OrderFilter const& filter,
                                     std::int64_t before, std::int64_t limit) const;
    Result<OrderView> order(db::Session& session, OrderId const& id) const;
    // The items of those orders, in their order.
    std::vector<LedgerRow> ledger(db::Session& session, access::Visibility const& sees, OrderFilter const& filter,
                                  std::int64_t limit) const;
    // Of what the asker sees of the institution.
    std::vector<OutcomeView> outcomes(db::Session& session, access::Visibility const& inspections,
                                      access::Visibility const& orders,
                                      registry::InstitutionId const& institution) const;
    // By bureaus, of the visits between these days (both included).
    std::vector<BureauShares> shares(db::Session& session, access::Visibility const& sees, field::Date from,
                                     field::Date to) const;
    // A file of the inspection or order with this digest.
    std::optional<practice::Exhibit> file(db::Session& session, std::string const& of, std::string const& sm3) const;

    // What waits: for approval, for the visit, for signatures or its end.
    std::vector<InspectionSummary> waiting(db::Session& session, registry::BureauId const& bureau,
                                           std::int64_t limit) const;
    // Of a party: told and not closed.
    std::vector<InspectionSummary> concerning(db::Session& session, std::string const& unit, std::int64_t limit) const;

private:
    Result<std::vector<practice::Exhibit>> exhibits(access::Principal const& who,
                                                    std::vector<practice::AttachFile> const& files,
                                                    std::string const& at) const;
    std::optional<DrawKnown> draw_of(db::Session& session, PlanInspection const& in,
                                     std::optional<registry::InstitutionId> const& institution) const;
    void put_names(db::Session& session, std::vector<InspectionSummary>& rows) const;
    void put_names(db::Session& session, std::vector<OrderSummary>& rows) const;
    OrderView whole(db::Session& session, OrderSummary summary) const;

    With with_;
};

}  // namespace anping::inspection
