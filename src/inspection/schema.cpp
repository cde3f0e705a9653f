// SPDX-License-Identifier: Apache-2.0
#include "schema.hpp"

namespace anping::inspection {
namespace {

char const* const kSchema = R"sql(
CREATE TABLE inspection_task (
    id TEXT PRIMARY KEY, bureau TEXT NOT NULL, region TEXT NOT NULL, authority TEXT NOT NULL, title TEXT NOT NULL,
    checked TEXT NOT NULL, addressee TEXT NOT NULL, institution TEXT, enterprise TEXT, project TEXT, setting TEXT NOT NULL,
    coverage TEXT NOT NULL, origin TEXT NOT NULL, announced BIGINT NOT NULL, stage TEXT NOT NULL, approved BIGINT NOT NULL,
    told BIGINT NOT NULL, refused BIGINT NOT NULL, planned_from TEXT NOT NULL, planned_until TEXT NOT NULL, begun_on TEXT,
    closed_on TEXT, checked_items BIGINT NOT NULL, failed_items BIGINT NOT NULL, problems BIGINT NOT NULL,
    planned_by TEXT NOT NULL, approved_by TEXT, opinion TEXT, ended TEXT, body TEXT NOT NULL, visit TEXT, refusal TEXT,
    refused_at BIGINT, entry BIGINT NOT NULL, version BIGINT NOT NULL);
CREATE INDEX inspection_task_region ON inspection_task (region, entry);
CREATE INDEX inspection_task_entry ON inspection_task (entry);
CREATE INDEX inspection_task_bureau ON inspection_task (bureau, stage);
CREATE INDEX inspection_task_addressee ON inspection_task (addressee, entry);
CREATE INDEX inspection_task_institution ON inspection_task (institution, begun_on);
CREATE INDEX inspection_task_begun ON inspection_task (begun_on) WHERE stage = 'closed';
CREATE TABLE inspection_item (
    inspection TEXT NOT NULL, item TEXT NOT NULL, result TEXT NOT NULL, words TEXT, PRIMARY KEY (inspection, item));
CREATE TABLE inspection_item_file (
    inspection TEXT NOT NULL, entry BIGINT NOT NULL, place BIGINT NOT NULL, item TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (inspection, entry, place));
CREATE TABLE inspection_problem (
    inspection TEXT NOT NULL, number BIGINT NOT NULL, body TEXT NOT NULL, withdrawn TEXT, PRIMARY KEY (inspection, number));
CREATE TABLE inspection_statement (
    inspection TEXT NOT NULL, entry BIGINT NOT NULL, at BIGINT NOT NULL, problem BIGINT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (inspection, entry));
CREATE TABLE inspection_signature (
    inspection TEXT NOT NULL, signer TEXT NOT NULL, at BIGINT NOT NULL, way TEXT NOT NULL, words TEXT,
    PRIMARY KEY (inspection, signer));
CREATE TABLE inspection_file (
    subject TEXT NOT NULL, sm3 TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (subject, sm3));
CREATE TABLE inspection_history (
    subject TEXT NOT NULL, entry BIGINT NOT NULL, at BIGINT NOT NULL, type TEXT NOT NULL, unit TEXT NOT NULL,
    text TEXT NOT NULL, shown BIGINT NOT NULL, PRIMARY KEY (subject, entry));
CREATE TABLE inspection_order (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, bureau TEXT NOT NULL, region TEXT NOT NULL, authority TEXT NOT NULL,
    checked TEXT NOT NULL, addressee TEXT NOT NULL, institution TEXT, enterprise TEXT, inspection TEXT, campaign TEXT,
    number TEXT, issued_on TEXT NOT NULL, stage TEXT NOT NULL, items BIGINT NOT NULL, passed BIGINT NOT NULL,
    proven BIGINT NOT NULL, failed BIGINT NOT NULL, due TEXT, recheck_due TEXT, closed_on TEXT, withdrawn TEXT,
    body TEXT NOT NULL, entry BIGINT NOT NULL, version BIGINT NOT NULL);
CREATE INDEX inspection_order_region ON inspection_order (region, entry);
CREATE INDEX inspection_order_entry ON inspection_order (entry);
CREATE INDEX inspection_order_bureau ON inspection_order (bureau, stage);
CREATE INDEX inspection_order_addressee ON inspection_order (addressee, entry);
CREATE INDEX inspection_order_inspection ON inspection_order (inspection);
CREATE TABLE inspection_order_item (
    order_id TEXT NOT NULL, number BIGINT NOT NULL, due TEXT NOT NULL, stage TEXT NOT NULL, recheck_due TEXT,
    PRIMARY KEY (order_id, number));
CREATE TABLE inspection_order_act (
    order_id TEXT NOT NULL, entry BIGINT NOT NULL, at BIGINT NOT NULL, item BIGINT NOT NULL, kind TEXT NOT NULL,
    body TEXT NOT NULL, PRIMARY KEY (order_id, entry));
CREATE TABLE inspection_call_up (
    id TEXT PRIMARY KEY, bureau TEXT NOT NULL, region TEXT NOT NULL, authority TEXT NOT NULL, report TEXT NOT NULL,
    institution TEXT NOT NULL, enterprise TEXT NOT NULL, campaign TEXT, due TEXT, handed BIGINT NOT NULL,
    stage TEXT NOT NULL, reviewers BIGINT NOT NULL, given BIGINT NOT NULL, body TEXT NOT NULL, called_by TEXT NOT NULL,
    called_at BIGINT NOT NULL, conclusion TEXT, concluded_by TEXT, concluded_at BIGINT, withdrawn TEXT,
    entry BIGINT NOT NULL, version BIGINT NOT NULL);
CREATE INDEX inspection_call_up_region ON inspection_call_up (region, entry);
CREATE INDEX inspection_call_up_entry ON inspection_call_up (entry);
CREATE INDEX inspection_call_up_bureau ON inspection_call_up (bureau, stage);
CREATE INDEX inspection_call_up_institution ON inspection_call_up (institution, entry);
CREATE INDEX inspection_call_up_report ON inspection_call_up (report);
CREATE TABLE inspection_call_up_material (
    call_up TEXT NOT NULL, entry BIGINT NOT NULL, at BIGINT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (call_up, entry));
CREATE TABLE inspection_call_up_reviewer (
    call_up TEXT NOT NULL, number BIGINT NOT NULL, expert TEXT NOT NULL, account TEXT NOT NULL, unit TEXT NOT NULL,
    doubts TEXT NOT NULL, given BIGINT NOT NULL, asked_again TEXT, relieved TEXT, recused BIGINT NOT NULL,
    PRIMARY KEY (call_up, number));
CREATE INDEX inspection_call_up_reviewer_account ON inspection_call_up_reviewer (account);
CREATE INDEX inspection_call_up_reviewer_expert ON inspection_call_up_reviewer (expert);
CREATE TABLE inspection_call_up_opinion (
    call_up TEXT NOT NULL, reviewer BIGINT NOT NULL, round BIGINT NOT NULL, entry BIGINT NOT NULL, at BIGINT NOT NULL,
    known BIGINT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (call_up, reviewer, round));
)sql";

}  // namespace

