# SPDX-License-Identifier: Apache-2.0
"""The changes of a county's bureau: officers, the key list, inspections, cases and their steps. Each carries its mark,
as those of the institutions do."""
import secrets

from work import Change, day


class Bureau:
    """A county's clerk, with two officers entered for its inspections."""
    institution = None

    def __init__(self, client):
        view = client.session.view
        self.account, self.unit = view["account"], view["unit"]
        self.institutions = [one["id"] for one in client.call("GET", "/api/v1/institutions?limit=20").json()["items"]]
        self.officers = [self._officer(client) for _ in range(2)]

    @staticmethod
    def _officer(client):
        name = "试验" + secrets.token_hex(5)
        answer = client.call("POST", "/api/v1/officers",
                             {"name": name, "facts": {"certificate": name, "valid_until": day(400)}})
        if answer.status != 201:
            raise AssertionError(f"an officer for the trial: {answer}")
        return answer.json()["result"]["id"]

    @property
    def maker(self):
        return BureauMaker


class BureauMaker:
    def __init__(self, office, number, random, run):
        self.office, self.number, self.random, self.run = office, number, random, run
        self.count = 0
        self.cases = []

    def next(self):
        self.count += 1
        mark = f"试验{self.run}-{self.number}-{self.count}"
        kind = self.random.choice(["officer", "listing", "inspection", "case"] + ["step"] * (3 if self.cases else 0))
        return getattr(self, "_" + kind)(mark)

    def opened(self, change):
        """Its case takes steps from now on."""
        if change.kind == "case":
            self.cases = [*self.cases[-7:], change.acknowledged["result"]["id"]]

    @staticmethod
    def _change(kind, path, body, mark):
        return Change("k-" + mark.encode().hex(), path, body, [f"{kind} {mark}"])

    def _two(self):
        return [{"name": name, "certificate": f"试验{name}"} for name in ("张三", "李四")]

    def _officer(self, mark):
        return self._change("officer", "/api/v1/officers",
                            {"name": mark, "facts": {"certificate": mark, "valid_until": day(400)}}, mark)

    def _listing(self, mark):
        body = {"institution": self.random.choice(self.office.institutions), "trigger": "accident",
                "happened_on": day(-self.random.randrange(1, 300)), "facts": mark, "references": []}
        return self._change("listing", "/api/v1/key-list", body, mark)

    def _inspection(self, mark):
        body = {"title": mark, "origin": {"kind": "annual_plan"}, "checked": "institution",
                "institution": self.random.choice(self.office.institutions), "place": "试验厂区", "setting": "daily",
                "subjects": ["process"], "coverage": "site", "announced": True, "planned_from": day(0),
                "planned_until": day(3), "officers": self.office.officers, "experts": []}
        return self._change("inspection", "/api/v1/inspections", body, mark)

    def _case(self, mark):
        body = {"title": mark, "opened_on": day(-3), "acted_on": day(-100), "harm": False,
                "conducts": ["false_report"], "parties": [{"kind": "institution", "name": "某机构"}],
                "sources": [{"kind": "clue", "text": "举报"}], "projects": [], "summary": "涉嫌虚假报告",
                "officers": self._two(), "documents": []}
        return self._change("case", "/api/v1/cases", body, mark)

    def _step(self, mark):
        body = {"kind": "investigation", "on": day(-2), "text": mark, "instalments": [], "officers": self._two(),
                "documents": []}
        return self._change("step", f"/api/v1/cases/{self.random.choice(self.cases)}/steps", body, mark)


# Where a change is shown, and its mark there.
SHOWN = {
    "officer": ("/api/v1/officers/", lambda view: [view["facts"]["certificate"]]),
    "listing": ("/api/v1/key-list/", lambda view: [view["facts"]]),
    "inspection": ("/api/v1/inspections/", lambda view: [view["summary"]["title"]]),
    "case": ("/api/v1/cases/", lambda view: [view["summary"]["title"]]),
    "step": ("/api/v1/cases/", lambda view: [one["text"] for one in view["steps"]]),
}
MARKS = {
    "registry.officer_added": lambda data: "officer " + data["facts"]["certificate"],
    "planning.listing_proposed": lambda data: "listing " + data["proposal"]["facts"],
    "inspection.planned": lambda data: "inspection " + data["content"]["title"],
    "cases.case_opened": lambda data: "case " + data["title"],
    "cases.step_recorded": lambda data: "step " + data["text"],
}


def seen_of_bureau(client, change):
    """What is wrong with the change as the program shows it; None when it is there exactly once."""
    address, marks = SHOWN[change.kind]
    answer = client.call("GET", address + change.acknowledged["result"]["id"])
    if answer.status != 200:
        return f"{change.kind} {change.acknowledged['result']['id']}: {answer}"
    mark = change.markers[0].split(" ", 1)[1]
    times = marks(answer.json()).count(mark)
    return None if times == 1 else f"{change.markers[0]} is shown {times} times"
