# SPDX-License-Identifier: Apache-2.0
"""The program under test as a process of its own, and a data directory with the demonstration province."""
import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.request


class Failed(Exception):
    """What the run found wrong, in words for the person who reads the log."""


def run(program, *arguments, env=None, check=True, stdin=None):
    done = subprocess.run([program, *arguments], env=env, input=stdin, capture_output=True, text=True)
    if check and done.returncode != 0:
        raise Failed(f"{' '.join([program, *arguments])}: exit {done.returncode}\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return done


def quiet_port():
    """One that no connection is given while the program is down: below those the system takes for itself."""
    while True:
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", random.randrange(20000, 32000)))
                return probe.getsockname()[1]
            except OSError:
                continue


class Database:
    """SQLite in the data directory, or a database of its own in the cluster of ANPING_TEST_PG."""

    def __init__(self, conninfo=None, name="anping_crash"):
        self.conninfo, self.name = conninfo, name

    @property
    def kind(self):
        return "PostgreSQL" if self.conninfo else "SQLite"

    def environment(self):
        places = ("ANPING_RULEBOOKS", "ANPING_WEB", "ANPING_WORKER")
        env = {k: v for k, v in os.environ.items() if not k.startswith("ANPING_") or k in places}
        env["ANPING_WORKERS"] = "12"
        env["ANPING_LOG_LEVEL"] = "warn"
        if self.conninfo:
            env["ANPING_DATABASE"] = "postgresql:" + self._own()
        return env

    def _own(self):
        words = [word for word in self.conninfo.split() if not word.startswith("dbname=")]
        return " ".join([*words, "dbname=" + self.name])

    def psql(self, sql, admin=False):
        done = run("psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", self.conninfo if admin else self._own(), "-c", sql,
                   env={**os.environ, "PGCLIENTENCODING": "UTF8"})
        return done.stdout

    def create(self):
        if self.conninfo:
            self.psql(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)", admin=True)
            self.psql(f"CREATE DATABASE {self.name}", admin=True)

    def drop(self):
        if self.conninfo:
            self.psql(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)", admin=True)


class Server:
    def __init__(self, program, data, database, extra=None):
        self.program, self.data, self.database = program, data, database
        self.metrics_port = quiet_port()
        self.env = {**database.environment(), "ANPING_METRICS_PORT": str(self.metrics_port), **(extra or {})}
        self.process, self.port, self.log = None, None, data.rstrip("/") + ".log"
        self.slowest_start = 0.0

    def initialise(self):
        """init and demo; the password everybody of the demonstration has."""
        self.database.create()
        run(self.program, "init", "--data", self.data, "--json", env=self.env)
        return json.loads(run(self.program, "demo", "--data", self.data, "--json", env=self.env).stdout)["password"]

    def spawn(self):
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen([self.program, "serve", "--data", self.data, "--port", "0"], env=self.env,
                                            stdout=subprocess.PIPE, stderr=log, start_new_session=True)

    def start(self):
        begun = time.monotonic()
        self.spawn()
        line = self.process.stdout.readline().decode()
        if "http://" not in line:
            self.process.wait()
            raise Failed(f"the server did not start: {line}{self.log_tail()}")
        self.port = int(line.strip().rsplit(":", 1)[1])
        self.slowest_start = max(self.slowest_start, time.monotonic() - begun)

    def kill(self, with_signer=False):
        """SIGKILL: the server alone, whose signer then ends by itself, or both at the same moment."""
        if with_signer:
            os.killpg(self.process.pid, signal.SIGKILL)
        else:
            self.process.kill()
        self._reap()

    def at_rest(self, seconds=60):
        """Until no report waits to be screened."""
        latest = time.monotonic() + seconds
        while True:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.metrics_port}/metrics", timeout=seconds) as answer:
                waiting = re.search(r"^anping_screening_waiting (\S+)$", answer.read().decode(), re.M).group(1)
            if float(waiting) == 0:
                return
            if time.monotonic() > latest:
                raise Failed(f"reports wait to be screened for more than {seconds} s")
            time.sleep(0.02)

    def stop(self):
        if not self.process:
            return
        self.process.send_signal(signal.SIGTERM)
        self._reap()

    def _reap(self):
        self.process.wait()
        self.process.stdout.close()
        self.process = None

    def wait_for_end(self, seconds):
        """Until the process is gone, or the time is up."""
        try:
            self.process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            pass

    def alive(self):
        return self.process is not None and self.process.poll() is None

    def log_tail(self, lines=20):
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return "".join(log.readlines()[-lines:])

    def verify(self, state=True):
        """The findings of `anping verify`; none when everything is right."""
        arguments = ["verify", "--data", self.data, "--json"] + (["--state"] if state else [])
        done = run(self.program, *arguments, env=self.env, check=False)
        if done.returncode not in (0, 1):
            raise Failed(f"verify: exit {done.returncode}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
        found = json.loads(done.stdout)
        if (done.returncode == 0) != (not found["findings"]):
            raise Failed(f"verify: exit {done.returncode} with {len(found['findings'])} findings")
        return found["findings"]

    def must_verify(self):
        findings = self.verify()
        if findings:
            raise Failed(f"verify --state found {len(findings)}: {json.dumps(findings[:5], ensure_ascii=False)}")

    def remove(self):
        shutil.rmtree(self.data, ignore_errors=True)
        self.database.drop()
