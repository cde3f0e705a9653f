// SPDX-License-Identifier: Apache-2.0
#include "projection_typical.hpp"

#include <anping/base/json.hpp>
#include <anping/cases/typical.hpp>
#include <anping/db/columns.hpp>

namespace anping::cases {
namespace {

using db::sql;

void drafted(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<TypicalDrafted>(entry);
    session.exec(
        "INSERT INTO cases_typical (id, bureau, region, authority, case_id, kind, topic, stage, words, body, entry, "
        "published_on, reason) VALUES (:id, :bureau, :region, :authority, :case_id, :kind, :topic, 'drafted', :words, "
        ":body, :entry, NULL, NULL)",
        {entry.event.subject, in.bureau, in.region.digits, sql(in.authority), in.of, sql(in.kind), in.topic,
         in.title + "\n" + in.topic_name + "\n" + in.facts + "\n" + in.clause + "\n" + in.lesson,
         canonical(to_json(in)), entry.seq});
}

void decided(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<TypicalDecided>(entry);
    session.exec("UPDATE cases_typical SET stage = :stage, published_on = :day, reason = :reason WHERE id = :id",
                 {sql(in.approved ? TypicalStage::published : TypicalStage::declined),
                  in.approved ? db::Value(sql(in.on)) : db::Value(nullptr), in.reason, entry.event.subject});
}

void withdrawn(db::Session& session, ledger::Entry const& entry) {
    session.exec("UPDATE cases_typical SET stage = 'withdrawn', reason = :reason WHERE id = :id",
                 {ledger::data_of<TypicalWithdrawn>(entry).reason, entry.event.subject});
}

}  // namespace

char const* const kTypicalSchema = R"sql(
CREATE TABLE cases_typical (
    id TEXT PRIMARY KEY, bureau TEXT NOT NULL, region TEXT NOT NULL, authority TEXT NOT NULL, case_id TEXT NOT NULL,
    kind TEXT NOT NULL, topic TEXT NOT NULL, stage TEXT NOT NULL, words TEXT NOT NULL, body TEXT NOT NULL,
    entry BIGINT NOT NULL, published_on TEXT, reason TEXT);
CREATE INDEX cases_typical_stage ON cases_typical (stage, published_on);
)sql";

ledger::Table typical_table() {
    return {"cases_typical",
            {"id"},
            {"id", "bureau", "region", "authority", "case_id", "kind", "topic", "stage", "words", "body", "entry",
             "published_on", "reason"}};
}

void apply_typical(db::Session& session, ledger::Entry const& entry) {
    if (entry.event.type == TypicalDrafted::kType) drafted(session, entry);
    if (entry.event.type == TypicalDecided::kType) decided(session, entry);
    if (entry.event.type == TypicalWithdrawn::kType) withdrawn(session, entry);
}

}  // namespace anping::cases
