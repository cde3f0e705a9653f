# SPDX-License-Identifier: Apache-2.0
"""A data directory with many entries, several signed heads, tiles and evidence; and copies of it to damage."""
import os
import random
import shutil
import tempfile
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "crash"))

from dump import Dump, Shape
from scene import sign_in
from server import Database, Failed, Server, run
from writers import Crew

HEADS = 6
PROJECTS, EVIDENCE = 6, 30


def settle(directory):
    """Everything into the database file itself."""
    connection = sqlite3.connect(directory + "/anping.db")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()
    for rest in ("-wal", "-shm"):
        if os.path.exists(directory + "/anping.db" + rest):
            os.unlink(directory + "/anping.db" + rest)


class House:
    def __init__(self, home, entries, seed):
        self.home, self.seed = home, seed
        self.server = Server(os.environ["ANPING_BIN"], home + "/base", Database())
        password = self.server.initialise()
        maker = os.path.join(os.path.dirname(os.environ["ANPING_BIN"]), "make_ledger")
        for part in range(1, HEADS):
            run(maker, self.server.data, str(entries * part // (HEADS - 1)), env=self.server.env)
            self._sign()
        self._evidence(password)
        self._sign()
        settle(self.server.data)
        self.server.must_verify()
        settle(self.server.data)
        self.shape = Shape(self.server.data + "/anping.db")
        self.dump = Dump(self.server.data + "/anping.db", self.shape)
        unread = [name for name, digest in self.dump.digests.items() if digest is None]
        if unread:
            raise Failed(f"{unread} cannot be read before anything is damaged")

    def _sign(self):
        subprocess.run([self.server.program, "sign", "--data", self.server.data], stdin=subprocess.DEVNULL, check=True,
                       env=self.server.env)

    def _evidence(self, password):
        """Projects with files, as institutions make them over HTTP."""
        self.server.start()
        port = lambda: self.server.port
        crew = Crew(port, sign_in(port, password), 7, self.seed, size=1)
        writer = crew.writers[0]
        for kind in ["project"] * PROJECTS + ["evidence", "notice"] * EVIDENCE:
            writer.pending = writer.maker.next(kind)
            writer.step()
        crew.end()
        self.server.stop()
        if crew.problems or len(writer.done) != PROJECTS + 2 * EVIDENCE:
            raise RuntimeError("; ".join(crew.problems[:3]) or "not everything was accepted")

    def files(self, *below):
        """Relative paths of the files below these directories, in order."""
        out = []
        for part in below:
            for directory, _, names in os.walk(os.path.join(self.server.data, part)):
                out += [os.path.relpath(os.path.join(directory, name), self.server.data) for name in names
                        if not name.endswith(("-wal", "-shm"))]
        return sorted(out)

    def copy(self, number):
        return Copy(self, tempfile.mkdtemp(prefix=f"copy-{number}-", dir=self.home))


class Copy:
    """One to damage. What is damaged is put back after each look."""

    def __init__(self, house, directory):
        self.house, self.directory = house, directory
        shutil.copytree(house.server.data, directory, dirs_exist_ok=True)
        self.server = Server(house.server.program, directory, Database())
        self.database = directory + "/anping.db"

    def flip(self, file, offset, bit):
        with open(os.path.join(self.directory, file), "r+b") as target:
            target.seek(offset)
            byte = target.read(1)[0]
            target.seek(offset)
            target.write(bytes([byte ^ (1 << bit)]))

    def verify(self, state):
        findings = self.server.verify(state)
        self.no_log()
        return findings

    def no_log(self):
        for rest in ("-wal", "-shm"):
            if os.path.exists(self.database + rest):
                os.unlink(self.database + rest)

    def restore_database(self):
        self.no_log()
        shutil.copyfile(self.house.server.data + "/anping.db", self.database)

    def is_whole(self):
        """Bit for bit what it was copied from."""
        for file in self.house.files("."):
            if open(os.path.join(self.directory, file), "rb").read() != \
                    open(os.path.join(self.house.server.data, file), "rb").read():
                return file
        return None


def numbers(seed):
    return random.Random(seed)
