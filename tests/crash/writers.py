# SPDX-License-Identifier: Apache-2.0
"""Threads that change things as fast as they are answered, and send again what was not answered."""
import random
import threading
import time

from client import Broken, Client
from work import canonical

RESENT = 0.2  # part of the steps that send an acknowledged change again


class Writer(threading.Thread):
    def __init__(self, crew, number, session, office, seed):
        super().__init__(daemon=True)
        self.crew = crew
        self.random = random.Random(seed)
        self.client = Client(crew.port, session)
        self._clients = {None: self.client}
        self.office = office
        self.maker = office.maker(office, number, self.random, crew.run)
        self.pending = None
        self.done = []
        self.step_lock = threading.Lock()

    def run(self):
        while not self.crew.stopping:
            if not self.crew.gate.wait(0.5):
                continue
            with self.step_lock:
                if self.crew.gate.is_set():
                    self._guarded_step()

    def _guarded_step(self):
        try:
            self.step()
        except Broken:
            self.crew.count("interrupted")
            time.sleep(0.002)  # the server is away; the gate closes in a moment
        except Exception as problem:  # whatever it is, it ends the run
            self.crew.wrong(f"{type(problem).__name__}: {problem}")
            self.crew.gate.clear()

    def client_for(self, change):
        """This writer's own connection of whoever makes the change."""
        if change.session not in self._clients:
            self._clients[change.session] = Client(self.crew.port, change.session)
        return self._clients[change.session]

    def close(self):
        for client in self._clients.values():
            client.close()

    def step(self):
        if self.done and self.random.random() < RESENT:
            self.send_again(self.random.choice(self.done[-40:]))
        self.pending = self.pending or self.maker.next()
        answer = self.pending.send(self.client_for(self.pending))
        if answer.status == 503:
            self.crew.count("refused")
            if not answer.headers.get("content-type", "").startswith("application/problem+json"):
                self.crew.wrong(f"{self.pending.kind} {self.pending.key}: refused without a problem: {answer}")
            time.sleep(0.02)
            return
        if answer.status != self.pending.status:
            return self.crew.wrong(f"{self.pending.path} {self.pending.body}: {answer}")
        self._acknowledge(answer)

    def _acknowledge(self, answer):
        told = answer.json()
        if not told.get("receipt"):
            return self.crew.wrong(f"{self.pending.path}: acknowledged without a receipt")
        self.pending.acknowledge(told)
        self.crew.count("acknowledged")
        if answer.headers.get("idempotency-replayed") == "true":
            self.crew.count("answered late")
            if self.pending.attempts < 2:
                self.crew.wrong(f"{self.pending.key} was sent once and answered as sent again")
        self.maker.opened(self.pending)
        self.done.append(self.pending)
        self.pending = None

    def send_again(self, change):
        answer = change.send(self.client_for(change))
        self.crew.count("sent again")
        if answer.status == 503:
            return
        if answer.status != change.status or canonical(answer.json()) != canonical(change.acknowledged):
            self.crew.wrong(f"{change.key} sent again is answered {answer}, first {canonical(change.acknowledged)}")
        elif answer.headers.get("idempotency-replayed") != "true":
            self.crew.wrong(f"{change.key} sent again was done again")


class Crew:
    """All writers: let loose together, stopped together."""

    def __init__(self, port, sessions, run, seed, size=8):
        self.port, self.run = port, run
        self.gate = threading.Event()
        self.stopping = False
        self.problems, self.counts = [], {}
        self._lock = threading.Lock()
        self.writers = [Writer(self, i, *sessions[i % len(sessions)], f"{seed}/{run}/{i}") for i in range(size)]
        for writer in self.writers:
            writer.start()

    def count(self, what):
        with self._lock:
            self.counts[what] = self.counts.get(what, 0) + 1

    def wrong(self, text):
        with self._lock:
            self.problems.append(text)

    def loose(self):
        self.gate.set()

    def hold(self):
        """Returns when no writer is inside a step."""
        self.gate.clear()
        for writer in self.writers:
            with writer.step_lock:
                pass

    def finish_pending(self):
        """Held writers' open changes, sent until they are answered."""
        for writer in self.writers:
            while writer.pending and not self.problems:
                writer._guarded_step()

    def counted(self, what):
        with self._lock:
            return self.counts.get(what, 0)

    def end(self):
        self.stopping = True
        for writer in self.writers:
            writer.join()
            writer.close()

    def done(self):
        return [change for writer in self.writers for change in writer.done]

    def open(self):
        return [writer.pending for writer in self.writers if writer.pending]
