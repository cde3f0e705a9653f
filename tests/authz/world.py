# SPDX-License-Identifier: Apache-2.0
"""The program on the demonstration province, with an account of every role and projects at several stages, and what
the test itself knows of who owns what."""
import base64
import concurrent.futures
import dataclasses
import datetime
import http.client
import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "crash"))
from server import Database  # noqa: E402  (the same database either way)

OWN_PASSWORD = "authz-Replay-2026"
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


class Program:
    """`anping` serving a fresh demonstration on a port of its own choice."""

    def __init__(self, binary, database):
        self.database, self.binary, self.directory = database, binary, tempfile.TemporaryDirectory(prefix="anping-authz.")
        self.data = os.path.join(self.directory.name, "var")
        self.env = database.environment()
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
        other = longjiang.items("/api/v1/projects")[0]["id"]
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
        self.files = {}
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
