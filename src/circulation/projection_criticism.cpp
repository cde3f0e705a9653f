// SPDX-License-Identifier: Apache-2.0
#include "projection_criticism.hpp"

#include <anping/base/json.hpp>
#include <anping/circulation/criticisms.hpp>
#include <anping/db/columns.hpp>

namespace anping::circulation {
namespace {

using db::sql;

void criticised(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<BureauCriticised>(entry);
    session.exec(
        "INSERT INTO circulation_criticism (id, issuer, bureau, region, authority, body, due, entry, answered, "
        "reported) VALUES (:id, :issuer, :bureau, :region, :authority, :body, :due, :entry, 0, 0)",
        {entry.event.subject, in.by, in.bureau, in.region.digits, sql(in.authority), canonical(to_json(in)),
         sql(in.due), entry.seq});
}

void keep_act(db::Session& session, ledger::Entry const& entry) {
    session.exec(
        "INSERT INTO circulation_criticism_act (criticism, entry, kind, body, unit, at) VALUES (:id, :entry, :kind, "
        ":body, :unit, :at)",
        {entry.event.subject, entry.seq, entry.event.type == CriticismAnswered::kType ? "answered" : "reported",
         canonical(entry.event.data), entry.actor.unit, entry.at});
}

}  // namespace

char const* const kCriticismSchema = R"sql(
CREATE TABLE circulation_criticism (
    id TEXT PRIMARY KEY, issuer TEXT NOT NULL, bureau TEXT NOT NULL, region TEXT NOT NULL, authority TEXT NOT NULL,
    body TEXT NOT NULL, due TEXT, entry BIGINT NOT NULL, answered BIGINT NOT NULL, reported BIGINT NOT NULL);
CREATE INDEX circulation_criticism_entry ON circulation_criticism (entry);
CREATE INDEX circulation_criticism_bureau ON circulation_criticism (bureau, answered);
CREATE TABLE circulation_criticism_act (
    criticism TEXT NOT NULL, entry BIGINT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, unit TEXT NOT NULL,
    at BIGINT NOT NULL, PRIMARY KEY (criticism, entry));
)sql";

std::vector<ledger::Table> criticism_tables() {
    return {
        {"circulation_criticism",
         {"id"},
         {"id", "issuer", "bureau", "region", "authority", "body", "due", "entry", "answered", "reported"}},
        {"circulation_criticism_act", {"criticism", "entry"}, {"criticism", "entry", "kind", "body", "unit", "at"}}};
}

void keep_criticism(db::Session& session, ledger::Entry const& entry) {
    auto const& type = entry.event.type;
    if (type == BureauCriticised::kType) criticised(session, entry);
    if (type != CriticismAnswered::kType && type != CriticismReported::kType) return;
    keep_act(session, entry);
    session.exec(type == CriticismAnswered::kType ? "UPDATE circulation_criticism SET answered = 1 WHERE id = :id"
                                                  : "UPDATE circulation_criticism SET reported = 1 WHERE id = :id",
                 {entry.event.subject});
}

}  // namespace anping::circulation
