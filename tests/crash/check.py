# SPDX-License-Identifier: Apache-2.0
"""After a kill: is everything that was acknowledged there, once, and nothing by halves?"""
from bureau import SHOWN, seen_of_bureau
from client import Client
from server import Failed
from work import people_by_get, projects_by_get, seen_by_get

LOOKED_AT_AGAIN = 10


class Checker:
    def __init__(self, crew, ledger, random):
        self.crew, self.ledger, self.random = crew, ledger, random
        self.checked = 0  # of those done, in the order they were acknowledged by each writer
        self._seen = {id(writer): 0 for writer in crew.writers}
        self._clients = {}

    def client_of(self, writer):
        key = writer.office.unit
        if key not in self._clients:
            self._clients[key] = Client(self.crew.port, writer.client.session)
        return self._clients[key]

    def close(self):
        for client in self._clients.values():
            client.close()

    def after_restart(self):
        self.close()
        self.ledger.follow()
        self._no_duplicates()
        for writer in self.crew.writers:
            fresh = writer.done[self._seen[id(writer)]:]
            self._seen[id(writer)] = len(writer.done)
            for change in fresh:
                self._in_ledger(change)
            old = self.random.sample(writer.done, min(LOOKED_AT_AGAIN, len(writer.done)))
            self._by_get(writer, [*fresh, *old])
            self.checked += len(fresh)
        self._people()
        self._signed_receipts()

    def everything(self):
        """At the end: all of it once more, the ledger from its first entry."""
        self.ledger.follow()
        self.ledger.reread()
        self._no_duplicates()
        for writer in self.crew.writers:
            for change in writer.done:
                self._in_ledger(change)
            self._by_get(writer, writer.done)
        self.checked = len(self.crew.done())
        self._people()

    def _no_duplicates(self):
        for marker, places in self.ledger.places.items():
            if len(places) != 1:
                raise Failed(f"{marker} was done {len(places)} times: entries {places}")
        for change in self.crew.open():
            self._whole(change)

    def _whole(self, change):
        """Entries of one change stand together or not at all."""
        places = [self.ledger.places.get(marker) for marker in change.markers]
        if all(place is None for place in places):
            return None
        if any(place is None for place in places):
            raise Failed(f"{change.key} is there by halves: {dict(zip(change.markers, places))}")
        first = places[0][0]
        if [place[0] for place in places] != list(range(first, first + len(places))):
            raise Failed(f"the entries of {change.key} do not follow each other: {places}")
        return first + len(places) - 1

    def _in_ledger(self, change):
        last = self._whole(change)
        receipt = change.acknowledged["receipt"]
        if last is None:
            raise Failed(f"{change.key} was acknowledged as entry {receipt['entry']} and is lost")
        if receipt["entry"] != last:
            raise Failed(f"{change.key} is entry {last}, its receipt says {receipt['entry']}")
        problem = self.ledger.tree.problem_of(receipt)
        if problem:
            raise Failed(f"the receipt of {change.key} (entry {last}): {problem}")

    def _by_get(self, writer, changes):
        client = self.client_of(writer)
        for change in changes:
            problem = (seen_of_bureau if change.kind in SHOWN else seen_by_get)(client, change)
            if problem:
                raise Failed(f"{change.key}: {problem}")
            if change.kind == "project" and projects_by_get(client, change.body["title"]) != [change.project]:
                raise Failed(f"{change.key}: the list does not show project {change.project} once")

    def _people(self):
        for institution, client in self._clients.items():
            if institution.startswith("B-"):
                continue
            shown = people_by_get(client, institution)
            for writer in self.crew.writers:
                if writer.office.institution != institution:
                    continue
                wanted = [c.body["certificate"] for c in writer.done if c.kind == "person"]
                wrong = [one for one in wanted if shown.count(one) != 1]
                if wrong:
                    raise Failed(f"people shown not once: {wrong[:5]}")

    def _signed_receipts(self):
        """The public way: a proof up to a signed head, which must be of the ledger as it is."""
        if not self._clients:
            return
        client = next(iter(self._clients.values()))
        for change in self.random.sample(self.crew.done(), min(3, len(self.crew.done()))):
            answer = client.call("GET", f"/api/v1/receipts/{change.acknowledged['receipt']['entry']}")
            if answer.status == 404:
                continue  # no head covers it yet
            if answer.status != 200:
                raise Failed(f"signed receipt: {answer}")
            problem = self.ledger.tree.problem_of(answer.json()["receipt"])
            if problem:
                raise Failed(f"the signed receipt of {change.key}: {problem}")
