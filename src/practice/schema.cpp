// SPDX-License-Identifier: Apache-2.0
#include "schema.hpp"

namespace anping::practice {
namespace {

char const* const kSchema = R"sql(
CREATE TABLE practice_project (
    id TEXT PRIMARY KEY, institution TEXT NOT NULL, enterprise TEXT NOT NULL, title TEXT NOT NULL, region TEXT NOT NULL,
    authority TEXT NOT NULL, site TEXT NOT NULL, scope TEXT NOT NULL, statutory BIGINT NOT NULL,
    statutory_kind TEXT NOT NULL, service_type TEXT NOT NULL, contract TEXT, signed_on TEXT, ends_on TEXT, leader TEXT NOT NULL, site_first_day TEXT NOT NULL, scope_covered BIGINT NOT NULL,
    qualification_valid BIGINT NOT NULL, stage TEXT NOT NULL, contract_scans BIGINT NOT NULL, invoices BIGINT NOT NULL,
    contract_uploaded_on TEXT, notice_filed_on TEXT, first_day TEXT, last_day TEXT, surveys BIGINT NOT NULL,
    photos BIGINT NOT NULL, leader_on_site BIGINT NOT NULL, reason_code TEXT, exhibits BIGINT NOT NULL,
    price BIGINT NOT NULL, branch TEXT, staffing TEXT, risk TEXT, terms TEXT, noted TEXT NOT NULL,
    teams BIGINT NOT NULL DEFAULT 0, opinions BIGINT NOT NULL DEFAULT 0,
    opened_at BIGINT NOT NULL, changed_at BIGINT NOT NULL, version BIGINT NOT NULL);
CREATE INDEX practice_project_institution ON practice_project (institution, id);
CREATE INDEX practice_project_region ON practice_project (region, id);
CREATE INDEX practice_project_stage ON practice_project (stage, id);
CREATE INDEX practice_project_counted ON practice_project (signed_on, region, authority, stage, statutory, statutory_kind,
    institution, enterprise, id);
CREATE INDEX practice_project_enterprise ON practice_project (enterprise, id);
CREATE TABLE practice_team (
    project TEXT NOT NULL, edition BIGINT NOT NULL, body TEXT NOT NULL, formed_at BIGINT NOT NULL,
    entry BIGINT NOT NULL, PRIMARY KEY (project, edition));
CREATE TABLE practice_deadline (
    project TEXT NOT NULL, region TEXT NOT NULL, duty TEXT NOT NULL, due TEXT NOT NULL, body TEXT NOT NULL, met_on TEXT,
    PRIMARY KEY (project, duty));
CREATE INDEX practice_deadline_due ON practice_deadline (due) WHERE met_on IS NULL;
CREATE INDEX practice_deadline_open ON practice_deadline (duty, due, project, met_on) WHERE met_on IS NULL;
CREATE INDEX practice_deadline_late ON practice_deadline (duty, project, met_on, due) WHERE met_on > due;
CREATE INDEX practice_deadline_region ON practice_deadline (region, due) WHERE met_on IS NULL;
CREATE TABLE practice_flag (
    project TEXT NOT NULL, watch TEXT NOT NULL, clause TEXT NOT NULL, raised_seq BIGINT NOT NULL, body TEXT NOT NULL,
    raised_at BIGINT NOT NULL, cleared_at BIGINT, PRIMARY KEY (project, raised_seq, watch));
CREATE INDEX practice_flag_open ON practice_flag (project, clause, cleared_at) WHERE cleared_at IS NULL;
CREATE INDEX practice_flag_clause ON practice_flag (clause, project, cleared_at) WHERE cleared_at IS NULL;
CREATE TABLE practice_evidence (
    id TEXT PRIMARY KEY, project TEXT NOT NULL, survey TEXT, kind TEXT NOT NULL, sm3 TEXT NOT NULL, body TEXT NOT NULL,
    received_at BIGINT NOT NULL, entry BIGINT NOT NULL);
CREATE INDEX practice_evidence_project ON practice_evidence (project, entry);
CREATE TABLE practice_notice (
    id TEXT PRIMARY KEY, project TEXT NOT NULL, filed_at BIGINT NOT NULL, entry BIGINT NOT NULL,
    site_first_day TEXT NOT NULL, site_last_day TEXT NOT NULL, members TEXT NOT NULL, contact TEXT NOT NULL,
    phone TEXT NOT NULL, reason TEXT, channel TEXT NOT NULL, received_on TEXT NOT NULL, entered_by TEXT, people TEXT,
    amended BIGINT NOT NULL DEFAULT 0);
CREATE INDEX practice_notice_project ON practice_notice (project, entry);
CREATE INDEX practice_notice_received ON practice_notice (received_on, project);
CREATE INDEX practice_notice_last ON practice_notice (site_last_day, site_first_day);
CREATE TABLE practice_amendment (
    notice TEXT NOT NULL, entry BIGINT NOT NULL, at BIGINT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (notice, entry));
CREATE TABLE practice_addressee (
    notice TEXT NOT NULL, bureau TEXT NOT NULL, region TEXT NOT NULL, receipt_number TEXT NOT NULL, opened_at BIGINT,
    entry BIGINT NOT NULL, PRIMARY KEY (notice, bureau));
CREATE INDEX practice_addressee_number ON practice_addressee (receipt_number);
CREATE INDEX practice_addressee_bureau ON practice_addressee (bureau, entry);
CREATE INDEX practice_addressee_opened ON practice_addressee (bureau, opened_at, entry);
CREATE TABLE practice_survey (
    id TEXT PRIMARY KEY, project TEXT NOT NULL, body TEXT NOT NULL, received_at BIGINT NOT NULL, entry BIGINT NOT NULL);
CREATE INDEX practice_survey_project ON practice_survey (project, entry);
CREATE TABLE practice_measure (
    project TEXT NOT NULL, number BIGINT NOT NULL, body TEXT NOT NULL, adopted BIGINT, done_on TEXT, answer_note TEXT,
    checked_on TEXT, done BIGINT, check_note TEXT, settled BIGINT NOT NULL, major BIGINT NOT NULL,
    proposed_at BIGINT NOT NULL, PRIMARY KEY (project, number));
CREATE INDEX practice_measure_open ON practice_measure (project) WHERE adopted IS NULL;
CREATE TABLE practice_record (
    project TEXT NOT NULL, entry BIGINT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, recorded_at BIGINT NOT NULL,
    PRIMARY KEY (project, entry));
CREATE TABLE practice_report (
    id TEXT PRIMARY KEY, project TEXT NOT NULL, edition BIGINT NOT NULL, body TEXT NOT NULL, sm3 TEXT NOT NULL,
    sha256 TEXT NOT NULL, size BIGINT NOT NULL, filer TEXT NOT NULL, filed_at BIGINT NOT NULL, filed_on TEXT NOT NULL,
    number TEXT, published_at BIGINT, published_entry BIGINT, withdrawn TEXT, entry BIGINT NOT NULL);
CREATE UNIQUE INDEX practice_report_entry ON practice_report (entry);
CREATE INDEX practice_report_project ON practice_report (project, edition);
CREATE INDEX practice_report_published ON practice_report (project) WHERE number IS NOT NULL AND withdrawn IS NULL;
CREATE INDEX practice_report_number ON practice_report (number);
CREATE INDEX practice_report_sm3 ON practice_report (sm3);
CREATE INDEX practice_report_sha256 ON practice_report (sha256);
CREATE TABLE practice_review (
    report TEXT NOT NULL, step TEXT NOT NULL, account TEXT NOT NULL, opinion TEXT NOT NULL, signed_at BIGINT NOT NULL,
    entry BIGINT NOT NULL, key TEXT, after_reset BIGINT NOT NULL, PRIMARY KEY (report, step));
CREATE TABLE practice_process_rule (
    institution TEXT PRIMARY KEY, separate_persons BIGINT NOT NULL, own_key BIGINT NOT NULL, reason TEXT NOT NULL,
    since BIGINT NOT NULL, entry BIGINT NOT NULL);
CREATE TABLE practice_paper_template (
    owner TEXT NOT NULL, kind TEXT NOT NULL, entry BIGINT NOT NULL, own BIGINT NOT NULL, body TEXT NOT NULL,
    at BIGINT NOT NULL, account TEXT NOT NULL, role TEXT NOT NULL, PRIMARY KEY (owner, kind, entry));
CREATE TABLE practice_opinion (
    project TEXT NOT NULL, number BIGINT NOT NULL, report TEXT NOT NULL, step TEXT NOT NULL, text TEXT NOT NULL,
    account TEXT NOT NULL, given_at BIGINT NOT NULL, answer TEXT, answered_at BIGINT, PRIMARY KEY (project, number));
CREATE TABLE practice_hosting (
    id TEXT PRIMARY KEY, institution TEXT NOT NULL, enterprise TEXT NOT NULL, region TEXT NOT NULL,
    authority TEXT NOT NULL, from_on TEXT NOT NULL, until_on TEXT NOT NULL, body TEXT NOT NULL,
    declared_at BIGINT NOT NULL, entry BIGINT NOT NULL, ended_on TEXT, ended_reason TEXT);
CREATE INDEX practice_hosting_institution ON practice_hosting (institution, entry);
CREATE INDEX practice_hosting_enterprise ON practice_hosting (enterprise, entry);
CREATE INDEX practice_hosting_region ON practice_hosting (region, entry);
CREATE TABLE practice_hosting_visit (
    hosting TEXT NOT NULL, entry BIGINT NOT NULL, visited_on TEXT NOT NULL, body TEXT NOT NULL,
    recorded_at BIGINT NOT NULL, PRIMARY KEY (hosting, entry));
CREATE TABLE practice_disclosure (
    project TEXT PRIMARY KEY, report TEXT NOT NULL, body TEXT NOT NULL, recorded_at BIGINT NOT NULL,
    failed_days BIGINT NOT NULL, failed_on TEXT, looked_at BIGINT, checked_at BIGINT, sight TEXT);
CREATE INDEX practice_disclosure_report ON practice_disclosure (report);
CREATE TABLE practice_copy (
    project TEXT PRIMARY KEY, report TEXT NOT NULL, sm3 TEXT NOT NULL, body TEXT NOT NULL, published_at BIGINT NOT NULL,
    entry BIGINT NOT NULL);
CREATE TABLE practice_timeline (
    project TEXT NOT NULL, entry BIGINT NOT NULL, at BIGINT NOT NULL, type TEXT NOT NULL, role TEXT NOT NULL,
    unit TEXT NOT NULL, text TEXT NOT NULL, clauses TEXT NOT NULL, PRIMARY KEY (project, entry));
CREATE TABLE practice_citation (
    clause TEXT NOT NULL, entry BIGINT NOT NULL, project TEXT NOT NULL, PRIMARY KEY (clause, entry));
)sql";

ledger::Table project_table() {
    return {"practice_project",
            {"id"},
            {"id",
             "institution",
             "enterprise",
             "title",
             "region",
             "authority",
             "site",
             "scope",
             "statutory",
             "statutory_kind",
             "service_type",
             "contract",
             "signed_on",
             "ends_on",
             "leader",
             "site_first_day",
             "scope_covered",
             "qualification_valid",
             "stage",
             "contract_scans",
             "invoices",
             "contract_uploaded_on",
             "notice_filed_on",
             "first_day",
             "last_day",
             "surveys",
             "photos",
             "leader_on_site",
             "reason_code",
             "exhibits",
             "price",
             "branch",
             "staffing",
             "risk",
             "terms",
             "noted",
             "teams",
             "opinions",
             "opened_at",
             "changed_at",
             "version"}};
}

}  // namespace

