// SPDX-License-Identifier: Apache-2.0
// Use cases of reports that are called up and reviewed. Each change is the decision the writer runs.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <anping/access/colleagues.hpp>
#include <anping/access/policy.hpp>
#include <anping/inspection/call_up_views.hpp>
#include <anping/inspection/service.hpp>
#include <anping/practice/reports.hpp>
#include <anping/registry/directory.hpp>
#include <anping/vault/vault.hpp>

namespace anping::inspection {

// Thread-safe. `who` of a change is an officer of the bureau that calls up, unless it says otherwise.
class CallUps {
public:
    struct With {
        std::function<std::shared_ptr<rulebook::Law const>()> law;
        practice::Reports const& reports;
        registry::Directory const& directory;
        // As the register has them on that day.
        std::function<std::optional<registry::ExpertView>(db::Session&, registry::ExpertId const&, field::Date)> expert;
        std::function<bool(db::Session&, std::string const& name)> is_institution;
        access::Colleagues colleagues;
        vault::Vault const& vault;
        Clock const& clock;
    };
    explicit CallUps(With with) : with_(std::move(with)) {}

    // A report of a project in the bureau's region.
    Decision call_up(access::Principal who, CallUpReport in) const;
    Decision assign(access::Principal who, CallUpId id, AssignReviewers in) const;
    Decision relieve(access::Principal who, CallUpId id, RelieveReviewer in) const;
    Decision ask_again(access::Principal who, CallUpId id, AskAgain in) const;
    Decision conclude(access::Principal who, CallUpId id, ConcludeCallUp in) const;
    Decision withdraw(access::Principal who, CallUpId id, WithdrawCallUp in) const;
    // Of the institution.
    Decision hand_in(access::Principal who, CallUpId id, HandInMaterial in) const;
    // Of a reviewer.
    Decision give_opinion(access::Principal who, CallUpId id, GiveOpinion in) const;

    // A reviewer is a party by the account, while not relieved; to every other expert it is nobody's.
    Result<access::Target> target(db::Session& session, CallUpId const& id, access::Principal const& who) const;
    // Newest first, below the entry `before`.
    std::vector<CallUpSummary> call_ups(db::Session& session, access::Visibility const& sees,
                                        access::Principal const& who, CallUpFilter const& filter, std::int64_t before,
                                        std::int64_t limit) const;
    Result<CallUpView> call_up(db::Session& session, CallUpId const& id, access::Principal const& who) const;
    // What was handed in; for reviewers the report and its archive too, until the conclusion.
    std::optional<practice::Exhibit> file(db::Session& session, CallUpId const& id, std::string const& sm3,
                                          access::Principal const& who) const;
    // Of first opinions in what the asker sees; for a bureau's officers, nothing for others.
    AgreementView agreement(db::Session& session, access::Visibility const& sees, access::Principal const& who,
                            CallUpFilter const& filter) const;
    std::vector<ReviewerAccount> accounts(db::Session& session) const;

private:
    void put_names(db::Session& session, CallUpView& view) const;
    std::vector<practice::Exhibit> archive_of(db::Session& session, ReportCalledUp const& called) const;

    With with_;
};

}  // namespace anping::inspection
