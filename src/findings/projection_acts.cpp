// SPDX-License-Identifier: Apache-2.0
#include "projection_acts.hpp"

#include <anping/db/columns.hpp>
#include <anping/findings/events.hpp>
#include <anping/forensics/schedules.hpp>
#include <anping/practice/events.hpp>
#include <anping/registry/events.hpp>

#include "acts.hpp"

namespace anping::findings {
namespace {

using forensics::ActKind;
using forensics::SubjectKind;

// `who`: a person, or the serial number of an instrument as forensics::subject_of has it. `report`: of what a report's
// text says, which goes when it is read again. A number joins people whom two institutions entered.
constexpr char const* kSchema = R"sql(
CREATE TABLE findings_presence (
    who TEXT NOT NULL, entry BIGINT NOT NULL, from_at BIGINT NOT NULL, subject TEXT NOT NULL, kind TEXT NOT NULL,
    written TEXT NOT NULL, to_at BIGINT NOT NULL, by_day BIGINT NOT NULL, spot TEXT NOT NULL, latitude TEXT NOT NULL,
    longitude TEXT NOT NULL, project TEXT NOT NULL, report TEXT NOT NULL, PRIMARY KEY (who, entry, from_at));
CREATE INDEX findings_presence_when ON findings_presence (who, from_at);
CREATE INDEX findings_presence_project ON findings_presence (project, from_at);
CREATE INDEX findings_presence_report ON findings_presence (report) WHERE report <> '';
CREATE TABLE findings_number (
    number TEXT NOT NULL, person TEXT NOT NULL, written TEXT NOT NULL, PRIMARY KEY (number, person));
CREATE INDEX findings_number_person ON findings_number (person, number);
CREATE TABLE findings_authorship (
    person TEXT NOT NULL, project TEXT NOT NULL, month BIGINT NOT NULL, PRIMARY KEY (person, project));
CREATE INDEX findings_authorship_month ON findings_authorship (month, person);
)sql";

std::vector<std::string> const kPresence{"who",    "entry", "from_at",  "subject",   "kind",    "written", "to_at",
                                         "by_day", "spot",  "latitude", "longitude", "project", "report"};

class Presences {
public:
    Presences(ledger::Entry const& entry, std::string project, std::string report)
        : entry_(entry), project_(std::move(project)), report_(std::move(report)) {}

    void add(SubjectKind of, std::string who, ActKind kind, std::string const& written, forensics::Act const& act,
             std::string const& spot = {}, std::string const& latitude = {}, std::string const& longitude = {}) {
        rows_.push_back({std::move(who), entry_.seq, act.from, db::sql(of), db::sql(kind), written, act.to, act.by_day,
                         spot, latitude, longitude, project_, report_});
    }
    void keep(db::Session& session) const { session.bulk_insert("findings_presence", kPresence, rows_); }

private:
    ledger::Entry const& entry_;
    std::string project_, report_;
    std::vector<db::Params> rows_;
};

std::vector<std::string> distinct(std::vector<registry::PersonId> const& people) {
    std::vector<std::string> out;
    out.reserve(people.size());
    for (auto const& one : people)
        if (std::ranges::find(out, one.text) == out.end()) out.push_back(one.text);
    return out;
}

void surveyed(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<practice::SurveyRecorded>(entry);
    Presences kept(entry, entry.event.subject, {});
    forensics::Act act;
    act.from = in.started_at;
    act.to = std::max(in.started_at, in.ended_at);
    bool const placed = in.latitude && in.longitude;
    for (auto const& who : distinct(in.members))
        kept.add(SubjectKind::person, who, ActKind::survey, {}, act, in.place.value,
                 placed ? in.latitude->value : std::string(), placed ? in.longitude->value : std::string());
    kept.keep(session);
}

void rechecked(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<practice::MeasuresRechecked>(entry);
    Presences kept(entry, entry.event.subject, {});
    auto const act = forensics::on_days({}, in.checked_on, in.checked_on);
    for (auto const& who : distinct(in.members)) kept.add(SubjectKind::person, who, ActKind::inspection, {}, act);
    kept.keep(session);
}

void screened(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<ReportScreened>(entry);
    session.exec("DELETE FROM findings_presence WHERE report = :report", {entry.event.subject});
    Presences kept(entry, in.project.text, entry.event.subject);
    for (auto const& use : in.uses.value_or(std::vector<InstrumentUse>{}))
        kept.add(SubjectKind::instrument, forensics::subject_of(use.serial), ActKind::test, use.serial,
                 forensics::on_days({}, use.day, use.day));
    kept.keep(session);
}

void authored(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<practice::ReportFiled>(entry);
    for (auto const& who : distinct(in.authors))
        session.exec(
            "INSERT INTO findings_authorship (person, project, month) VALUES (:person, :project, :month) ON CONFLICT "
            "(person, project) DO NOTHING",
            {who, entry.event.subject, month_of(entry.at)});
}

void number(db::Session& session, registry::PersonId const& person, std::string const& written) {
    auto const number = forensics::subject_of(written);
    if (number.empty()) return;
    session.exec(
        "INSERT INTO findings_number (number, person, written) VALUES (:number, :person, :written) ON CONFLICT "
        "(number, person) DO NOTHING",
        {number, person, written});
}

void person_added(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<registry::PersonAdded>(entry);
    if (in.certificate) number(session, in.person, *in.certificate);
}

void credential_recorded(db::Session& session, ledger::Entry const& entry) {
    auto const in = ledger::data_of<registry::CredentialRecorded>(entry).content;
    bool const names_one =
        in.kind == registry::CredentialKind::assessor || in.kind == registry::CredentialKind::engineer;
    if (names_one && in.number) number(session, in.person, in.number->value);
}

struct Keeper {
    char const* type;
    void (*keep)(db::Session&, ledger::Entry const&);
};
constexpr Keeper kKeepers[] = {{practice::SurveyRecorded::kType, surveyed},
                               {practice::MeasuresRechecked::kType, rechecked},
                               {practice::ReportFiled::kType, authored},
                               {registry::PersonAdded::kType, person_added},
                               {registry::CredentialRecorded::kType, credential_recorded},
                               {ReportScreened::kType, screened}};

}  // namespace

char const* acts_schema() { return kSchema; }

std::vector<ledger::Table> acts_tables() {
    return {{"findings_presence", {"who", "entry", "from_at"}, kPresence},
            {"findings_number", {"number", "person"}, {"number", "person", "written"}},
            {"findings_authorship", {"person", "project"}, {"person", "project", "month"}}};
}

void keep_acts(db::Session& session, ledger::Entry const& entry) {
    for (auto const& one : kKeepers)
        if (entry.event.type == one.type) one.keep(session, entry);
}

}  // namespace anping::findings
