# SPDX-License-Identifier: Apache-2.0
"""The program on the demonstration province, with an account of every role and projects at several stages, and what
the test itself knows of who owns what."""
import base64
import concurrent.futures
import contextlib
import dataclasses
import datetime
import http.client
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "crash"))
from server import Database  # noqa: E402  (the same database either way)

OWN_PASSWORD = "authz-Replay-2026"
PATIENCE = 120  # seconds for screenings to come to an end
CREATED_PASSWORD = "authz-Created-2026"


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def json(self):
        kind = self.headers.get("content-type", "")
        return json.loads(self.body) if "json" in kind and self.body else None

    def told(self):
        """The answer without what names this one request."""
        known = self.json()
        if isinstance(known, dict):
            known.pop("instance", None)
        return self.status, json.dumps(known, sort_keys=True) if known is not None else self.body

    def __repr__(self):
        return f"{self.status} {self.body[:300].decode('utf-8', 'replace')}"


@dataclasses.dataclass
class Person:
    login: str
    role: str
    unit: str = ""
    unit_kind: str = "none"
    region: str = ""
    authority: str = "government"
    account: str = ""
    cookie: str = ""
    token: str = ""

    def learn(self, answer, view):
        self.cookie = answer.headers["set-cookie"].split(";")[0]
        self.token, self.account, self.role = view["csrf_token"], view["account"], view["role"]
        self.unit, self.unit_kind = view["unit"], view["unit_kind"]
        self.region, self.authority = view["region"], view["authority"]


class Client:
    """One kept-alive connection of one person (or of nobody). Not thread-safe."""

    def __init__(self, port, person=None):
        self.port, self.person, self.connection, self.requests = port, person, None, 0

    def call(self, method, path, body=None, headers=None):
        sent = dict(headers or {})
        if self.person and self.person.cookie:
            sent["Cookie"] = self.person.cookie
            if method != "GET":
                sent["X-CSRF-Token"] = self.person.token
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body, ensure_ascii=False).encode()
            sent["Content-Type"] = "application/json"
        self.requests += 1
        for last in (False, True):
            try:
                return self._once(method, path, body, sent)
            except (OSError, http.client.HTTPException):
                self.connection = None
                if last:
                    raise

    def _once(self, method, path, body, sent):
        if not self.connection:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        self.connection.request(method, path, body, sent)
        got = self.connection.getresponse()
        answer = Answer(got.status, {k.lower(): v for k, v in got.getheaders()}, got.read())
        if answer.headers.get("connection", "").lower() == "close":
            self.connection = None
        return answer

    def must(self, method, path, body=None, headers=None):
        answer = self.call(method, path, body, headers)
        if answer.status not in (200, 201, 204):
            raise RuntimeError(f"{self.person.login}: {method} {path}: {answer}")
        return answer

    def sign_in(self, password):
        answer = self.must("POST", "/api/v1/session", {"login": self.person.login, "password": password})
        self.person.learn(answer, answer.json())
        return answer.json()

    def reauthenticate(self, password):
        answer = self.must("POST", "/api/v1/session/reauthentication", {"password": password})
        self.person.learn(answer, answer.json())

    def change_password(self, old, new):
        answer = self.must("POST", "/api/v1/session/password", {"current": old, "wanted": new})
        self.person.learn(answer, answer.json()["result"])

    def items(self, path):
        """Every page of a list."""
        out, cursor = [], ""
        while cursor is not None:
            mark = "&" if "?" in path else "?"
            page = self.must("GET", path + (f"{mark}cursor={cursor}" if cursor else "")).json()
            out += page["items"]
            cursor = page.get("next")
        return out

    def upload(self, name, data):
        """(id, sm3) of a whole file; of a begun one when there is no data."""
        label = "filename " + base64.b64encode(name.encode()).decode() + ",unclassified dHJ1ZQ=="
        begun = self.must("POST", "/api/v1/uploads", b"", {"Upload-Length": str(len(data) or 10),
                                                          "Upload-Metadata": label, "Tus-Resumable": "1.0.0"})
        upload = begun.headers["location"].rsplit("/", 1)[1]
        if not data:
            return upload, None
        done = self.must("PATCH", "/api/v1/uploads/" + upload, data, {
            "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream", "Tus-Resumable": "1.0.0"})
        return upload, done.headers["anping-sm3"]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Program:
    """`anping` serving a fresh demonstration on a port of its own choice."""

    def __init__(self, binary, database):
        self.database, self.binary, self.directory = database, binary, tempfile.TemporaryDirectory(prefix="anping-authz.")
        self.data = os.path.join(self.directory.name, "var")
        self.env = database.environment()
        self.metrics_port = free_port()
        self.env["ANPING_METRICS_PORT"] = str(self.metrics_port)
        self.server = None

    def run(self, *arguments, stdin=None):
        done = subprocess.run([self.binary, *arguments], env=self.env, input=stdin, capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"anping {' '.join(arguments)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def __enter__(self):
        self.database.create()
        self.run("init", "--data", self.data)
        self.demo = json.loads(self.run("demo", "--data", self.data, "--json"))
        for role in ("administrator", "security_officer", "auditor"):
            self.run("account", "--data", self.data, "create", "--login", role.replace("_", "-"), "--name", role,
                     "--role", role, "--unit", "platform", "--unit-kind", "platform", stdin=CREATED_PASSWORD + "\n")
        self.log = open(os.path.join(self.directory.name, "log"), "wb")
        self.server = subprocess.Popen([self.binary, "serve", "--data", self.data, "--port", "0"], env=self.env,
                                       stdout=subprocess.PIPE, stderr=self.log)
        line = self.server.stdout.readline().decode()
        if "http://" not in line:
            raise RuntimeError(f"the server did not start: {line}")
        self.port = int(line.strip().rsplit(":", 1)[1])
        return self

    def figure(self, name):
        """One of the metrics."""
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.metrics_port, timeout=60)) as connection:
            connection.request("GET", "/metrics")
            text = connection.getresponse().read().decode()
        return int(float(re.search(rf"^{name} (\S+)$", text, re.M).group(1)))

    def at_rest(self):
        """What was filed is screened beside the requests, and what that writes is nobody's request."""
        begun = time.monotonic()
        while self.figure("anping_screening_waiting"):
            if time.monotonic() - begun > PATIENCE:
                raise RuntimeError(f"reports wait to be screened for more than {PATIENCE} s")
            time.sleep(0.02)

    def __exit__(self, *_):
        if self.server:
            self.server.terminate()
            self.server.wait()
            self.server.stdout.close()
            self.log.close()
        self.directory.cleanup()
        self.database.drop()


