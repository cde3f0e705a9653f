// SPDX-License-Identifier: Apache-2.0
#include <anping/cases/projection.hpp>

#include <anping/base/json.hpp>
#include <anping/cases/events.hpp>
#include <anping/db/columns.hpp>

#include "projection_followup.hpp"
#include "projection_typical.hpp"

namespace anping::cases {
namespace {

using db::sql;

char const* const kSchema = R"sql(
CREATE TABLE cases_mode (bureau TEXT PRIMARY KEY, mode TEXT NOT NULL, system TEXT, entry BIGINT NOT NULL);
CREATE TABLE cases_case (
    id TEXT PRIMARY KEY, bureau TEXT NOT NULL, region TEXT NOT NULL, authority TEXT NOT NULL, mode TEXT NOT NULL,
    title TEXT NOT NULL, stage TEXT NOT NULL, institution TEXT, external_number TEXT, opened_on TEXT NOT NULL,
    decided_on TEXT, delivered_on TEXT, published_on TEXT, annulled_on TEXT, closed_on TEXT, opened_by TEXT NOT NULL,
    opened_at BIGINT NOT NULL, entry BIGINT NOT NULL, body TEXT NOT NULL, version BIGINT NOT NULL);
CREATE INDEX cases_case_region ON cases_case (region, entry);
CREATE INDEX cases_case_entry ON cases_case (entry);
CREATE INDEX cases_case_institution ON cases_case (institution, decided_on);
CREATE TABLE cases_step (
    case_id TEXT NOT NULL, number BIGINT NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL, entry BIGINT NOT NULL,
    at BIGINT NOT NULL, account TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (case_id, number));
CREATE TABLE cases_limit (
    owner TEXT NOT NULL, duty TEXT NOT NULL, step BIGINT NOT NULL, case_id TEXT NOT NULL, bureau TEXT NOT NULL,
    region TEXT NOT NULL, authority TEXT NOT NULL, owes TEXT NOT NULL, due TEXT, body TEXT NOT NULL,
    state TEXT NOT NULL, ended_on TEXT, PRIMARY KEY (owner, duty, step));
CREATE INDEX cases_limit_due ON cases_limit (state, owes, due);
CREATE INDEX cases_limit_bureau ON cases_limit (bureau, state);
CREATE TABLE cases_count (case_id TEXT NOT NULL, conduct TEXT NOT NULL, PRIMARY KEY (case_id, conduct));
CREATE TABLE cases_source (case_id TEXT NOT NULL, bureau TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (case_id, source));
CREATE INDEX cases_source_of ON cases_source (bureau, source);
CREATE TABLE cases_referral (
    case_id TEXT NOT NULL, bureau TEXT NOT NULL, day TEXT NOT NULL, PRIMARY KEY (case_id, bureau));
CREATE INDEX cases_referral_bureau ON cases_referral (bureau);
CREATE TABLE cases_reliance (
    case_id TEXT NOT NULL, application TEXT NOT NULL, handled_on TEXT NOT NULL, outcome TEXT NOT NULL,
    entry BIGINT NOT NULL, PRIMARY KEY (case_id, application));
)sql";

struct Act {
    db::Session& session;
    ledger::Entry const& entry;
    std::string const& id() const { return entry.event.subject; }
    Owner owner() const {
        auto row = session.one<std::string, std::string, std::string>(
            "SELECT bureau, region, authority FROM cases_case WHERE id = :id", {id()});
        return {id(), id(), std::get<0>(*row), std::get<1>(*row), std::get<2>(*row)};
    }
    void count() const { session.exec("UPDATE cases_case SET version = version + 1 WHERE id = :id", {id()}); }
};

void mode_set(Act const& act) {
    auto const in = ledger::data_of<ModeSet>(act.entry);
    act.session.exec(
        "INSERT INTO cases_mode (bureau, mode, system, entry) VALUES (:bureau, :mode, :system, :entry) ON CONFLICT "
        "(bureau) DO UPDATE SET mode = excluded.mode, system = excluded.system, entry = excluded.entry",
        {act.id(), sql(in.mode), in.system, act.entry.seq});
}

void put_step(Act const& act, std::int64_t number, StepKind kind, field::Date on) {
    act.session.exec(
        "INSERT INTO cases_step (case_id, number, kind, day, entry, at, account, body) VALUES (:id, :number, :kind, "
        ":day, :entry, :at, :account, :body)",
        {act.id(), number, sql(kind), sql(on), act.entry.seq, act.entry.at, act.entry.actor.account,
         canonical(act.entry.event.data)});
}

std::optional<std::string> institution_of(CaseOpened const& in) {
    for (auto const& party : in.parties)
        if (party.kind == PartyKind::institution && party.id) return party.id;
    return std::nullopt;
}

void opened(Act const& act) {
    auto const in = ledger::data_of<CaseOpened>(act.entry);
    act.session.exec(
        "INSERT INTO cases_case (id, bureau, region, authority, mode, title, stage, institution, external_number, "
        "opened_on, decided_on, delivered_on, published_on, annulled_on, closed_on, opened_by, opened_at, entry, body, "
        "version) VALUES (:id, :bureau, :region, :authority, :mode, :title, :stage, :institution, :external, :opened, "
        "NULL, NULL, NULL, NULL, NULL, :by, :at, :entry, :body, 1)",
        {act.id(), in.bureau, in.region.digits, sql(in.authority), sql(in.mode), in.title, sql(CaseStage::open),
         institution_of(in), in.external_number, sql(in.opened_on), act.entry.actor.account, act.entry.at,
         act.entry.seq, canonical(act.entry.event.data)});
    for (auto const& one : in.sources)
        if (one.id)
            act.session.exec(
                "INSERT INTO cases_source (case_id, bureau, source) VALUES (:id, :bureau, :source) ON CONFLICT "
                "(case_id, source) DO NOTHING",
                {act.id(), in.bureau, one.id->value});
    put_limits(act.session, act.owner(), 0, in.limits);
}

// What of a step the list and other modules ask for.
void put_days(Act const& act, StepRecorded const& in) {
    auto const set = [&](char const* statement) { act.session.exec(statement, {sql(in.on), act.id()}); };
    switch (in.kind) {
        case StepKind::delivery: return set("UPDATE cases_case SET delivered_on = :day WHERE id = :id");
        case StepKind::publication: return set("UPDATE cases_case SET published_on = :day WHERE id = :id");
        case StepKind::publication_withdrawn:
            act.session.exec("UPDATE cases_case SET published_on = NULL WHERE id = :id", {act.id()});
            return;
        case StepKind::annulment: return set("UPDATE cases_case SET annulled_on = :day WHERE id = :id");
        case StepKind::closing: return set("UPDATE cases_case SET stage = 'closed', closed_on = :day WHERE id = :id");
        case StepKind::suspension:
            act.session.exec(
                "UPDATE cases_limit SET state = 'suspended' WHERE owner = :id AND duty = 'case_decision' AND state = "
                "'open'",
                {act.id()});
            return;
        case StepKind::referred:
            act.session.exec(
                "INSERT INTO cases_referral (case_id, bureau, day) VALUES (:id, :bureau, :day) ON CONFLICT (case_id, "
                "bureau) DO UPDATE SET day = excluded.day",
                {act.id(), *in.to, sql(in.on)});
            return;
        default: return;
    }
}

void step(Act const& act) {
    auto const in = ledger::data_of<StepRecorded>(act.entry);
    put_step(act, in.number, in.kind, in.on);
    put_limits(act.session, act.owner(), in.number, in.limits);
    end_limits(act.session, act.id(), in.ends, in.on);
    put_days(act, in);
    if (in.external_number)
        act.session.exec("UPDATE cases_case SET external_number = :number WHERE id = :id",
                         {*in.external_number, act.id()});
    act.count();
}

void decided(Act const& act) {
    auto const in = ledger::data_of<DecisionMade>(act.entry);
    put_step(act, in.number, StepKind::decision, in.on);
    end_limits(act.session, act.id(), in.ends, in.on);
    put_limits(act.session, act.owner(), in.number, in.limits);
    act.session.exec("DELETE FROM cases_count WHERE case_id = :id", {act.id()});
    for (auto const& one : in.conducts)
        act.session.exec(
            "INSERT INTO cases_count (case_id, conduct) VALUES (:id, :conduct) ON CONFLICT (case_id, conduct) DO "
            "NOTHING",
            {act.id(), one.facts.conduct.value});
    // It may come in the place of one that was annulled.
    act.session.exec(
        "UPDATE cases_case SET stage = 'decided', decided_on = :day, delivered_on = CASE WHEN annulled_on IS NULL THEN "
        "delivered_on END, published_on = CASE WHEN annulled_on IS NULL THEN published_on END, annulled_on = NULL, "
        "closed_on = NULL WHERE id = :id",
        {sql(in.on), act.id()});
    act.count();
}

void reliance(Act const& act) {
    auto const in = ledger::data_of<RelianceHandled>(act.entry);
    act.session.exec(
        "INSERT INTO cases_reliance (case_id, application, handled_on, outcome, entry) VALUES (:id, :application, "
        ":day, :outcome, :entry) ON CONFLICT (case_id, application) DO UPDATE SET handled_on = excluded.handled_on, "
        "outcome = excluded.outcome, entry = excluded.entry",
        {act.id(), in.application, sql(in.on), in.outcome, act.entry.seq});
    act.count();
}

struct Handler {
    char const* type;
    void (*apply)(Act const&);
};
constexpr Handler kHandlers[] = {{ModeSet::kType, mode_set},
                                 {CaseOpened::kType, opened},
                                 {StepRecorded::kType, step},
                                 {DecisionMade::kType, decided},
                                 {RelianceHandled::kType, reliance}};

class CasesProjection final : public ledger::Projection {
public:
    std::string name() const override { return "cases"; }
    std::string stamp() const override { return "4"; }
    std::string schema() const override { return std::string(kSchema) + kFollowupSchema + kTypicalSchema; }
    std::vector<ledger::Table> tables() const override {
        std::vector<ledger::Table> out{
            {"cases_mode", {"bureau"}, {"bureau", "mode", "system", "entry"}},
            {"cases_case",
             {"id"},
             {"id",           "bureau",      "region",          "authority", "mode",       "title",
              "stage",        "institution", "external_number", "opened_on", "decided_on", "delivered_on",
              "published_on", "annulled_on", "closed_on",       "opened_by", "opened_at",  "entry",
              "body",         "version"}},
            {"cases_step",
             {"case_id", "number"},
             {"case_id", "number", "kind", "day", "entry", "at", "account", "body"}},
            {"cases_limit",
             {"owner", "duty", "step"},
             {"owner", "duty", "step", "case_id", "bureau", "region", "authority", "owes", "due", "body", "state",
              "ended_on"}},
            {"cases_count", {"case_id", "conduct"}, {"case_id", "conduct"}},
            {"cases_source", {"case_id", "source"}, {"case_id", "bureau", "source"}},
            {"cases_referral", {"case_id", "bureau"}, {"case_id", "bureau", "day"}},
            {"cases_reliance",
             {"case_id", "application"},
             {"case_id", "application", "handled_on", "outcome", "entry"}}};
        for (auto& table : followup_tables()) out.push_back(std::move(table));
        out.push_back(typical_table());
        return out;
    }
    void apply(db::Session& session, ledger::Entry const& entry) override {
        Act const act{session, entry};
        for (auto const& handler : kHandlers)
            if (entry.event.type == handler.type) handler.apply(act);
        apply_followup(session, entry);
        apply_typical(session, entry);
    }
};

}  // namespace

std::unique_ptr<ledger::Projection> make_projection() { return std::make_unique<CasesProjection>(); }

}  // namespace anping::cases
