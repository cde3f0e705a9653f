# SPDX-License-Identifier: Apache-2.0
"""Behind which endpoint who may act on what, by the oracle, and what a well-meant body there would say."""
import dataclasses
import datetime
import hashlib
import itertools
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "authz"))
import replay  # noqa: E402  (what every endpoint is, and what the oracle says of it)
from world import CREATED_PASSWORD, Thing, World, now  # noqa: E402

API = replay.API
# Whoever signs out, or is disabled, or loses a password here is nobody the other endpoints need.
VICTIMS = 3
SHARE = "5" * 64  # of every participant of a ceremony
# What closes a matter, after everything else that can be done to it.
STEPS = {"technical_lead": "technical_lead", "process_lead": "process_lead", "authorised_signatory": "approval"}
LAST = ("/decision", "/annulment", "/archive", "/withdrawal", "/disablement", "/holding", "/voiding", "/publication", "/removal", "/declining",
        "/calling-off", "/closing", "/conclusion", "/end")


@dataclasses.dataclass
class Door:
    method: str
    path: str
    schema: dict  # None: reads no body
    keyed: bool   # a retry with the same key is the same request
    pairs: list   # (person, thing or None), the likeliest to get through first

    @property
    def family(self):
        return self.path.split("/")[1]

    def where(self, thing):
        return API + self.path.replace("{id}", thing.id if thing else "").replace("{clause}", thing.id if thing else "")