@dataclasses.dataclass
class Thing:
    """What the test knows of a thing, to say who is what to it."""
    kind: str
    id: str
    unit: str = ""
    parties: tuple = ()
    regions: tuple = ()
    authority: str = "government"
    owner: str = ""  # account: an upload is its owner's alone
    digest: str = ""
    addressed: tuple = ()  # bureaus a notice was sent to
    published: bool = False
    asked: tuple = ()  # accounts that are a party themselves, whatever their unit
    of: str = ""  # the project of the report that is reviewed


def above(region):
    """The region one level up by the code's pairs of digits."""
    if region.endswith("0000"):
        return "000000"
    return region[:2] + "0000" if region.endswith("00") else region[:4] + "00"


def lies_in(inner, outer):
    while inner != "000000":
        inner = above(inner)
        if inner == outer:
            return True
    return False


def relation(person, thing):
    """What the person is to the thing, nearest first; from the requirement's words, not from the program."""
    far = "public_" if thing.published else "stranger"
    if person.role == "anonymous":
        return far
    if person.account and person.account in thing.asked:
        return "party"
    if person.unit and person.unit == thing.unit:
        return "own_unit"
    if person.unit and person.unit in thing.parties:
        return "party"
    if not person.region or (person.authority != thing.authority and person.unit not in thing.addressed):
        return far
    found = [far]
    for place in thing.regions:
        if place == person.region:
            found.append("same_region")
        elif lies_in(place, person.region):
            found.append("child_region")
        elif lies_in(person.region, place):
            found.append("parent_region")
        elif above(place) == above(person.region):
            found.append("sibling_region")
    order = ["same_region", "child_region", "parent_region", "sibling_region", "public_", "stranger"]
    return min(found, key=order.index)


