// SPDX-License-Identifier: Apache-2.0
#include <anping/licensing/projection.hpp>

#include <fmt/format.h>

#include <anping/db/columns.hpp>
#include <anping/licensing/events.hpp>

#include "titles.hpp"

namespace anping::licensing {
namespace {

using db::sql;

char const* const kSchema = R"sql(
CREATE TABLE licensing_application (
    id TEXT PRIMARY KEY, enterprise TEXT NOT NULL, region TEXT NOT NULL, authority TEXT NOT NULL, bureau TEXT NOT NULL,
    kind TEXT NOT NULL, title TEXT NOT NULL, received_on TEXT NOT NULL, accepted_on TEXT, due TEXT, due_body TEXT, meeting_on TEXT,
    outcome TEXT, decided_on TEXT, decision TEXT, decided_entry BIGINT, open_corrections BIGINT NOT NULL,
    held BIGINT NOT NULL, in_spite BIGINT NOT NULL, turn TEXT NOT NULL, version BIGINT NOT NULL);
CREATE INDEX licensing_application_turn ON licensing_application (turn);
CREATE INDEX licensing_application_region ON licensing_application (region, turn);
CREATE INDEX licensing_application_open ON licensing_application (region, authority, due) WHERE outcome IS NULL;
CREATE INDEX licensing_application_desk ON licensing_application (bureau, due) WHERE outcome IS NULL;
CREATE INDEX licensing_application_corrected ON licensing_application (region) WHERE outcome IS NULL AND
    open_corrections > 0;
CREATE INDEX licensing_application_in_spite ON licensing_application (turn) WHERE in_spite = 1;
CREATE INDEX licensing_application_enterprise ON licensing_application (enterprise);
CREATE TABLE licensing_report (
    application TEXT NOT NULL, project TEXT NOT NULL, institution TEXT NOT NULL, body TEXT NOT NULL, result TEXT,
    opinion TEXT, PRIMARY KEY (application, project));
CREATE INDEX licensing_report_project ON licensing_report (project);
CREATE INDEX licensing_report_institution ON licensing_report (institution);
CREATE TABLE licensing_correction (
    application TEXT NOT NULL, number BIGINT NOT NULL, institution TEXT NOT NULL, due TEXT, body TEXT NOT NULL,
    demanded_at BIGINT NOT NULL, answer TEXT, closed TEXT, closed_on TEXT, PRIMARY KEY (application, number));
CREATE INDEX licensing_correction_asked ON licensing_correction (institution, due)
    WHERE answer IS NULL AND closed IS NULL;
CREATE TABLE licensing_history (
    application TEXT NOT NULL, entry BIGINT NOT NULL, at BIGINT NOT NULL, type TEXT NOT NULL, role TEXT NOT NULL,
    unit TEXT NOT NULL, text TEXT NOT NULL, clauses TEXT NOT NULL, institution TEXT, PRIMARY KEY (application, entry));
CREATE TABLE licensing_count (
    region TEXT NOT NULL, year BIGINT NOT NULL, received BIGINT NOT NULL, decided BIGINT NOT NULL,
    held BIGINT NOT NULL, escalated BIGINT NOT NULL, in_spite BIGINT NOT NULL, PRIMARY KEY (region, year));
)sql";

template <class T>
std::string body(T const& value) {
    return canonical(to_json(value));
}

std::vector<std::string> cited(std::optional<rulebook::Deadline> const& deadline) {
    return deadline ? std::vector{deadline->citation.clause} : std::vector<std::string>{};
}

struct Counted {
    std::int64_t received = 0, decided = 0, held = 0, escalated = 0, in_spite = 0;
};

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
    // `institution`: whose report it is about, where it is about one.
    void history(std::string const& text, std::vector<std::string> const& clauses = {},
                 std::optional<registry::InstitutionId> const& institution = {}) const {
        session.exec(
            "INSERT INTO licensing_history (application, entry, at, type, role, unit, text, clauses, institution) "
            "VALUES "
            "(:id, :entry, :at, :type, :role, :unit, :text, :clauses, :institution)",
            {id(), entry.seq, entry.at, entry.event.type, entry.actor.role, entry.actor.unit, text, body(clauses),
             institution ? db::Value(*institution) : db::Value(nullptr)});
    }
    registry::InstitutionId asked(std::int64_t correction) const {
        return {session.scalar<std::string>(
            "SELECT institution FROM licensing_correction WHERE application = :id AND number = :number",
            {id(), correction})};
    }
    void count(field::RegionCode const& region, field::Date on, Counted const& more) const {
        session.exec(
            "INSERT INTO licensing_count (region, year, received, decided, held, escalated, in_spite) VALUES (:region, "
            ":year, :received, :decided, :held, :escalated, :in_spite) ON CONFLICT (region, year) DO UPDATE SET "
            "received = licensing_count.received + excluded.received, decided = licensing_count.decided + "
            "excluded.decided, held = licensing_count.held + excluded.held, escalated = licensing_count.escalated + "
            "excluded.escalated, in_spite = licensing_count.in_spite + excluded.in_spite",
            {region.digits, std::int64_t{on.year()}, more.received, more.decided, more.held, more.escalated,
             more.in_spite});
    }
    field::RegionCode region() const {
        return {session.scalar<std::string>("SELECT region FROM licensing_application WHERE id = :id", {id()})};
    }
    // The first time it was kept off the agenda.
    bool newly_held(bool held) const {
        return held &&
               session.exec("UPDATE licensing_application SET held = 1 WHERE id = :id AND held = 0", {id()}) > 0;
    }
    void touch() const {
        // In the order of a list: the undecided first, the nearest limit first.
        session.exec(
            "UPDATE licensing_application SET version = version + 1, turn = CASE WHEN outcome IS NULL THEN '0' ELSE "
            "'1' "
            "END || COALESCE(due, '9999-12-31') || id WHERE id = :id",
            {id()});
    }
};

