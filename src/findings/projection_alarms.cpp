// SPDX-License-Identifier: Apache-2.0
#include "projection_alarms.hpp"

#include <anping/base/json.hpp>
#include <anping/db/columns.hpp>
#include <anping/findings/alarms.hpp>

namespace anping::findings {
namespace {

using db::sql;

void raised(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<AlarmRaised>(entry);
    auto const& id = entry.event.subject;
    session.exec(
        "INSERT INTO findings_finding (id, report, project, institution, region, authority, detector, strength, state, "
        "body, source, raised_at, entry) VALUES (:id, '', '', :institution, :region, :authority, :detector, :strength, "
        "'open', :body, NULL, :at, :entry)",
        {id, in.institution, in.region.digits, sql(in.authority), in.finding.detector, sql(in.finding.strength),
         canonical(to_json(in)), entry.at, entry.seq});
    session.exec(
        "INSERT INTO findings_alarm (finding, institution, about, cured_at) VALUES (:id, :institution, :about, NULL)",
        {id, in.institution, in.key});
}

void cured(db::Session& session, ledger::Entry const& entry) {
    auto const& id = entry.event.subject;
    session.exec(
        "INSERT INTO findings_act (finding, entry, kind, text, account, unit, at) VALUES (:id, :entry, 'cured', :text, "
        ":account, :unit, :at)",
        {id, entry.seq, ledger::data_of<AlarmCured>(entry).text, entry.actor.account, entry.actor.unit, entry.at});
    session.exec("UPDATE findings_alarm SET cured_at = :at WHERE finding = :id", {entry.at, id});
    session.exec(
        "UPDATE findings_finding SET state = 'cured' WHERE id = :id AND state IN ('open', 'asked', 'answered')", {id});
}

void held_back(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<AlarmsHeldBack>(entry);
    session.exec(
        "INSERT INTO findings_hold (id, project, institution, until_day, reason, unit, at, entry) VALUES (:id, '', "
        ":institution, :until, :reason, :unit, :at, :entry)",
        {entry.event.subject, in.institution, sql(in.until), in.reason.value, entry.actor.unit, entry.at, entry.seq});
}

}  // namespace

char const* const kAlarmSchema = R"sql(
CREATE TABLE findings_alarm (
    finding TEXT PRIMARY KEY, institution TEXT NOT NULL, about TEXT NOT NULL, cured_at BIGINT);
CREATE INDEX findings_alarm_standing ON findings_alarm (institution) WHERE cured_at IS NULL;
)sql";

ledger::Table alarm_table() { return {"findings_alarm", {"finding"}, {"finding", "institution", "about", "cured_at"}}; }

void keep_alarm(db::Session& session, ledger::Entry const& entry) {
    if (entry.event.type == AlarmRaised::kType) raised(session, entry);
    if (entry.event.type == AlarmCured::kType) cured(session, entry);
    if (entry.event.type == AlarmsHeldBack::kType) held_back(session, entry);
}

}  // namespace anping::findings
