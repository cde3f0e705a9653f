// SPDX-License-Identifier: Apache-2.0
// Use cases of a project. Each change is returned as the decision the writer runs; reads use a session of the caller.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <anping/access/identity.hpp>
#include <anping/access/policy.hpp>
#include <anping/ledger/personal.hpp>
#include <anping/ledger/writer.hpp>
#include <anping/practice/answer.hpp>
#include <anping/practice/commands.hpp>
#include <anping/practice/project_filter.hpp>
#include <anping/practice/projects.hpp>
#include <anping/practice/reports.hpp>
#include <anping/practice/views/archive.hpp>
#include <anping/practice/views/disclosure.hpp>
#include <anping/practice/views/papers.hpp>
#include <anping/practice/views/templates.hpp>
#include <anping/registry/directory.hpp>
#include <anping/rulebook/law.hpp>
#include <anping/rulebook/tools.hpp>
#include <anping/vault/vault.hpp>

namespace anping::practice {

using Decision = std::function<Result<ledger::Decided>(ledger::Transaction&)>;
namespace queries {
struct Reading;
}
using LawSource = std::function<std::shared_ptr<rulebook::Law const>()>;

// Thread-safe.
class Service final : public Projects, public Reports {
public:
    Service(LawSource law, registry::Directory const& directory, ledger::Personal const& personal,
            vault::Vault const& vault, Clock const& clock)
        : law_(std::move(law)), directory_(directory), personal_(personal), vault_(vault), clock_(clock) {}

    // What the text of the contracts among the files says of a permit, in the phrases the book of the place lists.
    // Waits for the worker: before a change, not within one.
    Phrases phrases_in(access::Principal const& who, std::vector<AttachFile> const& files,
                       rulebook::Place const& place) const;
    Phrases phrases_in(db::Session& session, access::Principal const& who, std::vector<AttachFile> const& files,
                       ProjectId const& id) const;

    Decision open_project(access::Principal const& who, OpenProject in, Phrases const& phrases = {}) const;
    Decision record_contract(access::Principal const& who, ProjectId id, RecordContract in,
                             Phrases const& phrases = {}) const;
    Decision form_team(ProjectId id, FormTeam in) const;
    Decision file_notice(ProjectId id, FileNotice in) const;
    Decision enter_notice(access::Principal const& who, EnterNotice in) const;
    Decision amend_notice(ProjectId id, AmendNotice in) const;
    Decision open_notice(NoticeId id, registry::BureauId bureau) const;
    Decision record_survey(access::Principal const& who, ProjectId id, RecordSurvey in) const;
    Decision exchange_views(access::Principal const& who, ProjectId id, ExchangeViews in) const;
    Decision propose_measures(ProjectId id, ProposeMeasures in) const;
    Decision answer_measures(access::Principal const& who, ProjectId id, AnswerMeasures in) const;
    Decision recheck_measures(access::Principal const& who, ProjectId id, RecheckMeasures in) const;
    Decision confirm_site(access::Principal const& who, ProjectId id, ConfirmSite in) const;
    Decision record_spot_check(access::Principal const& who, ProjectId id, RecordSpotCheck in) const;
    Decision confirm_report(ProjectId id, ConfirmReport in) const;
    Decision attach_evidence(access::Principal const& who, ProjectId id, AttachEvidence in,
                             Phrases const& phrases = {}) const;
    // Scans of the contract and invoices only.
    Decision attach_contract_files(access::Principal const& who, ProjectId id, AttachEvidence in,
                                   Phrases const& phrases = {}) const;
    Decision file_report(access::Principal const& who, ProjectId id, FileReport in) const;
    Decision sign_review(access::Principal const& who, ProjectId id, SignReview in) const;
    static Decision set_process_rule(registry::InstitutionId const& of, SetProcessRule const& in);
    Decision give_opinions(access::Principal const& who, ProjectId id, GiveOpinions in) const;
    Decision answer_opinions(ProjectId id, AnswerOpinions in) const;
    Decision withdraw_report(ProjectId id, WithdrawReport in) const;
    Decision publish_report(access::Principal const& who, ProjectId id, PublishReport in) const;
    Decision archive_project(ProjectId id) const;
    Decision record_disclosure(ProjectId id, RecordDisclosure in) const;
    Decision withdraw_disclosure(ProjectId id, WithdrawDisclosure in) const;
    Decision record_sighting(access::Principal const& who, ProjectId id, RecordSighting in) const;
    Decision publish_copy(access::Principal const& who, ProjectId id, PublishCopy in) const;
    Decision withdraw_copy(ProjectId id, WithdrawCopy in) const;
    // What the server found at the address at that time; nothing happens if it is not the address any more.
    Decision record_check(ProjectId id, std::string url, Found found, Timestamp seen_at) const;

