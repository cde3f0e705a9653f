// SPDX-License-Identifier: Apache-2.0
#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>
#include <anping/planning/events/key_list.hpp>

#include "projection_parts.hpp"

namespace anping::planning {
namespace {

using db::sql;

char const* const kSchema = R"sql(
CREATE TABLE planning_listing (
    id TEXT PRIMARY KEY, key TEXT NOT NULL, institution TEXT NOT NULL, bureau TEXT NOT NULL, region TEXT NOT NULL,
    authority TEXT NOT NULL, trigger_kind TEXT NOT NULL, stage TEXT NOT NULL, happened_on TEXT NOT NULL,
    proposed_at BIGINT NOT NULL, confirm_due TEXT, until TEXT, objected BIGINT NOT NULL, body TEXT NOT NULL,
    confirmed TEXT, declined TEXT, removed TEXT, entry BIGINT NOT NULL, version BIGINT NOT NULL);
CREATE INDEX planning_listing_region ON planning_listing (region, entry);
CREATE INDEX planning_listing_institution ON planning_listing (institution, entry);
CREATE TABLE planning_objection (
    listing TEXT NOT NULL, entry BIGINT NOT NULL, at BIGINT NOT NULL, body TEXT NOT NULL, answer TEXT,
    PRIMARY KEY (listing, entry));
)sql";

template <class T>
std::string body(T const& value) {
    return canonical(to_json(value));
}

void proposed(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<ListingProposed>(entry);
    session.exec(
        "INSERT INTO planning_listing (id, key, institution, bureau, region, authority, trigger_kind, stage, "
        "happened_on, proposed_at, confirm_due, until, objected, body, confirmed, declined, removed, entry, version) "
        "VALUES (:id, :key, :institution, :bureau, :region, :authority, :trigger, :stage, :on, :at, :due, NULL, 0, "
        ":body, NULL, NULL, NULL, :entry, 1)",
        {entry.event.subject, in.key, in.proposal.institution, in.bureau, in.region.digits, sql(in.authority),
         sql(in.proposal.trigger), sql(ListingStage::proposed), sql(in.proposal.happened_on), entry.at,
         sql(in.confirm_due ? std::optional(in.confirm_due->due) : std::nullopt), body(in), entry.seq});
}

void confirmed(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<ListingConfirmed>(entry);
    session.exec(
        "UPDATE planning_listing SET stage = :stage, until = :until, confirmed = :body, version = version + 1 WHERE "
        "id = :id",
        {sql(ListingStage::listed), sql(in.until), body(in), entry.event.subject});
}

void declined(db::Session& session, ledger::Entry const& entry) {
    session.exec(
        "UPDATE planning_listing SET stage = :stage, declined = :why, version = version + 1 WHERE id = :id",
        {sql(ListingStage::declined), ledger::data_of<ListingDeclined>(entry).reason.value, entry.event.subject});
}

void objected(db::Session& session, ledger::Entry const& entry) {
    session.exec(
        "INSERT INTO planning_objection (listing, entry, at, body, answer) VALUES (:id, :entry, :at, :body, "
        "NULL)",
        {entry.event.subject, entry.seq, entry.at, body(ledger::data_of<ListingObjected>(entry))});
    session.exec("UPDATE planning_listing SET objected = 1, version = version + 1 WHERE id = :id",
                 {entry.event.subject});
}

void take_off(db::Session& session, std::string const& id, std::string const& why) {
    session.exec("UPDATE planning_listing SET stage = :stage, removed = :why WHERE id = :id",
                 {sql(ListingStage::removed), why, id});
}

void answered(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<ObjectionAnswered>(entry);
    session.exec("UPDATE planning_objection SET answer = :body WHERE listing = :id AND answer IS NULL",
                 {body(in), entry.event.subject});
    session.exec("UPDATE planning_listing SET objected = 0, version = version + 1 WHERE id = :id",
                 {entry.event.subject});
    if (in.upheld) take_off(session, entry.event.subject, in.reason.value);
}

void removed(db::Session& session, ledger::Entry const& entry) {
    take_off(session, entry.event.subject, ledger::data_of<ListingRemoved>(entry).reason.value);
    session.exec("UPDATE planning_listing SET version = version + 1 WHERE id = :id", {entry.event.subject});
}

}  // namespace

Family key_list_family() {
    return {kSchema,
            {{"planning_listing",
              {"id"},
              {"id", "key", "institution", "bureau", "region", "authority", "trigger_kind", "stage", "happened_on",
               "proposed_at", "confirm_due", "until", "objected", "body", "confirmed", "declined", "removed", "entry",
               "version"}},
             {"planning_objection", {"listing", "entry"}, {"listing", "entry", "at", "body", "answer"}}},
            {{ListingProposed::kType, proposed},
             {ListingConfirmed::kType, confirmed},
             {ListingDeclined::kType, declined},
             {ListingObjected::kType, objected},
             {ObjectionAnswered::kType, answered},
             {ListingRemoved::kType, removed}}};
}

}  // namespace anping::planning