void received(Act const& act) {
    auto const in = ledger::data_of<ApplicationReceived>(act.entry);
    act.session.exec(
        "INSERT INTO licensing_application (id, enterprise, region, authority, bureau, kind, title, received_on, "
        "accepted_on, open_corrections, held, in_spite, turn, version) VALUES (:id, :enterprise, :region, :authority, "
        ":bureau, :kind, :title, :received, :accepted, 0, 0, 0, '', 0)",
        {act.id(), in.enterprise, in.region.digits, sql(in.authority), act.entry.actor.unit, in.kind.value,
         in.title.value, sql(in.received_on), sql(in.accepted_on)});
    for (auto const& report : in.reports) act.link(report);
    titles().put(act.session, act.id(), in.title.value);
    act.due(in.decision_due);
    act.count(in.region, in.received_on, {.received = 1});
    auto text = "登记许可申请，" + to_string(in.received_on) + " 收到";
    if (in.accepted_on) text += "，" + to_string(*in.accepted_on) + " 受理";
    if (!in.reports.empty()) text += fmt::format("，依据评价报告 {} 份", in.reports.size());
    act.history(text, cited(in.decision_due));
}

void accepted(Act const& act) {
    auto const in = ledger::data_of<ApplicationAccepted>(act.entry);
    act.session.exec("UPDATE licensing_application SET accepted_on = :on WHERE id = :id",
                     {sql(in.accepted_on), act.id()});
    act.due(in.decision_due);
    act.history("受理，受理日期 " + to_string(in.accepted_on), cited(in.decision_due));
}

void linked(Act const& act) {
    auto const in = ledger::data_of<ReportLinked>(act.entry);
    act.link(in.report);
    act.history("关联所依据的评价报告" + (in.report.number ? "，公开编号 " + *in.report.number : std::string()));
}

std::string words(ReviewResult result) {
    switch (result) {
        case ReviewResult::adequate: return "可以依据";
        case ReviewResult::to_correct: return "须补正";
        case ReviewResult::inadequate: return "不能依据";
    }
    return {};
}

void reviewed(Act const& act) {
    auto const in = ledger::data_of<ReportReviewed>(act.entry);
    act.session.exec(
        "UPDATE licensing_report SET result = :result, opinion = :opinion WHERE application = :id AND project = "
        ":project",
        {sql(in.result), in.opinion.value, act.id(), in.project});
    registry::InstitutionId const institution{act.session.scalar<std::string>(
        "SELECT institution FROM licensing_report WHERE application = :id AND project = :project",
        {act.id(), in.project})};
    act.history("审核所依据的报告：" + words(in.result), {}, institution);
}

