# SPDX-License-Identifier: Apache-2.0
"""After a kill: is everything that was acknowledged there, once, and nothing by halves?"""
from client import Client
from marks import is_of
from server import Failed
from work import people_by_get, projects_by_get

LOOKED_AT_AGAIN = 10


class Checker:
    def __init__(self, crew, ledger, random):
        self.crew, self.ledger, self.random = crew, ledger, random
        self.checked = 0  # of those done, in the order they were acknowledged by each writer
        self._seen = {id(writer): 0 for writer in crew.writers}
        self._clients = {}
        ledger.follow()
        self._before = set(ledger.places)  # what was made for the trial

    def client_of(self, session):
        if session not in self._clients:
            self._clients[session] = Client(self.crew.port, session)
        return self._clients[session]

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
        asked = {marker for change in self.crew.done() for marker in change.markers}
        self._only_once_tried(set(self.ledger.places) - asked - self._before)

    def _only_once_tried(self, unanswered):
        """Entries of no acknowledged change are of those under way: of each at most one."""
        tried = [marker for change in self.crew.open() for marker in change.markers]
        for marker in unanswered:
            of_it = [one for one in tried if one == marker or is_of(one, marker)]
            if not of_it:
                raise Failed(f"{marker} was done, and is of no change anybody was told of or waits for")
            tried.remove(of_it[0])

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
        for change in changes:
            client = self.client_of(change.reader or writer.client.session)
            problem = change.seen(client)
            if problem:
                raise Failed(f"{change.key}: {problem}")
            if change.kind == "project" and projects_by_get(client, change.body["title"]) != [change.project]:
                raise Failed(f"{change.key}: the list does not show project {change.project} once")

    def _people(self):
        sessions = {writer.office.institution: writer.client.session for writer in self.crew.writers}
        sessions.pop(None, None)  # a bureau has none
        for institution, session in sessions.items():
            shown = people_by_get(self.client_of(session), institution)
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
            self.ledger.follow()  # a report that is screened meanwhile may stand under the head as well
            problem = self.ledger.tree.problem_of(answer.json()["receipt"])
            if problem:
                raise Failed(f"the signed receipt of {change.key}: {problem}")
