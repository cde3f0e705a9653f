// SPDX-License-Identifier: Apache-2.0
#include <anping/findings/projection.hpp>

#include <algorithm>

#include <anping/db/columns.hpp>
#include <anping/findings/events.hpp>
#include <anping/practice/events.hpp>

#include "projection_acts.hpp"
#include "projection_alarms.hpp"

namespace anping::findings {
namespace {

using db::sql;

// A finding of no report is an alarm of the watch over its institution, a hold of no project one on those alarms.
// `asked_at`: it is to be screened again. A finding of an earlier screening of the same report goes with it unless
// somebody has acted on it.
constexpr char const* kSchema = R"sql(
CREATE TABLE findings_screening (
    report TEXT PRIMARY KEY, project TEXT NOT NULL, institution TEXT NOT NULL, region TEXT NOT NULL,
    authority TEXT NOT NULL, filed_entry BIGINT NOT NULL,
    body TEXT NOT NULL, document TEXT NOT NULL, screened_at BIGINT NOT NULL, entry BIGINT NOT NULL, asked_at BIGINT,
    album TEXT);
CREATE INDEX findings_screening_project ON findings_screening (project, filed_entry);
CREATE INDEX findings_screening_filed ON findings_screening (filed_entry);
CREATE INDEX findings_screening_album ON findings_screening (entry) WHERE album IS NOT NULL;
CREATE INDEX findings_screening_asked ON findings_screening (asked_at) WHERE asked_at IS NOT NULL;
CREATE TABLE findings_source (
    report TEXT NOT NULL, source TEXT NOT NULL, bond TEXT NOT NULL, shared BIGINT NOT NULL, passages BIGINT NOT NULL,
    PRIMARY KEY (report, source));
CREATE INDEX findings_source_source ON findings_source (source, shared);
CREATE TABLE findings_finding (
    id TEXT PRIMARY KEY, report TEXT NOT NULL, project TEXT NOT NULL, institution TEXT NOT NULL, region TEXT NOT NULL,
    authority TEXT NOT NULL, detector TEXT NOT NULL,
    strength TEXT NOT NULL, state TEXT NOT NULL, body TEXT NOT NULL, source TEXT, raised_at BIGINT NOT NULL,
    entry BIGINT NOT NULL, superseded BIGINT NOT NULL DEFAULT 0);
CREATE INDEX findings_finding_report ON findings_finding (report, entry);
CREATE INDEX findings_finding_project ON findings_finding (project, state);
CREATE INDEX findings_finding_institution ON findings_finding (institution, state);
CREATE INDEX findings_finding_region ON findings_finding (region, state);
CREATE INDEX findings_finding_detector ON findings_finding (detector, state);
CREATE TABLE findings_act (
    finding TEXT NOT NULL, entry BIGINT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, account TEXT NOT NULL,
    unit TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (finding, entry));
CREATE TABLE findings_family (
    id TEXT PRIMARY KEY, judged TEXT NOT NULL, institution TEXT NOT NULL, body TEXT NOT NULL, account TEXT NOT NULL,
    unit TEXT NOT NULL, at BIGINT NOT NULL, entry BIGINT NOT NULL);
CREATE INDEX findings_family_judged ON findings_family (judged, entry);
CREATE TABLE findings_hold (
    id TEXT PRIMARY KEY, project TEXT NOT NULL, institution TEXT NOT NULL, until_day TEXT NOT NULL, reason TEXT NOT NULL,
    unit TEXT NOT NULL, at BIGINT NOT NULL, entry BIGINT NOT NULL, ended_at BIGINT,
    ended_why TEXT NOT NULL DEFAULT '');
CREATE INDEX findings_hold_project ON findings_hold (project, entry);
CREATE INDEX findings_hold_institution ON findings_hold (institution, entry);
)sql";

struct Act {
    db::Session& session;
    ledger::Entry const& entry;
    std::string const& id() const { return entry.event.subject; }
};

void forget_untouched(Act const& act) {
    act.session.exec(
        "UPDATE findings_finding SET superseded = 1 WHERE report = :report AND state = 'open' AND detector NOT LIKE "
        "'told.%'",
        {act.id()});
    act.session.exec("DELETE FROM findings_source WHERE report = :report", {act.id()});
}

void screened(Act const& act) {
    auto const in = ledger::data_of<ReportScreened>(act.entry);
    forget_untouched(act);
    act.session.exec(
        "INSERT INTO findings_screening (report, project, institution, region, authority, filed_entry, body, document, "
        "screened_at, entry, asked_at, album) VALUES (:report, :project, :institution, :region, :authority, :filed, "
        ":body, :document, :at, :entry, NULL, :album) ON "
        "CONFLICT (report) DO UPDATE SET body = excluded.body, document = excluded.document, screened_at = "
        "excluded.screened_at, entry = excluded.entry, asked_at = NULL, album = excluded.album",
        {act.id(), in.project, in.institution, in.region.digits, sql(in.authority), in.filed_entry,
         canonical(to_json(in)), in.document, act.entry.at, act.entry.seq, in.album});
    std::vector<db::Params> rows;
    rows.reserve(in.sources.size());
    for (auto const& one : in.sources) rows.push_back({act.id(), one.report, sql(one.bond), one.shared, one.passages});
    act.session.bulk_insert("findings_source", {"report", "source", "bond", "shared", "passages"}, rows);
}

void screening_asked(Act const& act) {
    act.session.exec("UPDATE findings_screening SET asked_at = :at WHERE report = :report", {act.entry.at, act.id()});
}

void raised(Act const& act) {
    auto const in = ledger::data_of<FindingRaised>(act.entry);
    act.session.exec(
        "INSERT INTO findings_finding (id, report, project, institution, region, authority, detector, strength, state, "
        "body, source, raised_at, entry) VALUES (:id, :report, :project, :institution, :region, :authority, :detector, "
        ":strength, 'open', :body, "
        ":source, :at, :entry)",
        {act.id(), in.report, in.project, in.institution, in.region.digits, sql(in.authority), in.finding.detector,
         sql(in.finding.strength), canonical(to_json(in)),
         in.source ? db::Value(in.source->report) : db::Value(nullptr), act.entry.at, act.entry.seq});
}

void record(Act const& act, std::string const& kind, std::string const& text) {
    act.session.exec(
        "INSERT INTO findings_act (finding, entry, kind, text, account, unit, at) VALUES (:finding, :entry, :kind, "
        ":text, :account, :unit, :at)",
        {act.id(), act.entry.seq, kind, text, act.entry.actor.account, act.entry.actor.unit, act.entry.at});
}

void answered(Act const& act) {
    record(act, "answered", ledger::data_of<FindingAnswered>(act.entry).text.value);
    act.session.exec("UPDATE findings_finding SET state = 'answered' WHERE id = :id AND state IN ('open', 'asked')",
                     {act.id()});
}

void decided(Act const& act) {
    auto const in = ledger::data_of<FindingDecided>(act.entry);
    auto const word = boost::describe::enum_to_string(in.outcome, "");
    record(act, word, in.reason.value);
    // Outcomes are states of the same names.
    act.session.exec("UPDATE findings_finding SET state = :state WHERE id = :id", {word, act.id()});
}

void family_judged(Act const& act) {
    auto const in = ledger::data_of<FamilyJudged>(act.entry);
    act.session.exec(
        "INSERT INTO findings_family (id, judged, institution, body, account, unit, at, entry) VALUES (:id, :judged, "
        ":institution, :body, :account, :unit, :at, :entry)",
        {act.id(), sql(in.as), in.institution, canonical(to_json(in)), act.entry.actor.account, act.entry.actor.unit,
         act.entry.at, act.entry.seq});
}

void held_back(Act const& act) {
    auto const in = ledger::data_of<HeldBack>(act.entry);
    act.session.exec(
        "INSERT INTO findings_hold (id, project, institution, until_day, reason, unit, at, entry) VALUES (:id, "
        ":project, '', :until, :reason, :unit, :at, :entry)",
        {act.id(), in.project, sql(in.until), in.reason.value, act.entry.actor.unit, act.entry.at, act.entry.seq});
}

void hold_ended(Act const& act) {
    act.session.exec("UPDATE findings_hold SET ended_at = :at, ended_why = :why WHERE id = :id",
                     {act.entry.at, ledger::data_of<HoldEnded>(act.entry).reason.value, act.id()});
}

void archive_sealed(Act const& act) {
    act.session.exec("UPDATE findings_hold SET ended_at = :at WHERE project = :project AND ended_at IS NULL",
                     {act.entry.at, act.id()});
}

struct Handler {
    char const* type;
    void (*apply)(Act const&);
};
constexpr Handler kHandlers[] = {{ReportScreened::kType, screened},
                                 {ScreeningAsked::kType, screening_asked},
                                 {FindingRaised::kType, raised},
                                 {FindingAnswered::kType, answered},
                                 {FindingDecided::kType, decided},
                                 {FamilyJudged::kType, family_judged},
                                 {HeldBack::kType, held_back},
                                 {HoldEnded::kType, hold_ended},
                                 {practice::ProjectArchived::kType, archive_sealed}};

class FindingProjection final : public ledger::Projection {
public:
    std::string name() const override { return "findings"; }
    std::string stamp() const override { return "4"; }
    std::string schema() const override { return std::string(kSchema) + acts_schema() + kAlarmSchema; }
    std::vector<ledger::Table> tables() const override {
        std::vector<ledger::Table> out{
            {"findings_screening",
             {"report"},
             {"report", "project", "institution", "region", "authority", "filed_entry", "body", "document",
              "screened_at", "entry", "asked_at", "album"}},
            {"findings_source", {"report", "source"}, {"report", "source", "bond", "shared", "passages"}},
            {"findings_finding",
             {"id"},
             {"id", "report", "project", "institution", "region", "authority", "detector", "strength", "state", "body",
              "source", "raised_at", "entry", "superseded"}},
            {"findings_act", {"finding", "entry"}, {"finding", "entry", "kind", "text", "account", "unit", "at"}},
            {"findings_family", {"id"}, {"id", "judged", "institution", "body", "account", "unit", "at", "entry"}},
            {"findings_hold",
             {"id"},
             {"id", "project", "institution", "until_day", "reason", "unit", "at", "entry", "ended_at", "ended_why"}},
            alarm_table()};
        std::ranges::move(acts_tables(), std::back_inserter(out));
        return out;
    }
    void apply(db::Session& session, ledger::Entry const& entry) override {
        Act const act{session, entry};
        for (auto const& handler : kHandlers)
            if (entry.event.type == handler.type) handler.apply(act);
        keep_acts(session, entry);
        keep_alarm(session, entry);
    }
};

}  // namespace

std::unique_ptr<ledger::Projection> make_projection() { return std::make_unique<FindingProjection>(); }

}  // namespace anping::findings
