# SPDX-License-Identifier: Apache-2.0
"""The changes the writers make. Each carries a mark of its own, by which its entries, rows and answers are found."""
import datetime
import hashlib
import json
import urllib.parse

CREDIT_CODE_31 = "0123456789ABCDEFGHJKLMNPQRTUWXY"
KINDS = ["enterprise", "project", "person", "notice", "evidence"]
REGIONS = ["652301", "652302", "650102"]


def credit_code(serial, region="652301"):
    """GB 32100 with both check digits (the second is of GB 11714), different for every serial number."""
    body = "M" + base(serial, 7)
    weights = [3, 7, 9, 10, 5, 8, 4, 2]
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    check = (11 - sum(w * digits.index(c) for w, c in zip(weights, body)) % 11) % 11
    code = "91" + region + body + "0123456789X"[check]
    total = sum(pow(3, i, 31) * CREDIT_CODE_31.index(c) for i, c in enumerate(code))
    return code + CREDIT_CODE_31[(31 - total % 31) % 31]


def base(number, width):
    digits = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    out = ""
    for _ in range(width):
        number, digit = divmod(number, len(digits))
        out = digits[digit] + out
    return out


def day(offset):
    beijing = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8)))
    return (beijing.date() + datetime.timedelta(days=offset)).isoformat()


class Office:
    """An institution of the demonstration as its administrator sees it."""

    def __init__(self, client, _password=None):
        view = client.session.view
        self.account, self.institution = view["account"], view["unit"]
        self.unit = self.institution
        people = client.call("GET", f"/api/v1/institutions/{self.institution}/people").json()["items"]
        self.people = [person["id"] for person in people]
        enterprises = client.call("GET", "/api/v1/enterprises?limit=50").json()["items"]
        self.enterprises = [one["id"] for one in enterprises if one["region"] in REGIONS]

    @property
    def maker(self):
        return Maker


class File:
    """A small upload that survives kills: whatever was received is not sent again."""

    def __init__(self, name, data):
        self.name, self.data, self.id = name, data, None
        self.sm3 = hashlib.new("sm3", data).hexdigest()

    def send(self, client):
        """The answer of the step that was not a success, or None when all of it lies there."""
        if self.id is None:
            answer, self.id = client.upload(self.name, self.data)
            if self.id is None:
                return answer
        state = client.call("GET", "/api/v1/uploads/" + self.id)
        if state.status != 200:
            return state
        offset = state.json()["offset"]
        if offset == len(self.data):
            return None
        answer = client.append(self.id, self.data, offset)
        if answer.status != 204:
            return answer
        told = answer.headers.get("anping-sm3")
        if told not in (None, self.sm3):
            raise AssertionError(f"{self.name} was received as {told}")
        return None


class Change:
    """One change with one Idempotency-Key for its whole life. `markers` in the order of its entries. Of somebody else's
    than the writer's, `session` is who sends it, and `reader` who looks for it afterwards."""
    session = reader = None
    status = 201

    def __init__(self, key, path, body, markers, files=()):
        self.key, self.path, self.body, self.markers, self.files = key, path, body, markers, list(files)
        self.attached = False
        self.acknowledged = None  # the first answer's JSON
        self.attempts = 0

    def send(self, client):
        """The last answer; files first."""
        if not self.attached:
            for file in self.files:
                refused = file.send(client)
                if refused is not None:
                    return refused
            self.attach()
            self.attached = True
        self.attempts += 1
        return client.call("POST", self.path, self.body, {"Idempotency-Key": self.key})

    def attach(self):
        """The files that were sent, where the body names them."""
        for one, file in zip(self.body.get("files", []), self.files):
            one["upload"] = file.id

    def acknowledge(self, told):
        self.acknowledged = told

    def seen(self, client):
        """What is wrong with it as the program shows it; None when it is there exactly once."""
        return seen_by_get(client, self)

    @property
    def kind(self):
        return self.markers[0].split(" ")[0]

    @property
    def project(self):
        return self.acknowledged["result"]["id"] if self.kind == "project" else self.path.split("/")[4]