std::string schema() { return kSchema; }

std::vector<ledger::Table> tables() {
    return {
        {"inspection_task",
         {"id"},
         {"id",          "bureau",        "region",       "authority", "title",        "checked",       "addressee",
          "institution", "enterprise",    "project",      "setting",   "coverage",     "origin",        "announced",
          "stage",       "approved",      "told",         "refused",   "planned_from", "planned_until", "begun_on",
          "closed_on",   "checked_items", "failed_items", "problems",  "planned_by",   "approved_by",   "opinion",
          "ended",       "body",          "visit",        "refusal",   "refused_at",   "entry",         "version"}},
        {"inspection_item", {"inspection", "item"}, {"inspection", "item", "result", "words"}},
        {"inspection_item_file", {"inspection", "entry", "place"}, {"inspection", "entry", "place", "item", "body"}},
        {"inspection_problem", {"inspection", "number"}, {"inspection", "number", "body", "withdrawn"}},
        {"inspection_statement", {"inspection", "entry"}, {"inspection", "entry", "at", "problem", "body"}},
        {"inspection_signature", {"inspection", "signer"}, {"inspection", "signer", "at", "way", "words"}},
        {"inspection_file", {"subject", "sm3"}, {"subject", "sm3", "body"}},
        {"inspection_history", {"subject", "entry"}, {"subject", "entry", "at", "type", "unit", "text", "shown"}},
        {"inspection_order", {"id"}, {"id",        "kind",      "bureau",      "region",     "authority",
                                      "checked",   "addressee", "institution", "enterprise", "inspection",
                                      "campaign",  "number",    "issued_on",   "stage",      "items",
                                      "passed",    "proven",    "failed",      "due",        "recheck_due",
                                      "closed_on", "withdrawn", "body",        "entry",      "version"}},
        {"inspection_order_item", {"order_id", "number"}, {"order_id", "number", "due", "stage", "recheck_due"}},
        {"inspection_order_act", {"order_id", "entry"}, {"order_id", "entry", "at", "item", "kind", "body"}},
        {"inspection_call_up",
         {"id"},
         {"id",         "bureau",       "region",       "authority", "report", "institution", "enterprise", "campaign",
          "due",        "handed",       "stage",        "reviewers", "given",  "body",        "called_by",  "called_at",
          "conclusion", "concluded_by", "concluded_at", "withdrawn", "entry",  "version"}},
        {"inspection_call_up_material", {"call_up", "entry"}, {"call_up", "entry", "at", "body"}},
        {"inspection_call_up_reviewer",
         {"call_up", "number"},
         {"call_up", "number", "expert", "account", "unit", "doubts", "given", "asked_again", "relieved", "recused"}},
        {"inspection_call_up_opinion",
         {"call_up", "reviewer", "round"},
         {"call_up", "reviewer", "round", "entry", "at", "known", "body"}}};
}

}  // namespace anping::inspection
