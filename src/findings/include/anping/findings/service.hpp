// SPDX-License-Identifier: Apache-2.0
// Use cases of the findings desk. Each change is returned as the decision the writer runs; reads use a session of the
// caller.
#pragma once

#include <functional>
#include <memory>

#include <anping/access/policy.hpp>
#include <anping/findings/alarms.hpp>
#include <anping/findings/commands.hpp>
#include <anping/findings/family_views.hpp>
#include <anping/findings/views.hpp>
#include <anping/ledger/writer.hpp>
#include <anping/practice/reports.hpp>
#include <anping/registry/directory.hpp>
#include <anping/rulebook/law.hpp>
#include <anping/vault/vault.hpp>

namespace anping::findings {

struct Progress;
namespace queries {
struct Screened;
}
using Decision = std::function<Result<ledger::Decided>(ledger::Transaction&)>;
using LawSource = std::function<std::shared_ptr<rulebook::Law const>()>;

struct PictureFile {
    std::string path;
    std::int64_t size = 0;
    std::string media_type;  // by its bytes
};

// Thread-safe.
class Service {
public:
    struct With {
        LawSource law;
        practice::Reports const& reports;
        registry::Directory const& directory;
        vault::Vault const& vault;
        access::Policy const& policy;
        Clock const& clock;
        // What the screener does now.
        std::function<Progress()> progress;
        // What the register says of an institution today; nothing where none is watched.
        std::function<std::optional<Watched>(db::Session&, registry::InstitutionId const&)> watched = {};
    };
    explicit Service(With with) : with_(std::move(with)) {}

    Decision enter(practice::ReportId report, EnterFinding in) const;
    Decision answer(FindingId id, AnswerFinding in) const;
    Decision decide(FindingId id, DecideFinding in) const;
    Decision judge(JudgeFamily in) const;
    Decision hold_back(practice::ProjectId project, HoldBack in) const;
    // All findings of the project this one is of; where it is an alarm, all alarms about its institution.
    Decision hold_back_with(FindingId id, HoldBack in) const;
    static Decision end_hold(HoldId id, EndHold in);
    // The platform's own act: what the register says of an institution, told on the desk. `watch_finds`: whether that
    // would say anything the desk does not have.
    Decision watch(registry::InstitutionId institution) const;
    bool watch_finds(db::Session& session, registry::InstitutionId const& institution) const;
    // Asked for twice it is done once; one that still waits for its first time is done then.
    static Decision ask_screening(practice::ReportId report, AskScreening in);

    Result<access::Target> target(db::Session& session, FindingId const& id) const;
    Result<access::Target> target(db::Session& session, practice::ReportId const& report) const;
    Result<access::Target> target(db::Session& session, practice::ProjectId const& project) const;
    Result<access::Target> target(db::Session& session, HoldId const& id) const;
    Result<access::Target> target(db::Session& session, registry::InstitutionId const& id) const;

    // Not what is kept from the institution that asks: as if nothing had been found (N-15).
    Result<void> may_know(db::Session& session, access::Principal const& who, FindingId const& id) const;
    FindingFilter for_whom(access::Principal const& who, FindingFilter filter) const;
    std::vector<HoldView> holds(db::Session& session, practice::ProjectId const& project) const;

    std::vector<FindingSummary> findings(db::Session& session, access::Visibility const& sees,
                                         FindingFilter const& filter, std::int64_t before, std::int64_t limit) const;
    std::int64_t count(db::Session& session, access::Visibility const& sees, FindingFilter const& filter) const;
    Result<FindingView> finding(db::Session& session, access::Principal const& who, FindingId const& id) const;
    enum class Parts { all, without_passages };  // nor quotations
    Result<ScreeningView> screening(db::Session& session, access::Principal const& who,
                                    practice::ReportId const& report, Parts parts = Parts::all) const;
    // The text of the report; of a source of it as much as the asker may see.
    Result<ReadingView> reading(db::Session& session, access::Principal const& who,
                                practice::ReportId const& report) const;
    Result<ReadingView> source_reading(db::Session& session, access::Principal const& who,
                                       practice::ReportId const& report, practice::ReportId const& source) const;
    // From an accident or a hazard back to the reports about the plant that should have named it: those the asker may
    // see, the newest first, at most 100.
    std::vector<Mention> mentions(db::Session& session, access::Principal const& who,
                                  MentionQuestion const& asked) const;
    // A photo that is named in what the finding is shown by.
    Result<PictureFile> picture(db::Session& session, FindingId const& id, std::string const& sm3) const;
    std::vector<FamilyView> families(db::Session& session, std::int64_t before, std::int64_t limit) const;
    std::vector<Record> records(db::Session& session, access::Principal const& who) const;
    ClusterView clusters(db::Session& session, access::Visibility const& sees, std::int64_t least) const;

private:
    class Telling;
    field::Date today() const { return field::beijing_date(with_.clock.now()); }
    bool kept_from(db::Session& session, access::Principal const& who, practice::ProjectId const& project) const;
    std::optional<HoldView> hold_on(db::Session& session, FindingRaised const& finding) const;
    Result<ledger::Decided> hold_alarms_back(ledger::Transaction& tx, registry::InstitutionId const& institution,
                                             HoldBack const& in) const;
    void name_units(db::Session& session, std::vector<HoldView>& holds) const;
    std::vector<ledger::Event> alarms(db::Session& session, registry::InstitutionId const& institution, field::Date day,
                                      std::int64_t seq) const;
    static void tell(db::Session& session, access::Principal const& who, queries::Screened const& screened,
                     Telling& telling, ScreeningView& out);
    With with_;
};

}  // namespace anping::findings
