#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Signs in as everybody, collects every id each one sees, and replays each id as everybody else and as nobody on every
endpoint of its shape. What should happen is the oracle's answer for the relation the test computes itself.
ANPING_BIN=build/release/bin/anping tests/authz/replay.py [--postgres]; last line: "N passed, N failed". With --postgres on a
database of its own in the cluster of ANPING_TEST_PG."""
import collections
import concurrent.futures
import json
import os
import re
import sys
import threading

import expand
from world import Client, Database, Program, Thing, World, relation

ORACLE = expand.expand()
REFUSALS = (401, 403, 404)
API = "/api/v1"
# What every endpoint is, by the requirements: its action, and the kind of thing its path names.
ENDPOINTS = {
    "POST /session": "session_open", "GET /session": "session_own", "DELETE /session": "session_own",
    "POST /session/reauthentication": "session_own", "POST /session/password": "session_own",
    "POST /session/totp": "session_own", "POST /session/totp/confirmation": "session_own",
    "DELETE /session/totp": "session_own", "GET /session/signing-key": "session_own",
    "GET /session/views": "session_own", "PUT /session/views": "session_own", "DELETE /session/views": "session_own",
    "POST /session/signing-key": "session_own", "POST /session/signing-key/revocation": "session_own",
    "GET /process-rule": "process_rule_view", "PUT /process-rule": "process_rule_set",
    "GET /paper-templates": "paper_template_view", "POST /paper-templates": "paper_template_set",
    "POST /paper-templates/withdrawal": "paper_template_set", "GET /paper-templates/file": "paper_template_view",
    "GET /paper-templates/sample": "paper_template_view", "GET /projects/{id}/papers/{kind}": "project_view",
    "GET /accounts": "account_view", "GET /accounts/{id}": "account_view", "POST /accounts": "account_create",
    "PUT /accounts/{id}/role": "account_create", "POST /accounts/{id}/disablement": "account_disable",
    "POST /accounts/{id}/unlocking": "account_unlock", "POST /accounts/{id}/reset": "account_reset",
    "GET /institutions": "register_view", "POST /institutions": "institution_register",
    "POST /institutions/noted": "institution_note",
    "GET /institutions/{id}": "institution_view", "PUT /institutions/{id}/contact": "institution_edit",
    "GET /institutions/{id}/people": "person_view", "POST /institutions/{id}/people": "person_edit",
    "GET /institutions/{id}/branches": "institution_view", "POST /institutions/{id}/branches": "institution_edit",
    "GET /institutions/{id}/instruments": "institution_view", "POST /institutions/{id}/instruments": "institution_edit",
    "POST /institutions/{id}/calibrations": "institution_edit", "GET /institutions/{id}/holding": "institution_view",
    "GET /institutions/{id}/history": "institution_view", "GET /institutions/{id}/staffing": "person_view",
    "GET /institutions/{id}/credentials": "person_view", "POST /institutions/{id}/credentials": "person_edit",
    "POST /institutions/{id}/verifications": "credential_verify", "POST /institutions/{id}/employments": "person_edit",
    "GET /expiries": "expiry_list", "PUT /enterprises/{id}/description": "enterprise_edit",
    "GET /enterprises": "enterprise_view", "GET /enterprises/{id}": "enterprise_view",
    "POST /enterprises": "enterprise_register", "GET /experts": "expert_view", "GET /experts/{id}": "expert_view",
    "GET /experts/{id}/history": "expert_view", "POST /experts": "expert_keep",
    "GET /expert-list": "expert_view", "GET /expert-blank-sheet": "expert_keep",
    "POST /experts/sheet-preview": "expert_keep", "POST /experts/sheet": "expert_keep",
    "POST /experts/{id}/changes": "expert_keep", "POST /experts/{id}/removal": "expert_keep",
    "POST /projects/preview": "project_open", "POST /projects": "project_open", "GET /projects": "project_list",
    "GET /projects/{id}": "project_view", "GET /projects/{id}/timeline": "project_view",
    "GET /projects/{id}/staffing": "project_view", "GET /projects/{id}/price": "price_view",
    "GET /projects/{id}/like-prices": "price_view", "GET /low-prices": "price_view",
    "POST /projects/{id}/price-conclusions": "price_conclude",
    "POST /projects/{id}/team": "team_form",
    "POST /projects/{id}/notices": "notice_file", "POST /projects/{id}/amendments": "notice_file",
    "GET /projects/{id}/site": "project_view", "POST /projects/{id}/exchanges": "survey_record",
    "POST /projects/{id}/measures": "survey_record", "POST /projects/{id}/rechecks": "survey_record",
    "POST /projects/{id}/measure-answers": "measure_answer",
    "POST /projects/{id}/site-confirmations": "site_confirm",
    "POST /projects/{id}/report-confirmations": "site_confirm",
    "POST /notices": "notice_enter", "GET /notices/receipts": "notice_inbox", "GET /notices/ledger": "notice_inbox",
    "GET /projects/{id}/notice-form": "project_view", "POST /projects/{id}/contract": "contract_file", "POST /projects/{id}/surveys": "survey_record",
    "POST /projects/{id}/evidence": "evidence_upload", "POST /projects/{id}/contract-files": "contract_file",
    "POST /projects/{id}/reports": "report_file", "POST /projects/{id}/reviews": "report_sign",
    "POST /projects/{id}/opinions": "report_sign", "POST /projects/{id}/opinion-answers": "opinion_answer",
    "POST /projects/{id}/withdrawal": "report_publish",
    "POST /projects/{id}/publication": "report_publish", "POST /projects/{id}/archive": "project_archive",
    "GET /projects/{id}/archive-file": "archive_export", "GET /projects/{id}/files/{sm3}": "evidence_view",
    "GET /projects/{id}/files/{sm3}/preview": "evidence_view",
    "GET /notices": "notice_inbox", "POST /notices/{id}/opened": "notice_open", "GET /on-site": "notice_inbox",
    "GET /on-site-places": "notice_inbox",
    "GET /deadlines": "project_list", "GET /statistics": "project_list", "GET /statistics-list": "project_list",
    "POST /uploads": "evidence_upload", "GET /uploads/{id}": "evidence_upload", "PATCH /uploads/{id}": "evidence_upload",
    "GET /todos": "todo_list", "GET /search": "search",
    "GET /report-check": "report_check", "GET /heads": "head_view", "GET /receipts/{entry}": "receipt_view",
    "GET /consistency": "head_view", "GET /law/clauses": "rulebook_view", "GET /catalogues/{name}": "rulebook_view",
    "GET /regions": "rulebook_view", "GET /law/files": "rulebook_view", "GET /law/text": "rulebook_view",
    "POST /law/preview": "rulebook_preview", "POST /law/confirmations": "rulebook_confirm",
    "POST /law/confirmations/{clause}/withdrawal": "rulebook_confirm", "GET /citations": "project_list",
    "GET /applications": "application_view", "POST /applications": "application_receive",
    "GET /applications/{id}": "application_view", "GET /applications/{id}/timeline": "application_view", "POST /applications/{id}/acceptance": "application_handle",
    "POST /applications/{id}/reports": "application_handle",
    "POST /applications/{id}/report-reviews": "application_handle",
    "POST /applications/{id}/corrections": "application_handle",
    "POST /applications/{id}/correction-answers": "correction_answer",
    "POST /applications/{id}/correction-closings": "application_handle",
    "POST /applications/{id}/agenda": "application_handle", "POST /applications/{id}/decision": "application_decide",
    "GET /permit-counts": "register_view", "GET /work-report": "work_report",
    "GET /project-list": "project_list", "POST /projects/{id}/spot-checks": "spot_check",
    "POST /projects/{id}/copy": "disclosure_record", "POST /projects/{id}/copy-withdrawal": "disclosure_record",
    "GET /projects/{id}/redactions": "evidence_view", "GET /report-copies/{number}": "report_check",
    "GET /projects/{id}/disclosure": "project_view", "POST /projects/{id}/disclosure": "disclosure_record",
    "POST /projects/{id}/disclosure-withdrawal": "disclosure_record",
    "POST /projects/{id}/disclosure-sightings": "disclosure_check",
    "POST /projects/{id}/disclosure-checks": "disclosure_check",
    "GET /audit/entries": "audit_view",
    "GET /institutions/{id}/people/blank-sheet": "person_edit",
    "POST /institutions/{id}/people/sheet-preview": "person_edit", "POST /institutions/{id}/people/sheet": "person_edit",
    "GET /institutions/{id}/instruments/blank-sheet": "institution_edit",
    "POST /institutions/{id}/instruments/sheet-preview": "institution_edit",
    "POST /institutions/{id}/instruments/sheet": "institution_edit",
    "GET /enterprise-blank-sheet": "enterprise_register", "POST /enterprises/sheet-preview": "enterprise_register",
    "POST /enterprises/sheet": "enterprise_register", "GET /institution-list": "register_view",
    "GET /institutions/{id}/person-list": "person_view", "GET /institutions/{id}/instrument-list": "institution_view",
    "GET /expiry-list": "expiry_list", "GET /enterprise-list": "enterprise_view",
    "GET /application-list": "application_view", "GET /projects/{id}/archive-contents": "project_view",
    "GET /projects/{id}/slips": "matter_view", "GET /notices/{id}/slips": "matter_view",
    "GET /applications/{id}/slips": "matter_view", "GET /institutions/{id}/slips": "matter_view", "GET /slips": "circulation_desk", "GET /offices": "circulation_desk",
    "POST /slips": "matter_circulate", "POST /instructions": "matter_instruct",
    "POST /slips/{id}/receipt": "matter_circulate", "POST /slips/{id}/answers": "matter_circulate",
    "GET /deputies": "circulation_desk", "POST /deputies": "circulation_desk",
    "GET /criticisms": "criticism_view", "GET /criticisms/{id}": "criticism_view", "GET /criticism-grounds": "criticism_issue",
    "POST /criticisms": "criticism_issue", "POST /criticisms/{id}/reports": "criticism_issue",
    "POST /criticisms/{id}/answers": "criticism_answer",
    "POST /deputies/{id}/ending": "circulation_desk", "GET /oversight": "circulation_oversee",
    "GET /findings": "finding_view", "GET /finding-count": "finding_view", "GET /finding-records": "finding_view",
    "GET /findings/{id}": "finding_view", "GET /findings/{id}/pictures/{sm3}": "finding_view",
    "POST /findings/{id}/answers": "finding_answer",
    "POST /findings/{id}/decisions": "finding_decide", "POST /findings/{id}/families": "family_judge",
    "POST /reports/{id}/findings": "finding_decide", "GET /projects/{id}/finding-holds": "finding_decide",
    "POST /findings/{id}/holds": "finding_hold",
    "POST /projects/{id}/finding-holds": "finding_hold", "POST /finding-holds/{id}/end": "finding_hold",
    "GET /report-traces": "finding_decide",
    "GET /families": "family_view", "GET /clusters": "family_view",
    "GET /reports/{id}/screening": "finding_view", "POST /reports/{id}/screening": "screening_ask",
    "GET /draws": "draw_view", "GET /draws/{id}": "draw_view", "GET /draws/{id}/replay-page": "draw_view",
    "GET /draws/{id}/exchange": "draw_view", "GET /draws/{id}/exchange-sheet": "draw_view",
    "GET /draw-candidates": "draw_handle", "GET /draw-seeds": "draw_handle", "POST /draw-seeds": "draw_handle",
    "GET /outside-draws": "draw_view", "GET /outside-draws/{id}": "draw_view", "POST /outside-draws": "draw_handle",
    "POST /outside-draws/sheet-preview": "draw_handle", "POST /outside-draws/{id}/withdrawal": "draw_handle",
    "GET /outside-draw-blank-sheet": "draw_handle",
    "POST /draws": "draw_handle", "POST /draws/{id}/commitments": "draw_handle",
    "POST /draws/{id}/revealing": "draw_handle", "POST /draws/{id}/shares": "draw_handle",
    "POST /draws/{id}/numbers": "draw_handle", "POST /draws/{id}/holding": "draw_handle",
    "POST /draws/{id}/voiding": "draw_handle", "POST /draws/{id}/publication": "draw_handle",
    "GET /key-list": "key_list_view", "GET /key-list/{id}": "key_list_view", "POST /key-list": "key_list_propose",
    "POST /key-list/looks": "key_list_propose", "POST /key-list/{id}/confirmation": "key_list_decide",
    "POST /key-list/{id}/declining": "key_list_decide", "POST /key-list/{id}/objections": "key_list_object",
    "POST /key-list/{id}/answers": "key_list_decide", "POST /key-list/{id}/removal": "key_list_decide",
    "GET /year-plans": "year_plan_view", "GET /year-plans/{id}": "year_plan_view", "POST /year-plans": "year_plan_write",
    "GET /year-plan-suggestions": "year_plan_write", "GET /coverage": "year_plan_write",
    "GET /coverage-below": "year_plan_write", "GET /campaign-coverage": "year_plan_write", "GET /campaign-institutions": "year_plan_write",
    "GET /campaign-projects": "year_plan_write", "GET /campaign-earlier-reports": "year_plan_write",
    "GET /earlier-report-blank-sheet": "year_plan_write", "POST /earlier-reports": "year_plan_write",
    "POST /earlier-reports/sheet-preview": "year_plan_write", "POST /earlier-reports/{id}/checks": "year_plan_write",
    "GET /enterprise-visits": "year_plan_write", "GET /visit-load": "year_plan_write",
    "POST /year-plans/{id}/changes": "year_plan_write", "POST /year-plans/{id}/approval": "year_plan_approve",
    "GET /credit-grades": "grade_view", "GET /credit-grade-choices": "grade_enter", "POST /credit-grades": "grade_enter",
    "POST /credit-grades/{id}/confirmation": "grade_confirm", "POST /credit-grades/{id}/withdrawal": "grade_confirm",
    "GET /determinations": "determination_view", "GET /determinations/{id}": "determination_view",
    "GET /determination-situations": "determination_handle", "POST /determinations": "determination_handle",
    "POST /determinations/{id}/elements": "determination_handle",
    "POST /determinations/{id}/opinions": "determination_handle",
    "POST /determinations/{id}/telling": "determination_handle",
    "POST /determinations/{id}/answers": "determination_answer",
    "POST /determinations/{id}/decision": "determination_decide",
    "POST /determinations/{id}/annulment": "determination_decide",
    "GET /officers": "officer_view", "GET /officers/{id}": "officer_view", "GET /officers/{id}/history": "officer_view",
    "POST /officers": "officer_keep", "POST /officers/{id}/changes": "officer_keep",
    "GET /inspections": "inspection_view", "GET /inspections/{id}": "inspection_view",
    "GET /inspections/{id}/files/{sm3}": "inspection_view", "GET /inspection-outcomes": "inspection_view",
    "GET /inspection-shares": "inspection_handle", "GET /inspection-checklist": "inspection_handle", "POST /inspections": "inspection_handle",
    "POST /inspections/{id}/approval": "inspection_approve", "POST /inspections/{id}/calling-off": "inspection_handle",
    "POST /inspections/{id}/visit": "inspection_handle", "POST /inspections/{id}/answers": "inspection_handle",
    "POST /inspections/{id}/problems": "inspection_handle", "POST /inspections/{id}/refusal": "inspection_handle",
    "POST /inspections/{id}/problem-withdrawals": "inspection_handle",
    "POST /inspections/{id}/signatures": "inspection_handle", "POST /inspections/{id}/closing": "inspection_handle",
    "POST /inspections/{id}/acknowledgement": "inspection_answer",
    "POST /inspections/{id}/statements": "inspection_answer",
    "GET /rectifications": "rectification_view", "GET /rectifications/{id}": "rectification_view",
    "GET /rectifications/{id}/files/{sm3}": "rectification_view", "GET /rectification-ledger": "rectification_view",
    "POST /rectifications": "rectification_handle", "POST /rectifications/{id}/proofs": "rectification_answer",
    "POST /rectifications/{id}/rechecks": "rectification_handle",
    "POST /rectifications/{id}/extensions": "rectification_handle",
    "POST /rectifications/{id}/withdrawal": "rectification_handle",
    "GET /call-ups": "call_up_view", "GET /call-ups/{id}": "call_up_view",
    "GET /call-ups/{id}/files/{sm3}": "call_up_view", "GET /call-up-agreement": "call_up_view",
    "GET /call-up-accounts": "call_up_handle", "POST /call-ups": "call_up_handle",
    "POST /call-ups/{id}/materials": "call_up_answer", "POST /call-ups/{id}/reviewers": "call_up_handle",
    "POST /call-ups/{id}/reliefs": "call_up_handle", "POST /call-ups/{id}/opinions": "call_up_opine",
    "POST /call-ups/{id}/further-opinions": "call_up_handle", "POST /call-ups/{id}/conclusion": "call_up_handle",
    "POST /call-ups/{id}/withdrawal": "call_up_handle",
    "GET /cases": "case_view", "GET /cases/{id}": "case_view", "GET /cases/{id}/document-file": "case_view", "GET /cases/{id}/bundle": "case_view",
    "POST /cases": "case_handle", "GET /case-mode": "case_view", "POST /case-mode": "case_decide",
    "POST /cases/{id}/defences": "case_answer", "GET /own-cases": "case_answer", "GET /case-counts": "register_view", "POST /cases/{id}/steps": "case_handle",
    "POST /cases/{id}/recorded-decision": "case_handle", "POST /cases/{id}/reliances": "case_handle",
    "POST /cases/{id}/decision": "case_decide", "POST /penalty-computations": "case_view",
    "GET /institutions/{id}/decisions": "decision_view",
    "GET /listings": "case_view", "GET /listings/{id}": "case_view", "POST /listings": "case_handle",
    "POST /listings/{id}/steps": "case_handle", "POST /listings/{id}/decisions": "case_decide",
    "GET /typical-cases": "case_view", "GET /published-cases": "published_case_view",
    "POST /cases/{id}/typical-cases": "case_handle", "POST /typical-cases/{id}/decision": "case_decide",
    "POST /typical-cases/{id}/withdrawal": "case_decide",
    "GET /talks": "case_view", "POST /talks": "case_handle", "POST /talks/{id}/closing": "case_handle",
    "GET /documents": "document_view", "GET /document-sheet": "document_view", "GET /document-batch": "document_view",
    "GET /documents/{id}": "document_view", "GET /documents/{id}/file": "document_view",
    "GET /documents/{id}/receipt": "document_view", "GET /documents/{id}/scans/{sm3}": "document_view",
    "GET /document-kinds": "document_write", "GET /document-blank": "document_write", "POST /documents": "document_write",
    "POST /documents/{id}/revisions": "document_write", "POST /documents/{id}/issuing": "document_issue",
    "POST /documents/{id}/pdf": "document_issue", "POST /documents/{id}/deliveries": "document_issue",
    "POST /documents/{id}/confirmation": "document_confirm", "POST /documents/{id}/voiding": "document_void",
    "GET /document-templates": "document_template_view", "GET /document-templates/file": "document_template_view",
    "GET /document-settings": "document_template_view", "POST /document-templates": "document_template_set",
    "POST /document-templates/withdrawal": "document_template_set", "POST /document-settings": "document_template_set",
    "GET /delivery-consents": "delivery_consent", "POST /delivery-consents": "delivery_consent",
    "POST /delivery-consents/withdrawal": "delivery_consent", "GET /document-check": "document_check",
    "GET /reports/{id}/reading": "finding_view", "GET /reports/{id}/sources/{source}/reading": "finding_view",
}
KIND = {"projects": "project", "institutions": "institution", "enterprises": "enterprise", "accounts": "account",
        "uploads": "upload", "notices": "notice", "applications": "application", "slips": "slip", "deputies": "deputy",
        "experts": "expert", "findings": "finding", "finding-holds": "hold", "reports": "report", "draws": "draw", "outside-draws": "outside_draw",
        "earlier-reports": "earlier_report",
        "key-list": "key_listing", "year-plans": "year_plan", "credit-grades": "grade", "determinations": "determination",
        "officers": "officer", "inspections": "inspection", "rectifications": "rectification", "call-ups": "call_up",
        "cases": "case", "listings": "listing", "talks": "talk", "criticisms": "criticism", "typical-cases": "typical",
        "documents": "document"}
# Lists: the field of a row that names a thing, its kind, the action its reader needs; whole: nothing may be missing.
LISTS = {
    "/projects": [("id", "project", "project_list", True)], "/deadlines": [("project", "project", "project_list", False)],
    "/notices": [("id", "notice", "notice_inbox", False)], "/on-site": [("id", "notice", "notice_inbox", False)],
    "/todos": [("project", "project", "project_list", False), ("notice", "notice", "notice_inbox", False)],
    "/expiries": [("institution", "institution", "institution_view", False)],
    "/enterprises": [("id", "enterprise", "enterprise_view", True)],
    "/experts": [("id", "expert", "expert_view", True)],
    "/draws": [("id", "draw", "draw_view", True)], "/outside-draws": [("id", "outside_draw", "draw_view", True)], "/low-prices": [("project", "project", "price_view", False)],
    "/campaign-projects": [("project", "project", "project_list", False)],
    "/key-list": [("id", "key_listing", "key_list_view", True)], "/year-plans": [("id", "year_plan", "year_plan_view", True)],
    "/credit-grades": [("id", "grade", "grade_draft_view", True)],
    "/determinations": [("id", "determination", "determination_view", True)],
    "/officers": [("id", "officer", "officer_view", True)],
    "/inspections": [("id", "inspection", "inspection_view", True)],
    "/rectifications": [("id", "rectification", "rectification_view", True)],
    "/call-ups": [("id", "call_up", "call_up_view", True)],
    "/cases": [("id", "case", "case_view", True)],
    "/listings": [("id", "listing", "case_view", True)], "/talks": [("id", "talk", "case_view", True)],
    "/typical-cases": [("id", "typical", "case_view", True)],
    "/criticisms": [("id", "criticism", "criticism_view", True)],
    "/documents": [("id", "document", "document_view", True)],
    "/findings": [("id", "finding", "finding_view", True), ("report", "report", "finding_view", False)],
    "/applications": [("id", "application", "application_view", True)],
    "/slips": [("id", "slip", "matter_view", False)], "/deputies": [("id", "deputy", "circulation_desk", True)],
    "/accounts": [("id", "account", "account_view", True)],
    "/institutions": [("id", "institution", "register_view", True)],
}
OTHER_READS = ["/session", "/session/views", "/statistics", "/on-site-places", "/paper-templates", "/search?q=%E6%BC%94%E7%A4%BA", "/report-check?q=AP", "/heads", "/consistency?from=1&to=2",
               "/law/clauses", "/regions", "/regions?parent=650000", "/law/files",
               "/law/text?file=XJ-xinjiang/book.toml", "/citations?clause=XJ-13a&limit=200", "/audit/entries?limit=200", "/offices", "/oversight", "/criticism-grounds?bureau=B-652301", "/published-cases?q=%E6%8A%A5%E5%91%8A",
               "/draw-candidates", "/draw-candidates?scope=served&since=2020-01-01", "/draw-seeds", "/outside-draw-blank-sheet", "/year-plan-suggestions", "/coverage", "/coverage-below", "/inspection-shares", "/campaign-coverage?since=2019-05-01", "/campaign-institutions", "/campaign-earlier-reports?since=2019-05-01", "/earlier-report-blank-sheet", "/enterprise-visits", "/visit-load?enterprise=E-1", "/credit-grade-choices", "/inspection-checklist?subjects=process",
               "/inspection-outcomes", "/call-up-agreement", "/call-up-accounts", "/case-mode", "/own-cases", "/case-counts",
               "/document-kinds", "/document-blank?kind=recheck&subject_kind=case&subject_id=AJ-1", "/document-templates",
               "/document-templates/file?kind=recheck", "/document-settings", "/delivery-consents", "/document-check?q=0",
               "/document-sheet", "/document-batch?ids=WS-0", "/report-traces?enterprise=Q-0&before=2026-01-01", "/finding-count", "/finding-records", "/families", "/clusters?least=100"]
# The auditor sees which things were acted on, and of none what it is.
NAMES_THINGS = {"/audit/entries"}
SEES_PRICE = ("institution_admin project_leader assessor internal_reviewer technical_lead process_lead authorised_signatory enterprise "
              "section_head leader").split()


class Tally:
    def __init__(self):
        self.lock, self.passed, self.requests = threading.Lock(), 0, 0
        self.failures = collections.defaultdict(list)

    def check(self, right, sort, words):
        with self.lock:
            if right:
                self.passed += 1
            else:
                self.failures[sort].append(words)

    def failed(self, *sorts):
        return sum(len(found) for sort, found in self.failures.items() if not sorts or sort in sorts)


def may(person, action, thing):
    """The oracle's answer; an upload is besides its owner's alone."""
    if thing.kind == "upload":
        return thing.owner == person.account and ever(person, action)
    return ORACLE[action, person.role, relation(person, thing)]


def ever(person, action):
    return any(ORACLE[action, person.role, one] for one in expand.RELATIONS)


def strings(value, key=""):
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from strings(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner, key)
    else:
        yield key, value


class Replay:
    def __init__(self, world, endpoints):
        self.world, self.endpoints, self.tally = world, endpoints, Tally()
        self.collected, self.lock = set(), threading.Lock()
        self.secret = {sm3: project for project, files in world.files.items() for sm3 in files - world.published}

    def each_person(self, work):
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            for done in [pool.submit(self.alone, work, person) for person in self.world.people]:
                done.result()

    def alone(self, work, person):
        client = Client(self.world.program.port, person)
        work(person, client)
        with self.tally.lock:
            self.tally.requests += client.requests

    def thing(self, kind, name):
        return self.world.things.get(kind, {}).get(name)

    def whole(self, person, answer, what):
        """Nothing in an answer names what the person may not know of."""
        known = answer.json()
        if answer.status != 200 or known is None:
            return
        prices = found = False
        for key, value in strings(known):
            prices = prices or (key == "price" and value is not None)
            if not isinstance(value, str):
                continue
            for kind, action in (("project", "project_view"), ("notice", "project_view"), ("upload", "evidence_upload")):
                thing = self.thing(kind, value)
                if thing and not may(person, action, thing):
                    found = True
            found = found or self.secret_file(person, value)
        self.tally.check(not found, "leak", f"{person.login}: {what} names what they may not see")
        self.tally.check(not prices or person.role in SEES_PRICE, "leak", f"{person.login}: {what} shows a price")

    def secret_file(self, person, digest):
        if digest not in self.secret or may(person, "evidence_view", self.thing("project", self.secret[digest])):
            return False
        if self.secret[digest] in self.reads_as_expert(person):
            return False
        sent = (one.digest for one in self.world.things["upload"].values() if one.owner == person.account)
        return digest not in sent

    def reads_as_expert(self, person):
        """The projects whose report the person is asked to review: their files come with the call-up."""
        return {one.of for one in self.world.things["call_up"].values()
                if person.role == "expert" and may(person, "call_up_view", one)}

    # Collecting: what each one sees through lists and through every page those lead to.
    def collect(self, person, client):
        mine = set()
        for path, columns in LISTS.items():
            mine |= self.read_list(person, client, path, columns)
        for path in OTHER_READS:
            answer = client.call("GET", API + path)
            action = ENDPOINTS["GET " + path.split("?")[0]]
            allowed = ever(person, action)
            self.tally.check((answer.status not in (401, 403)) == allowed, "leak" if not allowed else "refused",
                             f"{person.login} ({person.role}): GET {path}: {answer}")
            if path.split("?")[0] not in NAMES_THINGS:
                self.whole(person, answer, "GET " + path)
            mine |= self.ids_of(answer)
        self.follow(client, mine)
        with self.lock:
            self.collected |= mine

    def ids_of(self, answer):
        if answer.status != 200 or answer.json() is None:
            return set()
        found = set()
        for _, value in strings(answer.json()):
            found |= {(kind, value) for kind, things in self.world.things.items()
                      if isinstance(value, str) and value in things}
        return found

    def read_list(self, person, client, path, columns):
        action = ENDPOINTS["GET " + path]
        answer = client.call("GET", f"{API}{path}?limit=200" if path in ("/projects", "/notices", "/accounts") else API + path)
        if not ever(person, action):
            self.tally.check(answer.status in (401, 403), "leak", f"{person.login} ({person.role}): GET {path}: {answer}")
            return set()
        self.tally.check(answer.status == 200, "refused", f"{person.login} ({person.role}): GET {path}: {answer}")
        self.whole(person, answer, "GET " + path)
        rows = answer.json()["items"] if answer.status == 200 else []
        for column, kind, needed, complete in columns:
            shown = {row[column] for row in rows if row.get(column)}
            things = self.world.things[kind]
            allowed = {name for name, thing in things.items() if may(person, needed, thing)}
            for name in shown:
                # Out of place only, if its project's page shows it to this person anyway.
                known = kind in ("project", "notice") and may(person, "project_view", things[name])
                self.tally.check(name in allowed, "wrong" if known else "leak",
                                 f"{person.login} ({person.role}): GET {path} lists {kind} {name}")
            if complete:
                self.tally.check(allowed <= shown, "refused", f"{person.login}: GET {path} lacks {allowed - shown}")
        return self.ids_of(answer)

    def follow(self, client, mine):
        """Ids behind the ids: what the pages of things one sees name in turn."""
        for kind, name in sorted(mine):
            for method, path in self.endpoints:
                if method == "GET" and path.count("{") == 1 and KIND.get(path.split("/")[1]) == kind \
                        and not path.endswith("-file"):
                    mine |= self.ids_of(client.call("GET", API + path.replace("{id}", name)))

    # Replaying.
    def ids_for(self, kind, person):
        """All of the endpoint's kind; of each other kind one, for each person another: it names nothing there."""
        turn = self.world.people.index(person)
        names = collections.defaultdict(list)
        for sort, name in sorted(self.collected):
            names[sort].append(name)
        return [(sort, name) for sort, all_of in names.items()
                for name in (all_of if sort == kind else [all_of[turn % len(all_of)]])]

    def replay(self, person, client):
        for method, path in self.endpoints:
            kind, action = KIND.get(path.split("/")[1]), ENDPOINTS[f"{method} {path}"]
            if "{id}" not in path:
                if "{" not in path and method != "GET" and not path.startswith("/session"):
                    self.role_alone(person, client, method, path, action)
                continue
            if "{sm3}" in path and kind != "project":
                self.pictures(person, client, path, kind, action)
                continue
            if "{sm3}" in path:
                self.files(person, client, path, action)
                continue
            nothing = self.send(client, method, path.replace("{id}", "X-00000000")).told()
            self.tally.check(nothing[0] in REFUSALS, "leak", f"{person.login}: {method} {path} of nothing: {nothing}")
            for sort, name in self.ids_for(kind, person):
                known = self.thing(sort, name) if sort == kind else None
                self.one(person, client, method, path, name, nothing,
                         known is not None and may(person, action, known))

    @staticmethod
    def send(client, method, path):
        """A body no change understands, so that nothing is changed by who may."""
        path = path.replace("{kind}", "survey_record")
        if method == "PATCH":
            return client.call(method, API + path, b"x", {"Content-Type": "application/offset+octet-stream"})
        return client.call(method, API + path, None if method == "GET" else [])

    def one(self, person, client, method, path, name, nothing, allowed):
        what = f"{person.login} ({person.role}): {method} {path.replace('{id}', name)}"
        if allowed and method != "GET" and "body" not in self.endpoints[method, path]:
            return  # it would be done
        answer = self.send(client, method, path.replace("{id}", name))
        if not allowed:
            self.tally.check(answer.status in REFUSALS, "leak", f"{what}: {answer}")
            self.tally.check(answer.told() == nothing, "leak", f"{what} differs from what is said of nothing: {answer}")
            return
        again = answer.status == 403 and (answer.json() or {}).get("code") == "reauthenticate"
        self.tally.check(answer.status not in REFUSALS or again, "refused", f"{what}: {answer}")
        self.tally.check(answer.status < 500 and (method == "GET" or answer.status >= 400), "wrong", f"{what}: {answer}")
        self.whole(person, answer, f"{method} {path.replace('{id}', name)}")

    def files(self, person, client, path, action):
        """Every file through every project: it is there only for who may see that project, and only its own."""
        digests = {sm3 for files in self.world.files.values() for sm3 in files}
        for project, held in self.world.files.items():
            allowed = may(person, action, self.thing("project", project))
            where = path.replace("{id}", project)
            nothing = client.call("GET", API + where.replace("{sm3}", "0" * 64)).told()
            for sm3 in digests:
                what = f"{person.login} ({person.role}): GET {where.replace('{sm3}', sm3[:8])}"
                answer = client.call("GET", API + where.replace("{sm3}", sm3))
                if allowed and sm3 in held:
                    shown = answer.status == 200 or (path.endswith("preview") and answer.status not in (401, 403))
                    self.tally.check(shown, "refused", f"{what}: {answer}")
                else:
                    self.tally.check(answer.status in REFUSALS and answer.told() == nothing, "leak", f"{what}: {answer}")

    def pictures(self, person, client, path, kind, action):
        """Nothing here but projects shows a file: none is given out by it, and who may not see it learns nothing."""
        digests = {sm3 for files in self.world.files.values() for sm3 in files}
        nothing = client.call("GET", API + path.replace("{id}", "X-00000000").replace("{sm3}", "0" * 64)).told()
        for finding, thing in self.world.things[kind].items():
            for sm3 in digests:
                answer = client.call("GET", API + path.replace("{id}", finding).replace("{sm3}", sm3))
                if kind == "call_up" and person.account in thing.asked and sm3 in self.world.files[thing.of] - self.world.priced:
                    self.tally.check(answer.status == 200, "refused", f"{person.login}: a file to review: {answer}")
                    continue
                silent = may(person, action, thing) or answer.told() == nothing
                self.tally.check(answer.status in REFUSALS and silent, "leak",
                                 f"{person.login} ({person.role}): a file of {kind} {finding}: {answer}")

    def role_alone(self, person, client, method, path, action):
        if not ever(person, action):
            answer = self.send(client, method, path)
            self.tally.check(answer.status in (401, 403), "leak", f"{person.login} ({person.role}): {method} {path}: {answer}")


