// SPDX-License-Identifier: Apache-2.0
#include "projection_interview.hpp"

#include <anping/base/json.hpp>
#include <anping/cases/interview_views.hpp>
#include <anping/db/columns.hpp>

namespace anping::cases {

using db::sql;

char const* const kInterviewSchema = R"sql(
CREATE TABLE cases_invitation (
    id TEXT PRIMARY KEY, bureau TEXT NOT NULL, region TEXT NOT NULL, authority TEXT NOT NULL,
    institution TEXT NOT NULL, stage TEXT NOT NULL, at BIGINT NOT NULL, place TEXT NOT NULL, talk TEXT,
    entry BIGINT NOT NULL, body TEXT NOT NULL);
CREATE INDEX cases_invitation_region ON cases_invitation (region, entry);
CREATE INDEX cases_invitation_institution ON cases_invitation (institution, entry);
CREATE TABLE cases_invitation_act (
    entry BIGINT PRIMARY KEY, invitation TEXT NOT NULL, type TEXT NOT NULL, at BIGINT NOT NULL, body TEXT NOT NULL);
CREATE INDEX cases_invitation_act_of ON cases_invitation_act (invitation, entry);
CREATE TABLE cases_talk_party (
    talk TEXT NOT NULL, institution TEXT NOT NULL, PRIMARY KEY (talk, institution));
CREATE INDEX cases_talk_party_institution ON cases_talk_party (institution);
CREATE TABLE cases_talk_remark (
    entry BIGINT PRIMARY KEY, talk TEXT NOT NULL, institution TEXT NOT NULL, at BIGINT NOT NULL, text TEXT NOT NULL);
CREATE INDEX cases_talk_remark_of ON cases_talk_remark (talk, entry);
)sql";

std::vector<ledger::Table> interview_tables() {
    return {{"cases_invitation",
             {"id"},
             {"id", "bureau", "region", "authority", "institution", "stage", "at", "place", "talk", "entry", "body"}},
            {"cases_invitation_act", {"entry"}, {"entry", "invitation", "type", "at", "body"}},
            {"cases_talk_party", {"talk", "institution"}, {"talk", "institution"}},
            {"cases_talk_remark", {"entry"}, {"entry", "talk", "institution", "at", "text"}}};
}

namespace {

void invited(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<TalkInvited>(entry);
    session.exec(
        "INSERT INTO cases_invitation (id, bureau, region, authority, institution, stage, at, place, talk, entry, "
        "body) VALUES (:id, :bureau, :region, :authority, :institution, :stage, :at, :place, NULL, :entry, :body)",
        {entry.event.subject, in.bureau, in.region.digits, sql(in.authority), in.institution,
         sql(InvitationStage::invited), in.at, in.place, entry.seq, canonical(entry.event.data)});
}

void put_act(db::Session& session, ledger::Entry const& entry, InvitationStage stage) {
    session.exec(
        "INSERT INTO cases_invitation_act (entry, invitation, type, at, body) VALUES (:entry, :id, :type, :at, :body)",
        {entry.seq, entry.event.subject, entry.event.type, entry.at, canonical(entry.event.data)});
    session.exec("UPDATE cases_invitation SET stage = :stage WHERE id = :id", {sql(stage), entry.event.subject});
}

void answered(db::Session& session, ledger::Entry const& entry) {
    bool const comes = ledger::data_of<InvitationAnswered>(entry).answer == InvitationAnswer::comes;
    put_act(session, entry, comes ? InvitationStage::confirmed : InvitationStage::asked);
}

void time_set(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<InvitationTimeSet>(entry);
    put_act(session, entry, InvitationStage::invited);
    session.exec("UPDATE cases_invitation SET at = :at, place = :place WHERE id = :id",
                 {in.at, in.place, entry.event.subject});
}

void ended(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<InvitationEnded>(entry);
    auto const stage = in.outcome == InvitationOutcome::held     ? InvitationStage::held
                       : in.outcome == InvitationOutcome::missed ? InvitationStage::missed
                                                                 : InvitationStage::called_off;
    put_act(session, entry, stage);
    if (in.talk)
        session.exec("UPDATE cases_invitation SET talk = :talk WHERE id = :id", {*in.talk, entry.event.subject});
}

void recorded(db::Session& session, ledger::Entry const& entry) {
    for (auto const& one : ledger::data_of<TalkRecorded>(entry).institutions)
        session.exec(
            "INSERT INTO cases_talk_party (talk, institution) VALUES (:talk, :institution) ON CONFLICT (talk, "
            "institution) DO NOTHING",
            {entry.event.subject, one});
}

void remarked(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<TalkRemarked>(entry);
    session.exec(
        "INSERT INTO cases_talk_remark (entry, talk, institution, at, text) VALUES (:entry, :talk, :institution, :at, "
        ":text)",
        {entry.seq, entry.event.subject, in.institution, entry.at, in.text});
}

}  // namespace

void apply_interview(db::Session& session, ledger::Entry const& entry) {
    if (entry.event.type == TalkInvited::kType) invited(session, entry);
    if (entry.event.type == InvitationAnswered::kType) answered(session, entry);
    if (entry.event.type == InvitationTimeSet::kType) time_set(session, entry);
    if (entry.event.type == InvitationEnded::kType) ended(session, entry);
    if (entry.event.type == TalkRecorded::kType) recorded(session, entry);
    if (entry.event.type == TalkRemarked::kType) remarked(session, entry);
}

}  // namespace anping::cases
