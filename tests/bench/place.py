# SPDX-License-Identifier: Apache-2.0
"""The program under measurement with the settings it ships with, and what the machine tells about a process."""
import contextlib
import datetime
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(1, os.path.join(HERE, "..", "crash"))

from client import Client  # noqa: E402
from server import Database, Failed, Server  # noqa: E402
from work import Office  # noqa: E402

PROGRAM = os.environ["ANPING_BIN"]
TICKS = os.sysconf("SC_CLK_TCK")
_started = []


def beside(name):
    """A program of the benchmark, built with the one under measurement."""
    return os.path.join(os.path.dirname(PROGRAM), name)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(arguments, **more):
    """A process that is gone when this one is."""
    process = subprocess.Popen(arguments, start_new_session=True, **more)
    _started.append(process)
    return process


def end(process, patience=10):
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=patience)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    _started.remove(process)


def end_all():
    for process in list(_started):
        end(process, patience=2)


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def resident_megabytes(pid):
    with open(f"/proc/{pid}/status", encoding="ascii", errors="replace") as status:
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    raise Failed(f"process {pid} tells no VmRSS")


def day(offset):
    beijing = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8)))
    return (beijing.date() + datetime.timedelta(days=offset)).isoformat()


def preload(micros):
    """Environment of a disk whose sync takes that long at least; 0: never syncs."""
    return {"LD_PRELOAD": beside("bench_sync.so"), "ANPING_BENCH_SYNC_MICROS": str(micros)}


class Program(Server):
    """A server of the tests, but with no setting of theirs; ready when /readyz says so."""

    def __init__(self, data, database=None, extra=None):
        super().__init__(PROGRAM, data, database or Database(), extra)
        for setting in ("ANPING_WORKERS", "ANPING_LOG_LEVEL"):
            if setting not in (extra or {}):
                self.env.pop(setting, None)
        self.ready_after = None

    def start(self):
        self.port = free_port()
        with open(self.log, "ab") as log:
            begun = time.perf_counter()
            self.process = start([self.program, "serve", "--data", self.data, "--port", str(self.port)], env=self.env,
                                 stdout=subprocess.DEVNULL, stderr=log)
        while not self._ready():
            if self.process.poll() is not None or time.perf_counter() - begun > 60:
                raise Failed(f"the server did not start: {self.log_tail()}")
            time.sleep(0.002)
        self.ready_after = time.perf_counter() - begun

    def _ready(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/readyz")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def stop(self):
        if self.process:
            end(self.process)
            self.process = None

    @contextlib.contextmanager
    def running(self):
        self.start()
        try:
            yield self
        finally:
            self.stop()

    def client(self):
        return Client(lambda: self.port)

    def sign_in(self, password, login="tianshan"):
        """A client with a session, and what its institution has."""
        client = self.client()
        client.sign_in(login, password)
        return client, Office(client)


def copy_of(program, directory, extra=None):
    """A stopped program's data once more, for a run that changes it."""
    shutil.rmtree(directory, ignore_errors=True)
    shutil.copytree(program.data, directory)
    return Program(directory, extra=extra)