def declared(tally, port):
    """Every endpoint the program describes: {(method, path): "body" if it reads one}; each must be one we know."""
    document = Client(port).must("GET", API + "/openapi.json").json()
    found = {}
    for path, methods in document["paths"].items():
        for method, what in methods.items():
            short = path.removeprefix(API)
            name = f"{method.upper()} {short}"
            action = ENDPOINTS.get(name)
            tally.check(action is not None, "wrong", f"{name} is not known to this test: say what it is")
            tally.check(action in (None, what["x-action"]), "wrong", f"{name} asks for {what['x-action']}, not {action}")
            if action:
                found[method.upper(), short] = "body" if "requestBody" in what else ""
    for name in ENDPOINTS:
        tally.check(tuple(name.split(" ")) in found, "wrong", f"{name} is gone")
    return found


def snapshot(world):
    """What a change would have changed."""
    out = []
    for login in ("tianshan", "longjiang"):
        client = world.client(login)
        for one in client.items(API + "/projects"):
            view = client.must("GET", f"{API}/projects/{one['id']}").json()
            out.append((view["id"], view["version"], view["changed_at"], json.dumps(view["notices"], sort_keys=True)))
        out.append(client.must("GET", f"{API}/institutions/{client.person.unit}").told())
        out.append(World.people_of(client))
    keeper = world.client("security-officer")
    out.append([(one["id"], one["role"], one["disabled"]) for one in keeper.items(API + "/accounts?limit=200")])
    return out


