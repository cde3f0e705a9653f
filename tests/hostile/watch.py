# SPDX-License-Identifier: Apache-2.0
"""What must not change while somebody is refused: the ledger's size, the tables, the process, and that others are served."""
import contextlib
import http.client
import json
import os
import re
import sqlite3
import subprocess
import threading
import time

from world import Answer, Client

# A session's last use, counted wrong passwords and keys of retries are meant to change.
NOT_COUNTED = {"sessions", "idempotency", "attempts"}


class Dropped(Exception):
    """The connection ended without an answer."""


IDLE = 30  # seconds; the program ends a kept connection after 75


class Knocker(Client):
    """Never sends twice: a connection that ends without an answer is what this test looks for."""
    used = 0.0

    def _kept(self):
        """The connection of the call before, unless the program may be about to end it."""
        if self.connection and time.monotonic() - self.used > IDLE:
            self.connection.close()
            self.connection = None
        self.used = time.monotonic()
        return self.connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def call(self, method, path, body=None, headers=None):
        sent = dict(headers or {})
        if self.person and self.person.cookie:
            sent |= {"Cookie": self.person.cookie}
            if method != "GET":
                sent |= {"X-CSRF-Token": self.person.token}
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body, ensure_ascii=False).encode()
            sent.setdefault("Content-Type", "application/json")
        self.requests += 1
        connection = self._kept()
        self.connection = None
        try:
            try:
                connection.request(method, path, body, sent)
            except (BrokenPipeError, ConnectionResetError):
                pass  # refused before all of it was sent: the answer lies there
            got = connection.getresponse()
            answer = Answer(got.status, {k.lower(): v for k, v in got.getheaders()}, got.read())
        except (OSError, http.client.HTTPException) as fault:
            raise Dropped(f"{method} {path}: {type(fault).__name__} {fault}") from fault
        if answer.headers.get("connection", "").lower() != "close":
            self.connection = connection
        return answer


class Watch:
    def __init__(self, program):
        self.program = program

    def size(self):
        self.program.at_rest()
        return self.program.figure("anping_ledger_entries")

    def database(self):
        path = next(os.path.join(self.program.data, name) for name in os.listdir(self.program.data) if name.endswith(".db"))
        return sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=30)

    def since(self, size):
        """Type and subject of what the ledger grew by; nothing where asking is not a matter of a moment."""
        if self.program.database.conninfo:
            return []
        with contextlib.closing(self.database()) as connection:
            return connection.execute("SELECT type, subject FROM ledger WHERE seq >= ? ORDER BY seq", (size,)).fetchall()

    def tables(self):
        """{table: rows}; None where counting is not a matter of a moment."""
        self.program.at_rest()
        if self.program.database.conninfo:
            return None
        with contextlib.closing(self.database()) as connection:
            names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")]
            return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names
                    if name not in NOT_COUNTED}

    def memory(self, of="VmRSS"):
        """MiB of the serving process; of="VmHWM": the most since `forget_memory`."""
        with open(f"/proc/{self.program.server.pid}/status", encoding="ascii", errors="replace") as status:
            return int(re.search(rf"^{of}:\s+(\d+) kB", status.read(), re.MULTILINE).group(1)) // 1024

    def forget_memory(self):
        with open(f"/proc/{self.program.server.pid}/clear_refs", "w", encoding="ascii") as marks:
            marks.write("5")

    def alive(self):
        return self.program.server.poll() is None

    def faults(self):
        """Lines of the log that tell of something nobody had thought of."""
        with open(os.path.join(self.program.directory.name, "log"), encoding="utf-8", errors="replace") as log:
            return [line.strip()[:400] for line in log
                    if re.search(r"request\.fault|request\.database|Sanitizer|runtime error|\"level\":\"error\"|level=error", line)]

    def verify(self, *extra):
        """What `anping verify` finds; the program has ended by then."""
        done = subprocess.run([self.program.binary, "verify", "--data", self.program.data, "--json", *extra],
                              env=self.program.env, capture_output=True, text=True)
        try:
            findings = json.loads(done.stdout)["findings"]
        except (ValueError, KeyError):
            return [f"exit {done.returncode}: {done.stdout[-500:]}{done.stderr[-500:]}"]
        return findings or ([] if done.returncode == 0 else [f"exit {done.returncode}"])


class Others(threading.Thread):
    """Somebody else's ordinary work meanwhile, and how long it took at most."""

    def __init__(self, port, person):
        super().__init__(daemon=True)
        self.client, self.ended = Knocker(port, person), threading.Event()
        self.served, self.failed, self.slowest = 0, [], 0.0

    def run(self):
        while not self.ended.wait(0.05):
            begun = time.monotonic()
            try:
                answer = self.client.call("GET", "/api/v1/projects?limit=10")
                if answer.status == 200:
                    self.served += 1
                else:
                    self.failed.append(repr(answer))
            except Dropped as fault:
                self.failed.append(str(fault))
            self.slowest = max(self.slowest, time.monotonic() - begun)

    def end(self):
        self.ended.set()
        self.join()
