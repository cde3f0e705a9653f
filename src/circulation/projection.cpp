// SPDX-License-Identifier: Apache-2.0
#include <anping/circulation/projection.hpp>

#include <anping/circulation/events.hpp>
#include <anping/db/columns.hpp>

#include "projection_criticism.hpp"

namespace anping::circulation {
namespace {

using db::sql;

constexpr char const* kSchema = R"sql(
CREATE TABLE circulation_slip (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, matter_kind TEXT NOT NULL, matter TEXT NOT NULL, bureau TEXT NOT NULL,
    officer TEXT NOT NULL, sent_for TEXT, body TEXT NOT NULL, due TEXT, sent_at BIGINT NOT NULL, entry BIGINT NOT NULL,
    open BIGINT NOT NULL);
CREATE INDEX circulation_slip_matter ON circulation_slip (matter, matter_kind);
CREATE INDEX circulation_slip_officer ON circulation_slip (officer, entry);
CREATE TABLE circulation_line (
    slip TEXT NOT NULL, number BIGINT NOT NULL, bureau TEXT NOT NULL, officer TEXT, received_at BIGINT, outcome TEXT,
    text TEXT, answered_by TEXT, answered_for TEXT, answered_at BIGINT, entry BIGINT, PRIMARY KEY (slip, number));
CREATE INDEX circulation_line_officer ON circulation_line (officer, outcome);
CREATE INDEX circulation_line_bureau ON circulation_line (bureau, outcome);
CREATE TABLE circulation_deputy (
    id TEXT PRIMARY KEY, bureau TEXT NOT NULL, officer TEXT NOT NULL, deputy TEXT NOT NULL, from_on TEXT NOT NULL,
    until_on TEXT NOT NULL, reason TEXT NOT NULL, named_by TEXT NOT NULL, named_at BIGINT NOT NULL,
    entry BIGINT NOT NULL, ended_at BIGINT, ended_by TEXT, ended_reason TEXT);
CREATE INDEX circulation_deputy_deputy ON circulation_deputy (deputy, until_on);
CREATE INDEX circulation_deputy_bureau ON circulation_deputy (bureau, entry);
)sql";

db::Value text_of(std::optional<Text<1, 2000>> const& text) {
    return text ? db::Value(text->value) : db::Value(nullptr);
}

struct Act {
    db::Session& session;
    ledger::Entry const& entry;
    std::string const& id() const { return entry.event.subject; }
};

void sent(Act const& act) {
    auto const in = ledger::data_of<SlipSent>(act.entry);
    act.session.exec(
        "INSERT INTO circulation_slip (id, kind, matter_kind, matter, bureau, officer, sent_for, body, due, sent_at, "
        "entry, open) VALUES (:id, :kind, :sort, :matter, :bureau, :officer, :for, :body, :due, :at, :entry, :open)",
        {act.id(), sql(in.kind), sql(in.matter.kind), in.matter.id, in.from.bureau, in.from.officer, in.acted_for,
         canonical(to_json(in)), sql(in.due), act.entry.at, act.entry.seq, static_cast<std::int64_t>(in.to.size())});
    std::int64_t number = 0;
    for (auto const& one : in.to)
        act.session.exec(
            "INSERT INTO circulation_line (slip, number, bureau, officer) VALUES (:slip, :number, :bureau, :officer)",
            {act.id(), ++number, one.bureau, one.officer});
}

void received(Act const& act) {
    act.session.exec("UPDATE circulation_line SET received_at = :at WHERE slip = :slip AND number = :number",
                     {act.entry.at, act.id(), ledger::data_of<SlipReceived>(act.entry).number});
}

void answered(Act const& act) {
    auto const in = ledger::data_of<SlipAnswered>(act.entry);
    act.session.exec(
        "UPDATE circulation_line SET received_at = COALESCE(received_at, :at), outcome = :outcome, text = :text, "
        "answered_by = :by, answered_for = :for, answered_at = :at, entry = :entry WHERE slip = :slip AND number = "
        ":number",
        {act.entry.at, sql(in.outcome), text_of(in.text), act.entry.actor.account, in.acted_for, act.entry.seq,
         act.id(), in.number});
    act.session.exec("UPDATE circulation_slip SET open = open - 1 WHERE id = :id", {act.id()});
}

void deputy_named(Act const& act) {
    auto const in = ledger::data_of<DeputyNamed>(act.entry);
    act.session.exec(
        "INSERT INTO circulation_deputy (id, bureau, officer, deputy, from_on, until_on, reason, named_by, named_at, "
        "entry) VALUES (:id, :bureau, :officer, :deputy, :first, :last, :reason, :by, :at, :entry)",
        {act.id(), in.bureau, in.officer, in.deputy, sql(in.from), sql(in.until), in.reason.value,
         act.entry.actor.account, act.entry.at, act.entry.seq});
}

void deputy_ended(Act const& act) {
    act.session.exec(
        "UPDATE circulation_deputy SET ended_at = :at, ended_by = :by, ended_reason = :reason WHERE id = :id",
        {act.entry.at, act.entry.actor.account, ledger::data_of<DeputyEnded>(act.entry).reason.value, act.id()});
}

struct Handler {
    char const* type;
    void (*apply)(Act const&);
};
constexpr Handler kHandlers[] = {{SlipSent::kType, sent},
                                 {SlipReceived::kType, received},
                                 {SlipAnswered::kType, answered},
                                 {DeputyNamed::kType, deputy_named},
                                 {DeputyEnded::kType, deputy_ended}};

class CirculationProjection final : public ledger::Projection {
public:
    std::string name() const override { return "circulation"; }
    std::string stamp() const override { return "2"; }
    std::string schema() const override { return std::string(kSchema) + kCriticismSchema; }
    std::vector<ledger::Table> tables() const override {
        std::vector<ledger::Table> out{{"circulation_slip",
                                        {"id"},
                                        {"id", "kind", "matter_kind", "matter", "bureau", "officer", "sent_for", "body",
                                         "due", "sent_at", "entry", "open"}},
                                       {"circulation_line",
                                        {"slip", "number"},
                                        {"slip", "number", "bureau", "officer", "received_at", "outcome", "text",
                                         "answered_by", "answered_for", "answered_at", "entry"}},
                                       {"circulation_deputy",
                                        {"id"},
                                        {"id", "bureau", "officer", "deputy", "from_on", "until_on", "reason",
                                         "named_by", "named_at", "entry", "ended_at", "ended_by", "ended_reason"}}};
        for (auto& one : criticism_tables()) out.push_back(std::move(one));
        return out;
    }
    void apply(db::Session& session, ledger::Entry const& entry) override {
        Act const act{session, entry};
        for (auto const& handler : kHandlers)
            if (entry.event.type == handler.type) handler.apply(act);
        keep_criticism(session, entry);
    }
};

}  // namespace

std::unique_ptr<ledger::Projection> make_projection() { return std::make_unique<CirculationProjection>(); }

}  // namespace anping::circulation
