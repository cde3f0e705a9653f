// SPDX-License-Identifier: Apache-2.0
// Use cases of penalty cases. Each change is returned as the decision the writer runs.
#pragma once

#include <functional>
#include <memory>

#include <anping/access/policy.hpp>
#include <anping/cases/followup_views.hpp>
#include <anping/cases/own_views.hpp>
#include <anping/cases/typical.hpp>
#include <anping/cases/views.hpp>
#include <anping/ledger/writer.hpp>
#include <anping/registry/directory.hpp>

namespace anping::cases {

using Decision = std::function<Result<ledger::Decided>(ledger::Transaction&)>;

// Thread-safe. `who` is an officer of the bureau whose case it is.
class Service {
public:
    struct With {
        std::function<std::shared_ptr<rulebook::Law const>()> law;
        registry::Directory const& directory;
        ledger::Personal const& personal;
        Clock const& clock;
        // Applications for permits that rest on the project's report; without what was done about them.
        std::function<std::vector<RelianceView>(db::Session&, std::string const& project)> relying;
        // What an upload of the account's came to, by SM3; nothing where it is another's or not whole.
        std::function<std::optional<std::string>(std::string const& upload, std::string const& account)> received;
    };
    explicit Service(With with) : with_(std::move(with)) {}

    Decision set_mode(access::Principal who, SetMode in) const;
    Decision open(access::Principal who, OpenCase in) const;
    Decision record(access::Principal who, CaseId id, RecordStep in) const;
    Decision decide(access::Principal who, CaseId id, MakeDecision in) const;
    Decision record_decision(access::Principal who, CaseId id, MakeDecision in) const;
    // Of the institution the case is against.
    Decision answer(access::Principal who, CaseId id, AnswerNotice in) const;
    Decision handle_reliance(CaseId id, HandleReliance in) const;

    Decision propose_listing(access::Principal who, ProposeListing in) const;
    Decision record_listing(access::Principal who, ListingId id, RecordListing in) const;
    Decision decide_listing(access::Principal who, ListingId id, RecordListing in) const;
    Decision record_talk(access::Principal who, RecordTalk in) const;
    Decision close_talk(TalkId id, CloseTalk in) const;

    ModeView mode(db::Session& session, registry::BureauId const& bureau) const;
    // By the law of the asker's place.
    Result<Computation> compute(access::Principal const& who, PenaltyFacts const& facts) const;
    Result<access::Target> target(db::Session& session, CaseId const& id) const;
    Result<access::Target> target(db::Session& session, registry::InstitutionId const& institution) const;
    // Newest first, below the entry `before`.
    std::vector<CaseSummary> cases(db::Session& session, access::Visibility const& sees, std::optional<CaseStage> stage,
                                   std::int64_t before, std::int64_t limit) const;
    // Referred to the bureau on that day or later, and not taken up: it opened no case that comes from it.
    std::vector<CaseSummary> referred(db::Session& session, registry::BureauId const& bureau, field::Date since) const;
    Result<CaseView> view(db::Session& session, CaseId const& id) const;
    // The case whole, with each entry it rests on and its leaf: whoever gets it checks the leaves against the ledger.
    Result<json::object> bundle(db::Session& session, CaseId const& id) const;
    // Against the institution, once it was given notice; newest first, at most 200.
    std::vector<OwnCase> own(db::Session& session, registry::InstitutionId const& institution) const;
    bool has_file(db::Session& session, CaseId const& id, std::string const& sm3) const;
    // Of the institution, decided in [from, to]; newest first. `effective` tells those that are delivered and stand.
    std::vector<DecisionRow> decisions_of(db::Session& session, registry::InstitutionId const& institution,
                                          std::optional<field::Date> from, std::optional<field::Date> to) const;
    // Published and not withdrawn, newest first.
    std::vector<DecisionRow> published(db::Session& session, std::int64_t limit) const;
    std::vector<CaseCount> counts(db::Session& session) const;
    std::vector<OwnOverdue> own_overdue(db::Session& session, access::Visibility const& sees, field::Date today,
                                        std::int64_t limit) const;

    Result<access::Target> target(db::Session& session, ListingId const& id) const;
    Result<access::Target> target(db::Session& session, TalkId const& id) const;
    std::vector<ListingSummary> listings(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                         std::int64_t limit) const;
    std::vector<ListingSummary> listed(db::Session& session, std::int64_t limit) const;  // for the public
    Result<ListingView> listing(db::Session& session, ListingId const& id) const;
    std::vector<TalkView> talks(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                std::int64_t limit) const;

    // Typical and serious cases, as a bureau keeps them and as the public reads them.
    Decision draft_typical(access::Principal who, CaseId of, DraftTypical in) const;
    static Decision decide_typical(TypicalId id, DecideTypical in);
    static Decision withdraw_typical(TypicalId id, WithdrawTypical in);
    Result<access::Target> target(db::Session& session, TypicalId const& id) const;
    std::vector<TypicalView> typicals(db::Session& session, access::Visibility const& sees, std::int64_t before,
                                      std::int64_t limit) const;
    std::vector<PublishedCase> published_cases(db::Session& session, PublishedFilter const& filter,
                                               std::int64_t limit) const;
    std::optional<PublishedCase> published_case(db::Session& session, TypicalId const& id) const;
    static std::vector<std::pair<std::string, std::string>> published_topics(db::Session& session);

private:
    void tell(db::Session& session, std::vector<ListingSummary>& rows) const;
    void tell(db::Session& session, std::vector<CaseSummary>& rows) const;
    void tell(db::Session& session, std::vector<DecisionRow>& rows) const;

    With with_;
};

}  // namespace anping::cases