class Rooms(World):
    """The world, with people to lose, files of one's own to name, and numbers for whoever needs a fresh one."""

    def __init__(self, program):
        super().__init__(program)
        self.serial = itertools.count(1)
        self.victims()
        self.uploads, self.mine, self.clauses, self.views = {}, {}, [], {}
        for person in self.people[1:]:
            self.settle(person)
        self.learn_law()
        self.ceremonies()
        self.papers()

    def victims(self):
        unit = self.client("tianshan").person.unit

        def opened(login):
            self.client("tianshan").must("POST", API + "/accounts", {
                "login": login, "display_name": login, "password": CREATED_PASSWORD, "role": "assessor", "unit": unit,
                "unit_kind": "institution", "region": "650102", "authority": "government"})
            return self.newcomer(login, "assessor")

        self.together(opened, [f"victim-{number}" for number in range(VICTIMS)])
        for number in range(VICTIMS):
            self.add(Thing("account", self.person(f"victim-{number}").account, unit, (), ("650102",)))

    def settle(self, person):
        client = self.client(person.login)
        if replay.ever(person, "evidence_upload"):
            self.uploads[person.login] = client.upload("附件.txt", person.login.encode())[0]
        if person.unit_kind != "institution" or person.unit in self.mine:
            return
        where = f"{API}/institutions/{person.unit}"
        read = {name: client.call("GET", f"{where}/{name}") for name in ("people", "instruments", "branches", "credentials")}
        self.mine[person.unit] = {name: [one["id"] for one in self.rows(answer) if "id" in one] for name, answer in read.items()}

    def ceremonies(self):
        """Draws at every stage a body of theirs is read in: waiting for commitments, and for reveals and a number."""
        clerk = self.client("changji")
        for revealing in (False, True):
            plan = {"title": "公开抽取", "basis": "年度监督检查计划", "form": "ceremony", "scope": "served", "since": "2020-01-01",
                    "left_out": [], "weights": [], "take": 1, "reserve": 1, "officers": [], "officers_each": 2, "experts": [], "experts_each": 0, "source": "第 2026138 期",
                    "participants": ["执法科", "法制科", "机构代表"]}
            name = clerk.must("POST", API + "/draws", plan).json()["result"]["id"]
            self.add(Thing("draw", name, clerk.person.unit, (), (clerk.person.region,)))
            for number, by in enumerate(plan["participants"], 1) if revealing else ():
                promise = json.dumps({"by": by, "draw": name, "share": SHARE}, ensure_ascii=False, separators=(",", ":"))
                clerk.must("POST", f"{API}/draws/{name}/commitments",
                           {"participant": number, "commitment": hashlib.new("sm3", promise.encode()).hexdigest()})
            if revealing:
                clerk.must("POST", f"{API}/draws/{name}/revealing", {})

    def papers(self):
        """Drafts to be revised, and one delivered electronically that waits to be confirmed."""
        clerk, admin = self.client("changji"), self.client("tianshan")
        admin.must("POST", API + "/delivery-consents", {"bureau": clerk.person.unit})
        for stage in ("draft", "draft", "draft", "electronic"):
            name = clerk.must("POST", API + "/documents", {
                "kind": "recheck", "subject": {"kind": "case", "id": "AJ-1"}, "addressee_name": "", "fields": {},
                "addressee": {"kind": "institution", "id": admin.person.unit}}).json()["result"]["id"]
            if stage == "electronic":
                clerk.must("POST", f"{API}/documents/{name}/issuing", {})
                clerk.must("POST", f"{API}/documents/{name}/deliveries", {
                    "way": "electronic", "on": now(0)[:10], "receiver": "", "place": "", "note": "", "scans": []})
            parties = (admin.person.unit,) if stage == "electronic" else ()
            self.add(Thing("document", name, clerk.person.unit, parties, (clerk.person.region,)))

    @staticmethod
    def rows(answer):
        known = answer.json() if answer.status == 200 else []
        return known["items"] if isinstance(known, dict) and "items" in known else known or []

    def learn_law(self):
        clauses = self.rows(self.client("changji-legal").must("GET", API + "/law/clauses"))
        self.clauses = [(one["id"], one["digest"]) for one in clauses if one["confirmable"]]

    def doors(self, document):
        out = []
        for path, methods in sorted(document["paths"].items()):
            for method, what in sorted(methods.items()):
                if method != "get":
                    body = what.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
                    short = path.removeprefix(API)
                    keyed = any(one["name"] == "Idempotency-Key" for one in what.get("parameters", []))
                    out.append(Door(method.upper(), short, body, keyed, self.pairs(method.upper(), short)))
        return sorted(out, key=lambda one: (one.family in ("session", "accounts"), one.family, one.path.endswith(LAST), one.path))

    def pairs(self, method, path):
        action, kind = replay.ENDPOINTS[f"{method} {path}"], replay.KIND.get(path.split("/")[1])
        if path.startswith("/session"):
            return [(self.person(f"victim-{VICTIMS - 1}"), None)]
        if path == "/law/confirmations/{clause}/withdrawal":
            things = [Thing("clause", name) for name, _ in self.clauses[:3]]
            return [(person, thing) for person in self.people if replay.ever(person, action) for thing in things]
        if "{id}" not in path:
            return [(person, None) for person in self.people if replay.ever(person, action)]
        found = [(person, thing) for person in self.people[1:] for thing in self.things[kind].values()
                 if replay.may(person, action, thing) and (kind != "account" or self.is_victim(thing))]
        closed = {project for project, held in self.files.items() if held & self.published}
        return sorted(found, key=lambda pair: (pair[1].id in closed, pair[0].unit != pair[1].unit, pair[1].id, pair[0].login))

    def person(self, login):
        return next(one for one in self.people if one.login == login)

    def is_victim(self, thing):
        return thing.id in {self.person(f"victim-{number}").account for number in range(VICTIMS - 1)}

    def credit_code(self):
        number, digits = next(self.serial), "0123456789ABCDEFGHJKLMNPQRTUWXY"
        body = "91652301MA" + "".join(digits[number // 31**place % 31] for place in range(6))
        return replay.credit_code(body)

    def project_view(self, person, thing):
        """As it was when its endpoint's turn began: what a body names may have moved on since."""
        if (person.login, thing.id) not in self.views:
            answer = self.client(person.login).call("GET", f"{API}/projects/{thing.id}")
            self.views[person.login, thing.id] = answer.json() if answer.status == 200 else {}
        return self.views[person.login, thing.id]

    def project_of(self, person, thing):
        """One of the applicant's, or one this person may enter a notice for."""
        found = [one for one in self.things["project"].values()
                 if (thing.unit in one.parties if thing else replay.may(person, "notice_enter", one))]
        return (found or list(self.things["project"].values()))[0]

    def report_at(self, person):
        return ([name for name, one in self.things["report"].items() if person.region in one.regions] or ["X-1"])[0]

    def facts(self, door, person, thing):
        """What this person would write into a field of that name there."""
        day = lambda ahead: (datetime.date.today() + datetime.timedelta(days=ahead)).isoformat()  # noqa: E731
        mine = self.mine.get(person.unit, {})
        unit = self.mine.get(thing.id if thing and thing.kind == "institution" else "", {}) or mine
        view = self.project_view(person, thing) if thing and thing.kind == "project" else {}
        people = (unit.get("people") or ["X-1"])
        project = thing if thing and thing.kind == "project" else self.project_of(person, thing)
        reports, notices = view.get("reports") or [{}], view.get("notices") or [{}]
        clause = self.clauses[next(self.serial) % len(self.clauses)]
        known = {
            "region": "652301", "authority": "government", "enterprise": (project.parties or ["X-1"])[0],
            "officer": sorted(self.things["account"])[0], "deputy": sorted(self.things["account"])[-1], "bureau": person.unit,
            "id": project.id, "project": project.id, "projects": [project.id], "institution": next(iter(self.things["institution"])),
            "leader": people[0], "person": people[-1], "member": people[-1], "author": people[0],
            "members": None if door.path.endswith("/team") else people[:2], "instrument": (unit.get("instruments") or ["X-1"])[0],
            "credential": (unit.get("credentials") or ["X-1"])[0], "branch": False, "upload": self.uploads.get(person.login, "X-1"),
            "kind": self.kind(door), "scope": "assess.2",
            "statutory_kind": "chemical_permit", "service_type": "current", "credit_code": self.credit_code(),
            "phone": "0991-1234567", "latitude": "43.82", "longitude": "87.61", "number": f"N-{next(self.serial)}",
            "clause": clause[0],
            "digest": clause[1] or "0" * 64, "report_sm3": (reports[-1].get("file") or {}).get("blob", {}).get("sm3", "0" * 64),
            "notice": notices[-1].get("id", "X-1"), "signed_on": day(-2), "made_on": day(-3), "ends_on": day(90), "valid_from": day(-300),
            "valid_until": day(300), "site_first_day": day(15), "site_last_day": day(16), "until": day(200), "on": day(-20), "from": day(-100),
            "industry": "26", "platform": "skill", "step": STEPS.get(person.role, "internal_review"), "duty": "survey", "login": f"hostile-{next(self.serial)}", "unit": person.unit,
            "unit_kind": person.unit_kind, "role": "assessor" if person.unit_kind == "institution" else "clerk", "reason_code": False,
            "code": "000000", "checklist": False, "replaces": False, "way": False, "described": False, "outcome": "granted",
            "password": CREATED_PASSWORD, "leader_years": 5, "stages": [], "permit_term": False, "acknowledged": [], "file": "XJ-xinjiang/book.toml",
            "confirm": [], "started_at": day(-1) + "T10:00:00+08:00", "ended_at": day(-1) + "T12:00:00+08:00", "permit_tied": False,
            "meeting_on": day(5), "channel": "paper", "grade": "level2" if not door.path.endswith("/people") else None,
        }
        if door.path.endswith(("/finding-holds", "/findings/{id}/holds")):
            known["until"] = day(30)
        if door.family in ("officers", "inspections", "rectifications"):
            sent = [name for name, one in self.things["officer"].items() if one.unit == person.unit]
            begun = list(self.things["inspection"])[-1]
            known |= {"officer": (sent or ["X-1"])[0], "officers": sent[:2], "experts": [], "project": False, "account": False,
                      "enterprise": False, "subjects": ["process"], "setting": "daily", "coverage": "site",
                      "checked": "institution", "planned_from": day(0), "planned_until": day(2), "issued_on": day(0),
                      "on": day(0), "due": day(30), "clause": "XJ-13a", "item": None, "kind": None, "way": "paper",
                      "signer": "checked", "inspection": begun, "problem": 1, "left_on": False}
            if door.path.endswith("/answers"):
                known["item"] = "process.notice"
            if door.family == "rectifications":
                known |= {"item": 1, "kind": "document" if "{id}" in door.path else "letter"}
            elif "{id}" in door.path:
                known["kind"] = "document"
        if door.family == "call-ups":
            pool = [name for name, one in self.things["expert"].items() if person.region in one.regions]
            known |= {"report": self.report_at(person), "due": day(30), "expert": (pool or ["X-1"])[-1],
                      "account": self.person("expert-idle").account, "reviewer": 1, "verdict": "no", "no_interest": True,
                      "answers": [{"fault": fault, "verdict": "no", "grounds": "见报告"}
                                  for fault in ("untrue", "falsified", "hazard", "other")],
                      "found": [], "differing": "专家没有看到补充材料", "kind": "document"}
        if door.family == "draws":
            known |= {"scope": "served", "form": "everyday", "since": day(-900), "weight": 2, "share": SHARE, "commitment": SHARE,
                      "participant": 1, "participants": [], "source": False}
        if door.family in ("outside-draws", "earlier-reports"):
            known |= {"drawn_on": day(0), "drawn": True, "sm3": SHARE, "credit_code": False, "made_on": day(-900), "on": day(-1),
                      "kind": "desk", "title": f"报告{next(self.serial)}"}
        if door.family in ("key-list", "year-plans", "credit-grades", "determinations"):
            known |= {"trigger": "accident", "happened_on": day(-1), "until": False, "kind": "site" if door.family == "year-plans" else "线索",
                      "year": datetime.date.today().year + (door.family == "year-plans"), "times": 1, "standing": "graded", "grade": "good",
                      "rated_on": day(-1), "fault": "untrue", "clause": "CN-99-1", "situation": "8",
                      "element": "differs", "holds": "yes", "expert": next(iter(self.things["expert"])), "stance": "supports",
                      "given_on": day(-1), "established": False, "id": "XS-1",
                      "report": self.report_at(person)}
        if door.family in ("cases", "listings", "talks", "penalty-computations", "case-mode", "typical-cases"):
            case = next(iter(self.things["case"]))
            known |= {"kind": "investigation" if door.path.endswith("/steps") else None, "conduct": "false_report", "code": "fine",
                      "count": 1, "amount": 10_000_000, "who": "某机构", "to": False, "upload": False, "on": day(-3), "of": case,
                      "situation": "false_documents", "step": "defence" if door.path.endswith("/steps") else "listed", "at": False,
                      "opened_on": day(-3), "acted_on": day(-100), "decided_on": day(-3), "certificate": "XJ-1", "mode": "here",
                      "system": False, "due": day(20), "until": False, "stage": "first", "income": 0, "factors": [],
                      "instalments": [], "documents": [], "application": "X-1", "id": False, "topic": "false_report", "approved": True}
            if door.path.endswith("/typical-cases"):
                known |= {"kind": "serious"}
        if door.family in ("documents", "delivery-consents"):
            known |= {"kind": "institution" if door.family == "delivery-consents" else "rectification_order", "on": day(0),
                      "way": "direct", "fields": {"被检查单位": "演示"}, "scans": [], "bureau": "B-652301", "addressee": False,
                      "party": False, "scan": self.uploads.get(person.login, "X-1"),
                      "id": next(iter(self.things["institution"]))}
        if door.family == "criticisms":
            known |= {"bureau": "B-652301", "grounds": [], "on": day(0), "due": day(20)}
        if door.family == "document-templates":
            known |= {"kind": "recheck"}
        return lambda name: known.get(name)

    @staticmethod
    def kind(door):
        if door.path.endswith(("/contract", "/contract-files")):
            return "contract_scan"
        return {"institutions": None, "slips": None, "instructions": None, "applications": "chemical_production"}.get(door.family, "document")
