# SPDX-License-Identifier: Apache-2.0
"""What a bureau's changes name and the demonstration lacks: people, experts, prices to compare with, a permit that
rests on a report, a passage that was copied."""
import itertools
import random
import time

from seats import Seats, must
from server import Failed
from work import Maker, Office, day

API = "/api/v1"
LIKE_PROJECTS = 10  # with fewer no price is low
PATIENCE = 60  # seconds for the demonstration's reports to be screened
TEMPLATES = ("recheck", "inquiry_notice")  # of kinds nobody drafts here
BEYOND = 20_000_000_000  # of the numbers institutions' writers make codes from


class Year:
    """A bureau has one plan of it."""

    def __init__(self, number):
        self.number, self.plan = number, None


class Grounds:
    def __init__(self, client, login, password, officers):
        self.seats, self.officers = Seats(client, login, password), officers
        clerk = self.seats.client(login)
        self.experts = [self._expert(clerk, number) for number in (1, 2, 3)]
        self.project, self.report = self._reported(clerk, "储运站")
        self.cheap = self._cheap_project()
        self.hosted = Office(self.seats.client("tianshan")).enterprises[0]
        self.application = self._application()
        must(self.seats.client("tianshan"), "POST", API + "/delivery-consents", {"bureau": clerk.session.view["unit"]})
        self._templates = {kind: self._template(clerk, kind) for kind in TEMPLATES}
        self.copy, self.copied, self.copied_at = self._copied()
        self._serials = itertools.count(BEYOND)
        this_year = int(day(0)[:4])
        # Of each a life may have one for itself.
        self.pools = {"looks": ["the list"], "years": [Year(this_year), Year(this_year + 1)], "kinds": list(TEMPLATES),
                      "holds": [one["id"] for one in self._projects(clerk, "罐区扩建")]}

    def institution_of(self, login):
        return self.seats[login].view["unit"]

    def account_of(self, login):
        return self.seats[login].view["account"]

    def serial(self):
        return next(self._serials)

    def template_of(self, kind):
        return self._templates[kind]

    @staticmethod
    def _expert(clerk, number):
        facts = {"title": f"教授{number}", "fields": ["化工工艺"], "employer": f"设计院{number}", "employers_before": [],
                 "listed_on": day(0)}
        return must(clerk, "POST", API + "/experts", {"name": f"评审专家{number}", "facts": facts})["result"]["id"]

    @staticmethod
    def _projects(client, title):
        return [one for one in must(client, "GET", API + "/projects?limit=200")["items"] if title in one["title"]]

    def _reported(self, client, title):
        project = self._projects(client, title)[0]["id"]
        return project, must(client, "GET", f"{API}/projects/{project}")["reports"][0]["id"]

    def _cheap_project(self):
        """One for far less than enough others like it."""
        admin = self.seats.client("tianshan")
        maker = Maker(Office(admin), 63, random.Random(1), 0)
        for price in [1_000_000] * LIKE_PROJECTS + [1_000]:
            body = maker.next("project").body | {"region": "652301", "files": []}
            body["contract"]["price"] = price
            made = must(admin, "POST", API + "/projects", body)
        return made["result"]["id"]

    def _application(self):
        permit = self.seats.client("changji-permit")
        enterprise = must(permit, "GET", f"{API}/projects/{self.project}")["enterprise"]
        return must(permit, "POST", API + "/applications", {
            "enterprise": enterprise, "kind": "chemical_production", "title": "许可延期", "received_on": day(0),
            "projects": [self.project]})["result"]["id"]

    @staticmethod
    def _template(clerk, kind):
        """The platform's own, which a bureau may change."""
        answer = clerk.call("GET", f"{API}/document-templates/file?kind={kind}")
        if answer.status != 200:
            raise Failed(f"the template of {kind}: {answer}")
        return answer.body

    def _copied(self):
        """The report, the finding of a passage that stands in an earlier one, and where it begins."""
        client, latest = self.seats.client("xinjiang"), time.monotonic() + PATIENCE
        while not (found := must(client, "GET", API + "/findings?detector=copied_passages")["items"]):
            if time.monotonic() > latest:
                raise Failed(f"no copied passage was found within {PATIENCE} s")
            time.sleep(0.05)
        report, source = found[0]["report"], found[0]["source"]
        view = must(client, "GET", f"{API}/reports/{report}/screening")
        passages = next(one["passages"] for one in view["passages"] if one["report"] == source)
        return report, found[0]["id"], passages[0]["a_from"]
