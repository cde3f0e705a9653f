# SPDX-License-Identifier: Apache-2.0
"""A county's bureau: the lives of what it handles, several at once, whoever acts in them."""
import secrets
import threading

import lives_cases
import lives_documents
import lives_inspection
import lives_planning
from grounds import Grounds
from lives import Life, Step, needed_by
from seats import must
from work import day

LOGIN = "changji"
STORIES = [*lives_planning.STORIES, *lives_inspection.STORIES, *lives_cases.STORIES, *lives_documents.STORIES]
OPEN_LIVES = 6


class Bureau:
    """A county's clerk with two officers; everybody else there is when somebody makes changes of it."""
    institution = None

    def __init__(self, client, password):
        self._client, self._password, self._lock = client, password, threading.Lock()
        self.unit = client.session.view["unit"]
        self._officers = [self._officer(client) for _ in range(2)]
        self.grounds = None

    @staticmethod
    def _officer(client):
        name = "试验" + secrets.token_hex(5)
        return must(client, "POST", "/api/v1/officers",
                    {"name": name, "facts": {"certificate": name, "valid_until": day(400)}})["result"]["id"]

    @property
    def maker(self):
        return BureauMaker

    def settle(self):
        if not self.grounds:
            self.grounds = Grounds(self._client, LOGIN, self._password, self._officers)

    def begin(self, story, chosen):
        """A life by that story; None while others have what it needs for itself."""
        pool = needed_by(story)
        if not pool:
            return Life(story, self.grounds, chosen)
        with self._lock:
            kept = self.grounds.pools[pool]
            return Life(story, self.grounds, chosen, kept.pop(0)) if kept else None

    def end(self, life):
        if life.needs:
            with self._lock:
                self.grounds.pools[life.needs].append(life.held)


class BureauMaker:
    """Makes one writer's steps from its own random numbers."""

    def __init__(self, bureau, number, random, run):
        bureau.settle()
        self.bureau, self.number, self.random, self.run = bureau, number, random, run
        self.count = 0
        self.lives, self.life = [], None

    def next(self):
        """Of an open life, or the first of another."""
        begins = len(self.lives) < OPEN_LIVES and self.random.random() < 0.4
        life = self._begun() if begins or not self.lives else self.random.choice(self.lives)
        return self.step_of(life)

    def step_of(self, life):
        self.count += 1
        self.life = life
        return Step(life.act, self.bureau.grounds.seats, f"试验{self.run}-{self.number}-{self.count}")

    def _begun(self):
        life = None
        while not life:
            life = self.bureau.begin(self.random.choice(STORIES), self.random)
        self.lives.append(life)
        return life

    def opened(self, change):
        """Its life goes on from there."""
        if self.life.goes_on(change.acknowledged["result"]):
            return
        self.bureau.end(self.life)
        self.lives.remove(self.life)