def credit_code(body):
    """A unified social credit code (GB 32100) of 16 characters of body and its two check characters."""
    inner, outer = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789ABCDEFGHJKLMNPQRTUWXY"
    rest = (11 - sum(w * inner.index(c) for w, c in zip((3, 7, 9, 10, 5, 8, 4, 2), body[8:])) % 11) % 11
    code = body + "0123456789X"[rest]
    return code + outer[-sum(pow(3, i, 31) * outer.index(c) for i, c in enumerate(code)) % 31]


def borrowed(world, tally):
    """Ids of somebody else's things inside well-formed changes to one's own."""
    own = {login: world.client(login) for login in ("tianshan", "longjiang", "changji", "changji-head", "tianshan-tech")}
    theirs = [one["id"] for one in World.people_of(own["tianshan"])]
    project = next(name for name, thing in world.things["project"].items() if thing.unit == own["longjiang"].person.unit)
    upload = next(one.id for one in world.things["upload"].values() if one.owner == world.client("tianshan-leader").person.account)
    view = own["longjiang"].must("GET", f"{API}/projects/{project}").json()
    opened = {key: view[key] for key in ("title", "enterprise", "region", "authority", "site", "scope", "statutory",
                                         "statutory_kind", "service_type", "contract", "site_first_day")}
    file = {"upload": upload, "kind": "document"}
    account = {"login": "borrowed", "display_name": "x", "password": "authz-Borrowed-2026", "role": "project_leader",
               "unit": own["tianshan"].person.unit, "unit_kind": "institution", "region": "650102"}
    leader = world.client("longjiang-leader").person.account
    firm = {"name": "借名企业", "credit_code": credit_code("91652302MATEX009"), "region": "652302",
            "authority": "government", "address": "一号"}
    drafts = opened | {"leader": view["leader"], "files": [], "acknowledged": []}
    sound = own["longjiang"].call("POST", API + "/projects/preview", drafts)
    tally.check(sound.status == 200, "wrong", f"the project is not well-formed: {sound}")
    for login, method, path, body in [
            ("longjiang", "POST", "/projects", drafts | {"leader": theirs[0]}),
            ("longjiang", "POST", "/projects/preview", drafts | {"leader": theirs[0]}),
            ("longjiang", "POST", f"/projects/{project}/evidence", {"files": [file]}),
            ("longjiang", "POST", f"/projects/{project}/contract-files", {"files": [file]}),
            ("changji", "POST", f"/projects/{project}/evidence", {"files": [file]}),
            ("longjiang", "POST", f"/projects/{project}/notices",
             {"site_first_day": view["site_first_day"], "site_last_day": view["site_first_day"], "members": theirs[:2],
              "contact": "x", "phone": "000-0000000"}),
            ("longjiang", "POST", "/accounts", account),
            ("longjiang", "POST", "/accounts", account | {"role": "clerk", "unit": "B-652301", "unit_kind": "bureau"}),
            ("longjiang", "POST", "/accounts", account | {"role": "administrator", "unit": "platform",
                                                          "unit_kind": "platform"}),
            ("longjiang", "PUT", f"/accounts/{leader}/role", {"role": "section_head"}),
            ("longjiang", "PUT", f"/accounts/{leader}/role", {"role": "administrator"}),
            ("changji", "POST", "/enterprises", firm), ("changji-head", "POST", "/enterprises", firm)]:
        answer = own[login].call(method, API + path, body)
        tally.check(400 <= answer.status < 500, "leak", f"{login}: {method} {path} with another's id: {answer}")
        answer_text = answer.body.decode("utf-8", "replace")
        tally.check("演示）" not in answer_text, "leak", f"{login}: {method} {path} tells a name: {answer}")


