# SPDX-License-Identifier: Apache-2.0
"""Every life once, from its first change to its last, with a kill at each of them: no route waits for its luck."""
import json
import os
import re
import threading

from bureau import STORIES
from lives import API
from server import Failed

DESCRIPTION = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "openapi.json")
FAMILIES = ("officers", "experts", "key-list", "draw-seeds", "draws", "outside-draws", "earlier-reports", "year-plans",
            "credit-grades", "finding-holds", "findings", "reports", "inspections", "rectifications", "call-ups",
            "cases", "case-mode", "listings", "talks", "typical-cases", "criticisms", "determinations", "documents", "document-settings",
            "document-templates", "delivery-consents")
OF_PROJECTS = ("/projects/{id}/price-conclusions", "/projects/{id}/finding-holds")
READ = "reads a workbook and changes nothing"
EXCEPTIONS = {
    "/experts/sheet-preview": READ,
    "/outside-draws/sheet-preview": READ,
    "/earlier-reports/sheet-preview": READ,
    "/findings/{id}/holds": "the change of /projects/{id}/finding-holds, met there; of an alarm, which is the program's own",
    "/documents/{id}/pdf": "asks LibreOffice, which is not everywhere and takes seconds",
}
DURING = 0.02  # seconds: by then most changes are answered


def routes():
    """What has to be met, by the description of the program."""
    with open(DESCRIPTION, encoding="utf-8") as file:
        paths = [path.removeprefix(API) for path, methods in json.load(file)["paths"].items() if "post" in methods]
    asked = [path for path in paths if path.split("/")[1] in FAMILIES or path in OF_PROJECTS]
    gone = set(EXCEPTIONS) - set(asked)
    if gone:
        raise Failed(f"exceptions of routes that do not exist: {sorted(gone)}")
    return [path for path in asked if path not in EXCEPTIONS]


def route_of(path, among):
    """Of the address of a change; None where it is another's."""
    fitting = [one for one in among if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", one), path.removeprefix(API))]
    return max(fitting, key=lambda one: -one.count("{"), default=None)


class Walk:
    def __init__(self, server, crew, checker, random):
        self.server, self.crew, self.checker, self.random = server, crew, checker, random
        self.writer = crew.writers[0]

    def all(self):
        for story in STORIES:
            life = self.writer.office.begin(story, self.random)
            self.writer.maker.lives.append(life)
            while life.act:
                try:
                    self._step(self.writer.maker.step_of(life))
                except Failed as problem:
                    raise Failed(f"{life.name}: {problem}") from problem

    def _step(self, change):
        """Killed when it was acknowledged, or at any moment before."""
        self.writer.pending = change
        killer = threading.Timer(self.random.uniform(0, DURING), self.server.process.kill)
        early = self.random.random() < 0.5
        if early:
            killer.start()
        self._try()
        if early:
            killer.join()
        self.server.kill(with_signer=self.random.random() < 0.3)
        self.server.start()
        while self.writer.pending:
            self._try()
        self.checker.after_restart()

    def _try(self):
        self.writer._guarded_step()
        if self.crew.problems:
            raise Failed("; ".join(self.crew.problems[:3]))

    def met(self):
        """The routes an acknowledged change was sent to, and those none was."""
        asked = routes()
        known = {route_of(change.path, asked) for change in self.crew.done()}
        return [one for one in asked if one in known], [one for one in asked if one not in known]
