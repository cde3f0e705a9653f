// SPDX-License-Identifier: Apache-2.0
#include <anping/determination/projection.hpp>

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>
#include <anping/determination/events.hpp>

namespace anping::determination {
namespace {

using db::sql;

char const* const kSchema = R"sql(
CREATE TABLE determination (
    id TEXT PRIMARY KEY, report TEXT NOT NULL, institution TEXT NOT NULL, enterprise TEXT NOT NULL, bureau TEXT NOT NULL,
    region TEXT NOT NULL, authority TEXT NOT NULL, fault TEXT NOT NULL, stage TEXT NOT NULL, body TEXT NOT NULL,
    told TEXT, told_at BIGINT, told_entry BIGINT NOT NULL, judged_entry BIGINT NOT NULL, decision TEXT, decided_at BIGINT,
    annulled TEXT, opened_at BIGINT NOT NULL, entry BIGINT NOT NULL, version BIGINT NOT NULL);
CREATE INDEX determination_region ON determination (region, entry);
CREATE INDEX determination_report ON determination (report, entry);
CREATE INDEX determination_institution ON determination (institution, entry);
CREATE TABLE determination_element (
    determination TEXT NOT NULL, element TEXT NOT NULL, body TEXT NOT NULL, account TEXT NOT NULL,
    PRIMARY KEY (determination, element));
CREATE TABLE determination_voice (
    determination TEXT NOT NULL, entry BIGINT NOT NULL, kind TEXT NOT NULL, at BIGINT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (determination, entry));
)sql";

struct Act {
    db::Session& session;
    ledger::Entry const& entry;
    std::string const& id() const { return entry.event.subject; }
    void touch() const { session.exec("UPDATE determination SET version = version + 1 WHERE id = :id", {id()}); }
    void stage(Stage to) const {
        session.exec("UPDATE determination SET stage = :stage WHERE id = :id", {sql(to), id()});
        touch();
    }
    // What an expert or the institution says.
    void voice(char const* kind, json::value const& body) const {
        session.exec(
            "INSERT INTO determination_voice (determination, entry, kind, at, body) VALUES (:id, :entry, "
            ":kind, :at, :body)",
            {id(), entry.seq, kind, entry.at, canonical(body)});
        touch();
    }
};

void opened(Act const& act) {
    auto const in = ledger::data_of<Opened>(act.entry);
    act.session.exec(
        "INSERT INTO determination (id, report, institution, enterprise, bureau, region, authority, fault, stage, "
        "body, "
        "told, told_at, told_entry, judged_entry, decision, decided_at, annulled, opened_at, entry, version) VALUES "
        "(:id, :report, :institution, :enterprise, :bureau, :region, :authority, :fault, :stage, :body, NULL, NULL, 0, "
        "0, NULL, NULL, NULL, :at, :entry, 1)",
        {act.id(), in.asked.report, in.institution, in.enterprise, in.bureau, in.region.digits, sql(in.authority),
         sql(in.asked.fault), sql(Stage::open), canonical(to_json(in)), act.entry.at, act.entry.seq});
}

void judged(Act const& act) {
    auto const in = ledger::data_of<ElementJudged>(act.entry);
    act.session.exec(
        "INSERT INTO determination_element (determination, element, body, account) VALUES (:id, :element, :body, "
        ":account) ON CONFLICT (determination, element) DO UPDATE SET body = excluded.body, account = excluded.account",
        {act.id(), in.judged.element.value, canonical(to_json(in.judged)), act.entry.actor.account});
    act.session.exec("UPDATE determination SET judged_entry = :entry WHERE id = :id", {act.entry.seq, act.id()});
    act.touch();
}

void attached(Act const& act) { act.voice("opinion", to_json(ledger::data_of<OpinionAttached>(act.entry).opinion)); }

void told(Act const& act) {
    act.session.exec("UPDATE determination SET told = :body, told_at = :at, told_entry = :entry WHERE id = :id",
                     {canonical(to_json(ledger::data_of<Told>(act.entry))), act.entry.at, act.entry.seq, act.id()});
    act.stage(Stage::told);
}

void answered(Act const& act) { act.voice("answer", to_json(ledger::data_of<Answered>(act.entry))); }

void decided(Act const& act) {
    auto const in = ledger::data_of<Decided>(act.entry);
    act.session.exec("UPDATE determination SET decision = :body, decided_at = :at WHERE id = :id",
                     {canonical(to_json(in.decision)), act.entry.at, act.id()});
    act.stage(in.decision.established ? Stage::established : Stage::not_established);
}

void annulled(Act const& act) {
    act.session.exec("UPDATE determination SET annulled = :why WHERE id = :id",
                     {ledger::data_of<Annulled>(act.entry).reason.value, act.id()});
    act.stage(Stage::annulled);
}

struct Handler {
    char const* type;
    void (*apply)(Act const&);
};
constexpr Handler kHandlers[] = {{Opened::kType, opened},     {ElementJudged::kType, judged},
                                 {Told::kType, told},         {OpinionAttached::kType, attached},
                                 {Answered::kType, answered}, {Decided::kType, decided},
                                 {Annulled::kType, annulled}};

class DeterminationProjection final : public ledger::Projection {
public:
    std::string name() const override { return "determination"; }
    std::string stamp() const override { return "1"; }
    std::string schema() const override { return kSchema; }
    std::vector<ledger::Table> tables() const override {
        return {
            {"determination", {"id"}, {"id",         "report",    "institution", "enterprise",   "bureau",
                                       "region",     "authority", "fault",       "stage",        "body",
                                       "told",       "told_at",   "told_entry",  "judged_entry", "decision",
                                       "decided_at", "annulled",  "opened_at",   "entry",        "version"}},
            {"determination_element", {"determination", "element"}, {"determination", "element", "body", "account"}},
            {"determination_voice", {"determination", "entry"}, {"determination", "entry", "kind", "at", "body"}}};
    }
    void apply(db::Session& session, ledger::Entry const& entry) override {
        Act const act{session, entry};
        for (auto const& handler : kHandlers)
            if (entry.event.type == handler.type) handler.apply(act);
    }
};

}  // namespace

std::unique_ptr<ledger::Projection> make_projection() { return std::make_unique<DeterminationProjection>(); }

}  // namespace anping::determination
