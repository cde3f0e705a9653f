// SPDX-License-Identifier: Apache-2.0
// Use cases of the permit desk. Each change is returned as the decision the writer runs.
#pragma once

#include <functional>
#include <map>
#include <memory>

#include <anping/access/policy.hpp>
#include <anping/ledger/writer.hpp>
#include <anping/licensing/waiting.hpp>
#include <anping/practice/projects.hpp>
#include <anping/registry/directory.hpp>
#include <anping/rulebook/law.hpp>

namespace anping::licensing {

using Decision = std::function<Result<ledger::Decided>(ledger::Transaction&)>;
using LawSource = std::function<std::shared_ptr<rulebook::Law const>()>;

// Thread-safe.
class Service {
public:
    Service(LawSource law, registry::Directory const& directory, practice::Projects const& projects, Clock const& clock)
        : law_(std::move(law)), directory_(directory), projects_(projects), clock_(clock) {}

    Decision receive(ReceiveApplication in) const;
    Decision accept(ApplicationId id, AcceptApplication in) const;
    Decision link_report(ApplicationId id, LinkReport in) const;
    Decision review_report(ApplicationId id, ReviewReport in) const;
    Decision demand_correction(ApplicationId id, DemandCorrection in) const;
    // By the institution it was asked of.
    Decision answer_correction(ApplicationId id, registry::InstitutionId who, AnswerCorrection in) const;
    Decision close_correction(ApplicationId id, CloseCorrection in) const;
    Decision put_on_agenda(ApplicationId id, PutOnAgenda in) const;
    Decision decide(ApplicationId id, Decide in) const;

    Result<access::Target> target(db::Session& session, ApplicationId const& id) const;
    Result<access::Target> target(db::Session& session, registry::EnterpriseId const& applicant) const;
    // To an institution without what concerns reports of others.
    Result<ApplicationView> application(db::Session& session, ApplicationId const& id,
                                        std::optional<registry::InstitutionId> const& reader = {}) const;
    // Those not decided yet first, the nearest due date first; below the turn `after`.
    std::vector<ApplicationSummary> applications(db::Session& session, access::Visibility const& sees,
                                                 ApplicationFilter const& filter, std::string const& after,
                                                 std::int64_t limit) const;
    std::int64_t count(db::Session& session, access::Visibility const& sees, ApplicationFilter const& filter) const;
    // Newest first; to an institution as above.
    std::vector<HistoryItem> history(db::Session& session, ApplicationId const& id,
                                     std::optional<registry::InstitutionId> const& reader = {}) const;
    // The most urgent first, of about `limit` applications: of one bureau's own, for its desk or its leader;
    // of corrections asked of an institution, and of what an applicant has a copy of.
    std::vector<WaitingApplication> waiting(db::Session& session, registry::BureauId const& of, Hand hand,
                                            std::int64_t limit) const;
    std::vector<WaitingApplication> waiting(db::Session& session, registry::InstitutionId const& of,
                                            std::int64_t limit) const;
    std::vector<WaitingApplication> waiting(db::Session& session, registry::EnterpriseId const& of,
                                            std::int64_t limit) const;
    // Of the divisions right below the region, or of the region where there are none; the newest year first.
    std::vector<PermitCount> counts(db::Session& session, field::RegionCode const& region) const;
    std::map<std::string, std::string> kind_names(rulebook::Place const& place) const;  // of permits, by their codes

private:
    std::optional<std::vector<registry::EnterpriseId>> applicants_named(db::Session& session,
                                                                        std::string const& text) const;
    void tell(db::Session& session, std::vector<ApplicationSummary>& rows, rulebook::Law const& law,
              field::Date today) const;

    LawSource law_;
    registry::Directory const& directory_;
    practice::Projects const& projects_;
    Clock const& clock_;
};

}  // namespace anping::licensing