void demanded(Act const& act) {
    auto const in = ledger::data_of<CorrectionDemanded>(act.entry);
    act.session.exec(
        "INSERT INTO licensing_correction (application, number, institution, due, body, demanded_at) VALUES (:id, "
        ":number, :institution, :due, :body, :at)",
        {act.id(), in.number, in.institution, in.due ? sql(in.due->due) : db::Value(nullptr), body(in), act.entry.at});
    act.session.exec("UPDATE licensing_application SET open_corrections = open_corrections + 1 WHERE id = :id",
                     {act.id()});
    std::string items;
    for (auto const& item : in.items) items += (items.empty() ? "" : "；") + item.value;
    act.history(fmt::format("向机构发出第 {} 份补正通知：{}", in.number, items), cited(in.due), in.institution);
}

void answered(Act const& act) {
    auto const in = ledger::data_of<CorrectionAnswered>(act.entry);
    act.session.exec("UPDATE licensing_correction SET answer = :answer WHERE application = :id AND number = :number",
                     {in.answer.value, act.id(), in.number});
    act.history(fmt::format("答复第 {} 份补正通知", in.number), {}, act.asked(in.number));
}

void closed(Act const& act) {
    auto const in = ledger::data_of<CorrectionClosed>(act.entry);
    auto const on = field::beijing_date(act.entry.at);
    act.session.exec(
        "UPDATE licensing_correction SET closed = :note, closed_on = :on WHERE application = :id AND number = :number",
        {in.note.value, sql(on), act.id(), in.number});
    act.session.exec("UPDATE licensing_application SET open_corrections = open_corrections - 1 WHERE id = :id",
                     {act.id()});
    if (act.newly_held(in.held.has_value())) act.count(act.region(), on, {.held = 1});
    act.history(fmt::format("第 {} 份补正通知办结", in.number), {}, act.asked(in.number));
}

void on_agenda(Act const& act) {
    auto const on = ledger::data_of<AgendaEntered>(act.entry).meeting_on;
    act.session.exec("UPDATE licensing_application SET meeting_on = :on WHERE id = :id", {sql(on), act.id()});
    act.history("列入 " + to_string(on) + " 办公会议议程");
}

std::string words(Outcome outcome) {
    switch (outcome) {
        case Outcome::granted: return "决定：准予许可";
        case Outcome::refused: return "决定：不予许可";
        case Outcome::withdrawn: return "申请人撤回申请";
    }
    return {};
}

void decided(Act const& act) {
    auto const in = ledger::data_of<ApplicationDecided>(act.entry);
    act.session.exec(
        "UPDATE licensing_application SET outcome = :outcome, decided_on = :on, decision = :body, decided_entry = "
        ":entry, in_spite = :spite WHERE id = :id",
        {sql(in.outcome), sql(in.decided_on), body(in), act.entry.seq, in.held.has_value(), act.id()});
    bool const decides = in.outcome != Outcome::withdrawn;
    Counted more;
    more.decided = decides ? 1 : 0;
    more.held = act.newly_held(in.held.has_value()) ? 1 : 0;
    more.escalated = in.escalated ? 1 : 0;
    more.in_spite = decides && in.held ? 1 : 0;
    act.count(act.region(), in.decided_on, more);
    std::vector<std::string> clauses;
    if (in.held) clauses.push_back(in.held->citation.clause);
    if (in.escalated) clauses.push_back(in.escalated->clause);
    act.history(words(in.outcome) + (decides && in.held ? "，机构未按时补正、按法定期限决定" : ""), clauses);
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
    std::string stamp() const override { return "4"; }
    std::string schema() const override { return kSchema + titles().schema(); }
    std::vector<ledger::Table> tables() const override {
        return {
            {"licensing_application",
             {"id"},
             {"id",       "enterprise",  "region",      "authority",     "bureau",           "kind",
              "title",    "received_on", "accepted_on", "due",           "due_body",         "meeting_on",
              "outcome",  "decided_on",  "decision",    "decided_entry", "open_corrections", "held",
              "in_spite", "turn",        "version"}},
            {titles().table(), {"gram", "id"}, {"gram", "id"}},
            {"licensing_report",
             {"application", "project"},
             {"application", "project", "institution", "body", "result", "opinion"}},
            {"licensing_correction",
             {"application", "number"},
             {"application", "number", "institution", "due", "body", "demanded_at", "answer", "closed", "closed_on"}},
            {"licensing_history",
             {"application", "entry"},
             {"application", "entry", "at", "type", "role", "unit", "text", "clauses", "institution"}},
            {"licensing_count",
             {"region", "year"},
             {"region", "year", "received", "decided", "held", "escalated", "in_spite"}}};
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