std::string schema() { return kSchema + project_titles().schema(); }

db::NameIndex const& project_titles() {
    static db::NameIndex const titles("practice_title", {"practice_project.id", "practice_project.title"});
    return titles;
}

std::vector<ledger::Table> const& schema_tables() {
    static std::vector<ledger::Table> const tables{
        project_table(),
        {"practice_team", {"project", "edition"}, {"project", "edition", "body", "formed_at", "entry"}},
        {project_titles().table(), {"gram", "id"}, {"gram", "id"}},
        {"practice_deadline", {"project", "duty"}, {"project", "region", "duty", "due", "body", "met_on"}},
        {"practice_flag",
         {"project", "raised_seq", "watch"},
         {"project", "watch", "clause", "raised_seq", "body", "raised_at", "cleared_at"}},
        {"practice_evidence", {"id"}, {"id", "project", "survey", "kind", "sm3", "body", "received_at", "entry"}},
        {"practice_notice",
         {"id"},
         {"id", "project", "filed_at", "entry", "site_first_day", "site_last_day", "members", "contact", "phone",
          "reason", "channel", "received_on", "entered_by", "people", "amended"}},
        {"practice_amendment", {"notice", "entry"}, {"notice", "entry", "at", "body"}},
        {"practice_addressee",
         {"notice", "bureau"},
         {"notice", "bureau", "region", "receipt_number", "opened_at", "entry"}},
        {"practice_survey", {"id"}, {"id", "project", "body", "received_at", "entry"}},
        {"practice_measure",
         {"project", "number"},
         {"project", "number", "body", "adopted", "done_on", "answer_note", "checked_on", "done", "check_note",
          "settled", "major", "proposed_at"}},
        {"practice_record", {"project", "entry"}, {"project", "entry", "kind", "body", "recorded_at"}},
        {"practice_report",
         {"id"},
         {"id", "project", "edition", "body", "sm3", "sha256", "size", "filer", "filed_at", "filed_on", "number",
          "published_at", "published_entry", "withdrawn", "entry"}},
        {"practice_review",
         {"report", "step"},
         {"report", "step", "account", "opinion", "signed_at", "entry", "key", "after_reset"}},
        {"practice_process_rule",
         {"institution"},
         {"institution", "separate_persons", "own_key", "reason", "since", "entry"}},
        {"practice_paper_template",
         {"owner", "kind", "entry"},
         {"owner", "kind", "entry", "own", "body", "at", "account", "role"}},
        {"practice_opinion",
         {"project", "number"},
         {"project", "number", "report", "step", "text", "account", "given_at", "answer", "answered_at"}},
        {"practice_disclosure",
         {"project"},
         {"project", "report", "body", "recorded_at", "failed_days", "failed_on", "looked_at", "checked_at", "sight"}},
        {"practice_hosting",
         {"id"},
         {"id", "institution", "enterprise", "region", "authority", "from_on", "until_on", "body", "declared_at",
          "entry", "ended_on", "ended_reason"}},
        {"practice_hosting_visit", {"hosting", "entry"}, {"hosting", "entry", "visited_on", "body", "recorded_at"}},
        {"practice_copy", {"project"}, {"project", "report", "sm3", "body", "published_at", "entry"}},
        {"practice_timeline",
         {"project", "entry"},
         {"project", "entry", "at", "type", "role", "unit", "text", "clauses"}},
        {"practice_citation", {"clause", "entry"}, {"clause", "entry", "project"}}};
    return tables;
}

}  // namespace anping::practice
