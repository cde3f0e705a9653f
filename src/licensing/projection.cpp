// SPDX-License-Identifier: Apache-2.0
#include <anping/licensing/projection.hpp>

#include <anping/db/columns.hpp>
#include <anping/licensing/events.hpp>

namespace anping::licensing {
namespace {

using db::sql;

constexpr char const* kSchema = R"sql(
CREATE TABLE licensing_application (
    id TEXT PRIMARY KEY, enterprise TEXT NOT NULL, region TEXT NOT NULL, authority TEXT NOT NULL, kind TEXT NOT NULL,
    title TEXT NOT NULL, received_on TEXT NOT NULL, accepted_on TEXT, due TEXT, due_body TEXT, meeting_on TEXT,
    outcome TEXT, decided_on TEXT, decision TEXT, decided_entry BIGINT, open_corrections BIGINT NOT NULL,
    version BIGINT NOT NULL);
CREATE INDEX licensing_application_region ON licensing_application (region, due);
CREATE INDEX licensing_application_enterprise ON licensing_application (enterprise);
CREATE TABLE licensing_report (
    application TEXT NOT NULL, project TEXT NOT NULL, institution TEXT NOT NULL, body TEXT NOT NULL, result TEXT,
    opinion TEXT, PRIMARY KEY (application, project));
CREATE INDEX licensing_report_project ON licensing_report (project);
CREATE INDEX licensing_report_institution ON licensing_report (institution);
CREATE TABLE licensing_correction (
    application TEXT NOT NULL, number BIGINT NOT NULL, body TEXT NOT NULL, demanded_at BIGINT NOT NULL, answer TEXT,
    closed TEXT, PRIMARY KEY (application, number));
)sql";

template <class T>
std::string body(T const& value) {
    return canonical(to_json(value));
}

struct Act {
    db::Session& session;
    ledger::Entry const& entry;
    std::string const& id() const { return entry.event.subject; }

    void link(LinkedReport const& report) const {
        session.exec(
            "INSERT INTO licensing_report (application, project, institution, body) VALUES (:id, :project, "
            ":institution, :body)",
            {id(), report.project, report.institution, body(report)});
    }
    void due(std::optional<rulebook::Deadline> const& deadline) const {
        session.exec("UPDATE licensing_application SET due = :due, due_body = :body WHERE id = :id",
                     {deadline ? sql(deadline->due) : db::Value(nullptr),
                      deadline ? db::Value(body(*deadline)) : db::Value(nullptr), id()});
    }
    void touch() const {
        session.exec("UPDATE licensing_application SET version = version + 1 WHERE id = :id", {id()});
    }
};

void received(Act const& act) {
    auto const in = ledger::data_of<ApplicationReceived>(act.entry);
    act.session.exec(
        "INSERT INTO licensing_application (id, enterprise, region, authority, kind, title, received_on, accepted_on, "
        "open_corrections, version) VALUES (:id, :enterprise, :region, :authority, :kind, :title, :received, "
        ":accepted, 0, 0)",
        {act.id(), in.enterprise, in.region.digits, sql(in.authority), in.kind.value, in.title.value,
         sql(in.received_on), sql(in.accepted_on)});
    for (auto const& report : in.reports) act.link(report);
    act.due(in.decision_due);
}

void accepted(Act const& act) {
    auto const in = ledger::data_of<ApplicationAccepted>(act.entry);
    act.session.exec("UPDATE licensing_application SET accepted_on = :on WHERE id = :id",
                     {sql(in.accepted_on), act.id()});
    act.due(in.decision_due);
}

void linked(Act const& act) { act.link(ledger::data_of<ReportLinked>(act.entry).report); }

void reviewed(Act const& act) {
    auto const in = ledger::data_of<ReportReviewed>(act.entry);
    act.session.exec(
        "UPDATE licensing_report SET result = :result, opinion = :opinion WHERE application = :id AND project = "
        ":project",
        {sql(in.result), in.opinion.value, act.id(), in.project});
}

void demanded(Act const& act) {
    auto const in = ledger::data_of<CorrectionDemanded>(act.entry);
    act.session.exec(
        "INSERT INTO licensing_correction (application, number, body, demanded_at) VALUES (:id, :number, :body, :at)",
        {act.id(), in.number, body(in), act.entry.at});
    act.session.exec("UPDATE licensing_application SET open_corrections = open_corrections + 1 WHERE id = :id",
                     {act.id()});
}

void answered(Act const& act) {
    auto const in = ledger::data_of<CorrectionAnswered>(act.entry);
    act.session.exec("UPDATE licensing_correction SET answer = :answer WHERE application = :id AND number = :number",
                     {in.answer.value, act.id(), in.number});
}

void closed(Act const& act) {
    auto const in = ledger::data_of<CorrectionClosed>(act.entry);
    act.session.exec("UPDATE licensing_correction SET closed = :note WHERE application = :id AND number = :number",
                     {in.note.value, act.id(), in.number});
    act.session.exec("UPDATE licensing_application SET open_corrections = open_corrections - 1 WHERE id = :id",
                     {act.id()});
}

void on_agenda(Act const& act) {
    act.session.exec("UPDATE licensing_application SET meeting_on = :on WHERE id = :id",
                     {sql(ledger::data_of<AgendaEntered>(act.entry).meeting_on), act.id()});
}

void decided(Act const& act) {
    auto const in = ledger::data_of<ApplicationDecided>(act.entry);
    act.session.exec(
        "UPDATE licensing_application SET outcome = :outcome, decided_on = :on, decision = :body, decided_entry = "
        ":entry WHERE id = :id",
        {sql(in.outcome), sql(in.decided_on), body(in), act.entry.seq, act.id()});
}

struct Handler {
    char const* type;
    void (*apply)(Act const&);
};
constexpr Handler kHandlers[] = {{ApplicationReceived::kType, received}, {ApplicationAccepted::kType, accepted},
                                 {ReportLinked::kType, linked},          {ReportReviewed::kType, reviewed},
                                 {CorrectionDemanded::kType, demanded},  {CorrectionAnswered::kType, answered},
                                 {CorrectionClosed::kType, closed},      {AgendaEntered::kType, on_agenda},
                                 {ApplicationDecided::kType, decided}};

class LicensingProjection final : public ledger::Projection {
public:
    std::string name() const override { return "licensing"; }
    std::string stamp() const override { return "1"; }
    std::string schema() const override { return kSchema; }
    std::vector<ledger::Table> tables() const override {
        return {{"licensing_application",
                 {"id"},
                 {"id", "enterprise", "region", "authority", "kind", "title", "received_on", "accepted_on", "due",
                  "due_body", "meeting_on", "outcome", "decided_on", "decision", "decided_entry", "open_corrections",
                  "version"}},
                {"licensing_report",
                 {"application", "project"},
                 {"application", "project", "institution", "body", "result", "opinion"}},
                {"licensing_correction",
                 {"application", "number"},
                 {"application", "number", "body", "demanded_at", "answer", "closed"}}};
    }
    void apply(db::Session& session, ledger::Entry const& entry) override {
        Act const act{session, entry};
        for (auto const& handler : kHandlers) {
            if (entry.event.type != handler.type) continue;
            handler.apply(act);
            act.touch();
        }
    }
};

}  // namespace

std::unique_ptr<ledger::Projection> make_projection() { return std::make_unique<LicensingProjection>(); }

}  // namespace anping::licensing
