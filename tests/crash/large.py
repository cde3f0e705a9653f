#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A file of more than 2 GiB: its connection is cut, the server is killed while it comes in, it is resumed each time, and
becomes evidence under the digest of exactly its bytes. The server needs no more memory for it than for a small one.

large.py [--megabytes 2500] [--seed N]
"""
import argparse
import base64
import hashlib
import os
import random
import sys
import tempfile

from client import Broken, Client
from scene import OFFICES
from server import Database, Failed, Server
from work import Maker, Office

MEGABYTE = 1 << 20
MEMORY = 200  # MB, resident


class Film:
    """Bytes nobody has to keep: the megabyte at any place can be made again."""

    def __init__(self, megabytes, seed):
        self.size = megabytes * MEGABYTE + 17
        self.noise = random.Random(seed).randbytes(MEGABYTE)

    def pieces(self, start, end):
        while start < end:
            number, within = divmod(start, MEGABYTE)
            piece = (number.to_bytes(8, "big") + self.noise[8:])[within:within + end - start]
            yield piece
            start += len(piece)

    def digests(self):
        sm3, sha256 = hashlib.new("sm3"), hashlib.sha256()
        for piece in self.pieces(0, self.size):
            sm3.update(piece)
            sha256.update(piece)
        return sm3.hexdigest(), sha256.hexdigest()


class Sender:
    def __init__(self, server, password):
        self.server = server
        self.client = Client(lambda: server.port, timeout=120)
        self.client.sign_in(next(iter(OFFICES)), password)

    def begin(self, film):
        name = base64.b64encode("勘验录像.bin".encode()).decode()
        made = self.client.call("POST", "/api/v1/uploads", b"", {"Upload-Length": str(film.size),
                                                                  "Upload-Metadata": f"filename {name},unclassified dHJ1ZQ==",
                                                                  "Tus-Resumable": "1.0.0"})
        if made.status != 201:
            raise Failed(f"the upload was not begun: {made}")
        return made.headers["location"]

    def offset(self, upload):
        answer = self.client.call("HEAD", upload, headers={"Tus-Resumable": "1.0.0"})
        return int(answer.headers["upload-offset"])

    def send(self, upload, film, disturbed_at=None, disturbance=None):
        """From where it stands to the end, or until the disturbance."""
        offset = self.offset(upload)
        most = 0

        def body():
            nonlocal most
            sent = offset
            for piece in film.pieces(offset, film.size):
                if disturbed_at is not None and sent >= disturbed_at:
                    disturbance()
                yield piece
                sent += len(piece)
                most = max(most, resident(self.server.process.pid)) if self.server.alive() else most

        answer = self.client.call("PATCH", upload, body(), {
            "Upload-Offset": str(offset), "Content-Length": str(film.size - offset), "Tus-Resumable": "1.0.0",
            "Content-Type": "application/offset+octet-stream"})
        return answer, most


def resident(pid):
    with open(f"/proc/{pid}/status", encoding="ascii", errors="replace") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:")) // 1024


def disturbed(sender, upload, film, at, disturbance):
    try:
        answer, _ = sender.send(upload, film, at, disturbance)
        raise Failed(f"the disturbed upload was answered: {answer}")
    except Broken:
        sender.client.close()


def run(home, options):
    film = Film(options.megabytes, options.seed)
    server = Server(os.environ["ANPING_BIN"], home + "/data", Database())
    password = server.initialise()
    server.start()
    sender = Sender(server, password)
    upload = sender.begin(film)

    def cut():
        raise ConnectionAbortedError("cut")

    disturbed(sender, upload, film, film.size // 3, cut)
    first = sender.offset(upload)
    disturbed(sender, upload, film, film.size * 2 // 3, server.kill)
    server.start()
    second = sender.offset(upload)
    if not 0 < first < second < film.size:
        raise Failed(f"resumed at {first} and {second} of {film.size}")
    answer, most = sender.send(upload, film)
    sm3, sha256 = film.digests()
    if answer.status != 204 or answer.headers.get("anping-sm3") != sm3:
        raise Failed(f"the whole file was answered with {answer} {answer.headers}, it is {sm3}")
    maker = Maker(Office(sender.client), 0, random.Random(options.seed), 1)
    project = maker.next("project")
    project.files, project.body["files"] = [], []
    project.acknowledged = project.send(sender.client).json()
    added = sender.client.call("POST", f"/api/v1/projects/{project.project}/evidence",
                               {"files": [{"upload": upload.rsplit("/", 1)[1], "kind": "document"}]})
    shown = sender.client.call("GET", "/api/v1/projects/" + project.project).json()["evidence"]
    blob = shown[0]["exhibit"]["blob"] if added.status == 201 and shown else {}
    if (blob.get("sm3"), blob.get("sha256"), blob.get("size")) != (sm3, sha256, film.size):
        raise Failed(f"the evidence is {blob} ({added}), the file {sm3} {sha256} {film.size}")
    if most > MEMORY:
        raise Failed(f"the server took {most} MB")
    server.stop()
    server.must_verify()
    print(f"  {film.size} bytes, resumed at {first} (cut) and {second} (killed), {most} MB resident at most")
    server.remove()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=2500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="anping-large.") as home:
        try:
            run(home, options)
        except Failed as problem:
            print(f"  WRONG {problem}\n0 passed, 1 failed")
            return 1
    print("1 passed, 0 failed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