def wrong_token(world, tally):
    """A change without the session's token is refused before anything else."""
    for person in world.people[1:]:
        cookie = {"Cookie": person.cookie}
        nobody = Client(world.program.port)
        answer = nobody.call("POST", API + "/projects", [], cookie)
        tally.check(answer.status == 403, "leak", f"{person.login}: a change without the token: {answer}")


def report(replay, world):
    tally = replay.tally
    for sort, found in tally.failures.items():
        shapes = collections.Counter(re.sub(r"/[A-Za-z]+-[0-9-]+|/[0-9a-f]{8}\b", "/*", one.split(": ", 1)[-1][:90]) for one in found)
        print(f"{sort}: {len(found)}")
        for one in found[:25]:
            print("  " + one)
        for shape, count in shapes.most_common(12):
            print(f"  {count} times {shape}")
    kinds = collections.Counter(kind for kind, _ in replay.collected)
    print(f"{len(world.people)} people (1 of them nobody), {len(replay.collected)} ids collected "
          f"({', '.join(f'{count} {kind}' for kind, count in sorted(kinds.items()))}), {len(replay.endpoints)} endpoints, "
          f"{tally.requests} requests, {tally.failed('leak')} leaks, {tally.failed('refused')} refused though allowed")


def main():
    binary = os.path.abspath(os.environ.get("ANPING_BIN") or sys.exit("ANPING_BIN names the program to test"))
    with Program(binary, Database(os.environ["ANPING_TEST_PG"], "anping_authz") if "--postgres" in sys.argv else Database()) as program:
        print(f"on {program.database.kind}")
        world = World(program)
        replay = Replay(world, {})
        replay.endpoints = declared(replay.tally, program.port)
        replay.each_person(replay.collect)
        missed = {(kind, name) for kind, things in world.things.items() for name in things} - replay.collected
        replay.collected |= missed  # begun uploads are in nobody's list; their owner has them from the answer
        before = snapshot(world)
        replay.each_person(replay.replay)
        borrowed(world, replay.tally)
        wrong_token(world, replay.tally)
        replay.tally.check(snapshot(world) == before, "leak", "a refused change changed something")
        report(replay, world)
        print(f"{replay.tally.passed} passed, {replay.tally.failed()} failed")
        return 1 if replay.tally.failed() else 0


if __name__ == "__main__":
    sys.exit(main())