class Maker:
    """Makes one writer's changes from its own random numbers."""

    def __init__(self, office, number, random, run):
        self.office, self.number, self.random, self.run = office, number, random, run
        self.count = 0
        self.projects = []

    def next(self, kind=None):
        self.count += 1
        mark = f"{self.run}-{self.number}-{self.count}"
        if kind is None:
            kind = self.random.choice(KINDS + ["notice", "evidence"]) if self.projects else "project"
        return getattr(self, "_" + kind)(mark)

    def opened(self, change):
        """Its project takes notices and evidence from now on."""
        if change.kind == "project":
            self.projects = [*self.projects[-7:], change.project]

    def _enterprise(self, mark):
        code = credit_code((self.run * 64 + self.number) * 100_000 + self.count)
        body = {"name": f"故障试验企业{mark}", "credit_code": code, "region": self.random.choice(REGIONS),
                "authority": "government", "address": "试验路一号"}
        return Change("k-" + mark, "/api/v1/enterprises", body, ["enterprise " + code])

    def _person(self, mark):
        body = {"name": f"试验员{self.count}", "level": "level2", "specialty": "安全", "certificate": "试验" + mark,
                "certificate_until": day(400)}
        return Change("k-" + mark, f"/api/v1/institutions/{self.office.institution}/people", body,
                      ["person 试验" + mark])

    def _project(self, mark):
        files = [self._file(f"{mark}-{i}.txt") for i in range(self.random.choice([0, 0, 1, 2]))]
        body = {"title": "故障试验项目" + mark, "enterprise": self.random.choice(self.office.enterprises),
                "region": self.random.choice(["652301", "652302"]), "authority": "government", "site": "试验厂区",
                "scope": "assess.5", "statutory": True, "statutory_kind": "chemical_permit", "service_type": "current",
                "contract": {"number": "试验-" + mark, "signed_on": day(-3), "ends_on": day(90), "price": 1_000_000},
                "leader": self.office.people[0], "site_first_day": day(14), "acknowledged": [],
                "files": [{"kind": "contract_scan"} for _ in files]}
        return Change("k-" + mark, "/api/v1/projects", body,
                      ["project 试验-" + mark, *["evidence " + file.name for file in files]], files)

    def _notice(self, mark):
        body = {"site_first_day": day(14), "site_last_day": day(15), "members": self.office.people[:2],
                "contact": f"试验员{self.count}", "phone": "000-0000000", "reason": "试验" + mark}
        return Change("k-" + mark, f"/api/v1/projects/{self.random.choice(self.projects)}/notices", body,
                      ["notice 试验" + mark])

    def _evidence(self, mark):
        file = self._file(mark + ".txt")
        return Change("k-" + mark, f"/api/v1/projects/{self.random.choice(self.projects)}/evidence",
                      {"files": [{"kind": "document"}]}, ["evidence " + file.name], [file])

    def _file(self, name):
        return File(name, f"{name}\n".encode() + self.random.randbytes(self.random.randrange(10, 4000)).hex().encode())


def quoted(text):
    return urllib.parse.quote(text, safe="")


def seen_by_get(client, change):
    result = change.acknowledged["result"]
    if change.kind == "enterprise":
        code = change.body["credit_code"]
        items = client.call("GET", "/api/v1/enterprises?q=" + quoted(code)).json()["items"]
        return None if [one["id"] for one in items] == [result["id"]] else f"enterprise {code} is listed as {items}"
    if change.kind == "person":
        return None  # checked for a whole institution at once
    answer = client.call("GET", "/api/v1/projects/" + change.project)
    if answer.status != 200:
        return f"project {change.project}: {answer}"
    shown = answer.json()
    if change.kind == "project" and shown["contract"]["number"] != change.body["contract"]["number"]:
        return f"project {change.project} has another contract"
    if change.kind == "notice":
        held = [one["content"]["contact"] for one in shown["notices"]
                if one["content"].get("reason") == change.body["reason"]]
        if held != [change.body["contact"]]:
            return f"notice {change.body['reason']} is shown as {held}"
    for file in change.files:
        held = [one["exhibit"]["blob"]["sm3"] for one in shown["evidence"]
                if one["exhibit"]["file_name"] == file.name]
        if held != [file.sm3]:
            return f"evidence {file.name} is shown as {held}"
        got = client.call("GET", f"/api/v1/projects/{change.project}/files/{file.sm3}")
        if got.status != 200 or got.body != file.data:
            return f"evidence {file.name} cannot be read back: {got.status}"
    return None


def people_by_get(client, institution):
    answer = client.call("GET", f"/api/v1/institutions/{institution}/people")
    if answer.status != 200:
        raise AssertionError(f"people of {institution}: {answer}")
    return [one.get("certificate") for one in answer.json()["items"]]


def projects_by_get(client, text):
    answer = client.call("GET", "/api/v1/projects?limit=200&q=" + quoted(text))
    if answer.status != 200:
        raise AssertionError(f"projects {text}: {answer}")
    return [one["id"] for one in answer.json()["items"] if one["title"] == text]


def canonical(value):
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