    // What opening the project would flag and set; nothing is recorded.
    Result<Judgement> preview(db::Session& session, access::Principal const& who, OpenProject const& in,
                              Phrases const& phrases = {}) const;

    Result<access::Target> target(db::Session& session, ProjectId const& id) const override;
    Result<access::Target> target(db::Session& session, NoticeId const& id, registry::BureauId const& asker) const;

    std::optional<ProjectId> project_of(db::Session& session, NoticeId const& id) const;

    Result<ProjectView> project(db::Session& session, ProjectId const& id) const override;
    Result<ProjectView> project(ledger::Transaction& transaction, ProjectId const& id) const override;
    std::vector<ProjectSummary> projects(db::Session& session, access::Visibility const& sees,
                                         ProjectFilter const& filter, std::string const& after,
                                         std::int64_t limit) const;
    // How many that list has, and how they part; regions are those right below the filter's.
    std::int64_t count(db::Session& session, access::Visibility const& sees, ProjectFilter const& filter) const;
    std::vector<Tally> tally(db::Session& session, access::Visibility const& sees, ProjectFilter const& filter,
                             TallyBy by) const;
    std::vector<FoundMatter> matters(db::Session& session, access::Visibility const& sees, std::string const& text,
                                     std::int64_t limit) const;
    // The project's files in entries before `below`, by digest, and whether a report of it is published.
    Result<ProjectFiles> files(db::Session& session, ProjectId const& id, std::int64_t below) const;
    ProcessRule process_rule(db::Session& session, registry::InstitutionId const& institution) const;
    // Of who signed, on the day of signing; nothing where the law asks for none.
    std::vector<registry::Staffing> staffing(db::Session& session, ProjectId const& id) const;
    std::vector<TimelineItem> timeline(db::Session& session, ProjectId const& id) const;
    std::vector<ProjectFacts> facts_of(db::Session& session, std::vector<ProjectId> const& ids) const override;
    std::optional<ledger::Event> relied_on(ledger::Transaction& transaction, ProjectId const& id,
                                           std::string const& application, field::Date applied_on) const override;
    std::vector<FiledReport> filed_about(db::Session& session, registry::EnterpriseId const& enterprise,
                                         Timestamp before, std::size_t limit) const override;
    std::int64_t filed_between(db::Session& session, std::int64_t after, std::int64_t before) const override;
    std::vector<FiledReport> filed_after(db::Session& session, std::int64_t entry, std::size_t limit) const override;
    std::optional<FiledReport> report(db::Session& session, ReportId const& id) const override;
    SiteView site(db::Session& session, ProjectId const& id) const;
    // What the enterprise is asked for in all its projects, the most urgent first.
    std::vector<AskedProject> asked(db::Session& session, registry::EnterpriseId const& enterprise,
                                    std::int64_t limit) const;
    DisclosureView disclosure(db::Session& session, ProjectId const& id) const;
    // What proves what each part covered in the copy was.
    std::vector<CoveredOpening> redactions(db::Session& session, ProjectId const& id) const;
    // The copy on the portal of the report with this public number.
    std::optional<CopyView> copy(db::Session& session, std::string const& number) const;
    // The address to look at.
    Result<DisclosureToCheck> disclosure_to_check(db::Session& session, ProjectId const& id) const;
    // Those whose turn it is by the book of their region, the longest not looked at first.
    std::vector<DisclosureToCheck> disclosures_due(db::Session& session, std::size_t limit) const;
    // The last notice of the project, or the one named.
    Result<ArchiveContents> archive(db::Session& session, ProjectId const& id) const;
    Result<std::string> archive_list(db::Session& session, ProjectId const& id) const;  // the same, to be read
    Result<NoticePaper> notice_paper(db::Session& session, ProjectId const& id,
                                     std::optional<NoticeId> const& notice) const;
    Result<ProjectPaper> project_paper(db::Session& session, ProjectId const& id) const;
    // Received by the bureau on these days, the first first; at most 10,000.
    std::vector<NoticeLine> notice_lines(db::Session& session, registry::BureauId const& bureau, field::Date from,
                                         field::Date until) const;
    // Of contracts signed on these days, the first first; at most 10,000.
    std::vector<WorkLine> work_lines(db::Session& session, registry::InstitutionId const& institution, field::Date from,
                                     field::Date until) const;
    // Those of the notices that were sent to the bureau.
    std::vector<NoticeView> notices(db::Session& session, registry::BureauId const& bureau,
                                    std::vector<NoticeId> const& ids) const;
    // Names of a catalogue's items, or the titles of a form's fields, as the law of the place has them today.
    std::map<std::string, std::string> names_of(rulebook::Kind kind, std::string const& name,
                                                rulebook::Place const& place) const;
    // The fields of a form in their order: code and title.
    std::vector<std::pair<std::string, std::string>> fields_of(std::string const& form,
                                                               rulebook::Place const& place) const;
    // Where the project's price stands among like ones.
    Result<PriceComparison> price(db::Session& session, ProjectId const& id) const;
    // At one place only, where it is named.
    std::vector<DeadlineView> deadlines(db::Session& session, access::Visibility const& sees, std::int64_t limit,
                                        std::optional<field::RegionCode> const& region = {}) const;
    std::vector<OverdueCount> overdue_by_place(db::Session& session, access::Visibility const& sees,
                                               field::Date today) const;
    std::vector<NoticeView> inbox(db::Session& session, registry::BureauId const& bureau, bool unopened,
                                  std::int64_t before, std::int64_t limit) const;
    // In a region and what lies in it; and how many in each division right below it.
    std::vector<NoticeView> on_site(db::Session& session, access::Visibility const& sees,
                                    field::RegionCode const& region, std::int64_t limit) const;
    std::vector<SitePlace> on_site_places(db::Session& session, access::Visibility const& sees,
                                          field::RegionCode const& region) const;
    std::vector<PublishedReport> published(db::Session& session, std::string const& number_or_digest) const;
    std::vector<PublishedReport> published_of(db::Session& session, registry::InstitutionId const& institution,
                                              std::int64_t limit) const;
    // What institutions are held to now: whom a change of the law would move.
    std::vector<rulebook::OpenDeadline> open_deadlines(db::Session& session) const;
    std::vector<rulebook::OpenDeadline> open_deadlines(db::Session& session, access::Visibility const& sees) const;
    // What brings the asking unit near an institution: itself as an enterprise it has served, and the regions of its
    // projects. Nothing to the institution itself, which is nearer than by any of them.
    std::pair<std::vector<std::string>, std::vector<field::RegionCode>> concerned_by(
        db::Session& session, registry::InstitutionId const& institution, std::string const& asker) const;
    // How many acts each clause was cited by, and which of them the asker may see, newest first below `before`.
    std::map<std::string, std::int64_t> citations(db::Session& session) const;
    std::vector<CitingAct> citing(db::Session& session, access::Visibility const& sees, std::string const& clause,
                                  std::int64_t before, std::int64_t limit) const;

private:
    queries::Reading reading(db::Session& session, rulebook::Law const& law) const;
    Result<Exhibit> exhibit(access::Principal const& who, vault::UploadId const& upload, std::string const& kind,
                            std::optional<Timestamp> captured_at, std::string const& pointer) const;
    Result<std::vector<Exhibit>> exhibits(access::Principal const& who, std::vector<AttachFile> const& files,
                                          Phrases const& phrases = {}) const;

    LawSource law_;
    registry::Directory const& directory_;
    ledger::Personal const& personal_;
    vault::Vault const& vault_;
    Clock const& clock_;
};

}  // namespace anping::practice