def now(hours):
    beijing = datetime.timezone(datetime.timedelta(hours=8))
    return (datetime.datetime.now(beijing) + datetime.timedelta(hours=hours)).isoformat(timespec="seconds")


class World:
    """Everybody signed in, and the things they own. `people` begins with the one who is nobody."""

    def __init__(self, program):
        self.program = program
        self.people = [Person("(nobody)", "anonymous")]
        self.things, self.notes, self.requests = {}, [], 0
        password = program.demo["password"]
        self.passwords = {}
        self.together(lambda one: self.join(one["login"], one["role"], password), program.demo["accounts"])
        self.together(lambda role: self.newcomer(role.replace("_", "-"), role), ("administrator", "security_officer", "auditor"))
        self.colleagues()
        self.story()
        self.learn_facts()

    def client(self, login):
        person = next(one for one in self.people if one.login == login)
        return Client(self.program.port, person)

    def together(self, welcome, whom):
        """Passwords take their time, and the program reads two at once: in twos, in this order."""
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            self.people += list(pool.map(welcome, whom))

    def join(self, login, role, password):
        person = Person(login, role)
        Client(self.program.port, person).sign_in(password)
        if person.role != role:
            raise RuntimeError(f"{login} is {person.role}, not {role}")
        self.passwords[login] = password
        return person

    def newcomer(self, login, role):
        person = self.join(login, role, CREATED_PASSWORD)
        Client(self.program.port, person).change_password(CREATED_PASSWORD, OWN_PASSWORD)
        self.passwords[login] = OWN_PASSWORD
        return person

    def colleagues(self):
        """The roles and regions the demonstration lacks, opened by those whose right it is."""
        unit = {one.login: one.unit for one in self.people}
        mine = next(one["id"] for one in self.client("tianshan").items("/api/v1/enterprises?q=%E9%98%9C%E5%BA%B7"))

        def bureau(login, role, region, mark=""):
            authority = "corps" if mark else "government"
            return "administrator", login, role, f"B-{region}{mark}", "bureau", region, authority

        def opened(one):
            by, login, role, of, kind, region, authority = one
            self.client(by).must("POST", "/api/v1/accounts", {
                "login": login, "display_name": login, "password": CREATED_PASSWORD, "role": role, "unit": of,
                "unit_kind": kind, "region": region, "authority": authority})
            return self.newcomer(login, role)

        self.together(opened, [
                bureau("changji-leader", "leader", "652301"), bureau("changji-permit", "permit_officer", "652301"),
                bureau("changji-discipline", "discipline_officer", "652301"),
                bureau("changji-legal", "legal_officer", "652301"), bureau("prefecture", "clerk", "652300"),
                bureau("prefecture-head", "section_head", "652300"), bureau("xinjiang-leader", "leader", "650000"),
                bureau("fukang-permit", "permit_officer", "652302"), bureau("heilongjiang", "clerk", "230000"),
                bureau("tianshan-district", "section_head", "650102"), bureau("corps", "clerk", "652301", "-C"),
                ("administrator", "mine", "enterprise", mine, "enterprise", "652302", "government"),
                ("administrator", "rater", "rater", "R-1", "rater", "650000", "government"),
                ("administrator", "expert", "expert", "B-650000", "bureau", "650000", "government"),
                ("administrator", "expert-county", "expert", "B-652301", "bureau", "652301", "government"),
                ("administrator", "expert-idle", "expert", "B-652301", "bureau", "652301", "government"),
                ("administrator", "association", "association", "A-1", "association", "650000", "government"),
                ("tianshan", "tianshan-assessor", "assessor", unit["tianshan"], "institution", "650102", "government"),
                ("tianshan", "tianshan-sign", "authorised_signatory", unit["tianshan"], "institution", "650102",
                 "government"),
                ("longjiang", "longjiang-assessor", "assessor", unit["longjiang"], "institution", "230102",
                 "government")])

    def story(self):
        """One project goes to its archive, another institution's stops at an unpublished report."""
        tianshan, longjiang = self.client("tianshan"), self.client("longjiang")
        first = next(one for one in tianshan.items("/api/v1/projects") if "甲醇" in one["title"])["id"]
        other = next(one for one in longjiang.items("/api/v1/projects") if "扩建" in one["title"])["id"]
        self.attach(self.client("tianshan-leader"), first, "原始记录一.txt")
        self.survey(self.client("tianshan-leader"), first)
        sm3 = self.report(self.client("tianshan-assessor"), first, "现状评价报告.txt")
        tianshan.reauthenticate(self.passwords["tianshan"])
        tianshan.must("PUT", "/api/v1/process-rule",
                      {"separate_persons": True, "own_key": False, "reason": "签名由别的测试查验"})
        for login, step in [("tianshan-review", "internal_review"), ("tianshan-tech", "technical_lead"),
                            ("tianshan-process", "process_lead")]:
            client = self.client(login)
            client.reauthenticate(self.passwords[login])
            client.must("POST", f"/api/v1/projects/{first}/reviews",
                        {"step": step, "report_sm3": sm3, "opinion": "已审核"})
        tianshan.must("POST", f"/api/v1/projects/{first}/publication", {"report_sm3": sm3})
        tianshan.must("POST", f"/api/v1/projects/{first}/archive", {})
        self.published = {sm3}
        self.attach(self.client("longjiang-leader"), other, "原始记录二.txt")
        self.attach(self.client("changji"), other, "代录材料.txt")
        self.report(self.client("longjiang-assessor"), other, "预评价报告.txt")
        people = [one["id"] for one in self.people_of(longjiang)]
        day = (datetime.date.today() + datetime.timedelta(days=6)).isoformat()
        longjiang.must("POST", f"/api/v1/projects/{other}/notices", {
            "site_first_day": day, "site_last_day": day, "members": people[:2], "contact": "联系人",
            "phone": "000-0000000"})
        self.begun(self.client("longjiang-leader"))
        self.application(first)
        self.circulation(other)
        self.expert()
        self.draw()
        self.watching(first)
        self.inspections()
        self.call_ups(first)
        self.case(other)
        self.documents()
        self.findings()

    def application(self, project):
        """A permit that rests on the project's report."""
        view = self.client("tianshan").must("GET", f"/api/v1/projects/{project}").json()
        today = datetime.date.today().isoformat()
        told = self.client("changji-permit").must("POST", "/api/v1/applications", {
            "enterprise": view["enterprise"], "kind": "chemical_production", "title": "许可延期",
            "received_on": today, "projects": [project]}).json()
        self.add(Thing("application", told["result"]["id"], view["enterprise"], (view["institution"],),
                       (view["region"],), view["authority"]))

    def circulation(self, project):
        """The county passes the project on, and one of its officers has a deputy."""
        view = self.client("longjiang").must("GET", f"/api/v1/projects/{project}").json()
        clerk, head = self.client("changji"), self.client("changji-head")
        told = clerk.must("POST", "/api/v1/slips", {
            "kind": "transfer", "matters": [{"kind": "project", "id": project}], "text": "请办",
            "to": [{"bureau": head.person.unit, "officer": head.person.account}]}).json()
        self.add(Thing("slip", told["result"]["id"], view["institution"], (view["enterprise"],), (view["region"],),
                       view["authority"]))
        first = datetime.date.today() + datetime.timedelta(days=2)
        named = clerk.must("POST", "/api/v1/deputies", {
            "deputy": head.person.account, "from": first.isoformat(), "until": first.isoformat(), "reason": "外出"}).json()
        self.add(Thing("deputy", named["result"]["id"], clerk.person.unit))

    def expert(self):
        """In the pool of a county."""
        clerk = self.client("changji")
        told = clerk.must("POST", "/api/v1/experts", {
            "name": "钱专家", "facts": {"title": "教授", "fields": ["化工工艺"], "employer": "新疆大学",
                                      "employers_before": [], "listed_on": datetime.date.today().isoformat()}}).json()
        self.add(Thing("expert", told["result"]["id"], told["result"]["id"], (), (clerk.person.region,)))

    def draw(self):
        """An everyday draw of the county's, planned by one officer and not held."""
        clerk = self.client("changji")
        for _ in range(2):  # one for this draw, one for whoever plans another
            clerk.must("POST", "/api/v1/draw-seeds", {})
        told = clerk.must("POST", "/api/v1/draws", {
            "title": "四季度抽查", "basis": "年度监督检查计划", "form": "everyday", "scope": "served",
            "since": "2020-01-01", "left_out": [], "weights": [], "take": 1, "reserve": 1, "officers": [], "officers_each": 2, "experts": [], "experts_each": 0,
            "participants": []}).json()
        self.add(Thing("draw", told["result"]["id"], clerk.person.unit, (), (clerk.person.region,)))
        told = clerk.must("POST", "/api/v1/outside-draws", {
            "title": "自治区双随机抽查", "basis": "年度抽查计划", "platform": "自治区双随机平台", "number": "2026-Q4-001",
            "drawn_on": datetime.date.today().isoformat(), "rows": [{"name": "某机构", "drawn": True}]}).json()
        self.add(Thing("outside_draw", told["result"]["id"], clerk.person.unit, (), (clerk.person.region,)))
        told = clerk.must("POST", "/api/v1/earlier-reports", {"rows": [{
            "title": "以前的评价报告", "institution_name": "某机构", "enterprise_name": "某企业", "made_on": "2020-05-06"}]}).json()
        self.add(Thing("earlier_report", told["result"]["id"] + "-1", clerk.person.unit, (), (clerk.person.region,)))

    def watching(self, project):
        """The county's list, plan and desk; a grade of the province's that nobody confirmed."""
        clerk, head = self.client("changji"), self.client("changji-head")
        view = self.client("tianshan").must("GET", f"/api/v1/projects/{project}").json()
        institution, today = view["institution"], datetime.date.today()
        own = {"unit": clerk.person.unit, "regions": (clerk.person.region,)}
        proposal = {"institution": institution, "trigger": "accident", "happened_on": today.isoformat(),
                    "facts": "事故调查认定漏评", "references": []}
        for confirmed in (False, True):
            listing = clerk.must("POST", "/api/v1/key-list", proposal).json()["result"]["id"]
            if confirmed:
                head.must("POST", f"/api/v1/key-list/{listing}/confirmation", {"reason": "调查报告属实"})
            self.add(Thing("key_listing", listing, parties=(institution,) if confirmed else (), **own))
        plan = clerk.must("POST", "/api/v1/year-plans", {
            "year": today.year, "title": "年度监督检查计划", "basis": "自治区措施第十一条",
            "items": [{"institution": institution, "kind": "site", "times": 1, "reason": "全覆盖"}]}).json()
        self.add(Thing("year_plan", plan["result"]["id"], **own))
        rated = self.client("xinjiang").must("POST", "/api/v1/credit-grades", {
            "institution": institution, "year": today.year, "standing": "graded", "grade": "good", "rater": "信评所",
            "rated_on": today.isoformat(), "basis": "按指标评分", "conflicts": "无"}).json()
        self.add(Thing("grade", rated["result"]["id"], institution, (), ("650000",)))
        asked = {"report": view["reports"][0]["id"], "fault": "untrue", "clause": "CN-99-1", "situation": "8",
                 "why": "现场所见与报告不符", "clues": []}
        for told in (False, True):
            one = clerk.must("POST", "/api/v1/determinations", asked).json()["result"]["id"]
            if told:
                clerk.must("POST", f"/api/v1/determinations/{one}/telling", {})
            self.add(Thing("determination", one, parties=(institution,) if told else (), **own))
    def inspections(self):
        """The county's: announced and approved; unannounced and not begun, which nobody else may know of; begun. And a letter."""
        clerk, head = self.client("changji"), self.client("changji-head")
        today = datetime.date.today().isoformat()
        sent = [clerk.must("POST", "/api/v1/officers", {
            "name": f"周执法{number}", "facts": {"certificate": f"XJ-652301-{number}", "valid_until": "2030-12-31"}}).json()
            ["result"]["id"] for number in (1, 2)]
        for name in sent:
            self.add(Thing("officer", name, clerk.person.unit))
        whom = self.client("tianshan").person.unit
        for announced, begun in ((True, False), (False, False), (False, True)):
            told = clerk.must("POST", "/api/v1/inspections", {
                "title": "检查", "origin": {"kind": "annual_plan"}, "checked": "institution", "institution": whom,
                "place": "乌鲁木齐市", "setting": "daily", "subjects": ["process"], "coverage": "site",
                "announced": announced, "unannounced_reason": "防止补做记录", "planned_from": today,
                "planned_until": today, "officers": sent, "experts": []}).json()["result"]["id"]
            head.must("POST", f"/api/v1/inspections/{told}/approval", {})
            if begun:
                clerk.must("POST", f"/api/v1/inspections/{told}/visit",
                           {"on": today, "place": "乌鲁木齐市", "officers": sent, "experts": []})
                clerk.must("POST", f"/api/v1/inspections/{told}/problems",
                           {"fact": "开工后才告知", "clause": "XJ-13a", "files": []})
            self.add(Thing("inspection", told, clerk.person.unit, (whom,) if announced or begun else (),
                           (clerk.person.region,)))
        told = clerk.must("POST", "/api/v1/rectifications", {
            "kind": "letter", "checked": "institution", "institution": whom, "issued_on": today,
            "items": [{"fact": "档案不全", "demand": "补齐"}]}).json()["result"]["id"]
        self.add(Thing("rectification", told, clerk.person.unit, (whom,), (clerk.person.region,)))
    def call_ups(self, project):
        """A report the county called up and nobody reviews so far; one that waits for two experts' opinions."""
        clerk, pool = self.client("changji"), []
        view = self.client("tianshan").must("GET", f"/api/v1/projects/{project}").json()
        seats = [self.client(login).person.account for login in ("expert", "expert-county")]
        for number, account in enumerate(seats, 1):
            told = clerk.must("POST", "/api/v1/experts", {
                "name": f"评审专家{number}", "facts": {"title": "教授", "fields": ["化工工艺"], "employer": f"设计院{number}",
                                                  "employers_before": [], "listed_on": datetime.date.today().isoformat()}}).json()
            pool.append({"expert": told["result"]["id"], "account": account})
            self.add(Thing("expert", told["result"]["id"], told["result"]["id"], (), (clerk.person.region,)))
        for reviewed in (False, True):
            name = clerk.must("POST", "/api/v1/call-ups", {
                "report": view["reports"][0]["id"], "why": "专项整治",
                "wanted": {"what": "内部审核记录原件", "due": now(200)[:10]}}).json()["result"]["id"]
            if reviewed:
                clerk.must("POST", f"/api/v1/call-ups/{name}/reviewers", {"seats": pool})
            self.add(Thing("call_up", name, clerk.person.unit, (view["institution"],), (clerk.person.region,),
                           asked=tuple(seats) if reviewed else (), of=project))

    def case(self, project):
        """A case of the county's up to its delivered decision and the notice of listing, referred to the institution's home; an interview."""
        clerk, leader = self.client("changji"), self.client("changji-leader")
        institution = self.client("longjiang").must("GET", f"/api/v1/projects/{project}").json()["institution"]
        day = lambda ago: (datetime.date.today() - datetime.timedelta(days=ago)).isoformat()  # noqa: E731
        two = [{"name": "张三", "certificate": "XJ-1"}, {"name": "李四", "certificate": "XJ-2"}]
        name = clerk.must("POST", "/api/v1/cases", {
            "title": "虚假报告案", "opened_on": day(60), "acted_on": day(200), "harm": False, "conducts": ["false_report"],
            "parties": [{"kind": "institution", "id": institution, "name": "某机构"}],
            "sources": [{"kind": "clue", "text": "举报"}], "projects": [], "summary": "涉嫌虚假报告", "officers": two,
            "documents": []}).json()["result"]["id"]
        home = self.client("heilongjiang").person.unit
        for kind, ago in (("investigation", 59), ("proposal", 50), ("notice", 49), ("hearing_notice", 49), ("hearing_waived", 48),
                          ("discussion", 40), ("referred", 39)):
            clerk.must("POST", f"/api/v1/cases/{name}/steps", {
                "kind": kind, "on": day(ago), "text": "已办理", "instalments": [], "officers": two, "documents": [],
                **({"to": home} if kind == "referred" else {})})
        leader.must("POST", f"/api/v1/cases/{name}/decision", {
            "on": day(38), "number": "（昌）应急罚1号", "reasons": "事实清楚", "officers": two, "documents": [],
            "conducts": [{"conduct": "false_report", "acted_on": day(200), "decided_on": day(38), "income": 0, "stage": "first",
                          "persons": 0, "factors": [], "earlier": 0, "deaths": 0, "injured": 0}],
            "penalties": [{"count": 1, "code": "fine", "on": "unit", "who": "某机构", "amount": 10_000_000}]})
        clerk.must("POST", f"/api/v1/cases/{name}/steps", {
            "kind": "delivery", "on": day(37), "text": "直接送达", "instalments": [], "officers": two, "documents": []})
        unit, region = clerk.person.unit, clerk.person.region
        self.add(Thing("case", name, unit, (home, institution), (region,)))
        clerk.must("POST", f"/api/v1/cases/{name}/steps", {
            "kind": "publication", "on": day(36), "text": "公示", "instalments": [], "officers": two, "documents": []})
        text = clerk.must("POST", f"/api/v1/cases/{name}/typical-cases", {
            "kind": "serious", "topic": "false_report", "title": "一起虚假报告案", "facts": "报告与现场不符", "clause": "第九十二条",
            "lesson": "勘验须到现场"}).json()
        self.add(Thing("typical", text["result"]["id"], unit, (), (region,)))
        listed = clerk.must("POST", "/api/v1/listings", {
            "of": name, "situation": "false_documents", "on": day(30), "grounds": "出具虚假报告", "documents": []}).json()
        self.add(Thing("listing", listed["result"]["id"], unit, (), (region,)))
        talk = clerk.must("POST", "/api/v1/talks", {
            "kind": "interview", "title": "警示约谈", "institutions": [institution], "basis": "第三条", "facts": "评定不合格",
            "on": day(20), "officers": two, "documents": []}).json()
        self.add(Thing("talk", talk["result"]["id"], unit, (), (region,)))
        above = self.client("prefecture-head")
        circular = above.must("POST", "/api/v1/criticisms", {
            "bureau": unit, "title": "关于整改不力的通报", "basis": "第三条", "facts": "整改逾期", "grounds": [], "on": day(20)}).json()
        self.add(Thing("criticism", circular["result"]["id"], above.person.unit, (unit,), (above.person.region,)))
    def documents(self):
        """Of the county: one delivered to an institution, one that is issued and nobody's yet, one that is a draft."""
        clerk, institution = self.client("changji"), self.client("tianshan").person.unit
        for stage in ("delivered", "issued", "draft"):
            name = clerk.must("POST", "/api/v1/documents", {
                "kind": "rectification_order", "subject": {"kind": "inspection", "id": "JC-1"},
                "addressee": {"kind": "institution", "id": institution}, "addressee_name": "",
                "fields": {"被检查单位": "演示", "问题": [{"内容": "演示问题"}]}}).json()["result"]["id"]
            if stage != "draft":
                clerk.must("POST", f"/api/v1/documents/{name}/issuing", {})
            if stage == "delivered":
                clerk.must("POST", f"/api/v1/documents/{name}/deliveries", {
                    "way": "direct", "on": now(0)[:10], "receiver": "签收人", "place": "", "note": "", "scans": []})
            self.add(Thing("document", name, clerk.person.unit, (institution,) if stage == "delivered" else (),
                           (clerk.person.region,)))

    def findings(self):
        """What was found in the reports, once all were screened."""
        self.program.at_rest()
        for login in ("tianshan", "longjiang"):
            client = self.client(login)
            for one in client.items("/api/v1/findings"):
                if "project" not in one:  # an alarm of the watch over the institution
                    self.add(Thing("finding", one["id"], one["institution"], (), (one["region"],)))
                    continue
                view = client.must("GET", f"/api/v1/projects/{one['project']}").json()
                self.add(Thing("finding", one["id"], view["institution"], (view["enterprise"],), (view["region"],),
                               view["authority"]))
        self.hold()

    def hold(self):
        """One that is over: what is held back no list of the institution shows."""
        head = self.client("changji-head")
        view = next(one for one in (head.must("GET", f"/api/v1/projects/{row['id']}").json() for row in
                                    head.items("/api/v1/projects"))
                    if one["stage"] != "archived" and one["region"] == head.person.region)
        until = (datetime.date.today() + datetime.timedelta(days=20)).isoformat()
        told = head.must("POST", f"/api/v1/projects/{view['id']}/finding-holds", {"until": until, "reason": "举报核实期间"})
        name = told.json()["result"]["id"]
        head.must("POST", f"/api/v1/finding-holds/{name}/end", {"reason": "可以告知"})
        self.add(Thing("hold", name, view["institution"], (view["enterprise"],), (view["region"],), view["authority"]))

    @staticmethod
    def people_of(client):
        return client.items(f"/api/v1/institutions/{client.person.unit}/people")

    def begun(self, client):
        upload, _ = client.upload("未完.bin", b"")
        self.add(Thing("upload", upload, owner=client.person.account))

    def sent(self, client, name):
        upload, sm3 = client.upload(name, (name + client.person.login).encode())
        self.add(Thing("upload", upload, owner=client.person.account, digest=sm3))
        return upload, sm3

    def attach(self, client, project, name):
        upload, _ = self.sent(client, name)
        client.must("POST", f"/api/v1/projects/{project}/evidence",
                    {"files": [{"upload": upload, "kind": "document"}]})

    def survey(self, client, project):
        client.must("POST", f"/api/v1/projects/{project}/surveys", {
            "started_at": now(-3), "ended_at": now(-1), "place": "演示厂区",
            "members": [one["id"] for one in self.people_of(client)][:2], "enterprise_people": "安全科科长",
            "findings": "现场情况与资料一致", "files": []})

    def report(self, client, project, name):
        upload, sm3 = self.sent(client, name)
        client.must("POST", f"/api/v1/projects/{project}/reports", {
            "title": name, "conclusion": "符合", "authors": [self.people_of(client)[0]["id"]], "upload": upload})
        return sm3

    def add(self, thing):
        self.things.setdefault(thing.kind, {})[thing.id] = thing

    def learn_facts(self):
        """Whose everything is, as the owners see it."""
        self.files, self.priced = {}, set()  # priced: no reviewer's to read
        for login in ("tianshan", "longjiang"):
            client = self.client(login)
            for one in client.items("/api/v1/projects"):
                self.learn_project(client.must("GET", f"/api/v1/projects/{one['id']}").json())
            for one in self.people_of(client):
                self.add(Thing("person", one["id"]))
        for one in self.client("tianshan").items("/api/v1/enterprises"):
            self.add(Thing("enterprise", one["id"], one["id"], (), (one["region"],), one["authority"]))
        projects = self.things["project"].values()
        for one in Client(self.program.port).items("/api/v1/institutions"):
            works = [thing for thing in projects if thing.unit == one["id"]]
            self.add(Thing("institution", one["id"], one["id"], sum((thing.parties for thing in works), ()),
                           (one["region"], *[place for thing in works for place in thing.regions]), published=True))
        for one in self.client("security-officer").items("/api/v1/accounts?limit=200"):
            regions = (one["region"],) if one.get("region") else ()
            self.add(Thing("account", one["id"], one["unit"], (), regions, one["authority"]))
        if not {one.account for one in self.people[1:]} <= set(self.things["account"]):
            raise RuntimeError("the security officer does not see every account")

    def learn_project(self, view):
        facts = (view["institution"], (view["enterprise"],), (view["region"],), view["authority"])
        self.add(Thing("project", view["id"], *facts))
        for notice in view["notices"]:
            sent_to = tuple(one["addressee"]["bureau"] for one in notice["addressees"])
            self.add(Thing("notice", notice["id"], *facts, addressed=sent_to))
        for kind in ("survey", "report", "evidence"):
            for one in view[kind + ("" if kind == "evidence" else "s")]:
                self.add(Thing(kind, one["id"], *facts))
        exhibits = [one["exhibit"] for one in view["evidence"]] + [one["file"] for one in view["reports"]]
        self.files[view["id"]] = {one["blob"]["sm3"] for one in exhibits}
        self.priced |= {one["blob"]["sm3"] for one in exhibits if one["kind"] in ("contract_scan", "invoice")}
