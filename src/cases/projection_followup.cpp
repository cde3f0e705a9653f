// SPDX-License-Identifier: Apache-2.0
#include "projection_followup.hpp"

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>

namespace anping::cases {

using db::sql;

char const* const kFollowupSchema = R"sql(
CREATE TABLE cases_listing (
    id TEXT PRIMARY KEY, bureau TEXT NOT NULL, region TEXT NOT NULL, authority TEXT NOT NULL, case_id TEXT NOT NULL,
    institution TEXT NOT NULL, person TEXT, situation TEXT NOT NULL, stage TEXT NOT NULL, told_on TEXT NOT NULL,
    listed_on TEXT, publicised_on TEXT, stopped_on TEXT, removed_on TEXT, entry BIGINT NOT NULL, body TEXT NOT NULL,
    version BIGINT NOT NULL);
CREATE INDEX cases_listing_region ON cases_listing (region, entry);
CREATE INDEX cases_listing_institution ON cases_listing (institution, entry);
CREATE TABLE cases_listing_step (
    listing TEXT NOT NULL, number BIGINT NOT NULL, unit TEXT NOT NULL, entry BIGINT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (listing, number));
CREATE TABLE cases_talk (
    id TEXT PRIMARY KEY, bureau TEXT NOT NULL, region TEXT NOT NULL, authority TEXT NOT NULL, kind TEXT NOT NULL,
    entry BIGINT NOT NULL, body TEXT NOT NULL, closed_on TEXT, outcome TEXT);
CREATE INDEX cases_talk_region ON cases_talk (region, entry);
)sql";

std::vector<ledger::Table> followup_tables() {
    return {{"cases_listing",
             {"id"},
             {"id", "bureau", "region", "authority", "case_id", "institution", "person", "situation", "stage",
              "told_on", "listed_on", "publicised_on", "stopped_on", "removed_on", "entry", "body", "version"}},
            {"cases_listing_step", {"listing", "number"}, {"listing", "number", "unit", "entry", "body"}},
            {"cases_talk",
             {"id"},
             {"id", "bureau", "region", "authority", "kind", "entry", "body", "closed_on", "outcome"}}};
}

void put_limits(db::Session& session, Owner const& owner, std::int64_t step, std::vector<Limit> const& limits) {
    for (auto const& one : limits) {
        session.exec("DELETE FROM cases_limit WHERE owner = :owner AND duty = :duty AND state <> 'ended'",
                     {owner.id, one.duty});
        session.exec(
            "INSERT INTO cases_limit (owner, duty, step, case_id, bureau, region, authority, owes, due, due_at, body, "
            "state, ended_on, ended_at) VALUES (:owner, :duty, :step, :case_id, :bureau, :region, :authority, :owes, "
            ":due, :due_at, :body, 'open', NULL, NULL) ON CONFLICT (owner, duty, step) DO NOTHING",
            {owner.id, one.duty, step, owner.of_case, owner.bureau, owner.region, owner.authority, one.owes,
             sql(one.due), one.due_at ? db::Value(*one.due_at) : db::Value(nullptr), canonical(to_json(one))});
    }
}

void end_limits(db::Session& session, std::string const& owner, std::vector<std::string> const& ends, field::Date on,
                std::optional<Timestamp> at) {
    for (auto const& duty : ends)
        session.exec(
            "UPDATE cases_limit SET state = 'ended', ended_on = :day, ended_at = :at WHERE owner = :owner AND duty = "
            ":duty AND state <> 'ended'",
            {sql(on), at ? db::Value(*at) : db::Value(nullptr), owner, duty});
}

namespace {

Owner owner_of(db::Session& session, std::string const& listing) {
    auto row = session.one<std::string, std::string, std::string, std::string>(
        "SELECT case_id, bureau, region, authority FROM cases_listing WHERE id = :id", {listing});
    return {listing, std::get<0>(*row), std::get<1>(*row), std::get<2>(*row), std::get<3>(*row)};
}

void proposed(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<ListingProposed>(entry);
    std::optional<std::string> person;
    if (in.person) person = in.person->ref;
    session.exec(
        "INSERT INTO cases_listing (id, bureau, region, authority, case_id, institution, person, situation, stage, "
        "told_on, listed_on, publicised_on, stopped_on, removed_on, entry, body, version) VALUES (:id, :bureau, "
        ":region, :authority, :case_id, :institution, :person, :situation, 'told', :told, NULL, NULL, NULL, NULL, "
        ":entry, :body, 1)",
        {entry.event.subject, in.bureau, in.region.digits, sql(in.authority), in.of, in.institution, person,
         in.situation, sql(in.on), entry.seq, canonical(entry.event.data)});
    if (in.limits) put_limits(session, owner_of(session, entry.event.subject), 0, *in.limits);
}

void put_stage(db::Session& session, std::string const& id, ListingRecorded const& in) {
    auto const set = [&](char const* statement) { session.exec(statement, {sql(in.on), id}); };
    switch (in.step) {
        case ListingStep::listed:
            set("UPDATE cases_listing SET stage = 'listed', listed_on = :day WHERE id = :id");
            break;
        case ListingStep::dropped:
            session.exec("UPDATE cases_listing SET stage = 'dropped' WHERE id = :id", {id});
            break;
        case ListingStep::publicised:
            set("UPDATE cases_listing SET publicised_on = :day, stopped_on = NULL WHERE id = :id");
            break;
        case ListingStep::removed:
            set("UPDATE cases_listing SET stage = 'removed', removed_on = :day WHERE id = :id");
            break;
        case ListingStep::restored:
            // Published again by its own step.
            set("UPDATE cases_listing SET stage = 'restored', listed_on = :day, publicised_on = NULL, stopped_on = "
                "NULL, removed_on = NULL WHERE id = :id");
            break;
        case ListingStep::stopped: set("UPDATE cases_listing SET stopped_on = :day WHERE id = :id"); break;
        default: break;
    }
    session.exec("UPDATE cases_listing SET version = version + 1 WHERE id = :id", {id});
}

void listing_step(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<ListingRecorded>(entry);
    auto const& id = entry.event.subject;
    session.exec(
        "INSERT INTO cases_listing_step (listing, number, unit, entry, body) VALUES (:id, :number, :unit, :entry, "
        ":body)",
        {id, in.number, entry.actor.unit, entry.seq, canonical(entry.event.data)});
    end_limits(session, id, in.ends, in.on);
    put_limits(session, owner_of(session, id), in.number, in.limits);
    put_stage(session, id, in);
}

void talk(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<TalkRecorded>(entry);
    session.exec(
        "INSERT INTO cases_talk (id, bureau, region, authority, kind, entry, body, closed_on, outcome) VALUES (:id, "
        ":bureau, :region, :authority, :kind, :entry, :body, NULL, NULL)",
        {entry.event.subject, in.bureau, in.region.digits, sql(in.authority), sql(in.kind), entry.seq,
         canonical(entry.event.data)});
}

void talk_closed(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<TalkClosed>(entry);
    session.exec("UPDATE cases_talk SET closed_on = :day, outcome = :outcome WHERE id = :id",
                 {sql(in.on), in.outcome, entry.event.subject});
}

}  // namespace

void apply_followup(db::Session& session, ledger::Entry const& entry) {
    if (entry.event.type == ListingProposed::kType) proposed(session, entry);
    if (entry.event.type == ListingRecorded::kType) listing_step(session, entry);
    if (entry.event.type == TalkRecorded::kType) talk(session, entry);
    if (entry.event.type == TalkClosed::kType) talk_closed(session, entry);
}

}  // namespace anping::cases
